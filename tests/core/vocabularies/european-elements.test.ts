import { describe, expect, test } from 'vitest';
import { hoursOfDuration, readEqf } from '../../../src/core/vocabularies/read-codes.ts';
import { brightwater, sealingService } from '../../../src/tools/sampling/elm-claims.ts';
import { claimOf, concept, elementOf, listed, note, proven, short, snb, specified, withClaim } from '../../support/european.ts';
import type { Document } from '../../support/european.ts';
import { examineCredentialOf } from '../../support/examining.ts';
import { european } from '../../support/sealing.ts';

describe('who, where and by whom', () => {
  test('a full name is told once; a name that it does not hold stands beside it; without it, given and family name', async () => {
    const named = async (names: Document): Promise<readonly string[]> => {
      const { fullName: _full, givenName: _given, familyName: _family, dateOfBirth: _born, ...subject } = european()['credentialSubject'] as Document;
      const seen = await examineCredentialOf(european({ credentialSubject: { ...subject, ...names } }));
      expect(seen.credential.further.filter(({ path }) => /name/i.test(path) && path.startsWith('/credentialSubject/') && !path.includes('hasClaim'))).toEqual([]);
      return short(seen, 'M1');
    };
    expect(await named({ fullName: { en: 'Ana Andromeda' }, givenName: { en: ['Ana'] }, familyName: { en: 'Andromeda' } })).toEqual(['stated', 'Ana Andromeda']);
    expect(await named({ fullName: 'Ana Andromeda', familyName: 'Nova' })).toEqual(['stated', 'Ana Andromeda', 'Nova']);
    expect(await named({ givenName: { el: 'Άννα' }, familyName: { el: 'Ανδρομέδα' } })).toEqual(['stated', 'Άννα', 'Ανδρομέδα']);
    expect(await named({})).toEqual(['not-stated']);
  });

  test('the day of award stands beside the day of issue, unless they are one or nobody says so', async () => {
    const awardedOn = async (awardingDate: unknown): Promise<unknown> => {
      const seen = await examineCredentialOf(withClaim((claim) => ({ ...claim, awardedBy: { ...claim.awardedBy, awardingDate } })));
      return seen.elements.find(({ id }) => id === 'M5')?.values.map(({ raw, is }) => [raw, is.kind === 'date' ? is.of : is.kind]);
    };
    const issued = ['2026-06-14T12:00:00Z', undefined];
    expect(await awardedOn('2004-03-31T00:00:00')).toEqual([issued, ['2004-03-31T00:00:00', 'award']]);
    for (const same of [null, '2026-06-14T12:00:00Z']) expect(await awardedOn(same)).toEqual([issued]);
  });

  test('two awarding bodies in two countries: both bodies and every country, with that of the issuer first', async () => {
    const body = (id: string, name: string, country: string): Document => ({
      id,
      type: 'Organisation',
      legalName: { en: name },
      location: { id: `${id}:l`, address: { id: `${id}:a`, countryCode: concept(`http://publications.europa.eu/resource/authority/country/${country}`, country, 'http://publications.europa.eu/resource/authority/country') } },
    });
    const awardingBody = [body('urn:epass:org:5', 'North', 'SVN'), body('urn:epass:org:6', 'South', 'GRC')];
    const document = withClaim((claim) => ({ ...claim, awardedBy: { ...claim.awardedBy, awardingBody } }));
    expect(await elementOf(document, 'M4')).toEqual(['stated', 'North', 'South']);
    expect(await elementOf(document, 'M3')).toEqual(['stated', 'IE', 'SI', 'GR']);
  });

  test('a mandate is one only with its code and with something in it', async () => {
    const mandatesOf = async (evidence: Document | undefined): Promise<unknown> =>
      (await examineCredentialOf(european(evidence === undefined ? {} : { evidence }, { issuer: sealingService, awardedBy: brightwater }))).credential.mandates?.map(({ value }) => value.code);
    const kind = listed('evidence-type', 'c_18016257', 'Mandate');
    expect(await mandatesOf({ dcType: kind, evidenceStatement: 'By order.' })).toEqual(['c_18016257']);
    expect(await mandatesOf({ dcType: [{ id: kind['id'] }], evidenceTarget: [{ id: 'https://x.example/' }] })).toEqual(['c_18016257']);
    expect(await mandatesOf({ dcType: kind })).toBeUndefined();
    expect(await mandatesOf({ dcType: concept('urn:epass:kind:1', 'Mandate'), evidenceStatement: 'By order.' })).toBeUndefined();
    expect(await mandatesOf(undefined)).toBeUndefined();
  });
});

