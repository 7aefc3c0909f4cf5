import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { matchesIdentity } from '../../../src/core/encoding/matches-identity.ts';
import { completenessOf } from '../../../src/core/model/completeness.ts';
import { euElements } from '../../../src/core/model/eu-element-table.ts';
import type { EuElementId } from '../../../src/core/model/eu-elements.ts';
import type { JsonObject } from '../../../src/core/model/json.ts';
import { readLocalDay } from '../../../src/core/model/local-day.ts';
import { createStatement } from '../../../src/core/recognition/create-statement.ts';
import { stackingFactsOf } from '../../../src/core/recognition/stacking-facts.ts';
import { vocabularyFor } from '../../../src/core/vocabularies/registry.ts';
import { annexOneShapes } from '../../../src/tools/sampling/annex-one-shapes.ts';
import { annexOneSamples } from '../../../src/tools/sampling/annex-one-samples.ts';
import { brightwater, organisation, sealingService } from '../../../src/tools/sampling/elm-claims.ts';
import { sampleDates } from '../../../src/tools/sampling/sample-dates.ts';
import { fixtureSeeds } from '../../../src/tools/sampling/sample-keys.ts';
import { concept, elementOf, listed, note, proven, short, snb, specified, withClaim } from '../../support/european.ts';
import type { Document } from '../../support/european.ts';
import { examineCredentialOf, testNow } from '../../support/examining.ts';
import { european } from '../../support/sealing.ts';
import { badge } from '../../support/signing.ts';

const issuer = 'did:web:brightwater.example';

/** The elements of claims in any vocabulary, each in short: state, then values. */
async function read(claims: object): Promise<(id: EuElementId) => readonly string[]> {
  const vocabulary = vocabularyFor(claims as JsonObject);
  const credential = (await vocabulary.load())(claims as JsonObject);
  const elements = euElements.map(({ id, mandatory, read: reading }) => ({ id, mandatory, ...reading(credential) }));
  return (id) => short({ elements } as unknown as Parameters<typeof short>[0], id);
}

function flat(changes: Document): Document {
  return { ...annexOneShapes().find(({ name }) => name === 'SD-JWT VC of WE BUILD')?.claims, ...changes };
}

function badgeWith(achievement: Document, subject: Document = {}, more: Document = {}): Document {
  return badge(issuer, { ...more, credentialSubject: { type: ['AchievementSubject'], ...subject, achievement: { type: ['Achievement'], name: 'Title', ...achievement } } });
}

const country = (code: string): Document => ({ address: { countryCode: concept(`http://publications.europa.eu/resource/authority/country/${code}`, code) } });

