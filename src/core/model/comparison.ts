import type { LocalizedText } from './credential.ts';
import { euElements } from './eu-element-table.ts';
import type { ElementReading, ElementValue, EuElementId } from './eu-elements.ts';

const minCompared = 2;
const maxCompared = 4;

/**
 * One element of all compared credentials, in their order. `same`: all state the same values. `differ`: all state it, not in
 * the same values. `some`: not all state it. `none`: nobody does. Nothing says which is better.
 */
export interface ComparedElement {
  readonly id: EuElementId;
  readonly mandatory: boolean;
  readonly outcome: 'same' | 'differ' | 'some' | 'none';
  /** One for each credential; `values` that every other states as well are marked. */
  readonly cells: readonly ComparedCell[];
}

interface ComparedCell extends ElementReading {
  /** Positions in `values` of what all the others state too. */
  readonly shared: readonly number[];
}

/**
 * Two to four credentials side by side, element by element, in the order of the European table. Undefined for any other
 * number of them.
 */
export function compareElements(readings: readonly (readonly ElementReading[])[]): readonly ComparedElement[] | undefined {
  if (readings.length < minCompared || readings.length > maxCompared) return undefined;
  return euElements.map(({ id, mandatory }) => {
    const rows = readings.map((elements): ElementReading => elements.find((reading) => reading.id === id) ?? { id, mandatory, state: 'not-stated', values: [] });
    const keys = rows.map(({ values }) => values.map(keyOf));
    const sets = keys.map((each) => new Set(each));
    const cells = rows.map((row, at): ComparedCell => ({
      ...row,
      shared: (keys[at] ?? []).flatMap((key, position) => (sets.every((set) => set.has(key)) ? [position] : [])),
    }));
    return { id, mandatory, outcome: outcomeOf(cells), cells };
  });
}

function outcomeOf(cells: readonly ComparedCell[]): ComparedElement['outcome'] {
  const stating = cells.filter(({ values }) => values.length > 0).length;
  if (stating === 0) return 'none';
  if (stating < cells.length) return 'some';
  return cells.every(({ values, shared }) => shared.length === values.length) ? 'same' : 'differ';
}

/** Equal for the same value in other formats: a code, number or date counts, else the words, in English where there are any. */
function keyOf({ is, text, raw }: ElementValue): string {
  switch (is.kind) {
    case 'text':
    case 'link':
    case 'odd-duration':
    case 'accreditation':
      return JSON.stringify([is.kind, wordsOf(text, raw)]);
    case 'identifier':
      return JSON.stringify([is, raw]);
    case 'skill':
      return JSON.stringify(['skill', is.uri ?? wordsOf(text, raw)]);
    case 'date':
      return JSON.stringify(['date', is.of ?? '', is.date.slice(0, 10)]);
    default:
      return JSON.stringify(is);
  }
}

/** Order is nobody's word: English, else the text that comes first by its letters. Case and spaces do not count. */
function wordsOf(text: LocalizedText, raw: string): string {
  const chosen = text.find(({ language = '' }) => /^en\b/i.test(language))?.text ?? text.map((one) => one.text).sort()[0] ?? raw;
  return chosen.normalize('NFKC').toLowerCase().replace(/\s+/gu, ' ').trim();
}
