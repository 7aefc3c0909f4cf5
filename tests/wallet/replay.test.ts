import { expect, it } from 'vitest';
import { badgeClaims } from '../../src/tools/sampling/sample-claims.ts';
import { createEdwardsKey, fixtureSeeds } from '../../src/tools/sampling/sample-keys.ts';
import { signCredential, signShare } from '../../src/tools/sampling/sign-samples.ts';
import { valueOf } from '../platform/vault/vault-rig.ts';
import { createNodeWorld } from '../support/node-world.ts';

const expected = { challenge: 'code-4711', domain: 'Ward 3' };

async function signedShare(): Promise<object> {
  const [issuer, holder] = await Promise.all(['issuer', 'holder'].map((label) => createEdwardsKey(fixtureSeeds(label))));
  if (issuer === undefined || holder === undefined) throw new Error('two keys were asked for');
  const claims = badgeClaims({ issuer: issuer.did, id: 'urn:uuid:0b5f5c0e-6a3d-4c36-8d0e-0c6c3d6f2a11', validFrom: '2026-06-12T10:00:00Z', subject: holder.did });
  const credential = await signCredential(claims, 'eddsa-rdfc-2022', issuer, '2026-06-12T10:00:00Z');
  const presentation = { '@context': ['https://www.w3.org/ns/credentials/v2'], type: ['VerifiablePresentation'], holder: holder.did, verifiableCredential: [credential] };
  return signShare(presentation, holder, '2026-06-14T10:00:00Z', 'code-4711', 'Ward 3');
}

it('B80 a share that answers a challenge has answered it, also inside a list', async () => {
  const share = await signedShare();
  const { wallet, received } = await createNodeWorld();
  const list = received(JSON.stringify([share]));
  expect(valueOf(await wallet.check(list, expected))).toMatchObject({ kind: 'collection', parts: [{ headline: 'proven', axes: { holder: 'proven-now' } }] });
  expect(valueOf(await wallet.check(list, expected))).toMatchObject({ parts: [{ headline: 'wrong-receiver' }] });
  expect(valueOf(await wallet.check(received(JSON.stringify(share)), expected))).toMatchObject({ headline: 'wrong-receiver' });
});

it('B80 of two checks of the same answer at the same moment one is proven, the other is a replay', async () => {
  const share = await signedShare();
  const { wallet, received } = await createNodeWorld();
  const checked = await Promise.all([1, 2, 3].map(() => wallet.check(received(JSON.stringify(share)), expected)));
  expect(checked.map((one) => (valueOf(one) as { headline?: string }).headline).sort()).toEqual(['proven', 'wrong-receiver', 'wrong-receiver']);
});
