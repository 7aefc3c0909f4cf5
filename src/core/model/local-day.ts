import { offsetsOf } from './country-offsets.ts';
import { formatInstant, parseInstant, toInstant } from './instant.ts';
import type { Instant } from './instant.ts';

/** A day as YYYY-MM-DD. */
export type DayText = string;

/**
 * The day that a date means. `written` is the date in the text. `meant` is there only where the text is exactly a midnight
 * in a country that the credential states, written in UTC on the evening before.
 */
export interface LocalDay {
  readonly written: DayText;
  readonly meant?: DayText;
  /** `day`: no time is written. `zone-stated`: it is a time with its zone. `midnight`: see `meant`. `zone-not-stated`: it may mean another day. */
  readonly basis: 'day' | 'zone-stated' | 'midnight' | 'zone-not-stated';
  /** The stated country whose midnight it is. */
  readonly country?: string;
}

const dayMs = 24 * 60 * 60 * 1_000;
/** From here on the seasons of all countries with the European rule are those of the rule; before, either may have been. */
const sameSeasonsSince = 2003;

/** 20:00:00 to 23:00:00 UTC, to the second: what a midnight somewhere east looks like. */
const evening = /^(\d{4})-\d{2}-\d{2}T(2[0-3]):00:00(?:\.0{1,9})?(?:Z|[+-]00:00)$/;

/**
 * EU-ELEMENTS 4: dates are often UTC instants of a local midnight. `1999-10-01T22:00:00Z` of a credential from Italy means
 * 2 October; without a country, or at an hour that is midnight in none that is stated, the written date stays.
 * @param countries ISO 3166 alpha-2, in the order they are stated.
 * @returns undefined where the text is no calendar date.
 */
export function readLocalDay(text: string, countries: readonly string[]): LocalDay | undefined {
  const trimmed = text.trim();
  const written = /^\d{4}-\d{2}-\d{2}(?!\d)/.exec(trimmed)?.[0];
  if (written === undefined || parseInstant(`${written}T00:00:00Z`) === undefined) return undefined;
  if (trimmed === written) return { written, basis: 'day' };
  const at = parseInstant(trimmed);
  const match = evening.exec(trimmed);
  if (at === undefined) return { written, basis: 'zone-not-stated' };
  if (match === null) return { written, basis: 'zone-stated' };
  const offset = 24 - Number(match[2]);
  const country = countries.find((code) => isOffsetIn(code, offset, at, Number(match[1])));
  const [meant] = dayAfter(at);
  return country === undefined || meant === undefined ? { written, basis: 'zone-not-stated' } : { written, meant, basis: 'midnight', country };
}

/** All days that a date may mean, whatever country is stated: for comparing a birth date with one that is typed. */
export function possibleDays(text: string): readonly DayText[] {
  const day = readLocalDay(text, []);
  if (day === undefined) return [];
  const at = day.basis === 'zone-not-stated' && evening.test(text.trim()) ? parseInstant(text.trim()) : undefined;
  return at === undefined ? [day.written] : [day.written, ...dayAfter(at)];
}

/** None after the last day of the year 9999: it could not be written as a day. */
function dayAfter(at: Instant): readonly DayText[] {
  return /^\d{4}-\d{2}-\d{2}/.exec(formatInstant(toInstant(at + dayMs))) ?? [];
}

function isOffsetIn(code: string, hours: number, at: Instant, year: number): boolean {
  const { standard, summer } = offsetsOf(code);
  if (year < sameSeasonsSince) return standard.includes(hours) || summer.includes(hours);
  return (isSummerTime(at, year) ? summer : standard).includes(hours);
}

/** From 01:00 UTC on the last Sunday of March to 01:00 UTC on the last Sunday of October (Directive 2000/84/EC). */
function isSummerTime(at: Instant, year: number): boolean {
  return at >= lastSunday(year, '03') && at < lastSunday(year, '10');
}

/** 01:00 UTC on the last Sunday of a month of 31 days. */
function lastSunday(year: number, month: '03' | '10'): number {
  const last = parseInstant(`${String(year).padStart(4, '0')}-${month}-31T01:00:00Z`) ?? 0;
  // 1970-01-01 was a Thursday.
  const weekday = (Math.floor(last / dayMs) + 4) % 7;
  return last - weekday * dayMs;
}