describe('shapes', () => {
  test.each<[string, unknown]>([
    ['a string', { en: 'Choose a sensor' }],
    ['an array of one string', { en: ['Choose a sensor'] }],
    ['an array of maps', [{ en: 'Choose a sensor' }]],
    ['an array in an array', { en: [['Choose a sensor']] }],
    ['text without a language', 'Choose a sensor'],
  ])('a language value as %s is one text', async (_name, title) => {
    expect(await elementOf(specified({ learningOutcome: { title } }), 'M6')).toEqual(['stated', 'Choose a sensor']);
  });

  test('two texts of one language are told together, two languages apart', async () => {
    const seen = await examineCredentialOf(specified({ learningOutcome: { title: { en: ['One', 'Two'], fr: 'Un' } } }));
    expect(seen.elements.find(({ id }) => id === 'M6')?.values[0]?.text).toEqual([{ text: 'One · Two', language: 'en' }, { text: 'Un', language: 'fr' }]);
  });

  test('each nested claim of DC4EU as an object and as a list of it reads the same', async () => {
    const pilot = annexOneShapes().find(({ name }) => name === 'SD-JWT VC of DC4EU, flat')?.claims ?? {};
    const all = async (claims: Document): Promise<readonly (readonly string[])[]> => {
      const of = await read(claims);
      return euElements.map(({ id }) => of(id));
    };
    const expected = await all(pilot);
    const nested = Object.entries(pilot).filter(([, value]) => typeof value === 'object');
    expect(nested.length).toBeGreaterThan(6);
    for (const [key, value] of nested) if (!Array.isArray(value)) expect({ key, all: await all({ ...pilot, [key]: [value] }) }).toEqual({ key, all: expected });
    for (const [key, value] of Object.entries(pilot)) if (typeof value === 'string' && !['iss', 'vct', 'dateOfIssuing', 'notionalWorkload'].includes(key)) expect({ key, all: await all({ ...pilot, [key]: [value] }) }).toEqual({ key, all: expected });
  });

  test('status and credentialStatus are both read, and both at once', async () => {
    const entry = (id: string): Document => ({ id, type: 'TrustedCredentialStatus2021' });
    const countOf = async (more: Document): Promise<number> => {
      const { status: _status, credentialStatus: _other, ...document } = european();
      return (await examineCredentialOf({ ...document, ...more })).credential.status.length;
    };
    expect([await countOf({}), await countOf({ status: [entry('urn:a'), entry('urn:b')] }), await countOf({ credentialStatus: entry('urn:a') }), await countOf({ credentialStatus: entry('urn:a'), status: entry('urn:b') })]).toEqual([0, 2, 1, 2]);
  });

  test('a concept by its URI, by list and label, by an unknown URI, and by nothing that is known', async () => {
    const m9 = async (dcType: unknown): Promise<readonly string[]> => elementOf(withClaim((claim) => ({ ...claim, provenBy: { dcType } })), 'M9');
    expect(await m9({ id: `${snb}/assessment/b1b68f6735` })).toEqual(['stated', 'b1b68f6735']);
    expect(await m9(concept('urn:epass:kind:1', 'QUIZ', `${snb}/assessment/25831c2`))).toEqual(['stated', 'b1b68f6735']);
    expect(await m9(concept(`${snb}/assessment/ffffffffff`, 'Duel'))).toEqual(['stated-as-text', 'Duel']);
    expect(await m9(concept('urn:epass:kind:1', 'Quiz', 'urn:epass:scheme:9'))).toEqual(['stated-as-text', 'Quiz']);
    expect(await m9(concept(`${snb}/learning-assessment/920fbb3cbe`, 'Online'))).toEqual(['stated-as-text', 'Online']);
    // One address in one list: nothing after it, nothing before it.
    expect(await m9({ id: `${snb}/assessment/b1b68f6735?x`, prefLabel: { en: 'Q' } })).toEqual(['stated-as-text', 'Q']);
    expect(await m9({ id: `https://evil.example/http://data.europa.eu/snb/assessment/b1b68f6735`, prefLabel: { en: 'Q' } })).toEqual(['stated-as-text', 'Q']);
  });

  test('an address that only ends like one of a European list is none of it', async () => {
    const evil = (list: string, code: string, label: string): Document => concept(`https://evil.example/snb/${list}/${code}`, label, `https://evil.example/snb/${list}/25831c2`);
    const bare = { eqfLevel: null, nqfLevel: null, volumeOfLearning: null };
    expect(await elementOf(specified({ ...bare, eqfLevel: evil('eqf', '8', 'Level 8') }), 'M8')).toEqual(['stated-as-text', 'Level 8']);
    expect(await elementOf(specified({ ...bare, creditPoint: { point: '60', framework: evil('education-credit', '6fcec5c5af', 'Points') } }), 'M7')).toMatchObject(['stated-as-text', '60 unknown']);
    expect(await elementOf(specified({ thematicArea: evil('isced-f', '0521', 'Air') }), 'O5')).toContain('Air');
    expect(await elementOf(specified({ learningSetting: evil('learning-setting', '6fd4685715', 'Formal-like') }), 'O5')).toContain('Formal-like');
    expect(await elementOf(specified({ language: concept('https://evil.example/authority/language/DEU', 'Klingon') }), 'O5')).toContain('Klingon');
    // The older address of the same lists is one.
    const older = 'https://publications.europa.eu/resource/authority/snb';
    expect(await elementOf(specified({ ...bare, eqfLevel: { id: `${older}/eqf/5` }, creditPoint: { point: '2', framework: { id: `${older}/education-credit/6fcec5c5af` } } }), 'M8')).toEqual(['stated', 'EQF 5']);
    expect(await elementOf(specified({ thematicArea: { id: `${older}/isced-f/0521` }, learningSetting: { id: `${older}/learning-setting/6fd4685715` } }), 'O5')).toEqual(expect.arrayContaining(['0521', '6fd4685715']));
  });

  test.each<[EuElementId, unknown, readonly string[]]>([
    ['M10', 'onsite or blended', ['stated-as-text', 'onsite or blended']],
    ['M10', 'online', ['stated', '920fbb3cbe']],
    ['M10', 'volunteering', ['stated', '59eaf34fab']],
    ['M10', 'work experience', ['stated', '4357e0e681']],
    ['M9', 'testing', ['stated-as-text', 'testing']],
    ['M9', 'application of a skill', ['stated', '6a4db9f11d']],
    ['M9', 'portfolio', ['stated', '4f03b91c0e']],
    ['M9', 'recognition of prior learning', ['stated-as-text', 'recognition of prior learning']],
    ['O2', 'supervised online', ['stated', '70be69aaf9']],
    ['O2', 'onsite with identity verification', ['stated', '70be69aaf9']],
  ])('Educredentials: %s of %j', async (id, word, expected) => {
    const member = { M9: 'assessmentType', M10: 'participationType', O2: 'supervisionType' }[String(id)] ?? '';
    expect((await read(badgeWith({ type: ['Achievement', 'EducredentialAchievement'], [member]: word })))(id)).toEqual(expected);
  });

  test.each<[EuElementId, string, readonly string[]]>([
    ['M10', 'online', ['stated', '920fbb3cbe']], ['M10', 'on-site', ['stated', '9191af2ed9']], ['M10', 'blended', ['stated', 'e92d221e4d']],
    ['M9', 'written-examination', ['stated', '6e6cb2cc78']], ['M9', 'oral-examination', ['stated', 'd30284d7df']], ['M9', 'practical-assessment', ['stated', '6a4db9f11d']],
    ['M9', 'portfolio-assessment', ['stated', '4f03b91c0e']], ['M9', 'peer-assessment', ['stated', '19a2e5e671']], ['M9', 'project-assessment', ['stated', '795dac4096']],
    ['O2', 'proctored-online-exam', ['stated', '70be69aaf9']], ['O2', 'in-person-supervision', ['stated-as-text', 'in-person-supervision']], ['O2', 'identity-verified-remote-exam', ['stated', '44314532f9']],
    ['M11', 'institutional-accreditation', ['stated-as-text', 'institutional-accreditation']], ['M11', 'programme-accreditation', ['stated-as-text', 'programme-accreditation']],
    ['M11', 'national-quality-agency', ['stated-as-text', 'national-quality-agency']], ['M11', 'sectoral-quality-assurance', ['stated-as-text', 'sectoral-quality-assurance']],
  ])('WE BUILD: %s of %j', async (id, word, expected) => {
    const member = { M9: 'typeOfAssessment', M10: 'formOfParticipation', M11: 'qualityAssurance', O2: 'idVerificationMethod' }[String(id)] ?? '';
    expect((await read(flat({ [member]: word })))(id)).toEqual(expected);
  });

  test('field, setting and kind of accreditation by list and number or label, as MyNextID writes them', async () => {
    const o5 = await elementOf(specified({ thematicArea: { ...concept('urn:epass:f:1', 'Environmental sciences', `${snb}/isced-f/25831c2`), notation: '0521' }, learningSetting: concept('urn:epass:s:1', 'Non-formal learning', `${snb}/learning-setting/25831c2`) }), 'O5');
    expect(o5).toEqual(expect.arrayContaining(['0521', 'e207a81fc7']));
    expect(await elementOf(specified({ thematicArea: { ...concept('urn:epass:f:1', 'Air'), notation: '0521' } }), 'O5')).toContain('Air');
    expect(await elementOf(specified({ accreditation: { dcType: concept('urn:epass:a:1', 'Program License', `${snb}/accreditation/25831c2`) } }), 'M11')).toEqual(['stated', 'e57dddfcf3']);
  });

  test('every English label of the lists that the wallet carries means its code, where the concept names the list', async () => {
    const { lists } = JSON.parse(readFileSync(join(import.meta.dirname, '../../../public/labels/en-2026-11-21.json'), 'utf8')) as { lists: Record<string, Record<string, string>> };
    const m = { assessment: 'M9', 'learning-assessment': 'M10', 'learning-activity': 'M10', 'supervision-verification': 'O2', accreditation: 'M11' } as const;
    let count = 0;
    for (const [list, id] of Object.entries(m)) {
      for (const [code, label] of Object.entries(lists[list] ?? {})) {
        const kind = concept('urn:epass:k:1', label, `${snb}/${list}/25831c2`);
        const document = withClaim((claim) => ({ ...claim, provenBy: { dcType: id === 'M9' ? kind : null, idVerification: id === 'O2' ? kind : null }, specifiedBy: { ...claim.specifiedBy, mode: id === 'M10' ? kind : null, accreditation: id === 'M11' ? { dcType: kind } : null } }));
        expect({ label, is: await elementOf(document, id) }).toEqual({ label, is: ['stated', code] });
        count += 1;
      }
    }
    expect(count).toBeGreaterThan(40);
  });
});

