import type { LocalizedText, Stated, StatedDate, StatedText } from '../model/credential.ts';
import { toDisplayText } from '../model/display-text.ts';
import { parseInstant } from '../model/instant.ts';
import { isJsonObject } from '../model/json.ts';
import type { JsonValue } from '../model/json.ts';
import { maxTextCharacters } from '../model/limits.ts';

/** One place in the claims: its value, its JSON pointer, and the set of places that were understood. */
export interface ClaimNode {
  readonly value: JsonValue;
  readonly path: string;
  readonly understood: Set<string>;
}

/** The property `key` of an object; `undefined` where it is absent, null or not below an object. */
export function at(node: ClaimNode | undefined, ...keys: readonly string[]): ClaimNode | undefined {
  let here = node;
  for (const key of keys) {
    if (here === undefined || !isJsonObject(here.value)) return undefined;
    const value: JsonValue | undefined = here.value[key];
    if (value === undefined || value === null) return undefined;
    here = { value, path: `${here.path}/${escapeKey(key)}`, understood: here.understood };
  }
  return here;
}

/** One value or an array of values, always as a list; nulls are left out, and an array in an array is no other than one. */
export function each(node: ClaimNode | undefined): readonly ClaimNode[] {
  if (node === undefined || node.value === null) return [];
  if (!Array.isArray(node.value)) return [node];
  return (node.value as readonly JsonValue[]).flatMap((value, index) =>
    each({ value, path: `${node.path}/${index}`, understood: node.understood }),
  );
}

/** The one word that a place says, in whatever way RDF lets it be written: `false`, `"false"`, `["x", "x"]`, `{"@value": "x"}`. */
export function wordAt(node: ClaimNode | undefined): string | undefined {
  const words = new Set(each(node).map(({ value }) => String(isJsonObject(value) ? (value['@value'] ?? '') : value)));
  return words.size === 1 ? [...words][0] : undefined;
}

/** Marks a place as understood, so that it is not listed again among further claims. */
export function understand(node: ClaimNode | undefined): void {
  if (node !== undefined) node.understood.add(node.path);
}

/** The text as it stands in the claims: a string as it is, anything else as compact JSON. */
function rawText(value: JsonValue): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

export function stated<T>(node: ClaimNode, value: T): Stated<T> {
  understand(node);
  return { value, path: node.path, raw: rawText(node.value) };
}

/** The one value of a list of equal values: a signature over RDF cannot tell it from that value alone. */
function onlyValue(node: ClaimNode | undefined): ClaimNode | undefined {
  if (node === undefined || !Array.isArray(node.value)) return node;
  const [first, ...others] = each(node);
  return others.every(({ value }) => value === first?.value) ? first : node;
}

/** A non-empty string or a number, as a string; the reader's word for identifiers, codes and addresses. */
export function readString(place: ClaimNode | undefined): Stated<string> | undefined {
  const node = onlyValue(place);
  if (node === undefined) return undefined;
  if (typeof node.value === 'number') return stated(node, String(node.value));
  if (typeof node.value !== 'string') return undefined;
  const text = node.value.trim();
  return text === '' ? undefined : stated(node, text);
}

/** The same of a place that stays among the further claims, for nobody shows it otherwise. */
export function peekString(node: ClaimNode | undefined): Stated<string> | undefined {
  return node === undefined ? undefined : readString({ ...node, understood: new Set() });
}

/** The address of a thing that is written as a string or as an object with `id`. */
export function readReference(node: ClaimNode | undefined): Stated<string> | undefined {
  return readString(node) ?? readString(at(node, 'id')) ?? readString(at(node, '@id'));
}

/** A text in one or several languages: string, `{"@value"}`, an array of these, or a language map. */
export function readText(node: ClaimNode | undefined): StatedText | undefined {
  if (node === undefined) return undefined;
  const value = inOwnOrder(toLocalizedText(node.value));
  return value.length === 0 ? undefined : stated(node, value);
}

