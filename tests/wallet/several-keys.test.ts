import { describe, expect, it } from 'vitest';
import { refuse } from '../../src/core/model/attempt.ts';
import type { ItemId } from '../../src/core/model/ids.ts';
import { badgeClaims } from '../../src/tools/sampling/sample-claims.ts';
import { createEdwardsKey, freshSeeds } from '../../src/tools/sampling/sample-keys.ts';
import { signCredential } from '../../src/tools/sampling/sign-samples.ts';
import { createNodeWorld } from '../support/node-world.ts';
import type { NodeWorld } from '../support/node-world.ts';
import { valueOf } from '../platform/vault/vault-rig.ts';

const settings = { receiver: 'Anna', purpose: 'job', end: 'interview', proof: 'prove', challenge: 'code-1' } as const;
const words = 'correct horse battery staple';

async function keepBadge(world: NodeWorld, subject: string): Promise<ItemId> {
  const key = await createEdwardsKey(freshSeeds('issuer'));
  const claims = badgeClaims({ issuer: key.did, id: `urn:uuid:${crypto.randomUUID()}`, validFrom: '2026-06-12T10:00:00Z', subject });
  const text = JSON.stringify(await signCredential(claims, 'eddsa-rdfc-2022', key, '2026-06-12T10:00:00Z'));
  const review = valueOf(await world.wallet.receive(world.received(text)));
  world.wallet.setPending(review);
  const [id] = valueOf(await world.wallet.save(review.items.map(({ examination }) => examination.id))).saved;
  if (id === undefined) throw new Error('nothing saved');
  return id;
}

/** A wallet with a key and a credential for it, into which the backup of an older one is restored. */
async function mergedWorld() {
  const [older, world] = [await createNodeWorld(), await createNodeWorld()];
  valueOf(await older.wallet.protectByPassphrase(words));
  const { did: oldDid } = valueOf(await older.wallet.address());
  const old = await keepBadge(older, oldDid);
  const sheet = valueOf(await older.wallet.recoverySheet());
  const { bytes } = valueOf(await older.wallet.makeBackup('recovery-code'));
  world.rig.time.now += 60_000;
  valueOf(await world.wallet.protectByPassphrase(words));
  const { did: newDid } = valueOf(await world.wallet.address());
  const recent = await keepBadge(world, newDid);
  valueOf(await world.wallet.restore(bytes, { type: 'recovery', code: sheet.groups.join('') }, 'merge'));
  return { world, old, recent, oldDid, newDid };
}

describe('a wallet that holds two keys after a restore', () => {
  it('knows both as its own, and proves with the one that each credential names', async () => {
    const { world, old, recent, oldDid, newDid } = await mergedWorld();
    for (const [id, did] of [[old, oldDid], [recent, newDid]] as const) {
      expect(valueOf(await world.wallet.open(id)).namesOurKey).toBe(true);
      const share = valueOf(await world.wallet.prepareShare([id], settings));
      expect(JSON.parse(new TextDecoder().decode(share.presentation.bytes))).toMatchObject({ holder: did });
      const expected = { challenge: 'code-1', domain: 'Anna' };
      const seen = await (await createNodeWorld()).wallet.check(world.received(share.presentation.bytes), expected);
      expect(valueOf(seen)).toMatchObject({ kind: 'share', headline: 'proven', axes: { holder: 'proven-now' } });
    }
  });

  it('signs with its address what names different keys, or somebody else\'s', async () => {
    const { world, old, recent } = await mergedWorld();
    const { did } = valueOf(await world.wallet.address());
    const foreign = await keepBadge(world, 'did:key:z6MkpTHR8VNsBxYAAWHut2Geadd9jSwuBV8xRoAnwWsdvktH');
    expect(valueOf(await world.wallet.open(foreign)).namesOurKey).toBe(false);
    for (const ids of [[old, recent], [foreign]]) {
      const share = valueOf(await world.wallet.prepareShare(ids, { ...settings, proof: 'sign' }));
      expect(JSON.parse(new TextDecoder().decode(share.presentation.bytes))).toMatchObject({ holder: did });
      expect(share.seen).not.toMatchObject({ headline: 'proven' });
    }
  });
});

describe('opening a credential', () => {
  it('C07 needs no room on the device: a summary that cannot be written anew is shown all the same', async () => {
    const { world, old } = await mergedWorld();
    const { examined } = valueOf(await world.wallet.open(old));
    valueOf(await world.wallet.knowIssuer(examined, 'My school'));
    const refused: unknown[] = [];
    Object.assign(world.rig.vault, {
      resummarize: async (summaries: unknown) => {
        refused.push(summaries);
        return refuse('store/quota');
      },
    });
    const opened = valueOf(await world.wallet.open(old));
    expect(refused).toHaveLength(1);
    expect(opened.summary.axes.issuer).toBe('own-list');
    expect(opened.examined.issuerMatch).toMatchObject({ name: 'My school' });
  });
});
