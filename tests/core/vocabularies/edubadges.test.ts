import { describe, expect, test } from 'vitest';
import type { ElementReading, EuElementId } from '../../../src/core/model/eu-elements.ts';
import type { ExaminedCredential } from '../../../src/core/model/examination.ts';
import { examineCredentialOf } from '../../support/examining.ts';

type Document = Record<string, unknown>;

function extension(name: string, value: unknown, context = 'https://badges.example/extensions/context.json'): Document {
  return { [`extensions:${name}Extension`]: { '@context': context, type: ['Extension', `extensions:${name}Extension`], [name]: value } };
}

/** An Open Badge 2.0 with its badge and issuer in their places. */
async function read2(badge: Document, issuer: Document = {}): Promise<ExaminedCredential> {
  return examineCredentialOf({
    '@context': 'https://w3id.org/openbadges/v2',
    type: 'Assertion',
    id: 'https://badges.brightwater.example/assertions/1',
    recipient: { type: 'email', hashed: true, salt: 's', identity: `sha256$${'0a'.repeat(32)}` },
    verification: { type: 'hosted' },
    issuedOn: '2026-06-14T12:00:00Z',
    badge: {
      type: 'BadgeClass',
      id: 'https://badges.brightwater.example/badges/1',
      name: 'Sensors for Clean Air',
      criteria: { narrative: 'Hand in a portfolio.' },
      issuer: { type: 'Issuer', id: 'https://badges.brightwater.example/issuers/1', name: 'Faculty of Science (sample)', ...issuer },
      ...badge,
    },
  });
}

