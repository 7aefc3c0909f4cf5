import type { ElementValue } from '../../src/core/model/eu-elements.ts';
import type { JsonValue } from '../../src/core/model/json.ts';
import { atPointer } from './pointing.ts';

/** Every text, number and truth value in a piece of the original, as one text. */
function leavesOf(value: JsonValue | undefined): string {
  if (Array.isArray(value)) return (value as readonly JsonValue[]).map(leavesOf).join(' ');
  if (typeof value === 'object' && value !== null) return Object.entries(value).map(([key, inner]) => `${key} ${leavesOf(inner)}`).join(' ');
  return value === undefined || value === null ? '' : String(value);
}

function plain(text: string): string {
  return text.normalize('NFKC').replace(/[\p{Cf}\p{Cc}\s]+/gu, ' ').toLowerCase();
}

/** Words of a shown text that stand nowhere in the original at its place; signs between numbers are ours. */
function wordsNotIn(text: string, original: string): readonly string[] {
  const words = plain(text).split(/[^\p{L}\p{M}\p{N}]+/u).filter((word) => word !== '');
  return words.filter((word) => !original.includes(word));
}

/** The place around: a concept has its words below and its address beside them. */
function around(claims: JsonValue, path: string, steps: number): string {
  const parts = path.split('/');
  return leavesOf(atPointer(claims, parts.slice(0, Math.max(1, parts.length - steps)).join('/')));
}

/** Words of other vocabularies that mean one European code (EU-ELEMENTS 3): not copied from the reader. */
const meanings: Readonly<Record<string, readonly string[]>> = {
  '6a4db9f11d': ['application of a skill', 'practical-assessment'], '4f03b91c0e': ['portfolio', 'portfolio-assessment'], '6e6cb2cc78': ['written-examination'],
  'd30284d7df': ['oral-examination'], '19a2e5e671': ['peer-assessment'], '795dac4096': ['project-assessment'], '920fbb3cbe': ['online'],
  '9191af2ed9': ['on-site'], 'e92d221e4d': ['blended'], '59eaf34fab': ['volunteering'], '4357e0e681': ['work experience'], 'bf2e3a7bae': ['e-learning'],
  'ff436ea7c9': ['classroom-coursework'], 'bf5588ff84': ['internship'], '44314532f9': ['identity-verified-remote-exam', 'true'],
  '70be69aaf9': ['supervised online', 'onsite with identity verification', 'proctored-online-exam', 'true', 'supervised with id verification'],
  'c598449d64': ['unsupervised with no identity verification', 'false'],
};

/** Names of countries, for addresses that say a country by three letters. */
const regions = new Intl.DisplayNames('en', { type: 'region' });

function isNumberIn(amount: number, raw: string): boolean {
  const numbers = [...raw.matchAll(/\d+(?:[.,]\d+)?/g)].map(([text]) => Number(text.replace(',', '.')));
  if (numbers.includes(amount)) return true;
  // A duration in days, hours and minutes.
  const [, days = '0', hours = '0', minutes = '0'] = /^P(?:\d*Y)?(?:\d*M)?(?:(\d+)D)?(?:T(?:([\d.,]+)H)?(?:(\d+)M)?(?:\d*S)?)?$/.exec(raw.trim()) ?? [];
  return Math.abs(Number(days) * 24 + Number(hours.replace(',', '.')) + Number(minutes) / 60 - amount) < 1e-9;
}

/**
 * What of a value does not stand in the original, told in words; undefined where all of it does. Its text at its very place is
 * for another test: this one looks at what is shown and at what it is said to mean.
 */
export function notInOriginal(claims: JsonValue, { text, path, raw, is }: ElementValue): string | undefined {
  const here = plain(leavesOf(atPointer(claims, path)));
  const beside = around(claims, path, 2);
  for (const one of text) {
    const missing = is.kind === 'association' || is.kind === 'country' ? [] : wordsNotIn(one.text.replace(/…$/, ''), `${here} ${plain(path)}`);
    // An identifier is shown with what it is called, and two flags by their names.
    const strange = missing.filter((word) => !plain(beside).includes(word) && !plain(path).includes(word) && !/^(?:true|false)$/.test(word));
    if (strange.length > 0) return `${path}: shown ${strange.join(' ')}`;
  }
  switch (is.kind) {
    case 'workload':
      return isNumberIn(is.amount, raw) ? undefined : `${path}: ${is.amount} is not ${raw}`;
    case 'level':
      return plain(raw).includes(plain(is.level)) || beside.includes(`/snb/eqf/${is.level}`) ? undefined : `${path}: level ${is.level}`;
    case 'term':
      return beside.includes(is.code) || around(claims, path, 1).includes(is.code) || (meanings[is.code] ?? []).includes(plain(raw).trim()) || /25831c2/.test(beside) ? undefined : `${path}: code ${is.code} for ${raw}`;
    case 'country':
      // Three letters alone: their first is that of the two.
      if (/(?:^|\/authority\/country\/)[A-Z]{3}$/.test(raw)) return raw.at(-3) === is.code[0] ? undefined : `${path}: country ${is.code} for ${raw}`;
      return plain(raw).trim() === plain(is.code) || plain(beside).includes(plain(regions.of(is.code) ?? '?')) ? undefined : `${path}: country ${is.code} for ${raw}`;
    case 'date':
      return raw.includes(is.date) || /^\d+$/.test(raw) ? undefined : `${path}: date ${is.date}`;
    default:
      return undefined;
  }
}
