import { expect, it, vi } from 'vitest';
import { succeed } from '../../src/core/model/attempt.ts';
import type { Want } from '../../src/core/model/answers.ts';
import { createEdwardsKey, freshSeeds } from '../../src/tools/sampling/sample-keys.ts';
import { testNow } from '../support/examining.ts';
import { createNodeWorld } from '../support/node-world.ts';
import { answered, bitstringEntry, bitstringList, listAddress, withStatus } from '../support/status-lists.ts';
import { valueOf } from '../platform/vault/vault-rig.ts';

it('what a list says of one credential counts in the list of credentials for all that stand in it, and for nobody else', async () => {
  const [key, other] = [await createEdwardsKey(freshSeeds('issuer')), await createEdwardsKey(freshSeeds('other'))];
  const list = await bitstringList(key, [6]);
  const { wallet, rig, received } = await createNodeWorld(undefined, async () => succeed(answered(list)));
  rig.time.now = testNow;
  valueOf(await wallet.protectByPassphrase('eleven quiet lemons on the roof'));
  const made = [
    await withStatus(key, bitstringEntry(), { id: 'urn:uuid:0f0e0d0c-0000-4000-8000-000000000005' }),
    await withStatus(key, bitstringEntry({ statusListIndex: '6' }), { id: 'urn:uuid:0f0e0d0c-0000-4000-8000-000000000006' }),
    await withStatus(other, bitstringEntry({ statusListIndex: '6' }), { id: 'urn:uuid:0f0e0d0c-0000-4000-8000-000000000007' }),
  ];
  const review = valueOf(await wallet.receive(received(JSON.stringify(made))));
  wallet.setPending(review);
  const saved = valueOf(await wallet.save(review.items.map(({ examination }) => examination.id))).saved;
  const [asked] = saved;
  if (asked === undefined) throw new Error('nothing was saved');
  const status = () => saved.map((id) => rig.vault.snapshot.get().items.find((item) => item.id === id)?.axes.status);
  expect(status()).toEqual(['could-not-check', 'could-not-check', 'could-not-check']);
  const want: Want = { url: listAddress, purpose: 'status-list' };
  expect(await wallet.ask([want], 'wallet')).toMatchObject([{ outcome: { ok: true } }]);
  expect(valueOf(await wallet.open(asked)).examined.axes.status).toBe('in-force');
  await vi.waitFor(() => expect(status()).toEqual(['in-force', 'cancelled', 'could-not-check']), 5_000);
});
