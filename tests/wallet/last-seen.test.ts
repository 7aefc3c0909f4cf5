import { describe, expect, it } from 'vitest';
import { badgeClaims } from '../../src/tools/sampling/sample-claims.ts';
import { createEdwardsKey, freshSeeds } from '../../src/tools/sampling/sample-keys.ts';
import { signCredential } from '../../src/tools/sampling/sign-samples.ts';
import { valueOf } from '../platform/vault/vault-rig.ts';
import { createNodeWorld } from '../support/node-world.ts';
import type { NodeWorld } from '../support/node-world.ts';

const words = 'correct horse battery staple';
const hour = 3_600_000;
const year = 365 * 24 * hour;
const settings = { receiver: 'Anna, Ward 3', purpose: 'job', end: 'interview', proof: 'sign' } as const;

async function badge(validUntil?: string): Promise<string> {
  const key = await createEdwardsKey(freshSeeds('issuer'));
  const claims = badgeClaims({ issuer: key.did, id: `urn:uuid:${crypto.randomUUID()}`, validFrom: '2026-06-12T10:00:00Z' });
  return JSON.stringify(await signCredential({ ...claims, ...(validUntil === undefined ? {} : { validUntil }) }, 'eddsa-rdfc-2022', key, '2026-06-12T10:00:00Z'));
}

async function used(...texts: readonly string[]): Promise<NodeWorld> {
  const world = await createNodeWorld();
  valueOf(await world.wallet.protectByPassphrase(words));
  for (const text of texts) {
    const review = valueOf(await world.wallet.receive(world.received(text)));
    world.wallet.setPending(review);
    valueOf(await world.wallet.save(review.items.map(({ examination }) => examination.id)));
  }
  return world;
}

/** Another use of the wallet, at another time of the device. */
async function useAt({ wallet, rig }: NodeWorld, now: number): Promise<void> {
  await wallet.lock();
  rig.time.now = now;
  valueOf(await wallet.unlock({ type: 'passphrase', passphrase: words }));
}

const headlines = ({ wallet }: NodeWorld): readonly string[] => wallet.state.get().list.map(({ headline }) => headline);

describe('a device whose clock is behind the last use of the wallet', () => {
  it('B49 judges no date: the list, what is opened and what comes in are not checked, never valid', async () => {
    const world = await used(await badge(), await badge('2026-11-25T00:00:00Z'));
    const begun = world.rig.time.now;
    expect(headlines(world)).toEqual(['unknown-issuer', 'unknown-issuer']);
    await useAt(world, begun + 10 * 24 * hour);
    expect(headlines(world).toSorted()).toEqual(['expired', 'unknown-issuer']);
    await useAt(world, begun);
    expect(headlines(world)).toEqual(['not-checked', 'not-checked']);
    expect(world.wallet.state.get().clockBehind).toEqual({ now: begun, seen: begun + 10 * 24 * hour });
    for (const { summary } of world.wallet.state.get().list) {
      expect(valueOf(await world.wallet.open(summary.id)).examined.axes.time).toBe('could-not-check');
    }
    const review = valueOf(await world.wallet.receive(world.received(await badge())));
    expect(review.items[0]?.examination).toMatchObject({ headline: 'not-checked', axes: { time: 'could-not-check' } });
  });

  it('B49 a clock that is back by less than a day is not wrong', async () => {
    const world = await used(await badge());
    const begun = world.rig.time.now;
    await useAt(world, begun - 24 * hour);
    expect([headlines(world), world.wallet.state.get().clockBehind]).toEqual([['unknown-issuer'], undefined]);
    await useAt(world, begun - 24 * hour - 1);
    expect(headlines(world)).toEqual(['not-checked']);
    expect(world.wallet.state.get().clockBehind).toBeDefined();
  });

  it('B49 her word that the clock is right heals it: a day far ahead leaves nobody stuck', async () => {
    const world = await used(await badge());
    const begun = world.rig.time.now;
    await useAt(world, begun + 10 * year);
    await useAt(world, begun);
    const [listed] = world.wallet.state.get().list;
    if (listed === undefined) throw new Error('nothing is listed');
    valueOf(await world.wallet.open(listed.summary.id));
    valueOf(await world.wallet.trustClock());
    expect(world.wallet.state.get().clockBehind).toBeUndefined();
    await expect.poll(() => headlines(world)).toEqual(['unknown-issuer']);
    expect(valueOf(await world.wallet.open(listed.summary.id)).examined.axes.time).toBe('within');
  });

  it('B49 a clock that is put right by itself heals it too: what was looked at meanwhile is judged again when one of it is opened', async () => {
    const world = await used(await badge(), await badge());
    const begun = world.rig.time.now;
    await useAt(world, begun + 10 * 24 * hour);
    await useAt(world, begun);
    const ids = world.wallet.state.get().list.map(({ summary }) => summary.id);
    for (const id of ids) valueOf(await world.wallet.open(id));
    await useAt(world, begun + 10 * 24 * hour);
    valueOf(await world.wallet.open(ids[0] ?? expect.fail('nothing is listed')));
    await expect.poll(() => headlines(world)).toEqual(['unknown-issuer', 'unknown-issuer']);
  });

  it('B49 before the build the clock is wrong whatever she says, and nothing offers her to say it', async () => {
    const world = await used(await badge());
    await useAt(world, world.rig.time.now - 60 * 24 * hour);
    expect(world.wallet.state.get().clockBehind).toBeUndefined();
    valueOf(await world.wallet.trustClock());
    expect(headlines(world)).toEqual(['not-checked']);
  });

  it('C26 ten years ahead or back, no credential becomes valid, and sharing, backup and opening go on', async () => {
    for (const moved of [10 * year, -10 * year, -5 * 24 * hour]) {
      const world = await used(await badge('2026-11-23T00:00:00Z'));
      const begun = world.rig.time.now;
      await useAt(world, begun + 2 * 24 * hour);
      expect(headlines(world)).toEqual(['expired']);
      await useAt(world, begun + 2 * 24 * hour + moved);
      expect(headlines(world)).toEqual([moved > 0 ? 'expired' : 'not-checked']);
      const id = world.wallet.state.get().list[0]?.summary.id;
      if (id === undefined) throw new Error('nothing is listed');
      expect(valueOf(await world.wallet.open(id)).examined.axes.unchanged).toBe('yes');
      expect(valueOf(await world.wallet.prepareShare([id], settings)).form).toBe('presentation');
      expect(valueOf(await world.wallet.makeBackup('recovery-code')).count).toBe(1);
    }
  });

  it('C26 another time zone and summer time move no instant: the same verdicts, and no word about the clock', async () => {
    const zone = process.env['TZ'];
    const world = await used(await badge());
    try {
      for (const other of ['Pacific/Kiritimati', 'Pacific/Pago_Pago', 'Europe/Helsinki']) {
        process.env['TZ'] = other;
        await useAt(world, world.rig.time.now + 1);
        expect([headlines(world), world.wallet.state.get().clockBehind]).toEqual([['unknown-issuer'], undefined]);
      }
    } finally {
      if (zone === undefined) delete process.env['TZ'];
      else process.env['TZ'] = zone;
    }
  });
});
