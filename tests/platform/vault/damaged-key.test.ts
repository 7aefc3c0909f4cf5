import { describe, expect, it } from 'vitest';
import { toInstant } from '../../../src/core/model/instant.ts';
import { openKeyRoom } from '../../../src/platform/keys/open-key-room.ts';
import type { HolderKey, Vault } from '../../../src/wallet/ports.ts';
import { flipped, readRaw, writeRaw } from './raw-rows.ts';
import { codeOf, createOpenRig, passphrase, valueOf } from './vault-rig.ts';
import type { Rig } from './vault-rig.ts';

/** An open vault with one key of each type asked for, and the row of the first. */
async function withKeys(...types: readonly HolderKey['type'][]): Promise<{ readonly rig: Rig; readonly keys: readonly HolderKey[]; readonly rowIds: readonly string[] }> {
  const rig = await createOpenRig({ openKeyRoom });
  const [keys, rowIds]: [HolderKey[], string[]] = [[], []];
  for (const type of types) {
    const before = new Set((await readRaw(rig.factory)).records.map(({ id }) => id));
    keys.push(valueOf(await rig.vault.holderKey(type)));
    rowIds.push(...(await readRaw(rig.factory)).records.map(({ id }) => id).filter((id) => !before.has(id)));
  }
  return { rig, keys, rowIds };
}

async function reopenWith(rig: Rig, rowId: string, how: 'turned' | 'gone', chunkToo = false): Promise<Vault> {
  await rig.vault.lock();
  const rows = await readRaw(rig.factory);
  const records = rows.records.flatMap((row) => (row.id !== rowId ? [row] : how === 'gone' ? [] : [{ ...row, ct: flipped(row.ct, 9) }]));
  const chunks = rows.chunks.map((row) => (chunkToo && row.id === '0' ? { ...row, ct: flipped(row.ct, 9) } : row));
  await writeRaw(rig.factory, { ...rows, records, chunks });
  const vault = await rig.again();
  valueOf(await vault.unlock(passphrase));
  return vault;
}

function signing(vault: Vault, rig: Rig, key: HolderKey): ReturnType<Vault['sign']> {
  const { verificationMethod } = key;
  const documentHash = new Uint8Array(32);
  return vault.sign({ kind: 'di', cryptosuite: 'eddsa-rdfc-2022', verificationMethod, created: toInstant(rig.time.now), domain: 'anyone', challenge: 'c', documentHash });
}

describe('a damaged holder key', () => {
  for (const how of ['turned', 'gone'] as const) {
    it(`C15 whose record is ${how} is never replaced by a new one, however often it is asked for`, async () => {
      const { rig, keys, rowIds } = await withKeys('Ed25519');
      const vault = await reopenWith(rig, rowIds[0] ?? '', how);
      for (let time = 0; time < 3; time++) expect(codeOf(await vault.holderKey('Ed25519'))).toBe('store/corrupt');
      expect(vault.snapshot.get().holder).toBeUndefined();
      expect(vault.snapshot.get().damaged).toHaveLength(1);
      const later = await rig.again();
      valueOf(await later.unlock(passphrase));
      expect(codeOf(await later.holderKey('Ed25519'))).toBe('store/corrupt');
      // Removed on purpose, the way is free.
      valueOf(await later.remove(later.snapshot.get().damaged.map(({ id }) => id as never)));
      expect(valueOf(await later.holderKey('Ed25519')).did).not.toBe(keys[0]?.did);
    });
  }

  it('C15 with its summary lost too is never replaced by a new one', async () => {
    const { rig, rowIds } = await withKeys('Ed25519');
    const vault = await reopenWith(rig, rowIds[0] ?? '', 'turned', true);
    expect(codeOf(await vault.holderKey('Ed25519'))).toBe('store/corrupt');
    valueOf(await vault.markSheetSeen());
    expect(codeOf(await vault.holderKey('Ed25519'))).toBe('store/corrupt');
  });

  it('C15 does not keep a key of the other type from signing or from being made', async () => {
    const { rig, keys, rowIds } = await withKeys('P-256', 'Ed25519');
    const vault = await reopenWith(rig, rowIds[0] ?? '', 'turned');
    expect(codeOf(await vault.holderKey('P-256'))).toBe('store/corrupt');
    expect(valueOf(await vault.holderKey('Ed25519')).did).toBe(keys[1]?.did);
    for (const key of keys) expect(codeOf(await signing(vault, rig, key))).toBe(key.type === 'Ed25519' ? 'succeeded' : 'vault/signing-refused');
    const other = await withKeys('P-256');
    const second = await reopenWith(other.rig, other.rowIds[0] ?? '', 'turned');
    valueOf(await second.holderKey('Ed25519'));
  });

  it('comes back with a backup, and signs as before', async () => {
    const { rig, keys, rowIds } = await withKeys('Ed25519');
    const sheet = valueOf(await rig.vault.recoverySheet());
    const { bytes } = valueOf(await rig.vault.makeBackup('recovery-code'));
    const vault = await reopenWith(rig, rowIds[0] ?? '', 'turned');
    expect(codeOf(await vault.holderKey('Ed25519'))).toBe('store/corrupt');
    valueOf(await vault.restore(bytes, { type: 'recovery', code: sheet.groups.join('') }, 'merge'));
    expect(valueOf(await vault.holderKey('Ed25519'))).toEqual(keys[0]);
    expect(vault.snapshot.get().damaged).toEqual([]);
    for (const key of keys) expect(codeOf(await signing(vault, rig, key))).toBe('succeeded');
  });
});
