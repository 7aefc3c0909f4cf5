import { describe, expect, test } from 'vitest';
import type { ElementReading, EuElementId } from '../../../src/core/model/eu-elements.ts';
import type { ExaminedCredential } from '../../../src/core/model/examination.ts';
import { vocabularyFor } from '../../../src/core/vocabularies/registry.ts';
import { examineCredentialOf } from '../../support/examining.ts';
import { badge, fullBadge } from '../../support/signing.ts';
import type { Document } from '../../support/signing.ts';

const issuer = 'did:key:z6MkExample';

/** A small badge with the members of achievement and subject a test is about. */
async function read(achievement: Document = {}, subject: Document = {}, root: Document = {}): Promise<ExaminedCredential> {
  return examineCredentialOf({
    '@context': ['https://www.w3.org/ns/credentials/v2', 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json'],
    type: ['VerifiableCredential', 'OpenBadgeCredential'],
    issuer: { id: issuer, type: ['Profile'], name: 'Riverside College' },
    validFrom: '2026-06-14T12:00:00Z',
    credentialSubject: { type: ['AchievementSubject'], achievement: { type: ['Achievement'], name: 'Bicycle Repair', ...achievement }, ...subject },
    ...root,
  });
}

function element(seen: ExaminedCredential, id: EuElementId): ElementReading {
  const found = seen.elements.find((reading) => reading.id === id);
  if (found === undefined) throw new Error(`no ${id}`);
  return found;
}

const texts = (reading: ElementReading): readonly string[] => reading.values.map(({ text, raw }) => text[0]?.text ?? raw);

test('the whole sample states all eleven, with codes, levels and values as they stand', async () => {
  const seen = await examineCredentialOf(fullBadge(issuer));
  const states = Object.fromEntries(seen.elements.map(({ id, state }) => [id, state]));
  expect(states).toEqual({
    M1: 'stated', M2: 'stated', M3: 'stated', M4: 'stated', M5: 'stated', M6: 'stated', M7: 'stated', M8: 'stated', M9: 'stated', M10: 'stated', M11: 'stated',
    O1: 'not-stated', O2: 'stated', O3: 'stated', O4: 'stated', O5: 'stated',
  });
  expect(element(seen, 'M3').values[0]?.is).toEqual({ kind: 'country', code: 'IE' });
  expect(element(seen, 'M6').values).toHaveLength(4);
  expect(element(seen, 'M7').values.map(({ is }) => is)).toEqual([
    { kind: 'workload', amount: 3, system: 'ECTS' },
    { kind: 'workload', amount: 80, system: 'hours' },
  ]);
  expect(element(seen, 'M8').values[0]).toMatchObject({ raw: '5', is: { kind: 'level', framework: 'EQF', level: '5' } });
  expect(element(seen, 'M9').values[0]).toMatchObject({ raw: 'portfolio', is: { kind: 'term', list: 'assessment', code: '4f03b91c0e' } });
  expect(element(seen, 'M10').values[0]?.is).toEqual({ kind: 'term', list: 'learning-assessment', code: '920fbb3cbe' });
  expect(texts(element(seen, 'M11'))).toEqual(['Programme review by the Sample Quality Agency, 2025']);
  expect(element(seen, 'O2').values[0]?.is).toEqual({ kind: 'term', list: 'supervision-verification', code: '70be69aaf9' });
  expect(texts(element(seen, 'O3'))).toEqual(['Portfolio', '8.5', '1–10 (≥ 6)']);
});

describe('what real platforms do', () => {
  test('the title is the achievement’s name; a recipient’s name at the top stays out of it', async () => {
    const seen = await read({}, {}, { name: 'Αγγελική Παπαδοπούλου' });
    expect(seen.credential.title?.value).toEqual([{ text: 'Bicycle Repair' }]);
    expect(seen.credential.further).toContainEqual({ path: '/name', text: 'Αγγελική Παπαδοπούλου' });
    expect((await read({ name: undefined }, {}, { name: 'Only name' })).credential.title?.value).toEqual([{ text: 'Only name' }]);
  });

  test('nulls, empty arrays and empty texts state nothing and break nothing', async () => {
    const seen = await read(
      { alignment: [{ targetName: 'Wheels', targetDescription: null, targetType: 'CFItem' }, null], related: [], tag: [], resultDescription: null, description: '' },
      { identifier: [], result: null },
      { termsOfUse: [], evidence: [], endorsementJwt: [] },
    );
    expect(texts(element(seen, 'M6'))).toEqual(['Wheels']);
    expect(element(seen, 'O5').state).toBe('not-stated');
  });

  test('issuer as text or object; a subject id that is no DID, or none, never fails the card', async () => {
    expect((await read({}, {}, { issuer })).credential.issuer.id?.value).toBe(issuer);
    for (const id of ['did:key:123', `did:key:${'ab'.repeat(32)}`, 'mailto:a@b.example', 'subject id', undefined]) {
      const seen = await read({}, id === undefined ? {} : { id });
      expect(seen.credential.holder.id?.value).toBe(id);
      expect(element(seen, 'M1').state).toBe('not-stated');
    }
  });

  test('identity: plain names and e-mails state the learner, a hash alone does not', async () => {
    const named = await read({}, { identifier: [{ type: 'IdentityObject', hashed: false, identityHash: 'Taylor Tuna', identityType: 'name', salt: 'not-used' }] });
    expect(named.credential.holder.names.map(({ value }) => value[0]?.text)).toEqual(['Taylor Tuna']);
    expect(element(named, 'M1').state).toBe('stated');
    const plain = await read({}, { identifier: { type: 'IdentityObject', hashed: false, identityHash: 'a@b.example', identityType: 'emailAddress' } });
    expect(element(plain, 'M1')).toMatchObject({ state: 'stated', values: [{ is: { kind: 'identifier', scheme: 'emailAddress', hashed: false, sensitive: false } }] });
    const hashed = await read({}, { identifier: [{ hashed: true, identityHash: 'sha256$abc', identityType: 'emailAddress', salt: 'x' }] });
    expect(element(hashed, 'M1')).toMatchObject({ state: 'not-stated', values: [{ is: { hashed: true } }] });
    expect(hashed.credential.holder.identifiers[0]?.value.salt).toBe('x');
    const number = await read({}, { identifier: [{ hashed: false, identityHash: '123456', identityType: 'nationalIdentityNumber' }] });
    expect(element(number, 'M1').values[0]?.is).toMatchObject({ sensitive: true });
    expect((await read({}, { identifier: [{ hashed: false, identityHash: '1999-01-01', identityType: 'dateOfBirth' }] })).credential.holder.identifiers[0]?.value.sensitive).toBe(true);
  });

  test('awarded before or after issued: the award counts for the date of issue', async () => {
    for (const awardedDate of ['2026-05-01T00:00:00Z', '2026-08-01T00:00:00.123456Z']) {
      expect(element(await read({}, {}, { awardedDate }), 'M5').values[0]?.raw).toBe(awardedDate);
    }
    expect(element(await read(), 'M5').values[0]?.path).toBe('/validFrom');
    expect(element(await read({}, {}, { validFrom: undefined, issuanceDate: '2024-01-01T00:00:00Z' }), 'M5').values[0]?.path).toBe('/issuanceDate');
  });

  test('several achievements and several bodies are all shown, in order', async () => {
    const seen = await read({}, { achievement: [{ name: 'One', creator: { id: 'urn:a', name: 'A' }, ECTS: 1 }, { name: 'Two', creator: { id: 'urn:b', name: 'B' }, ECTS: 2 }] });
    expect(texts(element(seen, 'M2'))).toEqual(['One', 'Two']);
    expect(texts(element(seen, 'M4'))).toEqual(['A', 'B']);
    expect(element(seen, 'M7').state).toBe('stated');
  });

  test('a credential that forgets the badge type is still read as one, any other as plain', () => {
    expect(vocabularyFor({ type: 'VerifiableCredential', credentialSubject: { achievement: { name: 'x' } } }).id).toBe('open-badges-3');
    expect(vocabularyFor({ type: ['AchievementCredential'] }).id).toBe('open-badges-3');
    expect(vocabularyFor({ type: 'VerifiableCredential', credentialSubject: { degree: 'x' } }).id).toBe('plain');
    expect(vocabularyFor({}).id).toBe('plain');
  });
});

describe('European elements', () => {
  test('criteria only tell of outcomes; a description is no outcome', async () => {
    expect(element(await read({ criteria: { narrative: 'Mend a wheel.' } }), 'M6')).toMatchObject({ state: 'stated-as-text', values: [{ raw: 'Mend a wheel.' }] });
    expect(element(await read({ description: 'A course on wheels.' }), 'M6').state).toBe('not-stated');
  });

  test.each<[Document, boolean]>([
    [{ targetType: 'ceasn:Competency' }, true],
    [{ targetType: 'CFItem' }, true],
    [{ targetUrl: 'http://data.europa.eu/esco/skill/1' }, true],
    [{ targetFramework: 'ESCO v1.2' }, true],
    [{ targetFramework: 'DigComp 2.2' }, true],
    [{ targetType: 'ceterms:Credential' }, false],
    [{ targetType: 'ext:LearningOpportunity' }, false],
    [{ targetFramework: 'National register of courses' }, false],
  ])('an alignment %j is an outcome: %s', async (target, isOutcome) => {
    expect(element(await read({ alignment: [{ targetName: 'Wheels', ...target }] }), 'M6').state).toBe(isOutcome ? 'stated' : 'not-stated');
  });

  test('credits without a unit are text; ECTS, study load, hours and durations are not', async () => {
    expect(element(await read({ creditsAvailable: 4 }), 'M7')).toMatchObject({ state: 'stated-as-text', values: [{ is: { amount: 4, system: 'unknown' } }] });
    expect(element(await read({}, { creditsEarned: 2.5 }), 'M7').values[0]?.is).toMatchObject({ amount: 2.5, system: 'unknown' });
    const amounts: readonly (readonly [Document, unknown])[] = [
      [{ ECTS: '0,5' }, { amount: 0.5, system: 'ECTS' }],
      [{ ECTS: 3.0 }, { amount: 3, system: 'ECTS' }],
      [{ SBU: 84 }, { amount: 84, system: 'hours' }],
      [{ timeInvestment: 'PT60H' }, { amount: 60, system: 'hours' }],
      [{ timeInvestment: 'P2DT12H' }, { amount: 60, system: 'hours' }],
    ];
    for (const [achievement, is] of amounts) expect(element(await read(achievement), 'M7')).toMatchObject({ state: 'stated', values: [{ is }] });
    for (const odd of [{ timeInvestment: 'P60M' }, { ECTS: 'five' }, { ECTS: 0 }, { ECTS: -3 }]) {
      const seen = await read(odd);
      expect(element(seen, 'M7').state).toBe('not-stated');
      expect(seen.credential.further).toHaveLength(1);
    }
    expect(element(await read({ timeInvestment: 60, SBU: 84 }), 'M7').state).toBe('conflict');
    expect(element(await read({ ECTS: 3, creditsAvailable: 3 }), 'M7').state).toBe('stated');
  });

  test('EQF only from an EQF value, national levels beside it, two different ones are a conflict', async () => {
    const level = async (...alignment: Document[]): Promise<ElementReading> => element(await read({ alignment }), 'M8');
    expect((await level({ targetType: 'ext:EQF', targetName: 'EQF level 4', targetCode: '4' })).values[0]).toMatchObject({ raw: '4', is: { framework: 'EQF', level: '4' } });
    expect((await level({ targetType: 'ext:EQF', targetName: 'EQF level 4' })).values[0]).toMatchObject({ raw: 'EQF level 4', is: { framework: 'EQF', level: '4' } });
    expect((await level({ targetFramework: 'European Qualifications Framework', targetCode: '6', targetName: 'x' })).values[0]?.is).toMatchObject({ level: '6' });
    expect((await level({ targetType: 'ext:NLQF', targetName: 'NLQF 4+', targetCode: '4+' }, { targetType: 'ext:EQF', targetCode: '4' })).values.map(({ is }) => is)).toEqual([
      { kind: 'level', framework: 'NLQF', level: '4+' },
      { kind: 'level', framework: 'EQF', level: '4' },
    ]);
    expect((await level({ targetType: 'ext:EQF', targetCode: '4' }, { targetType: 'ext:EQF', targetCode: '5' })).state).toBe('conflict');
    for (const none of [{ targetType: 'ext:EQF', targetCode: '9' }, { targetName: 'EQF level 4' }, { targetName: 'Level 6', targetFramework: 'Riverside levels' }]) {
      expect((await level(none)).state).toBe('not-stated');
    }
  });

  test('words of the Educredentials extension: one meaning gives a code, two or none stay text', async () => {
    const state = async (achievement: Document, id: EuElementId): Promise<unknown> => {
      const { state: found, values } = element(await read(achievement), id);
      return [found, values[0]?.is];
    };
    expect(await state({ participationType: 'onsite or blended' }, 'M10')).toEqual(['stated-as-text', { kind: 'text' }]);
    expect(await state({ participationType: 'volunteering' }, 'M10')).toEqual(['stated', { kind: 'term', list: 'learning-activity', code: '59eaf34fab' }]);
    expect(await state({ participationType: 'work experience' }, 'M10')).toEqual(['stated', { kind: 'term', list: 'learning-activity', code: '4357e0e681' }]);
    expect(await state({ assessmentType: 'testing' }, 'M9')).toEqual(['stated-as-text', { kind: 'text' }]);
    expect(await state({ assessmentType: 'application of a skill' }, 'M9')).toEqual(['stated', { kind: 'term', list: 'assessment', code: '6a4db9f11d' }]);
    expect(await state({ assessmentType: 'recognition of prior learning' }, 'M9')).toEqual(['stated-as-text', { kind: 'text' }]);
    expect(await state({ supervisionType: 'onsite with identity verification', identityChecked: true }, 'O2')).toEqual(['stated', { kind: 'term', list: 'supervision-verification', code: '70be69aaf9' }]);
    expect(await state({ identityChecked: true }, 'O2')).toEqual(['stated', { kind: 'term', list: 'supervision-verification', code: '44314532f9' }]);
    expect(await state({ identityChecked: false }, 'O2')).toEqual(['not-stated', undefined]);
  });

  test('concepts by their address, old and new; an unknown one stays its label', async () => {
    for (const start of ['http://data.europa.eu/snb', 'https://publications.europa.eu/resource/authority/snb']) {
      const id = `${start}/assessment/6e6cb2cc78`;
      expect(element(await read({ assessmentType: id }), 'M9').values[0]?.is).toMatchObject({ code: '6e6cb2cc78' });
      expect(element(await read({ assessmentType: { id, type: 'Concept', prefLabel: { en: 'Written exam', nl: ['Toets'] } } }), 'M9')).toMatchObject({
        state: 'stated',
        values: [{ text: [{ text: 'Written exam', language: 'en' }, { text: 'Toets', language: 'nl' }], is: { kind: 'term', code: '6e6cb2cc78' } }],
      });
    }
    const foreign = { id: 'urn:epass:x', prefLabel: { el: 'Γραπτή εξέταση' } };
    expect(element(await read({ assessmentType: foreign }), 'M9')).toMatchObject({ state: 'stated-as-text', values: [{ text: [{ language: 'el' }] }] });
    expect(element(await read({ assessmentType: 'http://data.europa.eu/snb/eqf/6' }), 'M9').state).toBe('stated-as-text');
  });

  test('quality assurance: an alignment of that type, or an accreditation; a logo or an endorsement is none', async () => {
    expect(element(await read({ alignment: [{ targetType: 'ext:QualityAssurance', targetName: 'NVAO', targetCode: 'AV-1' }] }), 'M11').state).toBe('stated');
    expect(element(await read({ alignment: [{ targetType: 'ext:QualityAssurance', targetName: 'NVAO' }] }), 'M11').state).toBe('stated-as-text');
    expect(element(await read({}, {}, { issuer: { id: issuer, name: 'R', accreditations: [{ title: 'Institutional', id: 'urn:x' }] } }), 'M11').state).toBe('stated');
    expect(element(await read({ image: 'https://x.example/logo.png' }, {}, { endorsement: [{ type: ['EndorsementCredential'] }] }), 'M11').state).toBe('not-stated');
  });

  test('a country that ISO does not know stays text, a missing one is never guessed', async () => {
    const at = async (address: Document): Promise<ElementReading> => element(await read({}, {}, { issuer: { id: issuer, name: 'R', address } }), 'M3');
    expect((await at({ addressCountryCode: 'XX' })).values[0]).toMatchObject({ raw: 'XX', is: { kind: 'text' } });
    expect((await at({ addressCountry: 'Naboo', addressRegion: 'Theed' })).values.map(({ raw }) => raw)).toEqual(['Naboo', 'Theed']);
    expect(element(await read({}, {}, { issuer: { id: 'did:web:university.nl', name: 'Universiteit van Nederland' } }), 'M3').state).toBe('not-stated');
    const byCreator = await read({ creator: { name: 'B', address: { addressCountryCode: 'GR' } } });
    expect(element(byCreator, 'M3').values[0]?.is).toEqual({ kind: 'country', code: 'GR' });
  });

  test('the awarding body with its numbers and what it is part of', async () => {
    const body = { id: 'urn:b', name: 'Faculty', otherIdentifier: [{ identifier: 'NL-123', identifierType: 'ext:vatNumber' }, { identifier: '42' }], parentOrg: { name: 'University' }, email: 'a@b.example' };
    const expected = ['Faculty', 'ext:vatNumber: NL-123', '42', 'University'];
    const issued = await read({}, {}, { issuer: { ...body, id: issuer } });
    expect(texts(element(issued, 'M4'))).toEqual(expected);
    expect(issued.credential.further).toContainEqual({ path: '/issuer/email', text: 'a@b.example' });
    expect(texts(element(await read({ creator: body }), 'M4'))).toEqual(expected);
    const nameless = await read({}, {}, { issuer: { id: issuer, parentOrg: { name: 'University' } } });
    expect(element(nameless, 'M4').state).toBe('not-stated');
  });

  test('a level does not apply only where the issuer says so in as many words', async () => {
    const level = async (...alignment: Document[]): Promise<ElementReading> => element(await read({ alignment }), 'M8');
    for (const words of ['Not applicable', 'N/A', ' n/a ']) {
      expect(await level({ targetType: 'ext:EQF', targetName: 'EQF', targetCode: words })).toMatchObject({ state: 'not-applicable', values: [] });
      expect((await level({ targetType: 'ext:NLQF', targetName: words })).state).toBe('not-applicable');
    }
    for (const words of ['none', 'Not applicable before 2020', '0']) expect((await level({ targetType: 'ext:EQF', targetCode: words })).state).toBe('not-stated');
    expect((await level({ targetType: 'ext:EQF', targetCode: 'n/a' }, { targetType: 'ext:NLQF', targetCode: '4' })).values.map(({ raw }) => raw)).toEqual(['4']);
    expect((await level({ targetName: 'not applicable', targetFramework: 'Riverside levels' })).state).toBe('not-stated');
    expect((await level()).state).toBe('not-stated');
  });

  test('results: value with its scale, a rubric level by its name, a status as it is', async () => {
    const results = async (result: Document, description: Document): Promise<readonly string[]> =>
      texts(element(await read({ resultDescription: [{ id: 'urn:r', name: 'Exam', ...description }] }, { result: [{ resultDescription: 'urn:r', ...result }] }), 'O3'));
    expect(await results({ value: '8.5' }, { valueMin: '1', valueMax: '10' })).toEqual(['Exam', '8.5', '1–10']);
    expect(await results({ value: 'B' }, { allowedValue: ['A', 'B', 'C'], requiredValue: 'C' })).toEqual(['Exam', 'B', 'A · B · C (≥ C)']);
    expect(await results({ achievedLevel: 'urn:l2' }, { rubricCriterionLevel: [{ id: 'urn:l1', name: 'Novice' }, { id: 'urn:l2', name: 'Master' }] })).toEqual(['Exam', 'Master']);
    expect(await results({ status: 'Completed' }, {})).toEqual(['Exam', 'Completed']);
    expect(await results({ resultDescription: 'urn:other', value: '3' }, {})).toEqual(['3']);
  });

  test('a result that points at nothing here drops nothing: its pointers stay among the further claims', async () => {
    const level = { id: 'urn:l1', name: 'Master' };
    const lost = [{ resultDescription: 'urn:r', achievedLevel: 'urn:elsewhere' }, { resultDescription: 'urn:gone', value: '3' }];
    const seen = await read({ resultDescription: [{ id: 'urn:r', name: 'Exam', rubricCriterionLevel: [level] }] }, { result: [...lost, { resultDescription: 'urn:r', achievedLevel: 'urn:l1' }] });
    expect(texts(element(seen, 'O3'))).toEqual(['3', 'Exam', 'Master']);
    expect(seen.credential.further.filter(({ path }) => path.startsWith('/credentialSubject/result'))).toEqual([
      { path: '/credentialSubject/result/0/resultDescription', text: 'urn:r' },
      { path: '/credentialSubject/result/0/achievedLevel', text: 'urn:elsewhere' },
      { path: '/credentialSubject/result/1/resultDescription', text: 'urn:gone' },
    ]);
  });

  test('a level of another scale than that which the result points at is told without a scale, and not where two bear its id', async () => {
    const grades = { id: 'urn:r', name: 'Project', resultType: 'LetterGrade', allowedValue: ['A', 'B'] };
    const rubric = (id: string, ...names: string[]): Document => ({ id, name: 'Rubric', resultType: 'RubricCriterionLevel', rubricCriterionLevel: names.map((name) => ({ id: 'urn:l1', name })) });
    const told = async (...resultDescription: Document[]): Promise<readonly string[]> => texts(element(await read({ resultDescription }, { result: [{ resultDescription: 'urn:r', achievedLevel: 'urn:l1' }] }), 'O3'));
    expect(await told(grades, rubric('urn:s', 'Mastery'))).toEqual(['Project', 'Mastery']);
    expect(await told(rubric('urn:r', 'Mastery'), rubric('urn:s', 'Basic'))).toEqual(['Rubric', 'Mastery']);
    expect(await told(grades, rubric('urn:s', 'Mastery'), rubric('urn:t', 'Basic'))).toEqual([]);
    expect(await told(grades, { ...rubric('urn:s'), rubricCriterionLevel: [{ id: 'urn:l2', name: 'Basic' }] })).toEqual([]);
  });

  test('what an alignment says beside the name of an outcome is not dropped, nor is a target that is none', async () => {
    const skill = { type: 'Alignment', targetType: 'CFItem', targetName: 'Use a loom', targetDescription: 'Plain weave.', targetFramework: 'Crafts', targetUrl: 'https://crafts.example/1' };
    const job = { type: 'Alignment', targetType: 'CTDL', targetName: 'Weaver', targetUrl: 'https://jobs.example/2' };
    const seen = await read({ alignment: [skill, job] });
    expect(texts(element(seen, 'M6'))).toEqual(['Use a loom']);
    expect(seen.credential.further.map(({ text }) => text)).toEqual(expect.arrayContaining(['Plain weave.', 'Crafts', 'https://crafts.example/1', 'Weaver', 'https://jobs.example/2']));
    for (const word of ['Use a loom', 'CFItem']) expect(seen.credential.further.map(({ text }) => text)).not.toContain(word);
    const level = await read({ alignment: { targetType: 'ext:EQF', targetName: 'EQF', targetCode: 'none' } });
    expect(level.credential.further.map(({ text }) => text)).toEqual(['ext:EQF', 'EQF', 'none']);
  });

  test('evidence without an address of its own is told without one', async () => {
    const told = async (id: string): Promise<unknown> => element(await read({}, {}, { evidence: [{ id, narrative: 'Mended ten wheels.' }] }), 'O5').values.map(({ raw, is }) => [is.kind, raw]);
    expect(await told('_:b1')).toEqual([['text', 'Mended ten wheels.']]);
    expect(await told('https://wheels.example/1')).toEqual([['text', 'Mended ten wheels.'], ['link', 'https://wheels.example/1']]);
    expect((await read({}, {}, { evidence: [{ id: '_:b1', narrative: 'Mended.' }] })).credential.further).toContainEqual({ path: '/evidence/0/id', text: '_:b1' });
  });

  test('an alignment at a classification of fields is the field of study, and no outcome', async () => {
    const target = { type: 'Alignment', targetType: 'CFItem', targetName: 'Data Science' };
    const fieldsOf = async (more: Document): Promise<unknown> => {
      const seen = await read({ criteria: { narrative: 'Pass.' }, alignment: { ...target, ...more } });
      expect(element(seen, 'M6').state).toBe('stated-as-text');
      return seen.credential.achievements[0]?.fields?.map(({ raw, value: { code } }) => [raw, code]);
    };
    expect(await fieldsOf({ targetFramework: 'Classification of Instructional Programs (CIP)', targetCode: '30.7001' })).toEqual([['Data Science', undefined]]);
    expect(await fieldsOf({ targetUrl: 'http://data.europa.eu/snb/isced-f/0613' })).toEqual([['Data Science', '0613']]);
    expect(element(await read({ alignment: { ...target, targetFramework: 'Principles of data science' } }), 'M6').state).toBe('stated');
  });

  test('an alignment at a classification of levels of education is no field of study, nor a framework of other things', async () => {
    const told = async (targetFramework: string, targetName: string, targetType = 'CTDL') => {
      const seen = await read({ criteria: { narrative: 'Pass.' }, alignment: { type: 'Alignment', targetType, targetName, targetFramework } });
      return { fields: seen.credential.achievements[0]?.fields?.map(({ raw }) => raw), outcomes: element(seen, 'M6').state, further: seen.credential.further.map(({ text }) => text) };
    };
    for (const framework of ['ISCED 2011', 'ISCED-P', 'International Standard Classification of Education (ISCED) 2011', 'International Standard Classification of Education 2011', 'ISCED level']) {
      const further = expect.arrayContaining(['CFItem', 'Bachelor or equivalent', framework]) as unknown;
      expect(await told(framework, 'Bachelor or equivalent', 'CFItem')).toEqual({ fields: [], outcomes: 'stated-as-text', further });
    }
    for (const name of ['Level 6', 'ISCED level 6', '6']) expect((await told('ISCED', name)).fields).toEqual([]);
    expect(await told('NERC CIP', 'Incident response', 'CFItem')).toMatchObject({ fields: [], outcomes: 'stated' });
    for (const framework of ['ISCED', 'ISCED-F 2013', 'CIP', 'CIP 2020', 'International Standard Classification of Education: Fields of Education and Training 2013']) {
      expect((await told(framework, 'Data Science')).fields).toEqual(['Data Science']);
    }
  });

  test('a criterion of a rubric is an outcome, the name of its scale of levels is none', async () => {
    const described = (resultType: string): Promise<ExaminedCredential> => read({ criteria: { narrative: 'Pass.' }, resultDescription: [{ id: 'urn:r', name: 'Use a loom', resultType }] });
    expect(element(await described('RubricCriterion'), 'M6')).toMatchObject({ state: 'stated', values: [{ raw: 'Use a loom' }] });
    for (const kind of ['RubricCriterionLevel', 'RubricScore', 'LetterGrade']) expect(element(await described(kind), 'M6')).toMatchObject({ state: 'stated-as-text', values: [{ raw: 'Pass.' }] });
    expect((await described('RubricCriterionLevel')).credential.further).toContainEqual({ path: '/credentialSubject/achievement/resultDescription/0/name', text: 'Use a loom' });
  });

  test('an outcome list of 200 items keeps all 200', async () => {
    const alignment = Array.from({ length: 200 }, (_, index) => ({ targetType: 'CFItem', targetName: `Outcome ${index + 1}` }));
    expect(element(await read({ alignment }), 'M6').values).toHaveLength(200);
  });

  test('a base badge without the extension leaves its gaps open', async () => {
    const seen = await examineCredentialOf(badge(issuer));
    expect(seen.elements.filter(({ mandatory, state }) => mandatory && state === 'not-stated').map(({ id }) => id)).toEqual(['M7', 'M9', 'M10', 'M11']);
  });
});