describe('numbers', () => {
  test.each<[string, readonly string[]]>([
    ['PT60H', ['stated', '60 hours']],
    ['P2DT12H', ['stated', '60 hours']],
    ['PT90M', ['stated', '1.5 hours']],
    ['PT0.5H', ['stated', '0.5 hours']],
    ['PT0,5H', ['stated', '0.5 hours']],
    ['P60M', ['stated-as-text', 'odd P60M']],
    ['P1Y', ['stated-as-text', 'odd P1Y']],
    ['P2W', ['stated-as-text', 'odd P2W']],
    ['60 hours', ['stated-as-text', 'odd 60 hours']],
    ['PT0H', ['not-stated']],
    ['', ['not-stated']],
  ])('a duration of %j', async (volumeOfLearning, expected) => {
    expect(await elementOf(specified({ creditPoint: null, volumeOfLearning }), 'M7')).toEqual(expected);
  });

  test.each<[unknown, readonly string[]]>([
    ['0.5', ['stated', '0.5 ECTS']],
    ['0,5', ['stated', '0.5 ECTS']],
    [0.5, ['stated', '0.5 ECTS']],
    [['0.5'], ['stated', '0.5 ECTS']],
    ['0', ['not-stated']],
    ['-3', ['not-stated']],
    ['NaN', ['not-stated']],
    ['Infinity', ['not-stated']],
    ['1e3', ['not-stated']],
    ['three', ['not-stated']],
  ])('credits of %j', async (point, expected) => {
    expect(await elementOf(specified({ volumeOfLearning: null, creditPoint: { point, framework: listed('education-credit', '6fcec5c5af', 'ECTS') } }), 'M7')).toEqual(expected);
  });

  test('credits without a unit are text in the European model, in an Open Badge and in an SD-JWT', async () => {
    expect(await elementOf(specified({ volumeOfLearning: null, creditPoint: { point: '3' } }), 'M7')).toEqual(['stated-as-text', '3 unknown']);
    expect((await read(badgeWith({ creditsAvailable: 3 })))('M7')).toEqual(['stated-as-text', '3 unknown']);
    expect((await read(badgeWith({}, { creditsEarned: 3 })))('M7')).toEqual(['stated-as-text', '3 unknown']);
    expect((await read(flat({ notionalWorkload: { value: 3 } })))('M7')).toEqual(['stated-as-text', '3 unknown']);
  });

  test('a unit that nobody knows is told as the issuer names it, and never said to be missing', async () => {
    const framework = { prefLabel: { und: 'gradingSchemeAbitur900' } };
    const seen = await examineCredentialOf(withClaim((claim) => ({ ...claim, creditReceived: { point: '852', framework }, specifiedBy: { ...claim.specifiedBy, volumeOfLearning: null, creditPoint: { point: '852', framework } } })));
    expect(seen.elements.find(({ id }) => id === 'M7')).toMatchObject({ state: 'stated-as-text', values: [{ text: [{ text: '852 gradingSchemeAbitur900' }], is: { kind: 'workload', amount: 852, system: 'unknown', unit: 'gradingSchemeAbitur900' } }] });
    expect(short(seen, 'M7')).toHaveLength(2);
    expect((await read(flat({ notionalWorkload: { value: 3, unit: 'weeks' } })))('M7')[0]).toBe('stated-as-text');
  });

  test('a language that is undetermined is none: credits named so are of their system, and a text has no language', async () => {
    expect(await elementOf(specified({ volumeOfLearning: null, creditPoint: { point: '30', framework: { prefLabel: { und: 'ects' } } } }), 'M7')).toEqual(['stated', '30 ECTS']);
    const seen = await examineCredentialOf(specified({ learningOutcome: { title: { und: 'Use a loom' } } }));
    expect(seen.elements.find(({ id }) => id === 'M6')?.values[0]?.text).toEqual([{ text: 'Use a loom' }]);
  });

  test('what an award rests on has its grade beside those of its parts, told once, and its title is no kind of assessment', async () => {
    const used = { title: { en: 'Axe making' }, grade: note('5') };
    const document = withClaim((claim) => ({ ...claim, provenBy: null, awardedBy: { ...claim.awardedBy, used } }));
    expect([await elementOf(document, 'O3'), await elementOf(document, 'M9')]).toEqual([['stated', 'Axe making', '5'], ['not-stated']]);
    const resting = async (on: unknown): Promise<readonly string[]> => elementOf(withClaim((claim) => ({ ...claim, provenBy: { title: { en: 'Slow axes' }, grade: note('4') }, awardedBy: { ...claim.awardedBy, used: on } })), 'O3');
    expect(await resting(used)).toEqual(['stated', 'Slow axes', '4', 'Axe making', '5']);
    expect(await resting([{ title: { en: 'Slow axes' }, grade: note('4') }, 'urn:epass:assessment:7'])).toEqual(['stated', 'Slow axes', '4']);
  });

  test('hours are never made from credits, nor credits from hours, nor a level from a cycle', async () => {
    expect(await elementOf(specified({ volumeOfLearning: null }), 'M7')).toEqual(['stated', '2 ECTS']);
    expect(await elementOf(specified({ creditPoint: null, volumeOfLearning: 'PT60H' }), 'M7')).toEqual(['stated', '60 hours']);
    expect(await elementOf(specified({ eqfLevel: null, nqfLevel: null, educationLevel: concept('urn:a', 'First cycle (QF-EHEA)') }), 'M8')).toEqual(['stated-as-text', 'First cycle (QF-EHEA)']);
  });

  test('a grade stays as it is written: 8,75, and one without a scheme has no scale', async () => {
    const bare = (grade: Document): Document => withClaim((claim) => ({ ...claim, provenBy: { grade } }));
    expect(await elementOf(bare(note('8,75')), 'O3')).toEqual(['stated', '8,75']);
    expect((await read(badgeWith({}, { result: { value: '8,75' } })))('O3')).toEqual(['stated', '8,75']);
    expect((await read(flat({ grade: '8,75', gradingScheme: undefined })))('O3')).toEqual(['stated', '8,75']);
    expect(await elementOf(proven({ grade: note('19'), specifiedBy: null }), 'O3')).toEqual(['stated', 'Portfolio', '19']);
  });
});

