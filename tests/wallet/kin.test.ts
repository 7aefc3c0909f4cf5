import { expect, it, vi } from 'vitest';
import { toInstant } from '../../src/core/model/instant.ts';
import { succeed } from '../../src/core/model/attempt.ts';
import { credentialsIn } from '../../src/core/model/examination.ts';
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

it('B60 a site that answers with an older list again makes nobody valid who was cancelled since: in the wallet, after a lock, and on the check page', async () => {
  const key = await createEdwardsKey(freshSeeds('issuer'));
  const [older, newer] = [await bitstringList(key, [], { validFrom: '2026-10-01T00:00:00Z' }), await bitstringList(key, [5], { validFrom: '2026-11-02T00:00:00Z' })];
  let list = newer;
  const { wallet, rig, received } = await createNodeWorld(undefined, async () => succeed(answered(list, { at: toInstant(rig.time.now) })));
  rig.time.now = testNow;
  valueOf(await wallet.protectByPassphrase('eleven quiet lemons on the roof'));
  const file = received(JSON.stringify(await withStatus(key, bitstringEntry(), { id: 'urn:uuid:0f0e0d0c-0000-4000-8000-000000000005' })));
  const review = valueOf(await wallet.receive(file));
  wallet.setPending(review);
  const [id] = valueOf(await wallet.save(review.items.map(({ examination }) => examination.id))).saved;
  if (id === undefined) throw new Error('nothing was saved');
  const want: Want = { url: listAddress, purpose: 'status-list' };
  const looks = async () => [valueOf(await wallet.open(id)).examined.axes.status, credentialsIn(valueOf(await wallet.check(file, 'none')))[0]?.axes.status];
  for (const next of [newer, older]) {
    list = next;
    rig.time.now += 1_000;
    await wallet.ask([want], 'wallet');
    await wallet.ask([want], 'check');
    expect(await looks(), JSON.stringify(next === newer)).toEqual(['cancelled', 'cancelled']);
  }
  await wallet.lock();
  valueOf(await rig.vault.unlock({ type: 'passphrase', passphrase: 'eleven quiet lemons on the roof' }));
  expect((await looks())[0]).toBe('cancelled');
});
