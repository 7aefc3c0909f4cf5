import { expect, test } from 'vitest';
import type { JsonObject } from '../../../src/core/model/json.ts';
import { examineCredentialOf, examineShareOf, reasonOf } from '../../support/examining.ts';
import { cpuTimeOf } from '../../support/cpu-time.ts';
import { createTestKey, signDocument } from '../../support/sign-proof.ts';
import { badge, presentation } from '../../support/signing.ts';

const key = createTestKey(new Uint8Array(32).fill(7));

function tagged(count: number, prefix = 't'): JsonObject {
  const document = badge(key.did) as JsonObject;
  const subject = document['credentialSubject'] as JsonObject;
  const tag = Array.from({ length: count }, (_, index) => `${prefix}${index}`);
  return { ...document, credentialSubject: { ...subject, achievement: { ...(subject['achievement'] as JsonObject), tag } } };
}

/** A proof of another document: what costs time is all done before it is found not to fit. */
async function withForeignProofs(document: JsonObject, count: number, proofPurpose = 'assertionMethod'): Promise<JsonObject> {
  const { proof = null } = await signDocument(badge(key.did) as JsonObject, key, { proof: { proofPurpose } });
  return { ...document, proof: Array.from({ length: count }, () => proof) };
}

test('B10 very many values of one property, which would take minutes, are not checked within three seconds', async () => {
  const { result: seen, ms } = await cpuTimeOf(async () => await examineCredentialOf(await withForeignProofs(tagged(18_000), 8)));
  expect(ms).toBeLessThan(6_000);
  expect({ headline: seen.headline, reason: reasonOf(seen, 'proof') }).toEqual({ headline: 'not-checked', reason: 'timed-out' });
});

test('B10 values that are spread over several places of one thing count as one', async () => {
  const document = tagged(10);
  const subject = document['credentialSubject'] as JsonObject;
  const achievement = subject['achievement'] as JsonObject;
  const parts = Array.from({ length: 9 }, (_, part) => ({ ...achievement, tag: Array.from({ length: 1_900 }, (_each, index) => `${part}-${index}`) }));
  const seen = await examineCredentialOf(await withForeignProofs({ ...document, credentialSubject: { ...subject, achievement: parts } }, 1));
  expect(reasonOf(seen, 'proof')).toBe('timed-out');
});

test('B10 a share of more than anybody carries is not checked; its credentials are, each alone', async () => {
  const one = await signDocument(badge(key.did) as JsonObject, key);
  const share = await examineShareOf(await withForeignProofs(presentation(key.did, Array.from({ length: 900 }, () => one)) as JsonObject, 1, 'authentication'));
  expect({ headline: share.headline, reason: reasonOf(share, 'share-proof') }).toEqual({ headline: 'owner-unproven', reason: 'timed-out' });
  expect(share.parts[0]).toMatchObject({ headline: 'unknown-issuer' });
}, 60_000);

test('a badge with a thousand tags and a second proof is checked', async () => {
  const signed = await signDocument(tagged(1_000), key);
  const again = await signDocument(tagged(1_000), key, { proof: { created: '2025-06-02T00:00:00Z' } });
  const seen = await examineCredentialOf({ ...signed, proof: [signed['proof'] ?? null, again['proof'] ?? null] });
  expect(seen.headline).toBe('unknown-issuer');
  expect((await examineCredentialOf({ ...tagged(1_000, 'u'), proof: [signed['proof'] ?? null, again['proof'] ?? null] })).headline).toBe('altered');
});

test.each<[string, (count: number) => JsonObject]>([
  ['results', (count) => ({ result: Array.from({ length: count }, () => ({ resultDescription: 'r', achievedLevel: 'l' })), achievement: { name: 'a', resultDescription: Array.from({ length: count }, (_, index) => ({ id: `q${index}` })) } })],
  ['levels', (count) => ({ result: Array.from({ length: count }, () => ({ resultDescription: 'r', achievedLevel: 'l' })), achievement: { name: 'a', resultDescription: [{ id: 'r', rubricCriterionLevel: Array.from({ length: count }, (_, index) => ({ id: `q${index}` })) }] } })],
  ['accreditations', (count) => ({ achievement: Array.from({ length: count }, () => ({ name: 'a' })) })],
])('B10 many %s are read within three seconds', async (_name, subject) => {
  const accreditations = Array.from({ length: 800 }, (_, index) => ({ title: `t${index}` }));
  const document = badge(key.did, { credentialSubject: subject(3_500), issuer: { id: key.did, accreditations } });
  const { result: seen, ms } = await cpuTimeOf(async () => await examineCredentialOf(document));
  expect(ms).toBeLessThan(6_000);
  expect(seen.headline).toBe('unsigned');
  expect(seen.credential.achievements.length).toBeGreaterThan(0);
});

test('B10 contexts that are named again and again are not checked within three seconds', async () => {
  const own = badge(key.did)['@context'] as string[];
  const context = [...own, ...Array.from({ length: 200 }, () => own[1] ?? '')];
  const endorsement = Array.from({ length: 80 }, () => ({ '@context': context, type: ['VerifiableCredential', 'EndorsementCredential'] }));
  const { result: seen, ms } = await cpuTimeOf(async () => await examineCredentialOf(await withForeignProofs(badge(key.did, { endorsement }) as JsonObject, 1)));
  expect(ms).toBeLessThan(6_000);
  expect(reasonOf(seen, 'proof')).toBe('timed-out');
});