describe('what is not there', () => {
  test('missing everything: eleven gaps, no value, and no element throws, in every vocabulary', async () => {
    const empties: readonly Document[] = [
      { type: ['VerifiableCredential', 'EuropeanDigitalCredential'] },
      { type: ['VerifiableCredential', 'OpenBadgeCredential'], credentialSubject: {} },
      { type: ['VerifiableCredential', 'ClrCredential'], credentialSubject: [] },
      { type: 'Assertion' },
      { vct: 'VerifiableMicroCredential' },
      { vct: 'urn:eudi:elm:1', elm: {} },
      { type: ['VerifiableCredential'], credentialSubject: { learningAchievement: {}, learningSpecification: {} } },
      {},
    ];
    expect(new Set(empties.map((claims) => vocabularyFor(claims as JsonObject).id)).size).toBe(8);
    for (const claims of empties) {
      const of = await read(claims);
      for (const { id } of euElements) expect({ claims, id, is: of(id) }).toEqual({ claims, id, is: ['not-stated'] });
    }
    expect(completenessOf(euElements.map(({ id, mandatory }) => ({ id, mandatory, state: 'not-stated' as const })))).toMatchObject({ stated: 0, excused: 0, gaps: { length: 11 } });
  });

  test('no quality assurance: a logo, a seal and a place in a register are none', async () => {
    const document = specified({ accreditation: null });
    const logo = { content: 'AAAA', contentType: concept('http://publications.europa.eu/resource/authority/file-type/PNG', 'PNG') };
    expect(await elementOf({ ...document, issuer: { ...organisation(brightwater), logo, identifier: { schemeName: 'DEQAR', notation: 'DEQARINST0001' } } }, 'M11')).toEqual(['not-stated']);
    expect((await read(badgeWith({}, {}, { issuer: { id: issuer, name: 'B', image: 'https://x.example/l.png', otherIdentifier: { identifierType: 'ext:DEQAR', identifier: 'DEQARINST0001' } } })))('M11')).toEqual(['not-stated']);
  });

  test('a level does not apply only in the words of the issuer, and is then counted apart', async () => {
    const of = await read(flat({ level: 'not applicable' }));
    expect(of('M8')).toEqual(['not-applicable']);
    expect((await read(badgeWith({ alignment: { targetType: 'ext:EQF', targetName: 'n/a' } })))('M8')[0]).toBe('not-applicable');
    expect(await elementOf(specified({ eqfLevel: null, nqfLevel: null, learningSetting: listed('learning-setting', 'e207a81fc7', 'Non-formal') }), 'M8')).toEqual(['not-stated']);
    // What is said to be none and stated as well is stated.
    expect((await read(flat({ level: ['not applicable', 'EQF-5'] })))('M8')[0]).toBe('stated');
  });

  test('a bare DID, an address or a birth date names nobody; a plain e-mail does', async () => {
    const learner = async (subject: Document): Promise<string | undefined> => (await read(badgeWith({}, subject)))('M1')[0];
    const identity = (identityType: string, identityHash: string, hashed = false): Document => ({ identifier: { type: 'IdentityObject', identityType, identityHash, hashed } });
    expect(await learner({ id: 'did:key:z6MkfX' })).toBe('not-stated');
    expect(await learner(identity('ext:did', 'did:key:z6MkfX'))).toBe('not-stated');
    expect(await learner(identity('url', 'https://people.example/mira'))).toBe('not-stated');
    expect(await learner({ dateOfBirth: '2001-02-03' })).toBe('not-stated');
    expect(await learner(identity('emailAddress', `sha256$${'0a'.repeat(32)}`, true))).toBe('not-stated');
    expect(await learner(identity('emailAddress', 'mira@learners.example'))).toBe('stated');
    expect(await learner(identity('name', 'Mira'))).toBe('stated');
  });

  test('a country is never guessed from a domain, a language or a name', async () => {
    const of = await read(badgeWith({ inLanguage: 'nl' }, {}, { issuer: { id: 'https://www.uu.nl/', url: 'https://www.uu.nl', name: 'Universiteit Utrecht, Nederland' } }));
    expect(of('M3')).toEqual(['not-stated']);
  });
});

