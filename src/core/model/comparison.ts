import type { LocalizedText } from './credential.ts';
import type { ElementReading, ElementValue, EuElementId } from './eu-elements.ts';
import { europeanLevel } from './european-level.ts';
import { readLocalDay } from './local-day.ts';

/** The order of the European table, which reads credentials and is far larger than what is needed here. */
const order: readonly EuElementId[] = ['M1', 'M2', 'M3', 'M4', 'M5', 'M6', 'M7', 'M8', 'M9', 'M10', 'M11', 'O1', 'O2', 'O3', 'O4', 'O5'];

export const minCompared = 2;
export const maxCompared = 4;

/**
 * One element of all compared credentials, in their order. `same`: all state the same values. `differ`: all state it, not in
 * the same values. `some`: not all state it. `none`: nobody does. `cannot-tell`: what is not the same is scrambled, and may name
 * the same. That it does not apply is stated too. Nothing says which is better.
 */
export interface ComparedElement {
  readonly id: EuElementId;
  readonly mandatory: boolean;
  readonly outcome: 'same' | 'differ' | 'some' | 'none' | 'cannot-tell';
  /** One for each credential; `values` that every other states as well are marked. */
  readonly cells: readonly ComparedCell[];
}

export interface ComparedCell extends ElementReading {
  /** Positions in `values` of what all the others state too. */
  readonly shared: readonly number[];
}

/**
 * Two to four credentials side by side, element by element, in the order of the European table. Undefined for any other
 * number of them.
 * @param countries that each of them states: a date in UTC may be a midnight there, and then means the day after.
 * @param roles of texts in each of them, by path: the scale of one is not the same as the grade of another.
 */
export function compareElements(readings: readonly (readonly ElementReading[])[], countries: readonly (readonly string[])[] = [], roles: readonly ReadonlyMap<string, string>[] = []): readonly ComparedElement[] | undefined {
  if (readings.length < minCompared || readings.length > maxCompared) return undefined;
  return order.map((id) => {
    const mandatory = id.startsWith('M');
    const rows = readings.map((elements): ElementReading => elements.find((reading) => reading.id === id) ?? { id, mandatory, state: 'not-stated', values: [] });
    const meanings = rows.map(({ values }, at) => values.map((value) => meaningOf(value, countries[at] ?? [], roles[at]?.get(value.path))));
    const cells = rows.map((row, at): ComparedCell => {
      const others = meanings.filter((_, place) => place !== at).map(byKey);
      return { ...row, shared: (meanings[at] ?? []).flatMap((meaning, position) => (others.every((other) => isAmong(meaning, other)) ? [position] : [])) };
    });
    return { id, mandatory, outcome: outcomeOf(cells), cells };
  });
}

function outcomeOf(cells: readonly ComparedCell[]): ComparedElement['outcome'] {
  const stating = cells.filter(({ values, state }) => values.length > 0 || state === 'not-applicable').length;
  if (stating === 0) return 'none';
  if (stating < cells.length) return 'some';
  const excused = cells.filter(({ state }) => state === 'not-applicable').length;
  const isOneKind = excused === 0 || excused === cells.length;
  const apart = cells.flatMap(({ values, shared }) => values.filter((_, at) => !shared.includes(at)));
  if (isOneKind && apart.length === 0) return 'same';
  return isOneKind && apart.every(isScrambled) ? 'cannot-tell' : 'differ';
}

/** The same address is another text with each salt. */
function isScrambled({ is }: ElementValue): boolean {
  return is.kind === 'identifier' && is.hashed;
}

/**
 * What a value means, whatever the format: `key` for a code, a number or a date, and words for what is only words. `label`: what
 * it is called beside its key; under another name in the same language it is not told as the same.
 */
interface Meaning {
  readonly key: string;
  readonly label?: ReadonlyMap<string, string>;
  /** By language; the empty one is that of no language. */
  readonly words?: ReadonlyMap<string, string>;
}

/** Meanings by their key, and those of words by each of their texts: there may be thousands. */
type Meanings = ReadonlyMap<string, readonly Meaning[]>;

/** Values that have a text in common and are not the same: no more of them are looked at. */
const maxAlike = 100;

