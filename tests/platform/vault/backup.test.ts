import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { toInstant } from '../../../src/core/model/instant.ts';
import type { RecoverySheet } from '../../../src/wallet/ports.ts';
import { padmeLength } from '../../../src/platform/vault/padme.ts';
import { codeOf, createOpenRig, createRig, itemOf, passphrase, shareOf, valueOf } from './vault-rig.ts';
import type { Rig } from './vault-rig.ts';

const words = { type: 'passphrase', passphrase: 'six words for this one file' } as const;

interface Filled extends Rig {
  readonly sheet: RecoverySheet;
  readonly code: { readonly type: 'recovery'; readonly code: string };
}

/** A vault with two credentials, a share, an issuer and a key. */
async function createFilledRig(): Promise<Filled> {
  const rig = await createRig();
  const sheet = valueOf(await rig.vault.create(passphrase));
  valueOf(await rig.vault.add([await itemOf('one'), await itemOf('two', { signerThumbprint: 'thumb' })]));
  valueOf(await rig.vault.recordShare(shareOf('a')));
  valueOf(await rig.vault.knowIssuer({ keyThumbprint: 'k', issuerId: 'did:x:1', name: 'School', since: toInstant(1) }));
  valueOf(await rig.vault.holderKey('Ed25519'));
  return { ...rig, sheet, code: { type: 'recovery', code: sheet.groups.join(' ') } };
}

