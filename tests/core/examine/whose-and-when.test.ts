import { describe, expect, test } from 'vitest';
import type { JsonObject } from '../../../src/core/model/json.ts';
import { toInstant } from '../../../src/core/model/instant.ts';
import { examineBytes, examineCredentialOf, examineShareOf, reasonOf, testNow } from '../../support/examining.ts';
import { createTestKey, signDocument } from '../../support/sign-proof.ts';
import { badge, cast, presentation, signJcs, signRaw } from '../../support/signing.ts';

const key = createTestKey(new Uint8Array(32).fill(7));
const { issuer } = await cast();
const header = { alg: 'EdDSA', typ: 'JWT', kid: issuer.verificationMethod };

describe('whose a credential is', () => {
  async function shareOf(subjects: (subject: JsonObject) => unknown): Promise<string> {
    const document = badge(key.did) as JsonObject;
    const credentialSubject = subjects(document['credentialSubject'] as JsonObject) as JsonObject;
    const inner = await signDocument({ ...document, credentialSubject }, key);
    return (await examineShareOf(await signDocument(presentation(key.did, [inner]) as JsonObject, key, { proof: { proofPurpose: 'authentication' } }))).headline;
  }

  test('B82 one of several subjects has not proven that the credential is hers', async () => {
    const group = (mine: number) => (subject: JsonObject) => {
      const both = [{ id: key.did, type: ['AchievementSubject'] }, { ...subject, id: 'did:example:winner' }];
      return mine === 0 ? both : both.reverse();
    };
    expect(await shareOf(group(0))).toBe('no-owner-key');
    expect(await shareOf(group(1))).toBe('no-owner-key');
    expect(await shareOf((subject) => [{ id: key.did, type: ['AchievementSubject'] }, subject])).toBe('no-owner-key');
  });

  test('B82 the only subject has, also where she stands in it twice', async () => {
    expect(await shareOf((subject) => ({ ...subject, id: key.did }))).toBe('proven');
    expect(await shareOf((subject) => [{ id: key.did, type: ['AchievementSubject'] }, { ...subject, id: key.did }])).toBe('proven');
  });

  test('a name that may be read stays a name, however RDF lets its marks be written', async () => {
    const document = badge(key.did) as JsonObject;
    const subject = document['credentialSubject'] as JsonObject;
    const named = async (identifier: JsonObject): Promise<unknown> =>
      (await examineCredentialOf({ ...document, credentialSubject: { ...subject, identifier } })).credential.holder.names.map(({ value }) => value[0]?.text);
    const plain = { type: 'IdentityObject', identityHash: 'Mira Solberg', identityType: 'name', hashed: false };
    for (const written of [{}, { hashed: 'false' }, { hashed: [false, false] }, { identityType: ['name', 'name'] }, { identityType: { '@value': 'name' } }]) {
      expect(await named({ ...plain, ...written })).toEqual(['Mira Solberg']);
    }
    expect(await named({ ...plain, hashed: true })).toEqual([]);
  });
});

describe('when a credential counts', () => {
  test('B58 a status entry beside the vc claim is never overlooked', async () => {
    const known = { ownList: [{ id: 'e1', keyThumbprint: 'unused', issuerId: issuer.did, name: 'My school', since: toInstant(0) }] };
    const tokenOf = (outer: JsonObject) => signRaw(header, { iss: issuer.did, vc: badge(issuer.did), ...outer }, issuer);
    for (const outer of [{ status: { status_list: { idx: 1, uri: 'https://brightwater.example/list' } } }, { credentialStatus: { id: 'x', type: 'Y' } }]) {
      expect(await examineBytes(await tokenOf(outer), known)).toMatchObject({ axes: { unchanged: 'yes', status: 'could-not-check' } });
    }
    expect(await examineBytes(await tokenOf({}), known)).toMatchObject({ axes: { unchanged: 'yes', status: 'no-list' } });
  });

  test('B36 a token issued in the future is not yet valid; five minutes are the clock of another', async () => {
    const issuedIn = (seconds: number) => signRaw({ ...header, typ: 'vc+jwt' }, { ...badge(issuer.did), iat: testNow / 1_000 + seconds }, issuer);
    expect(await examineBytes(await issuedIn(3_600))).toMatchObject({ headline: 'not-yet' });
    expect(await examineBytes(await issuedIn(60))).toMatchObject({ headline: 'unknown-issuer' });
  });

  test('B47 an end that is no date has passed, before the start as after it', async () => {
    const seen = await examineCredentialOf(await signJcs(badge(issuer.did, { validFrom: '2027-01-01T00:00:00Z', validUntil: '2028-02-30T00:00:00Z' }), issuer));
    expect({ headline: seen.headline, reason: reasonOf(seen, 'validity-period'), until: seen.period.until }).toEqual({ headline: 'expired', reason: 'malformed-date', until: undefined });
  });
});
