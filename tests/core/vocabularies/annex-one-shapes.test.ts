import { describe, expect, test } from 'vitest';
import { euElements } from '../../../src/core/model/eu-element-table.ts';
import type { ElementReading, EuElementId } from '../../../src/core/model/eu-elements.ts';
import type { JsonObject } from '../../../src/core/model/json.ts';
import { vocabularies, vocabularyFor } from '../../../src/core/vocabularies/registry.ts';
import { annexOne, annexOneCodes } from '../../../src/tools/sampling/annex-one-claims.ts';
import { annexOneEntry, annexOneShapes } from '../../../src/tools/sampling/annex-one-shapes.ts';

type Reading = Pick<ElementReading, 'state' | 'values'>;

async function readingsOf(claims: object): Promise<ReadonlyMap<EuElementId, Reading>> {
  const vocabulary = vocabularyFor(claims as JsonObject);
  const credential = (await vocabulary.load())(claims as JsonObject);
  return new Map(euElements.map((element) => [element.id, element.read(credential)]));
}

/** What the values are: codes, amounts and days; texts as the issuer wrote them, in whatever language. */
function told({ values }: Reading): readonly string[] {
  return values.map(({ is, text, raw }) => {
    if (is.kind === 'text') return text[0]?.text ?? raw;
    return is.kind === 'date' ? is.date.slice(0, 10) : JSON.stringify(is);
  });
}

const is = (value: object): string => JSON.stringify(value);
const term = (list: string, code: string): string => is({ kind: 'term', list, code });

/** One value of each element that every shape tells alike, if it tells that element at all. */
const alike: Readonly<Partial<Record<EuElementId, readonly string[]>>> = {
  M2: [annexOne.title],
  M3: [is({ kind: 'country', code: annexOne.country })],
  M4: [annexOne.awardingBody],
  M5: [annexOne.day],
  M6: annexOne.outcomes,
  M7: [is({ kind: 'workload', amount: annexOne.ects, system: 'ECTS' })],
  M8: [is({ kind: 'level', framework: 'EQF', level: annexOne.eqf })],
  M9: [term('assessment', annexOneCodes.assessment)],
  M10: [term('learning-assessment', annexOneCodes.participation)],
  M11: [annexOne.qualityAssurance],
  O1: [annexOneEntry],
  O2: [term('supervision-verification', annexOneCodes.supervision)],
  O3: [annexOne.grade],
};

/** Where a shape has no place for an element, or only for another form of it: what it says instead. */
const otherwise: Readonly<Record<string, Readonly<Partial<Record<EuElementId, readonly string[] | undefined>>>>> = {
  'European Learning Model 2': { M11: ['https://registry.example/attributes/1'], O1: undefined, O2: undefined, O4: undefined },
  'EBSI diploma': { M3: undefined, M9: undefined, M10: undefined, M11: undefined, O1: undefined, O2: undefined, O3: undefined, O4: undefined },
  'Open Badges 3.0': { M7: [is({ kind: 'workload', amount: annexOne.ects, system: 'unknown' })], M9: undefined, M10: undefined, M11: undefined, O1: undefined, O2: undefined },
  'with Educredentials': { O1: undefined },
  'the same in an SD-JWT VC (DC4EU)': { O1: undefined },
  'Open Badges 2.0 with edubadges': { M3: undefined, M6: [annexOne.outcomes.join(' · ')], O1: undefined, O3: undefined },
  'CLR 2.0': { O1: undefined },
  'learning credential of the Commission': { M9: undefined, M10: undefined, O2: undefined },
  'any other credential': { M3: undefined, M6: undefined, M7: undefined, M8: undefined, M9: undefined, M10: undefined, M11: undefined, O1: undefined, O2: undefined, O3: undefined, O4: undefined },
};

const shapes = annexOneShapes();