describe('outcomes, workload and level', () => {
  test('a claim named after the European framework states a level by its number, word or address, and none that is not on it', () => {
    const levelOf = (value: string | number): string | undefined => readEqf({ value, path: '', understood: new Set() })[0]?.value.value;
    for (const six of [6, '6', ' EQF-6 ', 'EQF6', 'eqf level 6', 'Level 6', 'http://data.europa.eu/snb/eqf/6']) expect(levelOf(six)).toBe('6');
    for (const none of [-6, '-6', 0, 9, '6.5', 'NLQF 6', '', 'six']) expect(levelOf(none)).toBeUndefined();
  });

  test('skills stand beside the outcomes, with their address as text; one made up for the document has none', async () => {
    const outcome = { title: { en: 'Write well' }, relatedESCOSkill: listed('x', 'y', 'not used') };
    const skill = concept('http://data.europa.eu/esco/skill/5fd5c985-eaaa-47aa-8314-62359c54505a', 'develop digital content');
    const seen = await examineCredentialOf(specified({ learningOutcome: { ...outcome, relatedESCOSkill: [skill, concept('urn:epass:skill:2', 'Game theory')], relatedSkill: listed('dcf', 'u69o196gu6', 'Developing digital content'), reusabilityLevel: listed('skill-reuse-level', 'cross-sector', 'cross-sector') } }));
    expect(short(seen, 'M6')).toEqual(['stated', 'Write well', 'develop digital content', 'Game theory', 'Developing digital content', 'cross-sector']);
    expect(seen.elements.find(({ id }) => id === 'M6')?.values.map(({ is }) => (is.kind === 'skill' ? is.uri : is.kind))).toEqual(['text', skill['id'], undefined, `${snb}/dcf/u69o196gu6`, 'term']);
  });

  test('a summary, or skills alone, are no outcome items; a description is neither', async () => {
    expect(await elementOf(specified({ learningOutcome: [], learningOutcomeSummary: note('Some of it') }), 'M6')).toEqual(['stated-as-text', 'Some of it']);
    expect(await elementOf(specified({ learningOutcome: { relatedESCOSkill: concept('urn:epass:skill:2', 'Game theory') } }), 'M6')).toEqual(['stated-as-text', 'Game theory']);
    expect(await elementOf(specified({ learningOutcome: null }), 'M6')).toEqual(['not-stated']);
  });

  test('200 outcomes of 500 characters are all there', async () => {
    const learningOutcome = Array.from({ length: 200 }, (_, index) => ({ title: { en: `${index} ${'x'.repeat(496)}` } }));
    expect(await elementOf(specified({ learningOutcome }), 'M6')).toHaveLength(201);
  });

  test.each([
    ['PT60H', 60], ['P2DT12H', 60], ['PT90M', 1.5], ['PT7.5H', 7.5], ['P0Y0M0DT45H0M0S', 45], ['P60M', undefined], ['P1Y', undefined], ['P2W', undefined], ['60 h', undefined], ['P', undefined], ['PT', undefined], [60, undefined],
  ])('the duration %s has %s hours', (duration, hours) => {
    expect(hoursOfDuration(duration)).toBe(hours);
  });

  const ects = listed('education-credit', '6fcec5c5af', 'European Credit Transfer System');
  test.each<[string, Document, readonly string[]]>([
    ['half a credit', { creditPoint: { point: '0.5', framework: ects } }, ['stated', '0.5 ECTS', '50 hours']],
    ['a decimal comma', { creditPoint: { point: '2,5', framework: [ects] } }, ['stated', '2.5 ECTS', '50 hours']],
    ['a framework of its own that is called ECTS', { creditPoint: { point: 3, framework: concept('urn:epass:f:1', 'ECTS') } }, ['stated', '3 ECTS', '50 hours']],
    ['a framework that nobody knows', { creditPoint: { point: '3', framework: concept('urn:epass:f:1', 'Stars') }, volumeOfLearning: null }, ['stated-as-text', '3 unknown']],
    ['vocational points', { creditPoint: { point: '3', framework: listed('education-credit', '60b314e826', 'ECVET') }, volumeOfLearning: [] }, ['stated', '3 ECVET']],
    ['two numbers of credits', { creditPoint: [{ point: '3', framework: ects }, { point: '4', framework: ects }] }, ['conflict', '3 ECTS', '4 ECTS', '50 hours']],
    ['months', { creditPoint: null, volumeOfLearning: 'P60M' }, ['stated-as-text', 'odd P60M']],
    ['no credits at all', { creditPoint: { point: '0', framework: ects }, volumeOfLearning: 'PT0H' }, ['not-stated']],
  ])('workload: %s', async (_name, changes, expected) => {
    expect(await elementOf(specified(changes), 'M7')).toEqual(expected);
  });

  test('hours of activities are a part and no second value; the same number again is said once', async () => {
    const withActivities = (...workloads: readonly string[]): Document => withClaim((claim) => ({ ...claim, creditReceived: { point: '2', framework: ects }, influencedBy: workloads.map((workload) => ({ type: 'LearningActivity', workload })) }));
    expect(await elementOf(withActivities('PT10H', 'PT30H'), 'M7')).toEqual(['stated', '2 ECTS', '50 hours', '10 hours of a part', '30 hours of a part']);
    expect(await elementOf(withActivities('PT50H'), 'M7')).toEqual(['stated', '2 ECTS', '50 hours']);
  });

  test.each<[string, Document, readonly string[]]>([
    ['European and national side by side', {}, ['stated', 'EQF 5', 'NQF Brightwater level 5']],
    ['by list and word', { eqfLevel: concept('urn:epass:l:1', 'Level 6', `${snb}/eqf/25831c2`), nqfLevel: null }, ['stated', 'EQF 6']],
    ['a word alone is the issuer’s', { eqfLevel: concept('urn:epass:l:1', 'Level 6'), nqfLevel: null }, ['stated-as-text', 'Level 6']],
    ['the older address', { eqfLevel: { id: 'https://publications.europa.eu/resource/authority/snb/eqf/4' }, nqfLevel: null }, ['stated', 'EQF 4']],
    ['two of one scale', { eqfLevel: [listed('eqf', '5', 'Level 5'), listed('eqf', '6', 'Level 6')], nqfLevel: null }, ['conflict', 'EQF 5', 'EQF 6']],
    ['levels of education in the issuer’s words', { eqfLevel: null, nqfLevel: null, educationLevel: [concept('urn:a', 'Basic'), concept('urn:b', 'Advanced')] }, ['stated-as-text', 'Basic', 'Advanced']],
    ['words beside a European level', { nqfLevel: null, educationLevel: concept('urn:a', 'Basic') }, ['stated', 'EQF 5', 'Basic']],
    ['two national frameworks of two countries are no conflict', { eqfLevel: null, nqfLevel: [concept('urn:a', 'NLQF level 6'), concept('urn:b', 'VQF niveau 6')] }, ['stated', 'NQF NLQF level 6', 'NQF VQF niveau 6']],
    ['nor are two whose framework nobody names', { eqfLevel: null, nqfLevel: [concept('urn:a', 'Level 6'), concept('urn:b', 'Niveau 7')] }, ['stated', 'NQF Level 6', 'NQF Niveau 7']],
    ['two levels of one national framework are one', { eqfLevel: null, nqfLevel: [concept('urn:a', 'NLQF 5'), concept('urn:b', 'NLQF 6')] }, ['conflict', 'NQF NLQF 5', 'NQF NLQF 6']],
    ['the same again as a level of education', { nqfLevel: null, educationLevel: listed('eqf', '5', 'Level 5') }, ['stated', 'EQF 5']],
    ['a European level among the national ones stays there', { eqfLevel: null, nqfLevel: listed('qdr', 'c_1', 'RQF Level 6') }, ['stated', 'NQF RQF Level 6']],
    ['none, though non-formal', { eqfLevel: null, nqfLevel: null, learningSetting: listed('learning-setting', 'e207a81fc7', 'non-formal learning') }, ['not-stated']],
  ])('level: %s', async (_name, changes, expected) => {
    expect(await elementOf(specified(changes), 'M8')).toEqual(expected);
  });
});

