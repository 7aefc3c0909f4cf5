import { expect, it } from 'vitest';
import { credentialsIn } from '../../src/core/model/examination.ts';
import type { JsonObject } from '../../src/core/model/json.ts';
import { badgeClaims } from '../../src/tools/sampling/sample-claims.ts';
import { createTestKey, signDocument } from '../support/sign-proof.ts';
import { createNodeWorld } from '../support/node-world.ts';
import { valueOf } from '../platform/vault/vault-rig.ts';

it.each(['before there is a vault', 'in the vault'])('an issuer taken off the own list comes back as it was on Undo: %s', async (where) => {
  const { wallet, received, rig } = await createNodeWorld();
  await wallet.start();
  if (where === 'in the vault') valueOf(await wallet.protectByPassphrase('eleven quiet lemons on the roof'));
  const key = createTestKey();
  const badge = await signDocument(badgeClaims({ issuer: key.did, validFrom: '2026-10-01T09:00:00Z', id: 'urn:uuid:0f0e0d0c-0000-4000-8000-000000000001' }) as JsonObject, key);
  const [examined] = credentialsIn(valueOf(await wallet.receive(received(JSON.stringify(badge)))).examination);
  if (examined === undefined) throw new Error('no credential');
  const entry = valueOf(await wallet.knowIssuer(examined, 'My school'));
  rig.time.now += 1_000;
  valueOf(await wallet.forgetIssuer(entry.id));
  expect(wallet.state.get().vault.issuers).toEqual([]);
  valueOf(await wallet.knowAgain(entry));
  expect(wallet.state.get().vault.issuers).toMatchObject([{ name: 'My school', keyThumbprint: entry.keyThumbprint, issuerId: entry.issuerId, since: entry.since }]);
});
