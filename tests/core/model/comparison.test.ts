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
});
