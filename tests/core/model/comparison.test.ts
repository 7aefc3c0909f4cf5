import { describe, expect, test } from 'vitest';
import { compareElements } from '../../../src/core/model/comparison.ts';
import { euElements } from '../../../src/core/model/eu-element-table.ts';
import type { ElementReading, ElementValue, EuElementId } from '../../../src/core/model/eu-elements.ts';

function value(text: string, is: ElementValue['is'] = { kind: 'text' }, language = 'en'): ElementValue {
  return { text: [{ text, language }], path: `/${text}`, raw: text, is };
}

function reading(id: EuElementId, ...values: readonly ElementValue[]): ElementReading {
  return { id, mandatory: id.startsWith('M'), state: values.length === 0 ? 'not-stated' : 'stated', values };
}

const of = (id: EuElementId, ...rows: readonly (readonly ElementReading[])[]): unknown => {
  const found = compareElements(rows)?.find((row) => row.id === id);
  return [found?.outcome, found?.cells.map(({ shared }) => shared)];
};

describe('credentials side by side', () => {
  test('every element of the table has a row, in its order, whatever the readings leave out', () => {
    const rows = compareElements([[], []]);
    expect(rows?.map(({ id, mandatory, outcome }) => [id, mandatory, outcome])).toEqual(euElements.map(({ id, mandatory }) => [id, mandatory, 'none']));
    expect(rows?.every(({ cells }) => cells.length === 2 && cells.every(({ state }) => state === 'not-stated'))).toBe(true);
  });

  test('two to four, and no other number', () => {
    for (const count of [0, 1, 5, 100]) expect(compareElements(Array.from({ length: count }, () => [])), String(count)).toBeUndefined();
    for (const count of [2, 3, 4]) expect(compareElements(Array.from({ length: count }, () => []))).toBeDefined();
  });

  test('the same value in other formats is the same: by code, amount, level, or words', () => {
    const blended = { kind: 'term', list: 'learning-assessment', code: 'e92d221e4d' } as const;
    expect(of('M10', [reading('M10', value('Blended', blended))], [reading('M10', value('blended learning', blended, 'de'))])).toEqual(['same', [[0], [0]]]);
    expect(of('M7', [reading('M7', value('2', { kind: 'workload', amount: 2, system: 'ECTS' }))], [reading('M7', value('2.0', { kind: 'workload', amount: 2, system: 'ECTS' }))])).toEqual(['same', [[0], [0]]]);
    expect(of('M7', [reading('M7', value('2', { kind: 'workload', amount: 2, system: 'ECTS' }))], [reading('M7', value('2', { kind: 'workload', amount: 2, system: 'unknown' }))])).toEqual(['differ', [[], []]]);
    expect(of('M2', [reading('M2', value('Soil  and water'))], [reading('M2', value('soil and WATER'))])).toEqual(['same', [[0], [0]]]);
    expect(of('M9', [reading('M9', value('Blended'))], [reading('M9', value('Blended', blended))])).toEqual(['differ', [[], []]]);
  });

  test('words count in English where there are any, in whatever order the languages come', () => {
    const [english, german] = [{ text: 'Soil', language: 'en' }, { text: 'Boden', language: 'de' }];
    const one = { ...value('Soil'), text: [english, german] };
    const other = { ...value('Soil'), text: [german, english] };
    expect(of('M2', [reading('M2', one)], [reading('M2', other)])).toEqual(['same', [[0], [0]]]);
  });

  test('what all share is marked, in each credential where it stands; what one lacks is told', () => {
    const [a, b, c] = [value('Measure'), value('Explain'), value('Draw')];
    expect(of('M6', [reading('M6', a, b)], [reading('M6', b, c)], [reading('M6', c, a, b)])).toEqual(['differ', [[1], [0], [2]]]);
    expect(of('M6', [reading('M6', a)], [reading('M6')])).toEqual(['some', [[], []]]);
    expect(of('M6', [reading('M6', a, a)], [reading('M6', a)])).toEqual(['same', [[0, 1], [0]]]);
  });

  test('words are the same by the languages that both are written in; a translation that differs is a difference', () => {
    const both = (english: string, german: string): ElementValue => ({ ...value(english), text: [{ text: english, language: 'en-GB' }, { text: german, language: 'de' }] });
    expect(of('M2', [reading('M2', both('Soil', 'Boden'))], [reading('M2', value('Boden', { kind: 'text' }, 'de'))])).toEqual(['same', [[0], [0]]]);
    expect(of('O3', [reading('O3', both('Pass', 'Bestanden'))], [reading('O3', both('Merit', 'Bestanden'))])).toEqual(['differ', [[], []]]);
    expect(of('M2', [reading('M2', { ...value('Soil'), text: [] })], [reading('M2', value('SOIL'))])).toEqual(['same', [[0], [0]]]);
  });

  test('a level of one framework under two names is one; the order in which a reader put a value together says nothing', () => {
    const level = (framework: string, number: string): ElementValue => value(number, { kind: 'level', framework, level: number });
    expect(of('M8', [reading('M8', level('EQF', '6'))], [reading('M8', level('European Qualifications Framework', '6'))])).toEqual(['same', [[0], [0]]]);
    expect(of('M8', [reading('M8', level('EQF', '6'))], [reading('M8', level('NLQF', '6'))])).toEqual(['differ', [[], []]]);
    expect(of('M7', [reading('M7', value('2', { system: 'ECTS', amount: 2, kind: 'workload' }))], [reading('M7', value('2', { kind: 'workload', amount: 2, system: 'ECTS' }))])).toEqual(['same', [[0], [0]]]);
  });

  test('a day is the one that a midnight means in the countries that each states', () => {
    const date = (text: string): ElementReading => reading('M5', value(text, { kind: 'date', date: text }));
    const day = (...countries: readonly (readonly string[])[]): unknown => compareElements([[date('2022-12-31T23:00:00Z')], [date('2023-01-01')]], countries)?.find(({ id }) => id === 'M5')?.outcome;
    expect([day(['SI'], []), day([], []), day(['FI'], ['SI'])]).toEqual(['same', 'differ', 'differ']);
  });

  test('a skill of one address is not the same under two names; under one name, or without any, it is', () => {
    const skill = (name: string | undefined, language = 'en'): ElementReading => {
      const one = value(name ?? 'x', { kind: 'skill', uri: 'http://data.europa.eu/esco/skill/1' }, language);
      return reading('M6', name === undefined ? { ...one, text: [] } : one);
    };
    expect(of('M6', [skill('First aid')], [skill('Brain surgery')])).toEqual(['differ', [[], []]]);
    for (const other of [skill('first  AID'), skill('Erste Hilfe', 'de'), skill(undefined)]) expect(of('M6', [skill('First aid')], [other])).toEqual(['same', [[0], [0]]]);
  });

  test('what is remarked of one accreditation is not the same for another', () => {
    const covers = (raw: string): ElementValue => ({ ...value(raw, { kind: 'coverage', covers: 'covers', because: [] }), text: [] });
    expect(of('M11', [reading('M11', value('A'), covers('A'))], [reading('M11', value('B'), covers('B'))])).toEqual(['differ', [[], []]]);
    expect(of('M11', [reading('M11', value('A'), covers('A'))], [reading('M11', value('A'), covers('A'))])).toEqual(['same', [[0, 1], [0, 1]]]);
  });

  test('the scale of one is not the grade of another', () => {
    const rows = [[reading('O3', value('10'))], [reading('O3', value('10'))]];
    const outcome = (...roles: readonly ReadonlyMap<string, string>[]): unknown => compareElements(rows, [], roles)?.find(({ id }) => id === 'O3')?.outcome;
    expect(outcome(new Map([['/10', 'scale']]), new Map())).toBe('differ');
    expect(outcome(new Map([['/10', 'scale']]), new Map([['/10', 'scale']]))).toBe('same');
    expect(outcome()).toBe('same');
  });

  test('two scrambled addresses may be the same: that they differ is not said; beside another difference it is', () => {
    const scrambled = (text: string): ElementValue => value(text, { kind: 'identifier', scheme: 'emailAddress', hashed: true, sensitive: false });
    expect(of('M1', [reading('M1', scrambled('sha256$a'))], [reading('M1', scrambled('sha256$b'))])).toEqual(['cannot-tell', [[], []]]);
    expect(of('M1', [reading('M1', scrambled('sha256$a'))], [reading('M1', scrambled('sha256$a'))])).toEqual(['same', [[0], [0]]]);
    expect(of('M1', [reading('M1', value('Aino'))], [reading('M1', scrambled('sha256$b'))])).toEqual(['differ', [[], []]]);
  });

  test('that a level does not apply is stated: it is neither the same as none, nor as a level', () => {
    const excused: ElementReading = { id: 'M8', mandatory: true, state: 'not-applicable', values: [] };
    expect(of('M8', [excused], [excused])).toEqual(['same', [[], []]]);
    expect(of('M8', [excused], [reading('M8')])).toEqual(['some', [[], []]]);
    expect(of('M8', [excused], [reading('M8', value('6', { kind: 'level', framework: 'EQF', level: '6' }))])).toEqual(['differ', [[], []]]);
  });

  test('four lists of five thousand outcomes are compared in bounded time', () => {
    const many = reading('M6', ...Array.from({ length: 5_000 }, (_, at) => value(`Outcome ${at}`)));
    const before = performance.now();
    expect(compareElements([[many], [many], [many], [many]])?.find(({ id }) => id === 'M6')?.outcome).toBe('same');
    expect(performance.now() - before).toBeLessThan(20_000);
  }, 30_000);
});
