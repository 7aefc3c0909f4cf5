import { expect, test } from 'vitest';
import type { ElementReading } from '../../../src/core/model/eu-elements.ts';
import { examineCredentialOf } from '../../support/examining.ts';

/** The shape of the first diplomas of EBSI, made up. */
const diploma = {
  '@context': ['https://www.w3.org/2018/credentials/v1'],
  type: ['VerifiableCredential', 'VerifiableAttestation', 'VerifiableDiploma'],
  id: 'urn:uuid:5f1c7e52-0000-4000-8000-000000000002',
  issuer: 'did:ebsi:zSample',
  issuanceDate: '2026-06-14T12:00:00Z',
  issued: '2026-06-14T12:00:00Z',
  credentialSubject: {
    id: 'did:key:zSample',
    givenNames: 'Mira',
    familyName: 'Solberg',
    dateOfBirth: '1999-10-02',
    identifier: 'ID-0904',
    awardingOpportunity: {
      awardingBody: { id: 'did:ebsi:zSample', preferredName: 'Brightwater University (sample)', homepage: 'https://brightwater.example/', registration: 'R-1', eidasLegalIdentifier: 'Unknown' },
      location: 'IRELAND',
      startedAtTime: '2024-09-02T00:00:00Z',
      endedAtTime: '2026-06-01T00:00:00Z',
    },
    gradingScheme: { id: 'https://brightwater.example/scheme', title: 'First class' },
    learningAchievement: { id: 'https://brightwater.example/masters', title: 'Master of Environmental Data', additionalNote: ['By research'] },
    learningSpecification: { ectsCreditPoints: 120, eqfLevel: 7, nqfLevel: ['9'], iscedfCode: ['0521'] },
  },
};

test('a diploma of EBSI says its elements, and nothing that it does not say', async () => {
  const seen = await examineCredentialOf(diploma);
  expect(seen.vocabulary).toBe('ebsi-diploma');
  const element = (id: string): ElementReading | undefined => seen.elements.find((reading) => reading.id === id);
  const values = (id: string): readonly unknown[] => (element(id)?.values ?? []).map(({ is, raw }) => (is.kind === 'text' ? raw : is));
  expect(values('M1')).toEqual(['Mira', 'Solberg', { kind: 'identifier', scheme: 'dateOfBirth', hashed: false, sensitive: true }, { kind: 'identifier', scheme: 'identityNumber', hashed: false, sensitive: true }]);
  expect(seen.credential.further.some(({ text }) => text.includes('0904'))).toBe(false);
  expect(values('M2')).toEqual(['Master of Environmental Data']);
  expect(values('M4')).toEqual(['Brightwater University (sample)', 'R-1'].map((text, index) => (index === 0 ? text : expect.anything())));
  expect(values('M7')).toEqual([{ kind: 'workload', amount: 120, system: 'ECTS' }]);
  expect(values('M8')).toEqual([{ kind: 'level', framework: 'EQF', level: '7' }, { kind: 'level', framework: 'NQF', level: '9' }]);
  expect(values('O5')).toContainEqual({ kind: 'term', list: 'isced-f', code: '0521' });
  // A place of teaching in capitals is no country of the issuer, and the title of a scheme is no grade.
  for (const id of ['M3', 'M6', 'M9', 'M10', 'M11', 'O3']) expect({ id, state: element(id)?.state }).toEqual({ id, state: 'not-stated' });
  expect(seen.credential.further.map(({ path }) => path)).toEqual(expect.arrayContaining(['/credentialSubject/awardingOpportunity/location', '/credentialSubject/gradingScheme/title']));
});

test('a subject without a specification or an opportunity is no such diploma', async () => {
  const { learningAchievement } = diploma.credentialSubject;
  expect((await examineCredentialOf({ ...diploma, credentialSubject: { learningAchievement } })).vocabulary).toBe('plain');
});
