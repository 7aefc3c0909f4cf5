import { describe, expect, it } from 'vitest';
import { toInstant } from '../../src/core/model/instant.ts';
import { badgeClaims } from '../../src/tools/sampling/sample-claims.ts';
import { createEdwardsKey, edwardsTokenKey, fixtureSeeds } from '../../src/tools/sampling/sample-keys.ts';
import { signCredential, signToken } from '../../src/tools/sampling/sign-samples.ts';
import { listItems } from '../../src/wallet/list-items.ts';
import { valueOf } from '../platform/vault/vault-rig.ts';
import { itemSummary } from '../support/item-summary.ts';
import { createNodeWorld } from '../support/node-world.ts';
import type { NodeWorld } from '../support/node-world.ts';

const at = (text: string) => toInstant(Date.parse(text));
const judging = { now: at('2026-11-22T12:00:00Z'), notBefore: at('2026-11-01T00:00:00Z'), ownList: [] };
const key = await createEdwardsKey(fixtureSeeds('issuer'));
const claims = badgeClaims({ issuer: key.did, id: 'urn:uuid:2f9d0a54-3a66-4a5e-9a37-6d1f5c7b8e90', validFrom: '2026-06-12T10:00:00Z' });
const signed = JSON.stringify(await signCredential(claims, 'eddsa-rdfc-2022', key, '2026-06-12T10:00:00Z'));

async function protectedWorld(): Promise<NodeWorld> {
  const world = await createNodeWorld();
  valueOf(await world.wallet.protectByPassphrase('correct horse battery staple'));
  return world;
}

async function keep({ wallet, received }: NodeWorld, text: string) {
  const review = valueOf(await wallet.receive(received(text)));
  wallet.setPending(review);
  const saved = valueOf(await wallet.save(review.items.map(({ examination }) => examination.id)));
  return { already: review.items[0]?.already, saved: saved.saved.length };
}

describe('copies of a credential', () => {
  it('an unsigned or altered copy that came first never keeps the signed one out', async () => {
    const unsigned = JSON.stringify(claims);
    const altered = signed.replace(/"proofValue":"z[^"]{4}/, '"proofValue":"zzzzz');
    for (const first of [unsigned, altered]) {
      const world = await protectedWorld();
      expect((await keep(world, first)).saved).toBe(1);
      expect(await keep(world, signed)).toEqual({ already: 'newer-copy', saved: 1 });
      expect(world.wallet.state.get().list.map(({ headline }) => headline)).toContain('unknown-issuer');
    }
  });

  it('an unsigned copy of a signed one adds nothing', async () => {
    const world = await protectedWorld();
    await keep(world, signed);
    expect(await keep(world, JSON.stringify(claims))).toEqual({ already: 'same', saved: 0 });
  });

  it('a renewed token with the same claims and a later end is kept', async () => {
    const world = await protectedWorld();
    const until = (end: string) => signToken({ ...claims, exp: Date.parse(end) / 1_000 }, edwardsTokenKey(key), 'vc+jwt');
    await keep(world, await until('2027-01-01T00:00:00Z'));
    expect((await keep(world, await until('2028-01-01T00:00:00Z'))).saved).toBe(1);
  });

  it('a copy that another key signed, or none, never folds the genuine one under it', () => {
    const genuine = itemSummary('genuine', { sameness: 's', issued: at('2026-01-01T00:00:00Z') });
    const foreign = itemSummary('foreign', { sameness: 's', issued: at('2026-09-01T00:00:00Z'), signerThumbprint: 'key-2' });
    const altered = itemSummary('altered', { sameness: 's', issued: at('2026-09-02T00:00:00Z'), axes: { ...genuine.axes, unchanged: 'no' } });
    const newer = itemSummary('newer', { sameness: 's', issued: at('2026-02-01T00:00:00Z') });
    const list = listItems([genuine, foreign, altered, newer], new Set(), judging);
    expect(list.map(({ summary, older }) => [summary.id, older.map(({ id }) => id)])).toEqual([
      ['altered', []],
      ['foreign', []],
      ['newer', ['genuine']],
    ]);
  });
});
