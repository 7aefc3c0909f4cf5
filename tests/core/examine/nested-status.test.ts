import { describe, expect, test } from 'vitest';
import type { JsonObject } from '../../../src/core/model/json.ts';
import { createSealAuthority } from '../../../src/tools/sampling/seal-authority.ts';
import { sealCredential } from '../../../src/tools/sampling/seal-credential.ts';
import { brightwater } from '../../../src/tools/sampling/elm-claims.ts';
import { examineCredentialOf, reasonOf } from '../../support/examining.ts';
import { european, examineSeal, sealedAt } from '../../support/sealing.ts';
import { createTestKey, signDocument } from '../../support/sign-proof.ts';
import { plain } from '../../support/signing.ts';
import { answered, bitstringEntry, bitstringClaims } from '../../support/status-lists.ts';

const authority = await createSealAuthority(sealedAt);
const sealer = await authority.createSealer(brightwater);

async function headlineWith(status: unknown): Promise<string> {
  return (await examineSeal(await sealCredential(european({ status }), sealer, { sealedAt }), [authority.root])).headline;
}

describe('a status entry in a list within a list', () => {
  test('B58 of a sealed credential it is an entry like any other, and never overlooked', async () => {
    const entry = { type: 'SomeStatus', id: 'urn:status:1' };
    expect(await headlineWith([entry])).toBe('not-checked');
    expect(await headlineWith([[entry]])).toBe('not-checked');
    expect(await headlineWith([[[entry]], []])).toBe('not-checked');
    expect(await headlineWith([])).toBe('no-status');
  });

  test('B58 the same to a signature over a graph: written so by whoever holds it, it is still revoked', async () => {
    const key = createTestKey();
    const signed = await signDocument({ ...(plain(key.did) as JsonObject), credentialStatus: bitstringEntry() as JsonObject }, key);
    const list = answered(await signDocument(bitstringClaims(key.did, [5]) as JsonObject, key));
    const status = signed['credentialStatus'] ?? null;
    for (const written of [status, [status], [[status]], [[], [[status]]]]) {
      const seen = await examineCredentialOf({ ...signed, credentialStatus: written }, { answers: [list] });
      expect([seen.axes.unchanged, seen.headline, reasonOf(seen, 'status')]).toEqual(['yes', 'revoked', 'revoked']);
    }
  });
});