function byKey(meanings: readonly Meaning[]): Meanings {
  const found = new Map<string, Meaning[]>();
  for (const meaning of meanings) {
    for (const place of placesOf(meaning)) {
      const known = found.get(place);
      if (known === undefined) found.set(place, [meaning]);
      else if (known.length < maxAlike) known.push(meaning);
    }
  }
  return found;
}

function placesOf({ key, words }: Meaning): readonly string[] {
  return words === undefined ? [key] : [...words.values()].map((text) => `${key} ${text}`);
}

function isAmong(one: Meaning, others: Meanings): boolean {
  const { words } = one;
  return placesOf(one).some((place) => (others.get(place) ?? []).some((other) => (words === undefined ? !isCalledOtherwise(one, other) : other.words !== undefined && sameWords(words, other.words))));
}

function isCalledOtherwise({ label: one }: Meaning, { label: other }: Meaning): boolean {
  return one !== undefined && other !== undefined && [...one.keys()].some((language) => other.has(language)) && ![...one].some(([language, text]) => other.get(language) === text);
}

/** The same in every language that both are written in; without one, the same in some language of each. */
function sameWords(one: ReadonlyMap<string, string>, other: ReadonlyMap<string, string>): boolean {
  const both = [...one.keys()].filter((language) => language !== '' && other.has(language));
  if (both.length > 0) return both.every((language) => one.get(language) === other.get(language));
  const all = new Set(other.values());
  return [...one.values()].some((text) => all.has(text));
}

function meaningOf({ is, text, raw }: ElementValue, countries: readonly string[], role: string | undefined): Meaning {
  switch (is.kind) {
    case 'text':
    case 'link':
    case 'odd-duration':
      return { key: keyOf(is.kind, role), words: wordsOf(text, raw) };
    case 'accreditation':
      return { key: keyOf(is.kind, is.detail), words: wordsOf(text, raw) };
    case 'skill':
      return is.uri === undefined ? { key: is.kind, words: wordsOf(text, raw) } : { key: keyOf(is.kind, is.uri), ...(text.length === 0 ? {} : { label: wordsOf(text, raw) }) };
    case 'date':
      return { key: keyOf(is.kind, is.of, readLocalDay(is.date, countries)?.meant ?? is.date.slice(0, 10)) };
    default:
      return { key: exactKey(is, raw) };
  }
}

type Exact = Exclude<ElementValue['is'], { kind: 'text' | 'link' | 'odd-duration' | 'accreditation' | 'skill' | 'date' }>;

/** Each part by its name: the order in which a reader put them together says nothing. */
function exactKey(is: Exact, raw: string): string {
  switch (is.kind) {
    case 'identifier':
      return keyOf(is.kind, is.scheme, is.hashed, raw);
    case 'coverage': // a remark about one accreditation
      return keyOf(is.kind, is.covers, raw, ...is.because);
    case 'country':
    case 'language':
      return keyOf(is.kind, is.code.toLowerCase());
    case 'level': {
      const european = europeanLevel(is.framework, is.level);
      return european === undefined ? keyOf(is.kind, plain(is.framework), plain(is.level)) : keyOf('european level', european);
    }
    default:
      return JSON.stringify(Object.entries(is).filter(([, part]) => part !== undefined).sort(([one], [other]) => (one < other ? -1 : 1)));
  }
}

function keyOf(...parts: readonly (string | number | boolean | undefined)[]): string {
  return JSON.stringify(parts.map((part) => part ?? null));
}

/** Several texts of one language count together, in no order. */
function wordsOf(text: LocalizedText, raw: string): ReadonlyMap<string, string> {
  const words = new Map<string, string[]>();
  for (const one of text.length === 0 ? [{ text: raw, language: undefined }] : text) {
    const language = (one.language ?? '').replace(/-.*/, '').toLowerCase();
    words.set(language, [...(words.get(language) ?? []), plain(one.text)]);
  }
  return new Map([...words].map(([language, texts]) => [language, texts.sort().join('\n')]));
}

/** Case and spaces do not count. */
function plain(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/\s+/gu, ' ').trim();
}
