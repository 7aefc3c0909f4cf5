import type { Level, ListedTerm, Stated, Workload, WorkloadSystem } from '../model/credential.ts';
import { at, readNumber, readString, readText, stated, wordAt } from './claim-node.ts';
import type { ClaimNode } from './claim-node.ts';
import { eqfAt } from './eu-terms.ts';

/** ISO 639-2 and 639-3 of the languages of the European Union and its neighbours, with ISO 639-1 behind each. */
const twoLetters: Readonly<Record<string, string>> = Object.fromEntries(
  ('ara ar bos bs bul bg cat ca ces cs cze cs dan da deu de ger de ell el gre el eng en est et eus eu baq eu fin fi fra fr fre fr gle ga hrv hr hun hu isl is ice is ita it lav lv lit lt ' +
    'mkd mk mlt mt nld nl dut nl nor no nno nn nob nb pol pl por pt ron ro rum ro rus ru slk sk slo sk slv sl spa es sqi sq srp sr swe sv tur tr ukr uk')
    .split(/ (?=[a-z]{3} )/)
    .map((pair) => pair.split(' ')),
);

/** The two letters of a language, of a code of three; else the code as it is. */
export function shortLanguage(code: string): string {
  return twoLetters[code] ?? code;
}

/**
 * A language by its primary code: `nl` of `nl-NL`, `en` of `en_EN`, `pt` of `por`. A word for a language stays that word:
 * what looks like no BCP 47 tag is text.
 */
export function readLanguageTag(node: ClaimNode): Stated<string> | undefined {
  const text = readString(node);
  if (text === undefined) return undefined;
  const primary = /^([A-Za-z]{2,3})(?:[-_][A-Za-z0-9]{2,8}){0,3}$/.exec(text.value)?.[1]?.toLowerCase();
  return primary === undefined ? text : { ...text, value: shortLanguage(primary) };
}

const fieldAddress = /^https?:\/\/(?:data\.europa\.eu\/(?:snb|esco)|publications\.europa\.eu\/resource\/authority\/snb)\/isced-f\/(\d{2,4})$/;

/** The code of a field of education by its European address. */
export function fieldCodeOf(address: string): string | undefined {
  return fieldAddress.exec(address)?.[1];
}

/** A field of education: the words there, with a code where they are a European address; `isCode` where a bare number is one. */
export function readField(node: ClaimNode, isCode = false): Stated<ListedTerm> | undefined {
  const place = at(node, 'prefLabel') ?? at(node, 'name') ?? node;
  const text = readText(place);
  if (text === undefined) return undefined;
  const code = fieldCodeOf(text.raw.trim()) ?? (isCode ? /^\d{2,4}$/.exec(text.raw.trim())?.[0] : undefined);
  return stated(place, code === undefined ? { text: text.value } : { text: [], list: 'isced-f', code });
}

/** ISO 8601 durations of days, hours and minutes; years, months and seconds only where they are none. */
export function hoursOfDuration(value: unknown): number | undefined {
  const match = typeof value === 'string' ? /^\s*P(?:0{1,4}Y)?(?:0{1,4}M)?(?:(\d{1,5})D)?(?:T(?:(\d{1,6}(?:[.,]\d{1,4})?)H)?(?:(\d{1,6})M)?(?:0{1,4}S)?)?\s*$/.exec(value) : null;
  if (match === null || (match[1] ?? match[2] ?? match[3]) === undefined) return undefined;
  return Number(match[1] ?? 0) * 24 + Number((match[2] ?? '0').replace(',', '.')) + Number(match[3] ?? 0) / 60;
}

/** A positive amount of a known system; hours may be written as an ISO 8601 duration too. */
export function readAmount(node: ClaimNode | undefined, system: WorkloadSystem): readonly Stated<Workload>[] {
  if (node === undefined) return [];
  const amount = readNumber(node) ?? (system === 'hours' ? hoursOfDuration(node.value) : undefined);
  return amount === undefined || amount <= 0 ? [] : [stated(node, { amount, system })];
}

/** A level of a claim that is itself named after the European framework: `6`, `EQF-6`, `EQF level 6`, or its address. */
export function readEqf(node: ClaimNode): readonly Stated<Level>[] {
  const word = typeof node.value === 'string' || typeof node.value === 'number' ? String(node.value).trim() : '';
  const value = /^(?:EQF[\s-]{0,3})?(?:level[\s-]{0,3})?([1-8])$/i.exec(word)?.[1] ?? eqfAt(word);
  return value === undefined ? [] : [stated(node, { framework: 'EQF', value })];
}

/** Yes or no, in whatever way JSON or RDF writes it. */
export function readFlag(node: ClaimNode | undefined): Stated<boolean> | undefined {
  const word = wordAt(node)?.toLowerCase();
  return node === undefined || (word !== 'true' && word !== 'false') ? undefined : stated(node, word === 'true');
}