describe('assessment, participation, quality', () => {
  const oral = listed('assessment', 'd30284d7df', 'oral examination');
  test('how it was assessed: what specifies it, else its own kind, else the specification, else titles', async () => {
    const assessed = (provenBy: unknown, ofSpecification?: unknown): Document =>
      withClaim((claim) => ({ ...claim, provenBy, specifiedBy: { ...claim.specifiedBy, ...(ofSpecification === undefined ? {} : { provenBy: ofSpecification }) } }));
    expect(await elementOf(assessed({ dcType: oral, specifiedBy: { dcType: listed('assessment', '4f03b91c0e', 'portfolio') } }, { dcType: oral }), 'M9')).toEqual(['stated', '4f03b91c0e']);
    expect(await elementOf(assessed([{ dcType: [oral] }, { title: { en: 'A talk' } }]), 'M9')).toEqual(['stated', 'd30284d7df', 'A talk']);
    expect(await elementOf(assessed({ title: { en: 'A talk' } }, [{ dcType: oral }]), 'M9')).toEqual(['stated', 'd30284d7df']);
    expect(await elementOf(assessed({ title: { en: 'A talk' } }, { title: { en: 'Talks' } }), 'M9')).toEqual(['stated-as-text', 'A talk']);
    expect(await elementOf(assessed(null), 'M9')).toEqual(['not-stated']);
  });

  test('the mode of the assessment is not how somebody took part', async () => {
    const online = listed('learning-assessment', '920fbb3cbe', 'Online');
    const mode = (ofSpecification: unknown, influencedBy: unknown): Document => withClaim((claim) => ({ ...claim, influencedBy, provenBy: { ...claim.provenBy, specifiedBy: { mode: online } }, specifiedBy: { ...claim.specifiedBy, mode: ofSpecification } }));
    expect(await elementOf(mode(null, null), 'M10')).toEqual(['not-stated']);
    const activity = { specifiedBy: { mode: [online], dcType: [listed('learning-activity', 'ff436ea7c9', 'classroom coursework')] } };
    expect(await elementOf(mode(null, [activity, activity]), 'M10')).toEqual(['stated', '920fbb3cbe', 'ff436ea7c9']);
    expect(await elementOf(mode(listed('learning-assessment', 'e92d221e4d', 'Blended'), activity), 'M10')).toEqual(['stated', 'e92d221e4d', 'ff436ea7c9']);
    expect(await elementOf(mode(concept('urn:epass:m:1', 'By post'), null), 'M10')).toEqual(['stated-as-text', 'By post']);
  });

  test('quality assurance in each of the four places, and nowhere', async () => {
    const accreditation = { type: 'Accreditation', title: { en: 'Reviewed' }, dcType: listed('accreditation', '820101cba6', 'Programme') };
    const without = specified({ accreditation: null });
    const issuer = without['issuer'] as Document;
    const bare = claimOf(without);
    const inBody = { ...bare.awardedBy, awardingBody: { ...(bare.awardedBy['awardingBody'] as Document), accreditation: [accreditation] } };
    for (const document of [specified({ accreditation }), { ...without, evidence: [{ accreditation }] }, { ...without, issuer: { ...issuer, accreditation } }, withClaim((claim) => ({ ...claim, awardedBy: inBody }), without)]) {
      expect(await elementOf(document, 'M11')).toEqual(['stated', '820101cba6']);
    }
    expect(await elementOf(without, 'M11')).toEqual(['not-stated']);
    expect(await elementOf({ ...without, evidence: { accreditation: { id: 'https://reviews.example/1' } } }, 'M11')).toEqual(['stated-as-text', 'https://reviews.example/1']);
    expect(await elementOf({ ...without, termsOfUse: { type: 'IssuanceCertificate', id: 'https://registry.example/attributes/1' } }, 'M11')).toEqual(['stated-as-text', 'https://registry.example/attributes/1']);
    expect(await elementOf({ ...without, termsOfUse: { type: 'Policy', id: 'https://registry.example/attributes/1' } }, 'M11')).toEqual(['not-stated']);
  });

  test('supervision of the assessment, else as the specification plans it', async () => {
    const alone = listed('supervision-verification', 'c598449d64', 'Unsupervised without ID Verification');
    const planned = (own: unknown): Document => withClaim((claim) => ({ ...claim, provenBy: { ...claim.provenBy, idVerification: own }, specifiedBy: { ...claim.specifiedBy, provenBy: { idVerification: alone } } }));
    expect(await elementOf(planned(listed('supervision-verification', '70be69aaf9', 'Supervised')), 'O2')).toEqual(['stated', '70be69aaf9']);
    expect(await elementOf(planned(null), 'O2')).toEqual(['stated', 'c598449d64']);
  });
});

