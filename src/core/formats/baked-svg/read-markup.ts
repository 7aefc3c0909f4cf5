import type { Attempt } from '../../model/attempt.ts';
import { refuse, succeed } from '../../model/attempt.ts';

/** An element that was asked for, with what stands directly in it. */
export interface MarkupElement {
  readonly namespace: string;
  readonly localName: string;
  /** 0 is the root. */
  readonly depth: number;
  readonly attributes: ReadonlyMap<string, string>;
  /** The text of its CDATA sections in pieces, and how many sections that are: see `takeSection`. */
  readonly pieces: string[];
  sections: number;
  /** Where its tag begins, where what stands in it begins, and where all of it ends; characters of the text. */
  readonly start: number;
  inside: number;
  end: number;
  /** Anything else than one CDATA section, white space and comments stands in it. */
  hasOther: boolean;
}

/** Prefixes that one element declares, within those of the elements around it: nothing is copied from one to the next. */
interface Scope {
  readonly declared: ReadonlyMap<string, string>;
  readonly outer: Scope | undefined;
}

interface Open {
  readonly name: string;
  readonly scope: Scope | undefined;
  readonly wanted?: MarkupElement;
}

interface Reading {
  readonly text: string;
  at: number;
  readonly stack: Open[];
  readonly found: MarkupElement[];
  elements: number;
  readonly isWanted: (namespace: string, localName: string) => boolean;
}