async function read3(achievement: Document, subject: Document = {}): Promise<ExaminedCredential> {
  return examineCredentialOf({
    '@context': ['https://www.w3.org/ns/credentials/v2', 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json'],
    type: ['VerifiableCredential', 'OpenBadgeCredential'],
    issuer: { id: 'did:key:z6MkExample', type: ['Profile'], name: 'Riverside College' },
    validFrom: '2026-06-14T12:00:00Z',
    credentialSubject: { type: ['AchievementSubject'], achievement: { type: ['Achievement'], name: 'Bicycle Repair', ...achievement }, ...subject },
  });
}

function element(seen: ExaminedCredential, id: EuElementId): ElementReading {
  const found = seen.elements.find((reading) => reading.id === id);
  if (found === undefined) throw new Error(`no ${id}`);
  return found;
}

const kinds = (seen: ExaminedCredential, id: EuElementId): readonly unknown[] => element(seen, id).values.map(({ is }) => is);
const supervision = (code: string): object => ({ kind: 'term', list: 'supervision-verification', code });

describe('edubadges in Open Badges 2.0', () => {
  test('every extension and member', async () => {
    const seen = await read2(
      {
        ...extension('ECTS', 2.5),
        ...extension('EQF', 6),
        ...extension('TimeInvestment', '70'),
        ...extension('Language', 'nl_NL'),
        ...extension('LearningOutcome', 'Choose a sensor and place it.'),
        participation: 'online',
        assessmentType: 'portfolio',
        assessmentSupervised: true,
        assessmentIdVerified: true,
        stackable: true,
        qualityAssuranceName: 'Sample Quality Agency',
        qualityAssuranceUrl: 'https://quality.example/1',
      },
      extension('InstitutionName', 'Brightwater University (sample)'),
    );
    expect(kinds(seen, 'M7')).toEqual([{ kind: 'workload', amount: 2.5, system: 'ECTS' }, { kind: 'workload', amount: 70, system: 'hours' }]);
    expect(kinds(seen, 'M8')).toEqual([{ kind: 'level', framework: 'EQF', level: '6' }]);
    expect(kinds(seen, 'M9')).toEqual([{ kind: 'term', list: 'assessment', code: '4f03b91c0e' }]);
    expect(kinds(seen, 'M10')).toEqual([{ kind: 'term', list: 'learning-assessment', code: '920fbb3cbe' }]);
    expect(element(seen, 'M11')).toMatchObject({ state: 'stated', values: [{ raw: 'Sample Quality Agency' }] });
    expect(element(seen, 'M6')).toMatchObject({ state: 'stated', values: [{ path: '/badge/extensions:LearningOutcomeExtension/LearningOutcome' }] });
    expect(element(seen, 'M4').values.map(({ raw }) => raw)).toEqual(['Faculty of Science (sample)', 'Brightwater University (sample)']);
    expect(kinds(seen, 'O2')).toEqual([supervision('70be69aaf9')]);
    expect(kinds(seen, 'O4')).toEqual([{ kind: 'stackable', stackable: true }]);
    expect(kinds(seen, 'O5')).toContainEqual({ kind: 'language', code: 'nl' });
  });

  test('supervised and identified, one of them, none; two falses count only beside an assessment', async () => {
    const o2 = async (assessmentSupervised: boolean, assessmentIdVerified: boolean, more: Document = { assessmentType: 'testing' }): Promise<ElementReading> =>
      element(await read2({ assessmentSupervised, assessmentIdVerified, ...more }), 'O2');
    expect(await o2(true, true)).toMatchObject({ state: 'stated', values: [{ is: supervision('70be69aaf9') }] });
    expect(await o2(false, false)).toMatchObject({ state: 'stated', values: [{ is: supervision('c598449d64') }] });
    expect(await o2(false, false, {})).toMatchObject({ state: 'not-stated', values: [] });
    for (const [supervised, identified] of [[true, false], [false, true]] as const) {
      const text = `assessmentSupervised: ${String(supervised)} · assessmentIdVerified: ${String(identified)}`;
      expect(await o2(supervised, identified)).toMatchObject({ state: 'stated-as-text', values: [{ text: [{ text }], is: { kind: 'text' } }] });
    }
  });

  test('the study load is hours, and has no unit where the context is that of a platform that counts minutes', async () => {
    expect(kinds(await read2(extension('StudyLoad', 120)), 'M7')).toEqual([{ kind: 'workload', amount: 120, system: 'hours' }]);
    const minutes = await read2(extension('StudyLoad', 120, 'https://api.openbadges.education/static/extensions/StudyLoadExtension/context.json'));
    expect(element(minutes, 'M7')).toMatchObject({ state: 'stated-as-text', values: [{ is: { system: 'unknown' } }] });
    for (const none of [0, -1, 'some', null]) expect(element(await read2(extension('StudyLoad', none)), 'M7').state).toBe('not-stated');
    expect(element(await read2(extension('EQF', 9)), 'M8').state).toBe('not-stated');
  });

  test('not stackable is said too, and nothing is said where nothing stands', async () => {
    expect(kinds(await read2({ stackable: false }), 'O4')).toEqual([{ kind: 'stackable', stackable: false }]);
    expect(element(await read2({ stackable: 'perhaps' }), 'O4').state).toBe('not-stated');
    expect((await read2({ stackable: 'perhaps' })).credential.further).toContainEqual({ path: '/badge/stackable', text: 'perhaps' });
  });
});

describe('Open Badges 3.0', () => {
  test('credits have no unit unless the name or an alignment says ECTS of that number', async () => {
    const m7 = async (achievement: Document): Promise<unknown> => kinds(await read3({ creditsAvailable: 3, ...achievement }), 'M7');
    const [ects, none] = [[{ kind: 'workload', amount: 3, system: 'ECTS' }], [{ kind: 'workload', amount: 3, system: 'unknown' }]];
    expect(await m7({})).toEqual(none);
    expect(await m7({ name: 'Bicycle Repair (3 ECTS)' })).toEqual(ects);
    expect(await m7({ name: 'Bicycle Repair (5 ECTS)' })).toEqual(none);
    expect(await m7({ name: 'ECTS for beginners' })).toEqual(none);
    expect(await m7({ alignment: [{ targetType: 'ext:ECTS', targetName: 'ECTS', targetCode: '3' }] })).toEqual(ects);
    expect(await m7({ alignment: [{ targetType: 'ext:ECTS', targetName: 'ECTS', targetCode: '4' }] })).toEqual(none);
    expect(await m7({ description: 'Worth 3 ECTS.' })).toEqual(none);
  });

  test('credits earned stand beside those of the course and are no second value of it', async () => {
    const seen = await read3({ name: 'Bicycle Repair (3 ECTS)', ECTS: 5 }, { creditsEarned: 3 });
    expect(element(seen, 'M7')).toMatchObject({ state: 'stated', values: [{ is: { amount: 5 } }, { is: { amount: 3, system: 'ECTS', part: true } }] });
  });

  test('supervision that the badge itself denies has no code', async () => {
    const o2 = async (supervisionType: string, identityChecked: unknown): Promise<ElementReading> => element(await read3({ supervisionType, identityChecked }), 'O2');
    expect(await o2('supervised online', true)).toMatchObject({ state: 'stated', values: [{ is: supervision('70be69aaf9') }] });
    expect(await o2('supervised online', false)).toMatchObject({ state: 'stated-as-text', values: [{ is: { kind: 'text' } }] });
    expect(await o2('unsupervised with no identity verification', false)).toMatchObject({ state: 'stated', values: [{ is: supervision('c598449d64') }] });
    expect(await o2('unsupervised with no identity verification', true)).toMatchObject({ state: 'stated-as-text' });
    const denied = await read3({ supervisionType: 'supervised online', identityChecked: false });
    expect(denied.credential.further).toContainEqual({ path: '/credentialSubject/achievement/identityChecked', text: 'false' });
  });

  test('languages and fields by their codes, dates of the activity; a word for a language stays that word', async () => {
    const o5 = async (achievement: Document, subject: Document = {}): Promise<readonly unknown[]> => kinds(await read3(achievement, subject), 'O5');
    for (const [tag, code] of [['nl-NL', 'nl'], ['en_EN', 'en'], ['por', 'pt'], ['mt', 'mt'], ['el-GR', 'el']] as const) expect(await o5({ inLanguage: tag })).toEqual([{ kind: 'language', code }]);
    expect(await o5({ fieldOfStudy: 'http://data.europa.eu/snb/isced-f/0613' })).toEqual([{ kind: 'term', list: 'isced-f', code: '0613' }]);
    expect(await o5({ fieldOfStudy: 'Software' })).toEqual([{ kind: 'text' }]);
    expect(await o5({ fieldOfStudy: '0613' })).toEqual([{ kind: 'text' }]);
    expect(await o5({}, { activityStartDate: '2026-01-01T00:00:00Z', activityEndDate: '2026-02-01T00:00:00Z' })).toEqual([
      { kind: 'date', date: '2026-01-01T00:00:00Z', of: 'start' },
      { kind: 'date', date: '2026-02-01T00:00:00Z', of: 'end' },
    ]);
    expect(await o5({ inLanguage: 'Nederlands' })).not.toContainEqual(expect.objectContaining({ code: 'nl' }));
  });
});
