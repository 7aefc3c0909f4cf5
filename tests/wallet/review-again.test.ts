import { expect, it } from 'vitest';
import type { JsonObject } from '../../src/core/model/json.ts';
import { badgeClaims } from '../../src/tools/sampling/sample-claims.ts';
import { createTestKey, signDocument } from '../support/sign-proof.ts';
import { createNodeWorld } from '../support/node-world.ts';
import { valueOf } from '../platform/vault/vault-rig.ts';

it('what is looked at again because its issuer is known now keeps its file name and what came with it', async () => {
  const { wallet, received } = await createNodeWorld();
  const key = createTestKey();
  const badge = await signDocument(badgeClaims({ issuer: key.did, validFrom: '2026-10-01T09:00:00Z', id: 'urn:uuid:0f0e0d0c-0000-4000-8000-000000000001' }) as JsonObject, key);
  const file = { ...received(JSON.stringify([badge, 'no credential'])), fileName: 'badges.json', mediaType: 'application/json' };
  const first = valueOf(await wallet.receive(file));
  wallet.setPending(first);
  const [item] = first.items;
  if (item === undefined) throw new Error('nothing to review');
  expect(item.examination.headline).toBe('unknown-issuer');
  valueOf(await wallet.knowIssuer(item.examination, 'My school'));
  const again = valueOf(await wallet.reviewAgain());
  expect(wallet.state.get().pending).toBe(again);
  expect(again.items[0]?.examination).toMatchObject({ headline: 'no-status', issuerMatch: { basis: 'own-list', name: 'My school' } });
  expect(again.examination).toMatchObject({ kind: 'collection', parts: [{ kind: 'credential' }, { kind: 'unreadable' }] });
  expect(again.items[0]?.examination.fileName).toBe(item.examination.fileName);
  expect(again.received).toBe(file);
});
