import { expect, it } from 'vitest';
import { flatClaims, flatFrame } from '../../src/tools/sampling/selective-claims.ts';
import { bindSelective, issueSelective } from '../../src/tools/sampling/sign-selective.ts';
import { valueOf } from '../platform/vault/vault-rig.ts';
import { createNodeWorld } from '../support/node-world.ts';
import { selectiveCast } from '../support/selective.ts';

const { issuer, holder } = await selectiveCast();
const plain = await issueSelective(flatClaims(issuer.did, { cnf: { jwk: holder.jwk } }), flatFrame, issuer);
const bound = await bindSelective(plain, holder, { iat: 1_780_000_000, aud: 'Ward 3', nonce: 'code-4711' });

it('B73 an SD-JWT with a key binding is not taken in, alone or in a list', async () => {
  const { wallet, received } = await createNodeWorld();
  expect(await wallet.receive(received(bound))).toMatchObject({ ok: false, error: { code: 'receive/key-bound' } });
  const list = valueOf(await wallet.receive(received(JSON.stringify([bound, plain]))));
  expect(list.items.map(({ examination }) => new TextDecoder().decode(examination.raw))).toEqual([plain]);
});

it('B73 twin: without it, it is taken in as it came; with it, it is checked as a share', async () => {
  const { wallet, received } = await createNodeWorld();
  const review = valueOf(await wallet.receive(received(plain)));
  expect(review.items.map(({ examination }) => new TextDecoder().decode(examination.raw))).toEqual([plain]);
  expect(valueOf(await wallet.check(received(bound), 'none'))).toMatchObject({ kind: 'share', headline: 'proven' });
});