describe('grade, stacking and what else is said', () => {
  test('a grade with the name and rules of its scale, how it stands among others, and the grades of parts', async () => {
    const document = proven({
      grade: note('8,75'),
      gradeStatus: concept('urn:epass:s:1', 'pass'),
      shortenedGrading: { percentageLower: 10, percentageEqual: '20', percentageHigher: 70 },
      resultDistribution: { description: { en: 'Of one year' }, category: [{ label: 'A', count: 3 }, { minScore: '5', maxScore: '6', count: 9 }, { label: 'odd' }] },
      specifiedBy: [{ gradingScheme: { title: { en: 'Ten points' }, description: { en: 'Passed from 6' } } }],
      hasPart: [{ title: { en: 'Essay' }, grade: note('9') }],
    });
    expect(await elementOf(document, 'O3')).toEqual(['stated', 'Portfolio', '8,75', 'Ten points', 'Passed from 6', 'pass', '< 10 % · = 20 % · > 70 %', 'Of one year', 'A: 3', '5–6: 9', 'Essay', '9']);
    expect(await elementOf(proven({ grade: note('19'), specifiedBy: null }), 'O3')).toEqual(['stated', 'Portfolio', '19']);
  });

  test('stacking: whether it is a part, what it is part of, what is part of it, what it entitles to', async () => {
    const title = (text: string): Document => ({ id: `https://q.example/${text}`, title: { en: text } });
    const document = withClaim((claim) => ({ ...claim, isPartOf: title('Year'), entitlesTo: [title('Entry')], specifiedBy: { ...claim.specifiedBy, isPartialQualification: true, isPartOf: [title('Degree')], hasPart: title('Module') } }));
    const seen = await examineCredentialOf(document);
    expect(short(seen, 'O4')).toEqual(['stated', 'partial', 'Degree', 'Module', 'Year', 'Entry']);
    const [achievement] = seen.credential.achievements;
    expect([achievement?.partOf, achievement?.hasPart].map((ids) => ids?.map(({ value }) => value))).toEqual([['https://q.example/Year', 'https://q.example/Degree'], ['https://q.example/Module']]);
    expect(await elementOf(specified({ isPartialQualification: ['false'] }), 'O4')).toEqual(['stated', 'not partial']);
    expect(await elementOf(specified({ isPartialQualification: 'perhaps' }), 'O4')).toEqual(['not-stated']);
  });

  test('fields, setting and languages by their codes; notes, documents and pages as they are written', async () => {
    const claims = specified({
      thematicArea: [listed('isced-f', '0521', 'Environmental sciences'), concept('http://data.europa.eu/esco/isced-f/06', 'ICT'), concept('urn:epass:t:1', 'Air')],
      learningSetting: listed('learning-setting', 'e207a81fc7', 'non-formal learning'),
      language: [concept('http://publications.europa.eu/resource/authority/language/GLE', 'Irish'), concept('http://publications.europa.eu/resource/authority/language/MLT', 'Maltese')],
      additionalNote: [note('Bring a coat')],
      supplementaryDocument: { title: { en: 'Handbook' }, contentURL: 'https://docs.example/h' },
      homepage: [{ contentURL: 'https://course.example/' }],
    });
    const seen = await examineCredentialOf({ ...claims, attachment: { title: { en: 'Annex' } } });
    expect(short(seen, 'O5').slice(3)).toEqual(['Bring a coat', 'Handbook', 'https://docs.example/h', 'https://course.example/', '0521', '06', 'Air', 'e207a81fc7', 'ga', 'mt', 'Annex']);
    expect(seen.elements.find(({ id }) => id === 'O5')?.values.map(({ is }) => is.kind).slice(2)).toEqual(['text', 'text', 'link', 'link', 'term', 'term', 'text', 'term', 'language', 'language', 'text']);
  });

  test('the pages that the issuer drew are known by their place, page and language; a picture elsewhere is none', async () => {
    const image = { content: 'iVBORw0KGgo=', contentType: { id: 'http://publications.europa.eu/resource/authority/file-type/PNG' } };
    const english = { id: 'http://publications.europa.eu/resource/authority/language/ENG', prefLabel: { en: 'English' } };
    const individualDisplay = { language: english, displayDetail: [{ page: 1, image }, { page: 2, image }, { page: 3, image: { contentURL: 'https://pictures.example/3.png' } }] };
    const seen = await examineCredentialOf(european({ displayParameter: { individualDisplay, primaryLanguage: english } }));
    expect(seen.credential.pictures).toEqual([1, 2].map((page) => ({ of: 'display', path: `/displayParameter/individualDisplay/displayDetail/${page - 1}/image/content`, kind: 'PNG', page, language: 'en' })));
    expect(seen.credential.primaryLanguage?.value).toBe('en');
    expect(JSON.stringify(seen.credential)).not.toContain('iVBORw0KGgo');
  });

  test('hostile markup stays text', async () => {
    const hostile = '<img src=x onerror=alert(1)> [x](javascript:alert(1)) \u202Etxt';
    const seen = await examineCredentialOf(specified({ additionalNote: note(hostile) }));
    expect(seen.elements.find(({ id }) => id === 'O5')?.values.find(({ raw }) => raw.includes('onerror'))?.text).toEqual([{ text: '<img src=x onerror=alert(1)> [x](javascript:alert(1)) txt', language: 'en' }]);
  });
});
