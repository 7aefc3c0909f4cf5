import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { ElementReading, EuElementId } from '../../../src/core/model/eu-elements.ts';
import type { ExaminedCredential } from '../../../src/core/model/examination.ts';
import { issueSelective } from '../../../src/tools/sampling/sign-selective.ts';
import { examineCredentialOf } from '../../support/examining.ts';
import { selectiveCast } from '../../support/selective.ts';

type Document = Record<string, unknown>;

function element(seen: ExaminedCredential, id: EuElementId): ElementReading {
  const found = seen.elements.find((reading) => reading.id === id);
  if (found === undefined) throw new Error(`no ${id}`);
  return found;
}

const kinds = (seen: ExaminedCredential, id: EuElementId): readonly unknown[] => element(seen, id).values.map(({ is }) => is);
const raws = (seen: ExaminedCredential, id: EuElementId): readonly string[] => element(seen, id).values.map(({ raw }) => raw);
const gaps = (seen: ExaminedCredential): readonly string[] => seen.elements.filter(({ mandatory, state }) => mandatory && state === 'not-stated').map(({ id }) => id);

const publicFolder = join(import.meta.dirname, '../../../../shared/fixtures/public/dc4eu__vc');
const educredentials = join(publicFolder, 'standards_education_credential_micro_credential_theed_microcredential_embedded_ho.json');

describe.skipIf(!existsSync(educredentials))('the Educredentials badge (only where the shared fixtures are beside the project)', () => {
  test('element by element', async () => {
    const seen = await examineCredentialOf(readFileSync(educredentials, 'utf8'));
    expect(seen.headline).toBe('unsigned');
    // An address of the learner alone does not name her.
    expect(gaps(seen)).toEqual(['M1']);
    expect(element(seen, 'M3').values).toMatchObject([{ raw: 'XX', is: { kind: 'text' } }]);
    expect(element(seen, 'M6').state).toBe('stated-as-text');
    expect(kinds(seen, 'M7')).toEqual([{ kind: 'workload', amount: 3, system: 'ECTS' }]);
    expect(kinds(seen, 'M8')).toEqual([{ kind: 'level', framework: 'EQF', level: '4' }]);
    expect(element(seen, 'M9')).toMatchObject({ state: 'stated-as-text', values: [{ raw: 'testing' }] });
    expect(element(seen, 'M10')).toMatchObject({ state: 'stated-as-text', values: [{ raw: 'onsite or blended' }] });
    expect(element(seen, 'M11')).toMatchObject({ state: 'stated', values: [{ path: '/credentialSubject/achievement/alignment/0/targetName' }] });
    expect(kinds(seen, 'O2')).toEqual([{ kind: 'term', list: 'supervision-verification', code: '70be69aaf9' }]);
    expect(element(seen, 'O3').values.map(({ text }) => text[0]?.text)).toEqual(['Final Project Grade', '8.5', '1–10 (≥ 6)']);
    expect(kinds(seen, 'O5')).toContainEqual({ kind: 'language', code: 'en' });
  });
});

