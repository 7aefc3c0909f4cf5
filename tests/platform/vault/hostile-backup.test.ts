import { describe, expect, it } from 'vitest';
import { encodeBase64url } from '../../../src/core/encoding/base64url.ts';
import { toRecoveryGroups } from '../../../src/core/encoding/recovery-code.ts';
import { openKeyRoom } from '../../../src/platform/keys/open-key-room.ts';
import { createKeyPair, toDidKey } from '../../../src/platform/keys/key-material.ts';
import { lockAge } from '../../../src/platform/vault/backup/age-file.ts';
import { packBackup } from '../../../src/platform/vault/backup/backup-archive.ts';
import type { BackupRecord } from '../../../src/platform/vault/backup/backup-archive.ts';
import { toBackupIdentity } from '../../../src/platform/vault/backup/backup-identity.ts';
import { packZip, unpackZip } from '../../../src/platform/vault/backup/zip-file.ts';
import { sha256Hex } from '../../../src/core/encoding/sha256.ts';
import type { NewItem } from '../../../src/core/model/stored.ts';
import { codeOf, createOpenRig, itemOf, valueOf } from './vault-rig.ts';

const randomness = { bytes: (length: number) => crypto.getRandomValues(new Uint8Array(length)) };
const stamp = { created: 1, updated: 1 };

/** The archive with the word `standin` replaced in its records, and a manifest that fits. */
async function withKind(zip: Uint8Array, kind: string): Promise<Uint8Array> {
  const files = valueOf(unpackZip(zip));
  const textOf = (path: string): string => new TextDecoder().decode(files.get(path));
  const records = new TextEncoder().encode(textOf('records.json').replace('"standin"', JSON.stringify(kind)));
  const manifest = JSON.parse(textOf('manifest.json')) as { entries: { path: string; size: number; sha256: string }[] };
  for (const entry of manifest.entries) {
    if (entry.path === 'records.json') Object.assign(entry, { size: records.length, sha256: await sha256Hex(records) });
  }
  const changed = new Map(files).set('records.json', records).set('manifest.json', new TextEncoder().encode(JSON.stringify(manifest)));
  return packZip([...changed].map(([path, bytes]) => ({ path, bytes })), 1, false);
}

interface Locked {
  readonly bytes: Uint8Array;
  readonly code: { readonly type: 'recovery'; readonly code: string };
}

async function lockedBackup(records: readonly BackupRecord[], kind?: string): Promise<Locked> {
  const recovery = randomness.bytes(16);
  const { recipient } = await toBackupIdentity(recovery);
  const zip = await packBackup(records, 1);
  const bytes = await lockAge(kind === undefined ? zip : await withKind(zip, kind), { recipient });
  return { bytes, code: { type: 'recovery', code: toRecoveryGroups(recovery).join('') } };
}

function credentialOf({ summary, mediaType, transport, raw }: NewItem, change: object = {}): BackupRecord {
  const body = { summary: { ...summary, ...change }, mediaType, transport } as unknown as BackupRecord['body'];
  return { ...stamp, kind: 'credential', id: `id-${summary.id.slice(0, 8)}`, body, bytes: raw };
}

async function keyRecord(change: Record<string, unknown> = {}, bytes?: Uint8Array): Promise<BackupRecord> {
  const pair = await createKeyPair('Ed25519', randomness);
  const body = { type: 'Ed25519', ...toDidKey('Ed25519', pair.publicKey), publicKey: encodeBase64url(pair.publicKey), createdAt: 1, ...change };
  return { ...stamp, kind: 'holder-key', id: 'key', body: body as BackupRecord['body'], bytes: bytes ?? pair.privateKey };
}

