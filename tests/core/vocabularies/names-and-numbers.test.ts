import { describe, expect, test } from 'vitest';
import { examineCredentialOf } from '../../support/examining.ts';
import { badge, cast, changed, signJcs, signRdfc } from '../../support/signing.ts';
import type { Document } from '../../support/signing.ts';

const { issuer } = await cast();

describe('a language is told whatever way its tag is written', () => {
  test.each<[string, unknown, unknown]>([
    ['in capitals', { EN: 'Bicycle Repair', NL: 'Fietsreparatie' }, [{ text: 'Bicycle Repair', language: 'en' }, { text: 'Fietsreparatie', language: 'nl' }]],
    ['as the locale of a program', { en_US: 'Bicycle Repair' }, [{ text: 'Bicycle Repair', language: 'en-US' }]],
    ['with script and region', { 'zh-Hant-TW': '自行車維修' }, [{ text: '自行車維修', language: 'zh-Hant-TW' }]],
    ['as none', { '@none': 'Bicycle Repair' }, [{ text: 'Bicycle Repair' }]],
    ['in two spellings, told together', { en: 'Bicycle Repair', EN: 'Repairing Bicycles' }, [{ text: 'Bicycle Repair · Repairing Bicycles', language: 'en' }]],
  ])('%s', async (_name, name, value) => {
    const seen = await examineCredentialOf(badge(issuer.did, { name: 'Mira Solberg', credentialSubject: { achievement: { type: ['Achievement'], name } } }));
    expect(seen.credential.title?.value).toEqual(value);
  });

  test('an object that is no text in languages is none, and stays among the further claims', async () => {
    const seen = await examineCredentialOf(badge(issuer.did, { name: undefined, credentialSubject: { achievement: { type: ['Achievement'], name: { max_value: '3', label: 'x' } } } }));
    expect(seen.credential.title).toBeUndefined();
    expect(seen.credential.further.map(({ text }) => text)).toEqual(expect.arrayContaining(['3', 'x']));
  });
});

describe('the name of who received it is no title', () => {
  const subject: Document = { type: ['AchievementSubject'], identifier: [{ type: 'IdentityObject', identityType: 'name', hashed: false, identityHash: 'Mira Solberg' }] };
  const record = (name: string): Document => ({
    '@context': ['https://www.w3.org/ns/credentials/v2'],
    type: ['VerifiableCredential', 'ClrCredential'],
    issuer: issuer.did,
    name,
    credentialSubject: { ...subject, type: ['ClrSubject'], verifiableCredential: [badge(issuer.did)] },
  });

  test('of a badge whose achievement has none: it stays among the further claims', async () => {
    const nameless = (name: string): Document => badge(issuer.did, { name, credentialSubject: { ...subject, achievement: { type: ['Achievement'], description: 'd' } } });
    const seen = await examineCredentialOf(nameless('mira solberg'));
    expect([seen.credential.title, seen.credential.further.find(({ path }) => path === '/name')?.text]).toEqual([undefined, 'mira solberg']);
    expect((await examineCredentialOf(nameless('Bicycle Repair'))).credential.title?.raw).toBe('Bicycle Repair');
  });

  test('of a learner record, whole or in parts', async () => {
    expect((await examineCredentialOf(record('Mira Solberg'))).credential.title).toBeUndefined();
    expect((await examineCredentialOf(record('Transcript of Mira Solberg'))).credential.title?.raw).toBe('Transcript of Mira Solberg');
    const parts = { ...record('Mira Solberg'), credentialSubject: { type: ['ClrSubject'], givenName: 'Mira', familyName: 'Solberg' } };
    expect((await examineCredentialOf(parts)).credential.title).toBeUndefined();
  });
});

test('an attestation of EBSI states dates three times, a first name, and numbers that are masked', async () => {
  const attestation = changed(badge(issuer.did), {
    '@context': ['https://www.w3.org/2018/credentials/v1'],
    type: ['VerifiableCredential', 'VerifiableAttestation', 'VerifiableId'],
    issuer: issuer.did,
    name: undefined,
    issued: '2026-06-14T12:00:00Z',
    issuanceDate: '2026-06-14T12:00:00Z',
    credentialSubject: { id: 'did:key:z2dmzD81cgPx8Vki7JbuuMmFYrWPgYoytykUZ3eyqht1j9KboEV', familyName: 'DOE', firstName: 'Jane', dateOfBirth: '1990-01-01', personalIdentifier: '0904008084H' },
    credentialSchema: { id: 'https://api-pilot.example/trusted-schemas-registry/v2/schemas/z3M', type: 'FullJsonSchemaValidator2021' },
    termsOfUse: { id: 'https://api-pilot.example/attributes/1', type: 'IssuanceCertificate' },
  });
  const seen = await examineCredentialOf(await signJcs(attestation, issuer));
  expect(seen.headline).toBe('unknown-issuer');
  const { holder } = seen.credential;
  expect(holder.names.map(({ raw }) => raw)).toEqual(['Jane', 'DOE']);
  expect(holder.identifiers.map(({ value }) => [value.kind, value.value, value.sensitive])).toEqual([['dateOfBirth', '1990-01-01', true], ['nationalIdentityNumber', '0904008084H', true]]);
  expect(seen.credential.further.some(({ text }) => text.includes('0904008084H') || text.includes('1990'))).toBe(false);
  expect((await examineCredentialOf({ ...(await signRdfc(badge(issuer.did), issuer)), proof: { type: 'EidasSeal2019', created: '2026-06-14T12:00:00Z', proofValue: 'z1' } })).headline).toBe('not-checked');
});

test('a credential that calls itself an assertion as well is read as a credential: its end and its issuer are told', async () => {
  const document = badge(issuer.did, { type: ['VerifiableCredential', 'Assertion'], credentialSubject: undefined, badge: { name: 'x' }, recipient: {}, validUntil: '2026-07-01T00:00:00Z' });
  const seen = await examineCredentialOf(await signJcs(document, issuer));
  expect([seen.headline, seen.vocabulary, seen.credential.validUntil?.raw, seen.credential.issuer.id?.raw]).toEqual(['expired', 'plain', '2026-07-01T00:00:00Z', issuer.did]);
});
