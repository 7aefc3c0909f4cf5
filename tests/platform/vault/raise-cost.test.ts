import { describe, expect, it, vi } from 'vitest';
import { refuse, succeed } from '../../../src/core/model/attempt.ts';
import { argonLadder, strongerCost } from '../../../src/platform/vault/argon-ladder.ts';
import type { ArgonCost, Kdf } from '../../../src/platform/vault/argon-ladder.ts';
import { parseHeader } from '../../../src/platform/vault/vault-header.ts';
import { withFailingRequest } from '../storage/failing-requests.ts';
import { readRaw } from './raw-rows.ts';
import { codeOf, createOpenRig, itemOf, passphrase, quickKdf, shareOf, valueOf } from './vault-rig.ts';
import type { Rig } from './vault-rig.ts';

const [strongest] = argonLadder;
const weakest = argonLadder.at(-1) as ArgonCost;
const patiently = { timeout: 50_000 };

function workOf({ m, t }: ArgonCost): number {
  return m * t;
}

/** A device that needs this long for the weakest cost, and for others in proportion. */
function deviceOf(ms: number, derive: Kdf['derive'] = quickKdf.derive): Kdf & { readonly asked: ArgonCost[] } {
  const asked: ArgonCost[] = [];
  return {
    asked,
    derive: async (words, salt, cost) => {
      asked.push(cost);
      const derived = await derive(words, salt, cost);
      return derived.ok ? succeed({ ...derived.value, elapsedMs: (ms * workOf(cost)) / workOf(weakest) }) : derived;
    },
  };
}

/** The slots as they lie on the disk: what each says of itself. */
async function slotsOf({ factory }: Rig): Promise<readonly string[]> {
  const header = (await readRaw(factory)).headers.map(parseHeader)[0];
  return header?.slots.map(({ about }) => about) ?? [];
}

async function costOf(rig: Rig): Promise<ArgonCost> {
  const about = JSON.parse((await slotsOf(rig)).find((text) => text.includes('argon2id')) ?? '{}') as { kdf: ArgonCost };
  const { m, t, p } = about.kdf;
  return { m, t, p };
}

/** A vault made on a slow device, locked, with one credential in it. */
async function createSlow(): Promise<Rig> {
  const rig = await createOpenRig({ kdf: deviceOf(2_300) });
  valueOf(await rig.vault.add([await itemOf('one')]));
  await rig.vault.lock();
  expect(await costOf(rig)).toEqual(weakest);
  return rig;
}

describe('the cost of a passphrase', () => {
  it('grows only where the device clearly manages more', () => {
    const slowest = 1_250 / (workOf(strongest) / workOf(weakest));
    expect(strongerCost(weakest, slowest)).toEqual(strongest);
    expect(strongerCost(weakest, slowest + 1)).toEqual(argonLadder[1]);
    expect(strongerCost(weakest, 1_200)).toBeUndefined();
    expect(strongerCost(strongest, 1)).toBeUndefined();
    expect(strongerCost({ m: 262_144, t: 3, p: 1 }, 1)).toBeUndefined();
  });

  it('is raised after an unlock on a better device, silently, and every way to open still opens', async () => {
    const rig = await createSlow();
    const [before] = await slotsOf(rig);
    const better = await rig.again({ kdf: deviceOf(10) });
    valueOf(await better.unlock(passphrase));
    await vi.waitFor(async () => expect(await costOf(rig)).toEqual(strongest), patiently);
    const sheet = valueOf(await better.recoverySheet());
    const { status } = better.snapshot.get();
    expect(status).toMatchObject({ kind: 'open', slots: [{ type: 'passphrase' }, { type: 'recovery' }] });
    expect(await slotsOf(rig)).toHaveLength(2);
    expect(await slotsOf(rig)).not.toContain(before);
    for (const secret of [passphrase, { type: 'recovery', code: sheet.groups.join('') } as const]) {
      const later = await rig.again({ kdf: deviceOf(10) });
      valueOf(await later.unlock(secret));
      expect(later.snapshot.get().items).toHaveLength(1);
    }
    expect(codeOf(await (await rig.again()).unlock({ ...passphrase, passphrase: 'another passphrase' }))).toBe('vault/wrong-secret');
  });

  it('stays what it was on the device it was made on, and for a wrong passphrase', async () => {
    const rig = await createSlow();
    const same = deviceOf(2_300);
    const vault = await rig.again({ kdf: same });
    valueOf(await vault.unlock(passphrase));
    const better = deviceOf(10);
    const other = await rig.again({ kdf: better });
    expect(codeOf(await other.unlock({ ...passphrase, passphrase: 'another passphrase' }))).toBe('vault/wrong-secret');
    expect([same.asked, better.asked]).toEqual([[weakest], [weakest]]);
  });

  it('C21 stays what it was where the stronger derivation dies, or gives another key the second time', async () => {
    let turn = 0;
    const dying: Kdf['derive'] = (words, salt, cost) => (cost.m === weakest.m ? quickKdf.derive(words, salt, cost) : Promise.resolve(refuse('device/worker-failed')));
    const wavering: Kdf['derive'] = (words, salt, cost) =>
      quickKdf.derive(words, cost.m === weakest.m ? salt : Uint8Array.of(...salt, (turn += 1)), cost);
    for (const [derive, times] of [[dying, 2], [wavering, 3]] as const) {
      const rig = await createSlow();
      const kdf = deviceOf(10, derive);
      const vault = await rig.again({ kdf });
      valueOf(await vault.unlock(passphrase));
      await vi.waitFor(() => expect(kdf.asked).toHaveLength(times), patiently);
      for (const id of ['a', 'b', 'c']) valueOf(await vault.recordShare(shareOf(id)));
      expect(await costOf(rig)).toEqual(weakest);
      await vault.lock();
      valueOf(await vault.unlock(passphrase));
    }
  });

  it('ends with the lock: with the vault closed no root key is left to make a way to open from', async () => {
    const rig = await createSlow();
    let release: () => void = () => undefined;
    const released = new Promise<void>((resolve) => (release = resolve));
    const kdf = deviceOf(10, async (words, salt, cost) => {
      if (cost.m !== weakest.m) await released;
      return quickKdf.derive(words, salt, cost);
    });
    const vault = await rig.again({ kdf });
    valueOf(await vault.unlock(passphrase));
    await vi.waitFor(() => expect(kdf.asked).toHaveLength(2), patiently);
    await vault.lock();
    release();
    const later = await rig.again({ kdf: quickKdf });
    valueOf(await later.unlock(passphrase));
    expect(await costOf(rig)).toEqual(weakest);
    expect(kdf.asked, 'nothing was made that could be tried').toHaveLength(2);
  });

  it('C06 C38 opens with the passphrase whichever request of the raise fails, and when the vault is locked meanwhile', async () => {
    for (let failing = 1; failing <= 8; failing++) {
      const rig = await createSlow();
      const kdf = deviceOf(10);
      const vault = await rig.again({ kdf });
      valueOf(await vault.unlock(passphrase));
      await withFailingRequest(failing, 'QuotaExceededError', async () => {
        await vi.waitFor(() => expect(kdf.asked).toHaveLength(3), patiently);
        if (failing === 8) await vault.lock();
        await vault.recordShare(shareOf('a'));
      });
      const later = await rig.again({ kdf: quickKdf });
      valueOf(await later.unlock(passphrase));
      expect(later.snapshot.get()).toMatchObject({ items: [{}], damaged: [] });
      expect([weakest, strongest]).toContainEqual(await costOf(rig));
    }
  });
});
