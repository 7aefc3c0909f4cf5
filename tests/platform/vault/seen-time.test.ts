import { describe, expect, it } from 'vitest';
import { createFaultyStorage } from './fault-storage.ts';
import { codeOf, createOpenRig, createRig, itemOf, passphrase, storageOver, valueOf } from './vault-rig.ts';
import type { Rig } from './vault-rig.ts';

const hour = 3_600_000;
const year = 365 * 24 * hour;

/** When the vault was used last, after one more use. */
async function seenBy({ vault }: Pick<Rig, 'vault'>): Promise<number | undefined> {
  await vault.answers([]);
  return vault.snapshot.get().lastSeenAt;
}

describe('when a vault was used last', () => {
  it('B49 is known from the first moment, brought forward by use at most once an hour, and never back by a clock', async () => {
    const rig = await createOpenRig();
    const begun = rig.time.now;
    expect(await seenBy(rig)).toBe(begun);
    rig.time.now += hour - 1;
    expect(await seenBy(rig)).toBe(begun);
    rig.time.now += 1;
    expect(await seenBy(rig)).toBe(begun + hour);
    rig.time.now = begun - year;
    expect(await seenBy(rig)).toBe(begun + hour);
  });

  it('B49 is sealed in the vault: it is there after an unlock, and not before', async () => {
    const rig = await createOpenRig();
    rig.time.now += 5 * hour;
    const seen = await seenBy(rig);
    expect(seen).toBe(rig.time.now);
    await rig.vault.lock();
    expect(rig.vault.snapshot.get().lastSeenAt).toBeUndefined();
    const again = await rig.again();
    expect(again.snapshot.get().lastSeenAt).toBeUndefined();
    rig.time.now -= 2 * hour;
    valueOf(await again.unlock(passphrase));
    expect(again.snapshot.get().lastSeenAt).toBe(seen);
  });

  it('B49 is set back by the word of its owner alone, and only where the vault is open', async () => {
    const rig = await createOpenRig();
    const right = rig.time.now;
    rig.time.now += 10 * year;
    expect(await seenBy(rig)).toBe(right + 10 * year);
    rig.time.now = right;
    valueOf(await rig.vault.trustClock());
    expect(rig.vault.snapshot.get().lastSeenAt).toBe(right);
    await rig.vault.lock();
    expect(codeOf(await rig.vault.trustClock())).toBe('vault/locked');
  });

  it('B49 a backup does not carry it: a restore brings no time to come', async () => {
    const ahead = await createRig();
    const { groups } = valueOf(await ahead.vault.create(passphrase));
    const code = { type: 'recovery', code: groups.join('') } as const;
    ahead.time.now += 10 * year;
    valueOf(await ahead.vault.add([await itemOf('one')]));
    const { bytes } = valueOf(await ahead.vault.makeBackup('recovery-code'));
    for (const mode of ['merge', 'replace'] as const) {
      const rig = await createOpenRig();
      expect(valueOf(await rig.vault.restore(bytes, code, mode)).added).toBe(1);
      expect(await seenBy(rig)).toBe(rig.time.now);
    }
  });

  it('asks nothing of a disk that is full: the vault opens, and the older time stays', async () => {
    const rig = await createRig();
    valueOf(await rig.vault.create(passphrase));
    const begun = rig.time.now;
    const full = createFaultyStorage(storageOver(rig.factory));
    const again = await rig.again({ storage: full });
    full.arm('commit', 'store/quota', 0, Infinity);
    rig.time.now += 2 * hour;
    valueOf(await again.unlock(passphrase));
    expect(await seenBy({ vault: again })).toBe(begun);
    expect(again.snapshot.get().status.kind).toBe('open');
  });
});
