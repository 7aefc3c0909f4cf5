import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { credentialsIn } from '../../../src/core/model/examination.ts';
import { euElements } from '../../../src/core/model/eu-element-table.ts';
import type { ExaminedCredential } from '../../../src/core/model/examination.ts';
import type { JsonObject } from '../../../src/core/model/json.ts';
import { readEuropean } from '../../../src/core/vocabularies/european-learning-model/read-european.ts';
import { vocabularyFor } from '../../../src/core/vocabularies/registry.ts';
import { claimOf, elementOf, listed, note, short, snb, withClaim } from '../../support/european.ts';
import type { Document } from '../../support/european.ts';
import { examineBytes, examineCredentialOf, instantOf } from '../../support/examining.ts';
import { european } from '../../support/sealing.ts';

describe('other shapes of the model', () => {
  test('activities and entitlements beside an achievement are not its title; alone they are what the credential is about', async () => {
    const activity = { type: 'LearningActivity', title: { en: 'Zoom lecture' }, workload: 'PT2H', specifiedBy: { mode: listed('learning-assessment', '920fbb3cbe', 'Online'), dcType: listed('learning-activity', 'efff75e10a', 'workshop, seminar or conference') } };
    const subject = european()['credentialSubject'] as Document;
    const several = european({ credentialSubject: { ...subject, hasClaim: [activity, { type: 'LearningEntitlement', title: { en: 'A lecturer’s entry' } }, claimOf(european())] } });
    expect(await elementOf(several, 'M2')).toEqual(['stated', 'Measuring Air Quality with Open Data']);
    expect(await elementOf(several, 'M7')).toEqual(['stated', '2 ECTS', '50 hours', '2 hours of a part']);
    expect(await elementOf(several, 'O4')).toEqual(['stated', 'A lecturer’s entry']);
    const alone = european({ credentialSubject: { ...subject, hasClaim: activity } });
    expect([await elementOf(alone, 'M2'), await elementOf(alone, 'M7'), await elementOf(alone, 'M10')]).toEqual([['stated', 'Zoom lecture'], ['stated', '2 hours'], ['stated', '920fbb3cbe', 'efff75e10a']]);
  });

  test('an assessment as a claim of its own: its grade and kind are read, its mode is not how somebody took part', async () => {
    const hasClaim = { type: 'LearningAssessment', title: { en: 'Test' }, grade: note('7'), dcType: listed('assessment', 'b1b68f6735', 'quiz'), specifiedBy: { mode: listed('learning-assessment', '920fbb3cbe', 'Online') } };
    const document = european({ credentialSubject: { ...(european()['credentialSubject'] as Document), hasClaim } });
    expect([await elementOf(document, 'M9'), await elementOf(document, 'M10'), await elementOf(document, 'O3')]).toEqual([['stated', 'b1b68f6735'], ['not-stated'], ['stated', 'Test', '7']]);
  });

  test('an id that counts only within the document is nobody’s id outside it; another one is', async () => {
    const idOf = async (id: string): Promise<unknown> => (await examineCredentialOf(withClaim((claim) => ({ ...claim, id })))).credential.achievements[0]?.id?.value;
    expect(await idOf('urn:epass:learningAchievement:1')).toBeUndefined();
    expect(await idOf('https://courses.example/air')).toBe('https://courses.example/air');
  });

  test('sealed, wrapped and plain, with one value or a list, the elements are the same', async () => {
    const plain = european();
    const seenAs = async (document: unknown): Promise<unknown> => {
      const [seen] = credentialsIn(await examineBytes(JSON.stringify(document)));
      return seen?.elements.map(({ id }) => [id, short(seen, id)]);
    };
    const expected = await seenAs(plain);
    expect(await seenAs({ credential: plain })).toEqual(expected);
    expect(await seenAs({ payload: JSON.stringify(plain), signatures: [{ protected: 'e30', signature: 'AA' }] })).toEqual(expected);
  });

  /** Every place of an object or a leaf, the packing left out. */
  function placesOf(value: unknown, place: readonly string[] = []): readonly (readonly string[])[] {
    if (typeof value !== 'object' || value === null) return [place];
    const inner = Object.entries(value).flatMap(([key, each]) => (key === '@context' || key === 'type' ? [] : placesOf(each, [...place, key])));
    return place.length === 0 || Array.isArray(value) ? inner : [place, ...inner];
  }

  function changedAt(document: Document, place: readonly string[], change: (value: unknown) => unknown): Document {
    const copy = structuredClone(document);
    let here = copy;
    for (const step of place.slice(0, -1)) here = here[step] as Document;
    const last = place.at(-1) ?? '';
    here[last] = change(here[last]);
    return copy;
  }

  const whole = withClaim((claim) => ({ ...claim, influencedBy: { workload: 'PT9H', specifiedBy: { dcType: listed('learning-activity', 'ff436ea7c9', 'classroom coursework') } }, entitlesTo: { title: { en: 'Entry' } } }), european({ evidence: { dcType: listed('evidence-type', 'c_18016257', 'Mandate'), evidenceStatement: 'By order.', accreditation: { title: { en: 'Reviewed' } } } }));

  test('each place as a list of one reads the same', async () => {
    const shown = async (document: Document): Promise<string> => {
      const { further: _further, ...credential } = readEuropean(document as JsonObject);
      return JSON.stringify(credential, (key, value: unknown) => (key === 'path' || key === 'raw' ? undefined : value));
    };
    const expected = await shown(whole);
    const places = placesOf(whole).filter(([first]) => first !== 'credentialSchema' && first !== 'status');
    expect(places.length).toBeGreaterThan(200);
    const differing: string[] = [];
    for (const place of places) if ((await shown(changedAt(whole, place, (value) => [value]))) !== expected) differing.push(place.join('/'));
    expect(differing).toEqual([]);
  });

  test('the order of no list decides: title, states and values are the same turned round', async () => {
    const claim = claimOf(whole);
    const second: Document = { ...claim, id: 'urn:epass:learningAchievement:2', title: { en: 'Another title' }, specifiedBy: { ...claim.specifiedBy, eqfLevel: listed('eqf', '6', 'Level 6'), title: { en: 'Another title' } } };
    const subject = whole['credentialSubject'] as Document;
    const read = (hasClaim: readonly Document[]): unknown => {
      const credential = readEuropean({ ...whole, credentialSubject: { ...subject, hasClaim } } as JsonObject);
      const values = euElements.map((element) => ({ id: element.id, ...element.read(credential) }));
      return [credential.title?.value, values.map(({ id, state, values: of }) => [id, state, of.map(({ raw, is }) => `${raw} ${JSON.stringify(is)}`).sort()])];
    };
    expect(read([second, claim])).toEqual(read([claim, second]));
    const several = (turn: <T>(list: readonly T[]) => readonly T[]): Document => {
      const scale = (text: string): Document => ({ gradingScheme: { title: { en: text } } });
      const provenBy = { ...claim.provenBy, grade: turn([note('Good'), note('Better')]), specifiedBy: turn([scale('Ten'), scale('Five')]) };
      const kinds = turn([listed('accreditation', '820101cba6', 'Programme'), listed('accreditation', 'bb4618238e', 'Institution')]);
      const specifiedBy = turn([{ title: { en: 'B' }, description: { en: 'y' }, isPartialQualification: true }, { title: { en: 'A' }, description: { en: 'x' }, isPartialQualification: false, accreditation: { title: { en: 'R' }, dcType: kinds } }]);
      return { ...claim, title: null, description: null, provenBy, specifiedBy };
    };
    expect(read([several((list) => list.toReversed())])).toEqual(read([several((list) => list)]));
    expect(JSON.stringify(read([claim, second]))).toContain('Another title');
  });

  test('inside an SD-JWT VC the elements are the same', async () => {
    const enclosed = { vct: 'urn:eudi:elm:1', iss: 'https://issuer.example', elm: whole };
    const vocabulary = vocabularyFor(enclosed as unknown as JsonObject);
    expect(vocabulary.id).toBe('enclosed-learning-model');
    const read = (await vocabulary.load())(enclosed as unknown as JsonObject);
    const alone = readEuropean(whole as JsonObject);
    for (const element of euElements) {
      const [inside, outside] = [element.read(read), element.read(alone)];
      expect(inside.state).toBe(outside.state);
      expect(inside.values.map(({ path, ...rest }) => ({ path: path.replace('/elm', ''), ...rest }))).toEqual(outside.values);
    }
  });

  test('version 2, as older pilots of EBSI write it: from the issuer’s bare address to the grade', async () => {
    const achieved = {
      id: 'urn:uuid:1',
      title: 'Statistics I',
      wasAwardedBy: { awardingBody: ['did:ebsi:zYC'], awardingDate: '2022-03-01T00:00:00Z' },
      specifiedBy: [{ eCTSCreditPoints: 5, learningOutcome: [{ id: 'urn:o', name: 'Read a table', relatedESCOSkill: ['http://data.europa.eu/esco/skill/S1'] }], learningSetting: `${snb}/learning-setting/6fd4685715`, eQFLevel: `${snb}/eqf/6` }],
      wasDerivedFrom: [{ title: 'Exam', grade: '5', specifiedBy: { gradingScheme: { title: 'One to five' } } }],
      wasInfluencedBy: [{ specifiedBy: { mode: [`${snb}/learning-assessment/9191af2ed9`], learningActivityType: [`${snb}/learning-activity/ff436ea7c9`] } }],
    };
    const seen = await examineCredentialOf({ '@context': ['https://www.w3.org/2018/credentials/v1'], type: ['VerifiableCredential', 'VerifiableAttestation'], issuer: 'did:ebsi:zYC', issuanceDate: '2022-03-02T00:00:00Z', credentialSubject: { id: 'did:key:z6', firstName: 'Eva', familyName: 'Berg', achieved: [achieved] } });
    expect(seen.vocabulary).toBe('european-learning-model');
    expect(Object.fromEntries(seen.elements.map(({ id }) => [id, short(seen, id)]))).toMatchObject({
      M1: ['stated', 'Eva', 'Berg'],
      M2: ['stated', 'Statistics I'],
      M3: ['not-stated'],
      M4: ['not-stated'],
      M6: ['stated', 'Read a table', 'http://data.europa.eu/esco/skill/S1'],
      M7: ['stated', '5 ECTS'],
      M8: ['stated', 'EQF 6'],
      M9: ['stated-as-text', 'Exam'],
      M10: ['stated', '9191af2ed9', 'ff436ea7c9'],
      O3: ['stated', 'Exam', '5', 'One to five'],
      O5: ['stated', '6fd4685715'],
    });
    expect([seen.credential.awarded?.raw, seen.credential.awardingBodies.map(({ id }) => id?.value)]).toEqual(['2022-03-01T00:00:00Z', ['did:ebsi:zYC']]);
  });
});