/** One text for each language: several of one language are told together, and no order of the claims decides. */
function inOwnOrder(texts: LocalizedText): LocalizedText {
  if (texts.length < 2) return texts;
  const ofLanguage = new Map<string, Set<string>>();
  for (const { text, language = '' } of texts) ofLanguage.set(language, (ofLanguage.get(language) ?? new Set()).add(text));
  return [...ofLanguage]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([language, several]) => ({ text: [...several].sort().join(' · '), ...(language === '' ? {} : { language }) }));
}

function toLocalizedText(value: JsonValue): LocalizedText {
  if (Array.isArray(value)) return (value as readonly JsonValue[]).flatMap((item) => toLocalizedText(item));
  if (typeof value === 'string') return oneText(value);
  if (typeof value === 'number') return oneText(String(value));
  if (!isJsonObject(value)) return [];
  const literal = value['@value'] ?? value['value'];
  if (typeof literal === 'string') {
    const language = value['@language'] ?? value['language'];
    return oneText(literal, typeof language === 'string' ? language : undefined);
  }
  const entries = Object.entries(value);
  if (entries.length === 0 || !entries.every(([key]) => isLanguageTag(key))) return [];
  return entries.flatMap(([language, inner]) =>
    inLists(inner).flatMap((item) => (typeof item === 'string' ? oneText(item, language) : [])),
  );
}

function inLists(value: JsonValue): readonly JsonValue[] {
  return Array.isArray(value) ? (value as readonly JsonValue[]).flatMap(inLists) : [value];
}

function oneText(text: string, language?: string): LocalizedText {
  const shown = toDisplayText(text, maxTextCharacters);
  if (shown === '') return [];
  return [language !== undefined && isLanguageTag(language) && !/^(?:@?none|und)$/.test(language) ? { text: shown, language: tagOf(language) } : { text: shown }];
}

/** BCP 47 in either case, the locale of a program (`en_US`), or no language at all (JSON-LD 1.1, `@none`; `und` is undetermined). */
function isLanguageTag(text: string): boolean {
  return /^(?:(?:[a-z]{2,3}|[A-Z]{2})(?:-[A-Za-z0-9]{2,8}){0,3}|[a-z]{2}_[A-Z]{2}|@?none)$/.test(text);
}

/** One language in one spelling, so that its texts stand together. */
function tagOf(language: string): string {
  return language.replace('_', '-').replace(/^[A-Z]{2}/, (primary) => primary.toLowerCase());
}

/** A date as written; `at` only where it is a full `dateTimeStamp`. */
export function readDate(place: ClaimNode | undefined): StatedDate | undefined {
  const node = onlyValue(place);
  if (node === undefined || typeof node.value !== 'string' || node.value.trim() === '') return undefined;
  const instant = parseInstant(node.value);
  const text = toDisplayText(node.value, 100);
  return stated(node, instant === undefined ? { text } : { text, at: instant });
}

/** A positive or zero number, written as a number or as text with a decimal point or comma. */
export function readNumber(place: ClaimNode | undefined): number | undefined {
  const node = onlyValue(place);
  if (typeof node?.value === 'number') return node.value;
  if (typeof node?.value !== 'string') return undefined;
  const match = /^\s*(\d{1,9})(?:[.,](\d{1,6}))?\s*$/.exec(node.value);
  return match === null ? undefined : Number(`${match[1]}.${match[2] ?? '0'}`);
}

/** The strings of a `type`. */
export function readTypes(node: ClaimNode | undefined): readonly string[] {
  understand(node);
  return each(node).flatMap((item) => (typeof item.value === 'string' ? [item.value] : []));
}

/** Leaves out what is not stated: `{ ...present({ title }) }` never makes a property `undefined`. */
export function present<T extends object>(fields: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>;
  };
}

function escapeKey(key: string): string {
  return key.replaceAll('~', '~0').replaceAll('/', '~1');
}