test('an alignment at the achievement itself, by its own name, is no outcome of it', async () => {
  const aligned = (targetName: string): Document => badgeWith({ criteria: { narrative: 'Pass.' }, alignment: { targetType: 'CFItem', targetName } });
  expect((await read(aligned('TITLE')))('M6')).toEqual(['stated-as-text', 'Pass.']);
  expect((await read(aligned('Use a loom')))('M6')).toEqual(['stated', 'Use a loom']);
});

describe('who', () => {
  test('who only sealed never stands in for who awarded', async () => {
    const nobody = withClaim((claim) => ({ ...claim, awardedBy: null }), european({}, { issuer: sealingService }));
    expect(await elementOf(nobody, 'M4')).toEqual(['not-stated']);
    const [page] = createStatement([await examineCredentialOf(nobody)], { now: testNow, wallet: { name: 'Mecum', version: '0' }, holder: 'none', lists: [] }).credentials;
    expect(page?.core.sealing.values.map(({ text }) => text[0]?.text)).toContain(sealingService.name);
    expect(page?.elements.find(({ id }) => id === 'M4')).toMatchObject({ state: 'not-stated', values: [] });
    // Of an Open Badge the issuer is who awards, where nobody else is named.
    expect((await read(badgeWith({}, {}, { issuer: { id: issuer, name: 'Brightwater' } })))('M4')).toEqual(['stated', 'Brightwater']);
  });

  test('sealed for somebody else, with a mandate and without one', async () => {
    const relationOf = async (evidence: Document | null): Promise<unknown> => {
      const seen = await examineCredentialOf(european({ evidence }, { issuer: sealingService, awardedBy: brightwater }));
      return createStatement([seen], { now: testNow, wallet: { name: 'Mecum', version: '0' }, holder: 'none', lists: [] }).credentials[0]?.core.sealing.relation;
    };
    const mandate = { dcType: listed('evidence-type', 'c_18016257', 'Mandate'), evidenceStatement: 'By order.' };
    expect([await relationOf(mandate), await relationOf(null), await relationOf({ ...mandate, dcType: concept('urn:epass:m:1', 'Mandate') })]).toEqual(['on-behalf', 'other-body', 'other-body']);
  });

  test('two awarding bodies in two countries: both, in order, with both countries', async () => {
    const body = (id: string, name: string, code: string): Document => ({ id, legalName: { en: name }, location: country(code) });
    const document = withClaim((claim) => ({ ...claim, awardedBy: { awardingBody: [body('urn:a', 'North', 'SVN'), body('urn:b', 'South', 'GRC')] } }));
    expect([await elementOf(document, 'M4'), await elementOf(document, 'M3')]).toEqual([['stated', 'North', 'South'], ['stated', 'IE', 'SI', 'GR']]);
  });

  test.each([
    ['Greek', { el: 'Άννα Παπαδοπούλου' }],
    ['Arabic', { ar: 'مريم الفهري' }],
    ['combining marks', { vi: 'Nguye\u0302\u0303n' }],
  ])('a name in %s is the name', async (_name, fullName) => {
    const document = european();
    const { givenName: _given, familyName: _family, ...subject } = document['credentialSubject'] as Document;
    expect(await elementOf({ ...document, credentialSubject: { ...subject, fullName } }, 'M1')).toContain(Object.values(fullName)[0]?.normalize('NFC'));
  });

  test('a name of 300 characters is told whole', async () => {
    const name = `${'Wolfeschlegelsteinhausen '.repeat(12)}`.slice(0, 300).trim();
    const document = european();
    const { givenName: _given, familyName: _family, ...subject } = document['credentialSubject'] as Document;
    expect(name.length).toBeGreaterThan(295);
    expect(await elementOf({ ...document, credentialSubject: { ...subject, fullName: { en: name } } }, 'M1')).toContain(name);
  });

  test('a hashed e-mail is matched by what the learner types, as typed and in small letters, and by nothing else', async () => {
    const salted = Buffer.from(await crypto.subtle.digest('SHA-256', new TextEncoder().encode('mira@learners.examplesalt'))).toString('hex');
    const [identity] = (await examineCredentialOf(badgeWith({}, { identifier: { type: 'IdentityObject', identityType: 'emailAddress', identityHash: `sha256$${salted}`, hashed: true, salt: 'salt' } }))).credential.holder.identifiers.map(({ value }) => value);
    if (identity === undefined) throw new Error('no identity');
    expect(['mira@learners.example', 'Mira@Learners.Example', 'other@learners.example'].map((typed) => matchesIdentity(identity, typed))).toEqual([true, true, false]);
  });
});