const folder = join(import.meta.dirname, '../../../../shared/fixtures/public');

describe.skipIf(!existsSync(folder))('expected results on public samples (only where the shared fixtures are beside the project)', () => {
  const seenIn = async (file: string): Promise<ExaminedCredential> => {
    const [seen] = credentialsIn(await examineBytes(new Uint8Array(readFileSync(join(folder, file))), { now: instantOf('2026-11-21T12:00:00Z') }));
    if (seen === undefined) throw new Error('no credential');
    return seen;
  };
  const missing = ({ elements }: ExaminedCredential): readonly string[] => elements.filter(({ mandatory, state }) => mandatory && state === 'not-stated').map(({ id }) => id);

  test('the Commission’s micro-credential of Annex I: 10 of 11, the gap is quality assurance', async () => {
    const seen = await seenIn('european-commission-empl__European-Learning-Model/Credentials_JSON-LD_Examples_ELM_v3_Sample-MC-Annex1-signed.jsonld');
    expect(missing(seen)).toEqual(['M11']);
    expect(short(seen, 'M1').slice(0, 2)).toEqual(['stated', 'Ana Andromeda']);
    expect(seen.credential.holder.names).toHaveLength(1);
    expect([short(seen, 'M7'), short(seen, 'M8'), short(seen, 'M9')]).toEqual([['stated', '2 ECTS', '60 hours', 'odd P60M'], ['stated', 'EQF 6', 'NQF RQF Level 6'], ['stated-as-text', 'artefact assessment']]);
    expect([short(seen, 'M10')[1], short(seen, 'O1')[0], short(seen, 'O2'), short(seen, 'O4')]).toEqual(['e92d221e4d', 'stated', ['stated', 'c598449d64'], ['stated', 'not partial']]);
    expect(short(seen, 'O3').slice(2, 4)).toEqual(['Pass', 'Standard grading']);
    expect(seen.credential.pictures?.map(({ of }) => of)).toEqual(['display', 'logo', 'logo']);
  });

  test('the MyNextID micro-credential: 10 of 11, sealed for another body by a stated mandate', async () => {
    const seen = await seenIn('MyNextID__credentials/microcredential_v1_edc_examples_edc-mc-example.json');
    expect(missing(seen)).toEqual(['M11']);
    expect([short(seen, 'M3'), short(seen, 'M7'), short(seen, 'M8')]).toEqual([['stated', 'EE', 'SI'], ['stated', '5 ECTS', '45 hours'], ['stated', 'EQF 6', 'NQF MECU Level 7']]);
    expect([short(seen, 'M9'), short(seen, 'O2'), short(seen, 'O3')]).toEqual([['stated-as-text', 'Graded exercises'], ['stated', '70be69aaf9'], ['stated', 'Written Exam', '19']]);
    expect([seen.credential.mandates?.length, seen.credential.status.length]).toEqual([1, 2]);
    expect(seen.credential.pictures?.filter(({ of }) => of === 'display').map(({ page, language }) => [language, page]).slice(0, 4)).toEqual([['en', 1], ['en', 2], ['en', 3], ['en', 4]]);
  });
});