describe('a backup made to do harm', () => {
  it('C15 with a holder key that does not fit itself is named, and the keys of the wallet go on working', async () => {
    const other = await createKeyPair('Ed25519', randomness);
    const hostile = [
      await keyRecord({ did: toDidKey('Ed25519', other.publicKey).did }),
      await keyRecord({ verificationMethod: 'did:key:zOther#zOther' }),
      await keyRecord({ publicKey: '!' }),
      await keyRecord({ publicKey: encodeBase64url(other.publicKey) }),
      await keyRecord({}, other.privateKey),
      await keyRecord({}, new Uint8Array(48)),
      await keyRecord({ type: 'P-256' }),
      await keyRecord({ createdAt: 9e15 }),
    ];
    for (const record of hostile) {
      const rig = await createOpenRig({ openKeyRoom });
      const before = valueOf(await rig.vault.holderKey('Ed25519'));
      const { bytes, code } = await lockedBackup([record]);
      expect(valueOf(await rig.vault.restore(bytes, code, 'merge')).unreadable).toHaveLength(1);
      expect(valueOf(await rig.vault.holderKey('Ed25519'))).toEqual(before);
    }
    const rig = await createOpenRig({ openKeyRoom });
    const { bytes, code } = await lockedBackup([await keyRecord()]);
    expect(valueOf(await rig.vault.restore(bytes, code, 'merge')).unreadable).toEqual([]);
    expect(valueOf(await rig.vault.holderKey('Ed25519')).did).toMatch(/^did:key:z6Mk/);
  });

  it('C40 with a kind that no object can count never keeps the next backup from being made', async () => {
    for (const kind of ['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', '', 'a b', 'x'.repeat(65)]) {
      const rig = await createOpenRig();
      const good = await itemOf('good');
      const { bytes, code } = await lockedBackup([credentialOf(good), { ...stamp, kind: 'standin', id: 'odd', body: 1 }], kind);
      expect(valueOf(await rig.vault.restore(bytes, code, 'merge'))).toEqual({ added: 1, unreadable: ['records/2'] });
      expect(codeOf(await rig.vault.makeBackup('recovery-code'))).toBe('succeeded');
    }
    const rig = await createOpenRig();
    const { bytes, code } = await lockedBackup([{ ...stamp, kind: 'badge-2031', id: 'odd', body: 1 }]);
    expect(valueOf(await rig.vault.previewRestore(bytes, code)).unknownKinds).toBe(1);
    valueOf(await rig.vault.restore(bytes, code, 'merge'));
    valueOf(await rig.vault.makeBackup('recovery-code'));
  });

  it('C40 two records of future kinds under one id are both kept', async () => {
    const rig = await createOpenRig();
    const odd = (kind: string): BackupRecord => ({ ...stamp, kind, id: 'odd', body: kind });
    const { bytes, code } = await lockedBackup([odd('one'), odd('two')]);
    valueOf(await rig.vault.restore(bytes, code, 'merge'));
    const again = valueOf(await rig.vault.makeBackup('recovery-code'));
    const sheet = valueOf(await rig.vault.recoverySheet());
    const preview = valueOf(await rig.vault.previewRestore(again.bytes, { type: 'recovery', code: sheet.groups.join('') }));
    expect(preview.unknownKinds).toBe(2);
  });

  it('B22 with times that are no dates is named and not kept, for no screen could show them', async () => {
    for (const change of [{ savedAt: 8_640_000_000_000_001 }, { validUntil: -8_640_000_000_000_001 }, { issued: 9e15 }]) {
      const rig = await createOpenRig();
      const { bytes, code } = await lockedBackup([credentialOf(await itemOf('odd'), change), credentialOf(await itemOf('good'))]);
      expect(valueOf(await rig.vault.restore(bytes, code, 'merge'))).toEqual({ added: 1, unreadable: ['Title of odd'] });
    }
  });

  it('never takes away, by replacing, a credential or a key that it does not bring whole', async () => {
    const rig = await createOpenRig({ openKeyRoom });
    const mine = await itemOf('mine');
    valueOf(await rig.vault.add([mine]));
    const key = valueOf(await rig.vault.holderKey('Ed25519'));
    const spoiled = await lockedBackup([credentialOf(mine, { savedAt: 'yesterday' }), credentialOf(await itemOf('other'))]);
    expect(codeOf(await rig.vault.restore(spoiled.bytes, spoiled.code, 'replace'))).toBe('backup/damaged');
    expect(valueOf(await rig.vault.open(mine.summary.id)).raw).toEqual(mine.raw);
    const whole = await lockedBackup([credentialOf(await itemOf('other'))]);
    valueOf(await rig.vault.restore(whole.bytes, whole.code, 'replace'));
    expect(rig.vault.snapshot.get().items.map(({ title }) => title[0]?.text)).toEqual(['Title of other']);
    expect(valueOf(await rig.vault.holderKey('Ed25519'))).toEqual(key);
  });
});

describe('a backup of very much', () => {
  it('C29 of 10,000 credentials can be read back', async () => {
    const records = new TextEncoder().encode(`[${'{"summary":"of a credential with title, issuer, dates and types"},'.repeat(350_000)}0]`);
    expect(records.length).toBeGreaterThan(20 * 1024 * 1024);
    const zip = packZip([{ path: 'records.json', bytes: records }], 1, true);
    expect(valueOf(unpackZip(zip)).get('records.json')?.length).toBe(records.length);
  });
});
