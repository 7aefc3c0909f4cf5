import { expect, it } from 'vitest';
import { badgeClaims } from '../../src/tools/sampling/sample-claims.ts';
import { createEdwardsKey, freshSeeds } from '../../src/tools/sampling/sample-keys.ts';
import { signCredential } from '../../src/tools/sampling/sign-samples.ts';
import { createNodeWorld } from '../support/node-world.ts';
import { valueOf } from '../platform/vault/vault-rig.ts';

it('a name does not outlive the list that it is from', async () => {
  const { wallet, rig, received } = await createNodeWorld();
  valueOf(await wallet.protectByPassphrase('eleven quiet lemons on the roof'));
  const key = await createEdwardsKey(freshSeeds('issuer'));
  const claims = badgeClaims({ issuer: key.did, id: 'urn:uuid:1', validFrom: '2026-06-12T10:00:00Z' });
  const signed = await signCredential(claims, 'eddsa-rdfc-2022', key, '2026-06-12T10:00:00Z');
  valueOf(await wallet.addList(received(JSON.stringify({ meta: { title: 'Known' }, registry: { [key.did]: { name: 'Northern University' } } }))));
  const review = valueOf(await wallet.receive(received(JSON.stringify(signed))));
  wallet.setPending(review);
  const [id] = valueOf(await wallet.save(review.items.map(({ examination }) => examination.id))).saved;
  const headline = (): string | undefined => wallet.state.get().list[0]?.headline;
  if (id === undefined) throw new Error('nothing saved');
  expect(headline()).toBe('no-status');
  expect(valueOf(await wallet.open(id)).examined.issuerMatch).toMatchObject({ basis: 'listed', name: 'Northern University' });
  valueOf(await wallet.removeList(rig.vault.snapshot.get().lists[0]?.id ?? ''));
  expect(rig.vault.snapshot.get().lists).toEqual([]);
  expect(headline()).toBe('unknown-issuer');
  const opened = valueOf(await wallet.open(id)).examined;
  expect({ headline: opened.headline, match: opened.issuerMatch }).toEqual({ headline: 'unknown-issuer', match: undefined });
  expect(headline()).toBe('unknown-issuer');
});