describe('dates', () => {
  test.each([
    ['2026-06-13T21:00:00Z', 'GRC', '2026-06-14'],
    ['2026-12-13T22:00:00Z', 'GRC', '2026-12-14'],
    ['2026-06-13T22:00:00Z', 'DEU', '2026-06-14'],
    ['2022-12-31T23:00:00Z', 'DEU', '2023-01-01'],
    ['2026-06-13T23:00:00Z', 'IRL', '2026-06-14'],
    ['2026-06-13T20:00:00Z', 'DEU', undefined],
    ['2026-06-13T22:00:00Z', 'IRL', undefined],
    ['2026-06-13T22:00:01Z', 'DEU', undefined],
  ])('%s in %s means %s', async (issued, code, meant) => {
    const document = withClaim((claim) => ({ ...claim, awardedBy: null }), european({ issued, issuanceDate: issued, validFrom: issued, issuer: { ...organisation(brightwater), location: country(code) } }));
    const [page] = createStatement([await examineCredentialOf(document)], { now: testNow, wallet: { name: 'Mecum', version: '0' }, holder: 'none', lists: [] }).credentials;
    const date = page?.elements.find(({ id }) => id === 'M5')?.values[0];
    expect([date?.raw, date?.day?.written, date?.day?.meant]).toEqual([issued, issued.slice(0, 10), meant]);
    expect(readLocalDay(issued, [])?.meant).toBeUndefined();
  });
});

