import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { lockAge } from '../../../src/platform/vault/backup/age-file.ts';
import { packBackup } from '../../../src/platform/vault/backup/backup-archive.ts';
import type { BackupRecord } from '../../../src/platform/vault/backup/backup-archive.ts';
import { toBackupIdentity } from '../../../src/platform/vault/backup/backup-identity.ts';
import type { JsonValue } from '../../../src/core/model/json.ts';
import { openKeyRoom } from '../../../src/platform/keys/open-key-room.ts';
import { codeOf, createRig, itemOf, passphrase, shareOf, valueOf } from './vault-rig.ts';

const code = { type: 'recovery', code: '000179 087555 174939 262319 349696 437072 524457 611837' } as const;
const file = join(import.meta.dirname, '../../fixtures/backups/v1.age');

function recordOf(id: string, kind: string, body: unknown, bytes?: Uint8Array): BackupRecord {
  return { id, kind, body: body as JsonValue, created: 1, updated: 1, ...(bytes && { bytes }) };
}

/** How `v1.age` was made; kept so that its successor can be made the same way. */
async function makeFixture(): Promise<Uint8Array> {
  const bytes = Uint8Array.from({ length: 16 }, (_, index) => index * 17);
  const rig = await createRig({ openKeyRoom });
  valueOf(await rig.vault.create(passphrase, code.code));
  valueOf(await rig.vault.add([await itemOf('one'), await itemOf('two'), await itemOf('three')]));
  valueOf(await rig.vault.recordShare(shareOf('share')));
  valueOf(await rig.vault.knowIssuer({ keyThumbprint: 'thumbprint', issuerId: 'did:example:1', name: 'School', since: 1 as never }));
  for (const type of ['Ed25519', 'P-256'] as const) valueOf(await rig.vault.holderKey(type));
  const own = valueOf(await rig.vault.makeBackup('recovery-code'));
  const { identity, recipient } = await toBackupIdentity(bytes);
  const { unlockAge } = await import('../../../src/platform/vault/backup/age-file.ts');
  const { unpackBackup } = await import('../../../src/platform/vault/backup/backup-archive.ts');
  const { records } = valueOf(await unpackBackup(valueOf(await unlockAge(own.bytes, { identity }))));
  const future = recordOf('AAAAAAAAAAAAAAAAAAAAAA', 'from-the-future', { says: 'keep me' }, Uint8Array.of(1, 2, 3));
  return lockAge(await packBackup([...records, future], Date.UTC(2026, 10, 22)), { recipient });
}

if (process.env['MECUM_MAKE_FIXTURES'] === '1' && !existsSync(file)) writeFileSync(file, await makeFixture());

describe('backups of every version', () => {
  it('C05 C25 v1 opens with its published code, byte for byte, keys that sign included', async () => {
    const { vault, time } = await createRig({ openKeyRoom });
    const bytes = new Uint8Array(readFileSync(file));
    const preview = valueOf(await vault.previewRestore(bytes, code));
    expect(preview).toMatchObject({ keys: 2, shares: 1, unknownKinds: 1, createdAt: Date.UTC(2026, 10, 22) });
    expect(preview.items.map(({ title }) => title)).toEqual(['Title of one', 'Title of two', 'Title of three']);
    valueOf(await vault.create(passphrase));
    expect(valueOf(await vault.restore(bytes, code, 'merge'))).toEqual({ added: 3, unreadable: [] });
    for (const name of ['one', 'two', 'three']) {
      const { summary, raw } = await itemOf(name);
      expect(valueOf(await vault.open(summary.id)).raw).toEqual(raw);
    }
    const holder = valueOf(await vault.holderKey('Ed25519'));
    expect(vault.snapshot.get().holder).toEqual(holder);
    const { verificationMethod } = holder;
    const request = { kind: 'di', cryptosuite: 'eddsa-rdfc-2022', verificationMethod, created: time.now as never, domain: 'd', challenge: 'c' } as const;
    expect(valueOf(await vault.sign({ ...request, documentHash: new Uint8Array(32) })).kind).toBe('di');
  });

  it('C40 a kind from the future goes through vault and backup untouched, twice', async () => {
    const bytes = new Uint8Array(readFileSync(file));
    const first = await createRig();
    valueOf(await first.vault.create(passphrase, code.code));
    valueOf(await first.vault.restore(bytes, code, 'merge'));
    const again = await first.again();
    valueOf(await again.unlock(passphrase));
    expect(again.snapshot.get().damaged).toEqual([]);
    const passedOn = valueOf(await again.makeBackup('recovery-code'));
    const { unlockAge } = await import('../../../src/platform/vault/backup/age-file.ts');
    const { unpackBackup } = await import('../../../src/platform/vault/backup/backup-archive.ts');
    const sheet = valueOf(await again.recoverySheet());
    const { records } = valueOf(await unpackBackup(valueOf(await unlockAge(passedOn.bytes, { identity: sheet.ageIdentity }))));
    expect(records.filter(({ kind }) => kind === 'from-the-future')).toEqual([
      recordOf('AAAAAAAAAAAAAAAAAAAAAA', 'from-the-future', { says: 'keep me' }, Uint8Array.of(1, 2, 3)),
    ]);
    expect(valueOf(await again.restore(passedOn.bytes, code, 'merge')).added).toBe(0);
    expect(valueOf(await again.previewRestore(passedOn.bytes, code)).unknownKinds).toBe(1);
  });

  it('a layout that asks for a newer reader is refused by name', async () => {
    const { vault } = await createRig();
    const { packZip, unpackZip } = await import('../../../src/platform/vault/backup/zip-file.ts');
    const { unlockAge } = await import('../../../src/platform/vault/backup/age-file.ts');
    const { identity, recipient } = await toBackupIdentity(Uint8Array.from({ length: 16 }, (_, index) => index * 17));
    const files = valueOf(unpackZip(valueOf(await unlockAge(new Uint8Array(readFileSync(file)), { identity }))));
    const manifest = new TextDecoder().decode(files.get('manifest.json')).replace('"minReader": 1', '"minReader": 2');
    const entries = [...files].map(([path, bytes]) => (path === 'manifest.json' ? { path, bytes: new TextEncoder().encode(manifest) } : { path, bytes }));
    const newer = await lockAge(packZip(entries, 0, false), { recipient });
    expect(await vault.previewRestore(newer, code)).toMatchObject({ error: { code: 'backup/newer-version', facts: { version: 2 } } });
  });

  it('an age file that is none of ours is not a backup', async () => {
    const { vault } = await createRig();
    const { recipient } = await toBackupIdentity(Uint8Array.from({ length: 16 }, (_, index) => index * 17));
    const { packZip } = await import('../../../src/platform/vault/backup/zip-file.ts');
    const foreign = await lockAge(packZip([{ path: 'holiday.txt', bytes: new Uint8Array(3) }], 0, false), { recipient });
    expect(codeOf(await vault.previewRestore(foreign, code))).toBe('backup/not-a-backup');
    expect(codeOf(await vault.previewRestore(await lockAge(new Uint8Array(9), { recipient }), code))).toBe('backup/damaged');
  });
});
