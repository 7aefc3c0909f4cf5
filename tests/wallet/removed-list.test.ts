import { expect, it } from 'vitest';
import { credentialsIn } from '../../src/core/model/examination.ts';
import { badgeClaims } from '../../src/tools/sampling/sample-claims.ts';
import { createEdwardsKey, freshSeeds } from '../../src/tools/sampling/sample-keys.ts';
import { signCredential } from '../../src/tools/sampling/sign-samples.ts';
import { createNodeWorld } from '../support/node-world.ts';
import { valueOf } from '../platform/vault/vault-rig.ts';

/** A wallet with one credential, whose issuer a list of the learner's names. */
async function withListed() {
  const { wallet, rig, received } = await createNodeWorld();
  valueOf(await wallet.protectByPassphrase('eleven quiet lemons on the roof'));
  const key = await createEdwardsKey(freshSeeds('issuer'));
  const claims = badgeClaims({ issuer: key.did, id: 'urn:uuid:1', validFrom: '2026-06-12T10:00:00Z' });
  const signed = await signCredential(claims, 'eddsa-rdfc-2022', key, '2026-06-12T10:00:00Z');
  valueOf(await wallet.addList(received(JSON.stringify({ meta: { title: 'Known' }, registry: { [key.did]: { name: 'Northern University' } } }))));
  const review = valueOf(await wallet.receive(received(JSON.stringify(signed))));
  wallet.setPending(review);
  const [id] = valueOf(await wallet.save(review.items.map(({ examination }) => examination.id))).saved;
  if (id === undefined) throw new Error('nothing saved');
  return { wallet, rig, id };
}

it('shows in what is shared no name from a list of the learner: others do not have it', async () => {
  const { wallet, id } = await withListed();
  expect(valueOf(await wallet.open(id)).examined.issuerMatch).toMatchObject({ basis: 'listed', name: 'Northern University' });
  const { seen } = valueOf(await wallet.prepareShare([id], { receiver: 'Anna', purpose: '', end: 'interview', proof: 'sign' }));
  const [shown] = credentialsIn(seen);
  expect({ headline: shown?.headline, match: shown?.issuerMatch }).toEqual({ headline: 'unknown-issuer', match: undefined });
});

it('a name does not outlive the list that it is from', async () => {
  const { wallet, rig, id } = await withListed();
  const headline = (): string | undefined => wallet.state.get().list[0]?.headline;
  expect(headline()).toBe('no-status');
  expect(valueOf(await wallet.open(id)).examined.issuerMatch).toMatchObject({ basis: 'listed', name: 'Northern University' });
  valueOf(await wallet.removeList(rig.vault.snapshot.get().lists[0]?.id ?? ''));
  expect(rig.vault.snapshot.get().lists).toEqual([]);
  expect(headline()).toBe('unknown-issuer');
  const opened = valueOf(await wallet.open(id)).examined;
  expect({ headline: opened.headline, match: opened.issuerMatch }).toEqual({ headline: 'unknown-issuer', match: undefined });
  expect(headline()).toBe('unknown-issuer');
});

it('a name does not outlive the list in a review that waits to be kept either', async () => {
  const { wallet, rig, id } = await withListed();
  const stored = valueOf(await rig.vault.open(id));
  valueOf(await wallet.remove([id]));
  const review = valueOf(await wallet.receive({ bytes: stored.raw, transport: 'file', arrivedAt: wallet.now() }));
  wallet.setPending(review);
  expect(review.items[0]?.examination.axes.issuer).toBe('listed');
  valueOf(await wallet.removeList(rig.vault.snapshot.get().lists[0]?.id ?? ''));
  valueOf(await wallet.save([id]));
  expect(wallet.state.get().list.map(({ headline, summary }) => [headline, summary.axes.issuer])).toEqual([['unknown-issuer', 'unknown']]);
});