describe('backup', () => {
  it('is done only when the saved file was read back', async () => {
    const { vault, sheet } = await createFilledRig();
    expect(vault.snapshot.get().backup).toEqual({ changesSince: 3, sheetSeen: false });
    const file = valueOf(await vault.makeBackup('recovery-code'));
    expect(file).toMatchObject({ count: 2, shortId: sheet.shortId, fileName: `mecum-backup-${sheet.shortId}-2026-11-22.age` });
    expect(vault.snapshot.get().backup.lastVerifiedAt).toBeUndefined();
    expect(codeOf(await vault.confirmBackup(file.bytes.slice(1)))).toBe('backup/not-the-same');
    valueOf(await vault.add([await itemOf('between')]));
    expect(valueOf(await vault.confirmBackup(file.bytes))).toEqual({ count: 2 });
    expect(vault.snapshot.get().backup).toMatchObject({ changesSince: 1 });
    expect(vault.snapshot.get().backup.lastVerifiedAt).toBeDefined();
  });

  it('comes back whole in an empty browser with file and code, and the sheet stays valid', async () => {
    const { vault, code, sheet } = await createFilledRig();
    const { bytes } = valueOf(await vault.makeBackup('recovery-code'));
    const empty = await createRig();
    const preview = valueOf(await empty.vault.previewRestore(bytes, code));
    expect(preview).toMatchObject({ keys: 1, shares: 1, issuers: 1, unknownKinds: 0 });
    expect(preview.items).toEqual([
      { title: 'Title of one', state: 'new' },
      { title: 'Title of two', state: 'new' },
    ]);
    expect(empty.vault.snapshot.get().status.kind).toBe('absent');
    const kept = valueOf(await empty.vault.create(passphrase, code.code));
    expect(kept.shortId).toBe(sheet.shortId);
    expect(valueOf(await empty.vault.restore(bytes, code, 'merge'))).toEqual({ added: 2, unreadable: [] });
    const [before, after] = [vault.snapshot.get(), empty.vault.snapshot.get()];
    expect(after.shares).toEqual(before.shares);
    expect(after.issuers).toEqual(before.issuers);
    expect(after.holder).toEqual(before.holder);
    for (const { id } of before.items) {
      const [original, copy] = [valueOf(await vault.open(id)), valueOf(await empty.vault.open(id))];
      expect(copy.raw).toEqual(original.raw);
    }
    expect(valueOf(await empty.vault.makeBackup('recovery-code')).shortId).toBe(sheet.shortId);
  });

  it('B100 brings no verdict back: checked anew, the signer unknown', async () => {
    const { vault, code } = await createFilledRig();
    const { bytes } = valueOf(await vault.makeBackup('recovery-code'));
    const empty = await createOpenRig();
    valueOf(await empty.vault.restore(bytes, code, 'merge'));
    expect(vault.snapshot.get().items.map(({ axes }) => axes.unchanged)).toEqual(['yes', 'yes']);
    for (const { axes, signerThumbprint } of empty.vault.snapshot.get().items) {
      expect(new Set(Object.values(axes))).toEqual(new Set(['could-not-check']));
      expect(signerThumbprint).toBeUndefined();
    }
  });

  it('C24 merges twice without change, keeps what was there, and replaces when asked', async () => {
    const { vault, code } = await createFilledRig();
    const { bytes } = valueOf(await vault.makeBackup('recovery-code'));
    const other = await createOpenRig();
    valueOf(await other.vault.add([await itemOf('one'), await itemOf('mine'), await itemOf('two, newer', { sameness: 'same:two' })]));
    const preview = valueOf(await other.vault.previewRestore(bytes, code));
    expect(preview.items.map(({ state }) => state)).toEqual(['same', 'newer']);
    expect(valueOf(await other.vault.restore(bytes, code, 'merge')).added).toBe(1);
    const merged = other.vault.snapshot.get();
    expect(merged.items).toHaveLength(4);
    expect(valueOf(await other.vault.restore(bytes, code, 'merge')).added).toBe(0);
    expect(other.vault.snapshot.get()).toEqual(merged);
    expect(valueOf(await other.vault.restore(bytes, code, 'replace')).added).toBe(2);
    expect(other.vault.snapshot.get().items.map(({ title }) => title[0]?.text)).toEqual(['Title of one', 'Title of two']);
  });

  it('opens by its own words where they were chosen, and tells the secrets apart', async () => {
    const { vault, code } = await createFilledRig();
    expect(codeOf(await vault.makeBackup({ passphrase: 'short' }))).toBe('vault/weak-secret');
    expect(codeOf(await vault.makeBackup({ passphrase: `${words.passphrase}\ud800` }))).toBe('vault/weak-secret');
    // C19: spaces that keyboards make of Option and space count as spaces, here as in the vault itself.
    const { bytes } = valueOf(await vault.makeBackup({ passphrase: words.passphrase.replaceAll(' ', '\u00a0') }));
    const { vault: empty } = await createRig();
    expect(valueOf(await empty.previewRestore(bytes, words)).items).toHaveLength(2);
    expect(await empty.previewRestore(bytes, code)).toMatchObject({ error: { code: 'backup/wrong-secret', facts: { needs: 'passphrase' } } });
    expect(await empty.previewRestore(bytes, { ...words, passphrase: 'other words altogether' })).toMatchObject({
      error: { code: 'backup/wrong-secret', facts: {} },
    });
  }, 180_000);

  it('B98 refuses other scrypt costs before deriving', async () => {
    const { vault } = await createRig();
    for (const cost of ['1', '12', '15', '19', '22', '63', '018']) {
      const header = `age-encryption.org/v1\n-> scrypt ${'A'.repeat(22)} ${cost}\n${'A'.repeat(43)}\n--- ${'A'.repeat(43)}\n`;
      const refused = await vault.previewRestore(new TextEncoder().encode(header), words);
      expect(refused, cost).toMatchObject({ error: { code: 'backup/damaged', facts: { part: 'header', cost } } });
    }
    const fine = `age-encryption.org/v1\n-> scrypt ${'A'.repeat(22)} 16\n${'A'.repeat(43)}\n--- ${'A'.repeat(43)}\n${'A'.repeat(64)}`;
    expect(codeOf(await vault.previewRestore(new TextEncoder().encode(fine), words))).toBe('backup/wrong-secret');
  }, 60_000);

  it('reads a backup that an age tool has written as text, and says when that text is cut', async () => {
    const { armor } = await import('age-encryption');
    const { vault, code } = await createFilledRig();
    const text = armor.encode(valueOf(await vault.makeBackup('recovery-code')).bytes);
    const { vault: empty } = await createRig();
    expect(valueOf(await empty.previewRestore(new TextEncoder().encode(`\n${text}\n`), code)).items).toHaveLength(2);
    const cut = await empty.previewRestore(new TextEncoder().encode(text.slice(0, 900)), code);
    expect(cut).toMatchObject({ error: { code: 'backup/damaged', facts: { part: 'armor' } } });
  });

  it('tells a foreign file, a newer one and another sheet apart', async () => {
    const { vault, code } = await createFilledRig();
    const { bytes } = valueOf(await vault.makeBackup('recovery-code'));
    const other = await createRig();
    const otherSheet = valueOf(await other.vault.create(passphrase));
    const tryWith = async (file: Uint8Array): Promise<string> => codeOf(await other.vault.previewRestore(file, code));
    expect(await tryWith(new TextEncoder().encode('%PDF-1.7'))).toBe('backup/not-a-backup');
    expect(await tryWith(new Uint8Array(0))).toBe('backup/not-a-backup');
    expect(await tryWith(new TextEncoder().encode('age-encryption.org/v2\n-> new\n'))).toBe('backup/newer-version');
    const wrong = await other.vault.previewRestore(bytes, { type: 'recovery', code: otherSheet.groups.join('') });
    expect(codeOf(wrong)).toBe('backup/wrong-secret');
  });

  it('hides how much is in it behind a Padmé length', async () => {
    const { vault, sheet } = await createFilledRig();
    const { bytes } = valueOf(await vault.makeBackup('recovery-code'));
    const { Decrypter } = await import('age-encryption');
    const decrypter = new Decrypter();
    decrypter.addIdentity(sheet.ageIdentity);
    const zip = await decrypter.decrypt(bytes);
    expect(padmeLength(zip.length)).toBe(zip.length);
    expect(Object.keys(unzipSync(zip))).toContain('padding');
  });

  it('saves all originals byte for byte', async () => {
    const { vault } = await createFilledRig();
    const file = valueOf(await vault.exportOriginals());
    expect(file).toMatchObject({ fileName: 'mecum-originals-2026-11-22.zip', count: 2 });
    const files = unzipSync(file.bytes);
    const [one, two] = [await itemOf('one'), await itemOf('two')];
    expect(files[`${one.summary.id}.json`]).toEqual(one.raw);
    expect(files[`${two.summary.id}.json`]).toEqual(two.raw);
    expect(new TextDecoder().decode(files['README.txt'])).toContain('NOT LOCKED');
  });
});

