import { expect, it } from 'vitest';
import { badgeClaims } from '../../src/tools/sampling/sample-claims.ts';
import { createEdwardsKey, freshSeeds } from '../../src/tools/sampling/sample-keys.ts';
import { signCredential } from '../../src/tools/sampling/sign-samples.ts';
import { joinReviews } from '../../src/wallet/join-reviews.ts';
import { createNodeWorld } from '../support/node-world.ts';
import { valueOf } from '../platform/vault/vault-rig.ts';

async function badge(id: string): Promise<string> {
  const key = await createEdwardsKey(freshSeeds('issuer'));
  return JSON.stringify(await signCredential(badgeClaims({ issuer: key.did, id, validFrom: '2026-06-12T10:00:00Z' }), 'eddsa-rdfc-2022', key, '2026-06-12T10:00:00Z'));
}

it('of several files that are kept together, each keeps its own name and the way it came, also after a second look', async () => {
  const { wallet, rig, received } = await createNodeWorld();
  valueOf(await wallet.protectByPassphrase('eleven quiet lemons on the roof'));
  const came = [
    { ...received(await badge('urn:uuid:1')), fileName: 'first.json', transport: 'file' },
    { ...received(await badge('urn:uuid:2')), fileName: 'second.json', transport: 'drop' },
    { ...received(await badge('urn:uuid:3')), transport: 'paste' },
  ] as const;
  const reviews = [];
  for (const one of came) reviews.push(valueOf(await wallet.receive(one)));
  wallet.setPending(joinReviews(reviews));
  const { items } = valueOf(await wallet.reviewAgain());
  const { saved } = valueOf(await wallet.save(items.map(({ examination }) => examination.id)));
  const kept = [];
  for (const id of saved) kept.push(valueOf(await rig.vault.open(id)));
  expect(kept.map(({ fileName, transport }) => [fileName, transport])).toEqual([['first.json', 'file'], ['second.json', 'drop'], [undefined, 'paste']]);
});

it('keeps of several files only what was chosen', async () => {
  const { wallet, received } = await createNodeWorld();
  valueOf(await wallet.protectByPassphrase('eleven quiet lemons on the roof'));
  const reviews = [valueOf(await wallet.receive(received(await badge('urn:uuid:1')))), valueOf(await wallet.receive(received(await badge('urn:uuid:2'))))];
  wallet.setPending(joinReviews(reviews));
  const second = reviews[1]?.items[0]?.examination.id;
  if (second === undefined) throw new Error('nothing to review');
  expect(valueOf(await wallet.save([second])).saved).toEqual([second]);
});