describe('much, and in many languages', () => {
  test('200 outcomes of 500 characters are all told whole', async () => {
    const titles = Array.from({ length: 200 }, (_each, index) => `${index} ${'x'.repeat(500)}`.slice(0, 500));
    expect(await elementOf(specified({ learningOutcome: titles.map((title) => ({ title: { en: title } })) }), 'M6')).toEqual(['stated', ...titles]);
    expect((await read(flat({ learningOutcomes: titles })))('M6')).toEqual(['stated', ...titles]);
    expect((await read(badgeWith({ alignment: titles.map((targetName) => ({ targetType: 'ceasn:Competency', targetName })) })))('M6')).toEqual(['stated', ...titles]);
  });

  test.each([
    ['el', 'Γραπτή εξέταση'],
    ['bg', 'Писмен изпит'],
    ['mt', 'Eżami bil-miktub'],
    ['ga', 'Scrúdú scríofa'],
  ])('a label in %s stays what the issuer wrote, beside the code of its address, and is that of the list', async (language, label) => {
    const seen = await examineCredentialOf(withClaim((claim) => ({ ...claim, provenBy: { dcType: { id: `${snb}/assessment/6e6cb2cc78`, prefLabel: { [language]: label } } } })));
    expect(seen.elements.find(({ id }) => id === 'M9')).toMatchObject({ state: 'stated', values: [{ text: [{ text: label, language }], is: { kind: 'term', list: 'assessment', code: '6e6cb2cc78' } }] });
    const { lists } = JSON.parse(readFileSync(join(import.meta.dirname, `../../../public/labels/${language}-2026-11-21.json`), 'utf8')) as { lists: Record<string, Record<string, string>> };
    expect(lists['assessment']?.['6e6cb2cc78']).toBe(label);
  });

  test('markup of an issuer stays text in every element', async () => {
    const hostile = '<img src=x onerror=alert(1)> [click](javascript:alert(1)) **bold**';
    const seen = await examineCredentialOf(withClaim((claim) => ({ ...claim, title: { en: hostile }, specifiedBy: { ...claim.specifiedBy, learningOutcome: { title: { en: hostile } }, accreditation: { title: { en: hostile } } }, provenBy: { title: { en: hostile }, grade: note(hostile) } })));
    for (const id of ['M2', 'M6', 'M9', 'M11', 'O3']) expect(short(seen, id)).toContain(hostile);
  });

  test('edubadges splits one value of supervision at its comma: both halves, together and alone, mean one', async () => {
    const o2 = async (supervisionType: unknown, identityChecked?: unknown): Promise<readonly string[]> => (await read(badgeWith({ type: ['Achievement', 'EducredentialAchievement'], supervisionType, ...(identityChecked === undefined ? {} : { identityChecked }) })))('O2');
    expect(await o2('supervised online')).toEqual(['stated', '70be69aaf9']);
    expect(await o2('onsite with identity verification', true)).toEqual(['stated', '70be69aaf9']);
    expect(new Set(await o2(['supervised online', 'onsite with identity verification']))).toEqual(new Set(['stated', '70be69aaf9']));
    expect((await o2('supervised online', false))[0]).toBe('stated-as-text');
  });

  test('the same credential as a European credential and as an Open Badge is counted once', async () => {
    const samples = await annexOneSamples(sampleDates(testNow), fixtureSeeds);
    const seen = await Promise.all(samples.map(async ({ bytes }) => examineCredentialOf(new TextDecoder().decode(bytes))));
    expect(seen.map(({ axes }) => axes.unchanged)).toEqual(['yes', 'yes', 'yes']);
    const facts = stackingFactsOf(seen);
    expect(facts.credits.map(({ amount, level }) => [amount, level])).toEqual([[2.5, 5]]);
  });
});