/** The shape of what edubadges issues as Open Badges 3.0 today: made up, with the members that it has. */
function edubadge(): Document {
  return {
    '@context': ['https://www.w3.org/ns/credentials/v2', 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json'],
    id: 'urn:uuid:5f1c7e52-0000-4000-8000-000000000001',
    type: ['VerifiableCredential', 'OpenBadgeCredential'],
    issuer: { id: 'did:web:badges.brightwater.example', type: ['Profile'], name: 'Brightwater University (sample)' },
    validFrom: '2026-06-14T12:00:00Z',
    credentialSubject: {
      type: ['AchievementSubject'],
      identifier: [{ type: 'IdentityObject', hashed: true, identityHash: `sha256$${'0a'.repeat(32)}`, identityType: 'emailAddress', salt: 'a-salt' }],
      achievement: {
        id: 'https://badges.brightwater.example/public/assertions/1',
        type: ['Achievement', 'EducredentialAchievement'],
        name: 'Sensors for Clean Air',
        description: 'A short course.',
        criteria: { narrative: 'Hand in a portfolio.' },
        image: { id: 'https://badges.brightwater.example/media/1.png', type: 'Image' },
        inLanguage: 'en_EN',
        ECTS: 2.5,
        educationProgramIdentifier: '[12345678]',
        participationType: 'blended',
        alignment: [{ type: ['Alignment'], targetType: 'ext:EQF', targetName: 'EQF level 6', targetCode: '6', targetUrl: 'https://europass.europa.eu/en/description-eight-eqf-levels' }],
      },
    },
  };
}

test('the badge of edubadges today: a hashed address is no learner, and three more are not stated', async () => {
  const seen = await examineCredentialOf(edubadge());
  expect(gaps(seen)).toEqual(['M1', 'M3', 'M9', 'M11']);
  expect(element(seen, 'M1').values).toMatchObject([{ is: { kind: 'identifier', scheme: 'emailAddress', hashed: true } }]);
  expect(element(seen, 'M6').state).toBe('stated-as-text');
  expect(kinds(seen, 'M7')).toEqual([{ kind: 'workload', amount: 2.5, system: 'ECTS' }]);
  expect(kinds(seen, 'M8')).toEqual([{ kind: 'level', framework: 'EQF', level: '6' }]);
  expect(element(seen, 'O5').values).toContainEqual(expect.objectContaining({ raw: 'en_EN', is: { kind: 'language', code: 'en' } }));
  expect(seen.credential.further).toContainEqual({ path: '/credentialSubject/achievement/educationProgramIdentifier', text: '[12345678]' });
});

/** All that the WE BUILD rulebook names, in claims of our own. */
const rulebook: Document = {
  vct: 'VerifiableMicroCredential',
  attestation_legal_category: 'non-qualified-EAA',
  identifier: 'MC-1',
  title: 'Sensors for Clean Air',
  givenName: 'Mira',
  familyName: 'Solberg',
  issuerCountry: 'IE',
  awardingBody: 'Brightwater University (sample)',
  awardingBodyIdentifier: 'https://registry.example/brightwater',
  awardingBodyHomepage: 'https://brightwater.example',
  issuanceDate: '2026-06-14',
  learningOutcomes: ['Choose a sensor', 'Explain a result'],
  learningOutcomeSummary: 'Measures air and tells of it.',
  escoReference: ['http://data.europa.eu/esco/skill/00000000-0000-0000-0000-000000000000'],
  notionalWorkload: { value: 3, unit: 'ECTS' },
  level: 'EQF-6',
  nationalQualificationsFrameworkLevel: 'NFQ 8',
  educationLevelDescriptor: 'intermediate',
  typeOfAssessment: 'project-assessment',
  formOfParticipation: 'on-site',
  learningActivityType: 'e-learning',
  languageOfAssessment: 'en',
  fieldOfEducation: '0521',
  qualityAssurance: 'institutional-accreditation',
  accreditation: { title: 'Institutional review', type: 'institutional-accreditation', accreditingAgent: 'Sample Quality Agency', decision: 'positive', decisionDate: '2024-01-15', reviewDate: '2029-01-15' },
  idVerificationMethod: 'proctored-online-exam',
  grade: 'Pass',
  gradingScheme: 'Pass/Fail',
  entryRequirements: ['Some arithmetic'],
  stackable: true,
  partOfQualification: 'BSc Environmental Data',
  additionalNote: 'Taught in two weeks.',
};

test('the claim set of the rulebook: 11 of 11, the grade with its scheme, stacking with its target', async () => {
  const { issuer } = await selectiveCast();
  const read = async (changes: Document): Promise<ExaminedCredential> => examineCredentialOf(await issueSelective({ ...rulebook, iss: issuer.did, ...changes }, {}, issuer));
  const seen = await read({});
  expect(gaps(seen)).toEqual([]);
  expect(raws(seen, 'M4')).toEqual(['Brightwater University (sample)', 'https://registry.example/brightwater']);
  expect(kinds(seen, 'M8').slice(0, 2)).toEqual([{ kind: 'level', framework: 'EQF', level: '6' }, { kind: 'level', framework: 'NQF', level: 'NFQ 8' }]);
  expect(raws(seen, 'M8')).toContain('intermediate');
  expect(kinds(seen, 'M9')).toEqual([{ kind: 'term', list: 'assessment', code: '795dac4096' }]);
  expect(kinds(seen, 'M10')).toEqual([{ kind: 'term', list: 'learning-assessment', code: '9191af2ed9' }, { kind: 'term', list: 'learning-activity', code: 'bf2e3a7bae' }]);
  expect(raws(seen, 'M11')).toEqual(['institutional-accreditation', 'Institutional review', 'Sample Quality Agency', 'positive', '2024-01-15', '2029-01-15']);
  expect(raws(seen, 'O1')).toEqual(['Some arithmetic']);
  expect(kinds(seen, 'O2')).toEqual([{ kind: 'term', list: 'supervision-verification', code: '70be69aaf9' }]);
  expect(raws(seen, 'O3')).toEqual(['Pass', 'Pass/Fail']);
  expect(kinds(seen, 'O4')).toContainEqual({ kind: 'stackable', stackable: true });
  expect(raws(seen, 'O4')).toContain('BSc Environmental Data');
  expect(kinds(seen, 'O5')).toEqual(expect.arrayContaining([{ kind: 'language', code: 'en' }, { kind: 'term', list: 'isced-f', code: '0521' }]));
  expect(seen.credential.further.map(({ path }) => path)).toEqual(['/attestation_legal_category', '/awardingBodyHomepage']);

  const o2 = async (idVerificationMethod: string): Promise<unknown> => (await read({ idVerificationMethod })).elements.find(({ id }) => id === 'O2');
  expect(await o2('in-person-supervision')).toMatchObject({ state: 'stated-as-text', values: [{ raw: 'in-person-supervision', is: { kind: 'text' } }] });
  expect(await o2('identity-verified-remote-exam')).toMatchObject({ state: 'stated', values: [{ is: { code: '44314532f9' } }] });

  // Levels: of another framework, in words alone, and said not to apply.
  const bare = { nationalQualificationsFrameworkLevel: undefined, educationLevelDescriptor: undefined };
  expect(element(await read({ ...bare, level: 'NLQF-6' }), 'M8')).toMatchObject({ state: 'stated', values: [{ is: { framework: 'NLQF', level: '6' } }] });
  expect(element(await read({ ...bare, level: 'EQF-9' }), 'M8')).toMatchObject({ state: 'stated-as-text', values: [{ raw: 'EQF-9', is: { kind: 'text' } }] });
  expect(element(await read({ ...bare, level: 'Not applicable' }), 'M8').state).toBe('not-applicable');
  expect(element(await read({ ...bare, level: undefined }), 'M8').state).toBe('not-stated');

  // Units: what nobody knows is no system, and stays told.
  const odd = await read({ notionalWorkload: { value: '2,5', unit: 'constructor' } });
  expect(element(odd, 'M7')).toMatchObject({ state: 'stated-as-text', values: [{ is: { kind: 'workload', amount: 2.5, system: 'unknown' } }] });
  expect(odd.credential.further).toContainEqual({ path: '/notionalWorkload/unit', text: 'constructor' });
});