const [maxDepth, maxElements, maxAttributes] = [256, 200_000, 200] as const;
const name = /[A-Za-z_\u00c0-\ud7ff][\w.\-\u00b7-\ud7ff]*(?::[A-Za-z_\u00c0-\ud7ff][\w.\-\u00b7-\ud7ff]*)?/y;
const knownDocumentType = /<!DOCTYPE svg PUBLIC\s{1,9}"-\/\/W3C\/\/DTD SVG (?:1\.0|1\.1|1\.1 Basic|1\.1 Tiny|20010904)\/\/EN"\s{1,9}"http:\/\/www\.w3\.org\/[\w./-]{1,80}\.dtd"\s{0,9}>/y;
const strangeEntity = /&(?!(?:amp|lt|gt|quot|apos|#\d{1,7}|#x[\da-fA-F]{1,6});)/;
const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** Leaves the reading; never seen outside this file. */
class Refusal extends Error {}

/**
 * Reads XML 1.0 with namespaces as far as a baked image needs it, in one pass and stricter than the standard: no document
 * type but the bare names of SVG's own, no entities but the five of XML itself, every tag closed, no attribute twice (B95). Gives the elements that are
 * wanted, in their order. Error: `open/malformed` with the place and the rule.
 */
export function readMarkup(text: string, isWanted: Reading['isWanted']): Attempt<readonly MarkupElement[]> {
  const reading: Reading = { text, at: 0, stack: [], found: [], elements: 0, isWanted };
  try {
    while (reading.at < text.length) readNext(reading);
    if (reading.stack.length > 0 || reading.elements === 0) throw new Refusal('not-closed');
    return succeed(reading.found);
  } catch (thrown) {
    if (!(thrown instanceof Refusal)) throw thrown;
    return refuse('open/malformed', { what: 'xml', why: thrown.message, at: reading.at });
  }
}

function readNext(reading: Reading): void {
  const { text, at, stack } = reading;
  const tag = text.indexOf('<', at);
  takeText(reading, text.slice(at, tag < 0 ? text.length : tag));
  reading.at = tag < 0 ? text.length : tag;
  if (tag < 0) return;
  if (text.startsWith('<!--', tag)) skipTo(reading, '-->', tag + 4);
  else if (text.startsWith('<![CDATA[', tag)) {
    const end = skipTo(reading, ']]>', tag + 9);
    const open = stack.at(-1);
    if (open === undefined) throw new Refusal('text-outside');
    if (open.wanted !== undefined) takeSection(open.wanted, text.slice(tag + 9, end), text.startsWith(']]]]>', tag - 5));
  } else if (text.startsWith('<?', tag)) skipTo(reading, '?>', tag + 2);
  else if (text.startsWith('<!', tag)) skipDocumentType(reading);
  else if (text.startsWith('</', tag)) closeElement(reading);
  else openElement(reading);
}

/**
 * `]]>` within a text can only be written as the end of one section and the begin of the next (XML 1.0, 2.7): for every
 * reader that is one text, and no part of it alone is JSON. Sections in any other place are several.
 */
function takeSection(element: MarkupElement, piece: string, isBehindBrackets: boolean): void {
  const goesOn = isBehindBrackets && element.sections > 0 && piece.startsWith('>');
  element.pieces.push(piece);
  if (!goesOn) element.sections += 1;
}

/** Drawing programs write one of a few fixed lines before the root: names alone, nothing declared, nothing ever loaded. */
function skipDocumentType(reading: Reading): void {
  knownDocumentType.lastIndex = reading.at;
  const found = reading.elements === 0 ? knownDocumentType.exec(reading.text)?.[0] : undefined;
  if (found === undefined) throw new Refusal('document-type');
  reading.at += found.length;
}

function skipTo(reading: Reading, ending: string, from: number): number {
  const end = reading.text.indexOf(ending, from);
  if (end < 0) throw new Refusal('not-closed');
  reading.at = end + ending.length;
  return end;
}

function takeText({ stack }: Reading, text: string): void {
  if (strangeEntity.test(text)) throw new Refusal('entity');
  if (/^\s*$/.test(text)) return;
  const open = stack.at(-1);
  if (open === undefined) throw new Refusal('text-outside');
  if (open.wanted !== undefined) open.wanted.hasOther = true;
}

function closeElement(reading: Reading): void {
  const written = readName(reading, reading.at + 2);
  skipSpace(reading);
  const open = reading.stack.pop();
  if (reading.text[reading.at] !== '>' || open?.name !== written) throw new Refusal('tag');
  reading.at += 1;
  if (open.wanted !== undefined) open.wanted.end = reading.at;
}

function openElement(reading: Reading): void {
  const { stack } = reading;
  const parent = stack.at(-1);
  if (parent === undefined && reading.elements > 0) throw new Refusal('second-root');
  reading.elements += 1;
  if (stack.length >= maxDepth || reading.elements > maxElements) throw new Refusal('too-much');
  if (parent?.wanted !== undefined) parent.wanted.hasOther = true;
  const start = reading.at;
  const written = readName(reading, start + 1);
  const attributes = readAttributes(reading);
  const scope = scopeOf(attributes, parent?.scope);
  const wanted = wantedElement(reading, written, attributes, scope, start);
  if (reading.text.startsWith('/>', reading.at)) {
    reading.at += 2;
    if (wanted !== undefined) wanted.inside = wanted.end = reading.at;
  } else if (reading.text[reading.at] === '>') {
    reading.at += 1;
    if (wanted !== undefined) wanted.inside = reading.at;
    stack.push({ name: written, scope, ...(wanted === undefined ? {} : { wanted }) });
  } else throw new Refusal('tag');
}

function wantedElement(reading: Reading, written: string, attributes: ReadonlyMap<string, string>, scope: Scope | undefined, start: number): MarkupElement | undefined {
  const colon = written.indexOf(':');
  const namespace = namespaceOf(written.slice(0, Math.max(0, colon)), scope);
  const localName = written.slice(colon + 1);
  if (!reading.isWanted(namespace, localName)) return undefined;
  const wanted: MarkupElement = { namespace, localName, depth: reading.stack.length, attributes, pieces: [], sections: 0, start, inside: start, end: start, hasOther: false };
  reading.found.push(wanted);
  return wanted;
}

function readName(reading: Reading, from: number): string {
  name.lastIndex = from;
  const found = name.exec(reading.text)?.[0];
  if (found === undefined) throw new Refusal('name');
  reading.at = from + found.length;
  return found;
}

function skipSpace(reading: Reading): boolean {
  const from = reading.at;
  while (/[ \t\r\n]/.test(reading.text[reading.at] ?? '')) reading.at += 1;
  return reading.at > from;
}

function readAttributes(reading: Reading): ReadonlyMap<string, string> {
  const attributes = new Map<string, string>();
  while (skipSpace(reading) && !/[/>]/.test(reading.text[reading.at] ?? '>')) {
    const key = readName(reading, reading.at);
    skipSpace(reading);
    if (reading.text[reading.at] !== '=') throw new Refusal('attribute');
    reading.at += 1;
    skipSpace(reading);
    const quote = reading.text[reading.at];
    if (quote !== '"' && quote !== "'") throw new Refusal('attribute');
    const from = reading.at + 1;
    const value = reading.text.slice(from, skipTo(reading, quote, from));
    if (value.includes('<') || strangeEntity.test(value)) throw new Refusal('attribute');
    if (attributes.has(key) || attributes.size >= maxAttributes) throw new Refusal('attribute-twice');
    attributes.set(key, plainText(value));
  }
  return attributes;
}

function scopeOf(attributes: ReadonlyMap<string, string>, outer: Scope | undefined): Scope | undefined {
  const declared = [...attributes].filter(([key]) => key === 'xmlns' || key.startsWith('xmlns:'));
  return declared.length === 0 ? outer : { declared: new Map(declared.map(([key, value]) => [key.slice('xmlns:'.length), value])), outer };
}

function namespaceOf(prefix: string, scope: Scope | undefined): string {
  for (let at = scope; at !== undefined; at = at.outer) {
    const namespace = at.declared.get(prefix);
    if (namespace !== undefined) return namespace;
  }
  return '';
}

function plainText(value: string): string {
  return value.replace(/&(?:#x([\da-fA-F]{1,6})|#(\d{1,7})|(\w{2,4}));/g, (_all, hex?: string, decimal?: string, word?: string) => {
    if (word !== undefined) return named[word] ?? '';
    const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
    if (code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff)) throw new Refusal('entity');
    return String.fromCodePoint(code);
  });
}