describe('one micro-credential in every shape', () => {
  test('every vocabulary is there', () => {
    expect([...new Set(shapes.map(({ claims }) => vocabularyFor(claims as JsonObject).id))].sort()).toEqual(vocabularies.map(({ id }) => id).sort());
    expect(Object.keys(otherwise).filter((name) => !shapes.some((shape) => shape.name === name))).toEqual([]);
  });

  test.each(shapes)('$name: each element reads the same as in the others, or is not stated where the shape has no place for it', async ({ name, claims }) => {
    const readings = await readingsOf(claims);
    for (const [id, common = []] of Object.entries(alike) as [EuElementId, readonly string[]][]) {
      const reading = readings.get(id);
      const own = otherwise[name];
      const values = own !== undefined && id in own ? own[id] : common;
      if (values === undefined) expect({ id, state: reading?.state, values: reading?.values }).toEqual({ id, state: 'not-stated', values: [] });
      else expect({ id, told: told(reading ?? { state: 'not-stated', values: [] }) }).toEqual({ id, told: expect.arrayContaining([...values]) as unknown });
    }
  });

  test.each(shapes.filter(({ name }) => !name.startsWith('Open Badges 2.0')))('$name: names the learner', async ({ claims }) => {
    expect(told((await readingsOf(claims)).get('M1') ?? { state: 'not-stated', values: [] }).join(' ')).toBe(`${annexOne.givenName} ${annexOne.familyName}`);
  });

  test('the state of an element is the same in every shape that has a structured place for it', async () => {
    const states = new Map<EuElementId, Set<string>>();
    for (const { name, claims } of shapes) {
      for (const [id, { state }] of await readingsOf(claims)) {
        const own = otherwise[name];
        if (state !== 'not-stated' && !(own !== undefined && id in own)) states.set(id, (states.get(id) ?? new Set()).add(state));
      }
    }
    // Of quality assurance some shapes carry a reference to the decision, others a name alone.
    expect([...states].filter(([id, found]) => id !== 'M11' && found.size > 1).map(([id]) => id)).toEqual([]);
    expect(states.get('M11')).toEqual(new Set(['stated', 'stated-as-text']));
  });
});

describe('the same said in words', () => {
  const levels = async (claims: object): Promise<unknown> => {
    const reading = (await readingsOf(claims)).get('M8');
    return [reading?.state, reading?.values.map(({ is: kind, text }) => (kind.kind === 'text' ? text[0]?.text : kind))];
  };
  const european = shapes.find(({ name }) => name === 'European Learning Model 3')?.claims as { credentialSubject: { hasClaim: { specifiedBy: object } } };
  const flat = shapes.find(({ name }) => name === 'SD-JWT VC of WE BUILD')?.claims;
  const withSpecification = (changes: object): object => {
    const { credentialSubject } = european;
    return { ...european, credentialSubject: { ...credentialSubject, hasClaim: { ...credentialSubject.hasClaim, specifiedBy: { ...credentialSubject.hasClaim.specifiedBy, ...changes } } } };
  };
  const word = { prefLabel: { en: 'Intermediate' } };

  test('a level in words that names no framework is text, alone and beside a European level, in both', async () => {
    const alone = ['stated-as-text', ['Intermediate']];
    expect(await levels(withSpecification({ eqfLevel: null, educationLevel: word }))).toEqual(alone);
    expect(await levels({ ...flat, level: undefined, educationLevelDescriptor: 'Intermediate' })).toEqual(alone);
    const beside = ['stated', [{ kind: 'level', framework: 'EQF', level: '5' }, 'Intermediate']];
    expect(await levels(withSpecification({ educationLevel: word }))).toEqual(beside);
    expect(await levels({ ...flat, educationLevelDescriptor: 'Intermediate' })).toEqual(beside);
  });

  test('a national level in words stands on a framework, in both', async () => {
    const national = ['stated', [{ kind: 'level', framework: 'EQF', level: '5' }, { kind: 'level', framework: 'NQF', level: 'NLQF 5' }]];
    expect(await levels(withSpecification({ nqfLevel: { prefLabel: { en: 'NLQF 5' } } }))).toEqual(national);
    expect(await levels({ ...flat, nationalQualificationsFrameworkLevel: 'NLQF 5' })).toEqual(national);
  });

  test('two national levels of two countries are no conflict, in both; two of one framework are', async () => {
    const two = [{ prefLabel: { en: 'NLQF 5' } }, { prefLabel: { en: 'DQR Niveau 6' } }];
    const state = async (claims: object): Promise<unknown> => (await readingsOf(claims)).get('M8')?.state;
    expect(await state(withSpecification({ nqfLevel: two }))).toBe('stated');
    expect(await state({ ...flat, nationalQualificationsFrameworkLevel: ['NLQF 5', 'DQR Niveau 6'] })).toBe('stated');
    expect(await state(withSpecification({ nqfLevel: [two[0], { prefLabel: { en: 'NLQF 6' } }] }))).toBe('conflict');
    expect(await state({ ...flat, level: 'NLQF-6', nationalQualificationsFrameworkLevel: 'NLQF 5' })).toBe('conflict');
    expect(await state({ ...flat, level: 'NLQF-5', nationalQualificationsFrameworkLevel: 'NLQF 5' })).toBe('stated');
  });
});
