import { describe, expect, test } from 'vitest';
import type { JsonObject } from '../../../src/core/model/json.ts';
import { examineCredentialOf, examineShareOf, reasonOf } from '../../support/examining.ts';
import { createTestKey, signDocument } from '../../support/sign-proof.ts';
import { badge, presentation } from '../../support/signing.ts';

const key = createTestKey(new Uint8Array(32).fill(7));
const xsdDateTime = 'http://www.w3.org/2001/XMLSchema#dateTime';
const status = { id: 'https://brightwater.example/status/1#7', type: 'BitstringStatusListEntry', statusPurpose: 'revocation', statusListIndex: '7', statusListCredential: 'https://brightwater.example/status/1' };
const evidence = { id: 'https://brightwater.example/credentials/test', type: 'Evidence' };

async function signed(document: unknown, proof: Record<string, string> = {}): Promise<JsonObject> {
  return signDocument(document as JsonObject, key, { proof });
}

/** The same triples: a member of the proof under the full name of its term. */
function withFullName(document: JsonObject, member: string, iri: string, datatype?: string): JsonObject {
  const { [member]: value, ...proof } = document['proof'] as JsonObject;
  if (value === undefined) throw new Error(`No ${member}`);
  return { ...document, proof: { ...proof, [iri]: datatype === undefined ? value : { '@type': datatype, '@value': value } } };
}

/** The same triples: members of the whole, moved to an inner object with the id of the whole. */
function moved(document: JsonObject, members: readonly string[], into: string): JsonObject {
  const rest = Object.fromEntries(Object.entries(document).filter(([name]) => !members.includes(name)));
  const taken = Object.fromEntries(members.map((name) => [name, document[name] ?? null]));
  const inner = document[into] as JsonObject;
  return { ...rest, [into]: { ...inner, type: [inner['type'] ?? [], 'VerifiableCredential'].flat(), ...taken } };
}

describe('what is signed stands where it is read', () => {
  test('B31 the end of a proof cannot be hidden under the full name of its term', async () => {
    const ended = await signed(badge(key.did), { expires: '2026-08-01T00:00:00Z' });
    expect((await examineCredentialOf(ended)).headline).toBe('expired');
    const hidden = await examineCredentialOf(withFullName(ended, 'expires', 'https://w3id.org/security#expiration', xsdDateTime));
    expect(hidden.headline).toBe('not-checked');
    expect(reasonOf(hidden, 'proof')).toBe('context-not-allowed');
  });

  test('B31 neither the end of a share nor for whom it was made can be hidden', async () => {
    const inner = await signed(badge(key.did, {}, key.did));
    const share = await signed(presentation(key.did, [inner]), { proofPurpose: 'authentication', expires: '2026-08-01T00:00:00Z', domain: 'Harbour Shipping' });
    expect(await examineShareOf(share)).toMatchObject({ headline: 'share-ended', label: 'Harbour Shipping' });
    const endless = withFullName(share, 'expires', 'https://w3id.org/security#expiration', xsdDateTime);
    expect((await examineShareOf(endless)).headline).toBe('owner-unproven');
    expect((await examineShareOf(withFullName(endless, 'domain', 'https://w3id.org/security#domain'))).headline).toBe('owner-unproven');
  });

  test('B31 end and status of a credential cannot be moved into an inner object that bears its id', async () => {
    const lapsed = await signed(badge(key.did, { validUntil: '2026-08-01T00:00:00Z', credentialStatus: status, evidence }));
    const whole = await examineCredentialOf(lapsed);
    expect({ headline: whole.headline, status: whole.axes.status }).toEqual({ headline: 'expired', status: 'could-not-check' });
    for (const members of [['validUntil'], ['credentialStatus'], ['validUntil', 'credentialStatus']]) {
      const hidden = await examineCredentialOf(moved(lapsed, members, 'evidence'));
      expect({ headline: hidden.headline, reason: reasonOf(hidden, 'proof') }).toEqual({ headline: 'not-checked', reason: 'context-not-allowed' });
    }
  });

  test('an inner object that bears the id of the credential and says no more than its type is none the worse', async () => {
    const seen = await examineCredentialOf(await signed(badge(key.did, { evidence })));
    expect(seen.headline).toBe('unknown-issuer');
  });
});