const ageTool = 'age';
const hasAge = spawnSync(ageTool, ['--version']).status === 0;

describe.skipIf(!hasAge)('backup and the age tool (skipped where age is not installed)', () => {
  it('opens with age -d and the identity on the sheet', async () => {
    const { vault, sheet } = await createFilledRig();
    const { bytes } = valueOf(await vault.makeBackup('recovery-code'));
    const folder = mkdtempSync(join(tmpdir(), 'mecum-age-'));
    const [file, identity, zip] = ['backup.age', 'identity.txt', 'backup.zip'].map((name) => join(folder, name)) as [string, string, string];
    writeFileSync(file, bytes);
    writeFileSync(identity, `${sheet.ageIdentity}\n`);
    execFileSync(ageTool, ['-d', '-i', identity, '-o', zip, file]);
    const files = unzipSync(readFileSync(zip));
    const one = await itemOf('one');
    expect(files[`credentials/${one.summary.id}.json`]).toEqual(one.raw);
  });
});

it('is made of everything, and brings everything back, whatever day an earlier version has written beside a credential', async () => {
  const rig = await createRig();
  const sheet = valueOf(await rig.vault.create(passphrase));
  valueOf(await rig.vault.add([await itemOf('odd', { issuedOn: '+010000-01' }), await itemOf('fine', { issuedOn: '2026-06-12' })]));
  const { bytes, count } = valueOf(await rig.vault.makeBackup('recovery-code'));
  expect(count).toBe(2);
  const other = await createOpenRig();
  expect(valueOf(await other.vault.restore(bytes, { type: 'recovery', code: sheet.groups.join(' ') }, 'merge'))).toEqual({ added: 2, unreadable: [] });
  expect(other.vault.snapshot.get().items.map(({ issuedOn }) => issuedOn).sort()).toEqual(['2026-06-12', undefined]);
});
