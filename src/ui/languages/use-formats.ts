import { useLingui } from '@lingui/react';
import type { Instant } from '../../core/model/instant.ts';

/** Dates, numbers and names of countries and languages, as the chosen language writes them. */
export interface Formats {
  /** A day with the month's name, e.g. "12 June 2026", never broken between day and month. Text that is no date stays as it is. */
  readonly day: (date: Instant | string) => string;
  /** The machine's form of a day, for `<time>`. */
  readonly isoDay: (date: Instant | string) => string;
  /** Hours and minutes in one piece: a mark for morning or evening never stands on a line of its own. */
  readonly clock: (at: Instant) => string;
  readonly isToday: (at: Instant, now: Instant) => boolean;
  readonly number: (value: number) => string;
  readonly country: (code: string) => string;
  readonly language: (tag: string) => string;
  readonly list: (items: readonly string[]) => string;
  readonly year: (at: Instant) => string;
}

const made = new Map<string, Formats>();

/** The formats of the chosen language; made once, for a list asks for them in every row. */
export function useFormats(): Formats {
  const { i18n } = useLingui();
  const known = made.get(i18n.locale) ?? createFormats(i18n.locale);
  made.set(i18n.locale, known);
  return known;
}

/** English day-before-month order, as everywhere in the European Union. */
function regional(locale: string): string {
  return locale === 'en' ? 'en-GB' : locale;
}

function createFormats(locale: string): Formats {
  const tag = regional(locale);
  const written = new Intl.DateTimeFormat(tag, { dateStyle: 'long', timeZone: 'UTC' });
  const local = new Intl.DateTimeFormat(tag, { dateStyle: 'long' });
  const clock = new Intl.DateTimeFormat(tag, { hour: '2-digit', minute: '2-digit' });
  const number = new Intl.NumberFormat(tag, { maximumFractionDigits: 2 });
  const regions = new Intl.DisplayNames(tag, { type: 'region', fallback: 'code' });
  const tongues = new Intl.DisplayNames(tag, { type: 'language', fallback: 'code' });
  const list = new Intl.ListFormat(tag, { type: 'conjunction' });
  return {
    day: (date) => (typeof date === 'string' ? writtenDay(date, written) : unbroken(date, local)),
    isoDay: (date) => (typeof date === 'string' ? date.slice(0, 10) : localIsoDay(date)),
    clock: (at) => clock.format(at).replace(/\s/g, '\u00a0'),
    isToday: (at, now) => local.format(at) === local.format(now),
    number: (value) => number.format(value),
    country: (code) => (/^[A-Za-z]{2}$/.test(code) ? regions.of(code.toUpperCase()) ?? code : code),
    language: (language) => nameOrTag(tongues, language),
    list: (items) => list.format(items),
    year: (at) => String(new Date(at).getFullYear()),
  };
}

function writtenDay(text: string, format: Intl.DateTimeFormat): string {
  const match = /^\d{4}-\d{2}-\d{2}/.exec(text);
  const at = match === null ? Number.NaN : Date.parse(match[0]);
  return Number.isNaN(at) ? text : unbroken(at, format);
}

/** Day and month in one piece: no line ends between them. */
function unbroken(at: number, format: Intl.DateTimeFormat): string {
  const parts = format.formatToParts(at);
  const isDayOrMonth = (index: number): boolean => parts[index]?.type === 'day' || parts[index]?.type === 'month';
  return parts.map(({ type, value }, index) => (type === 'literal' && isDayOrMonth(index - 1) && isDayOrMonth(index + 1) ? value.replace(/\s/g, '\u00a0') : value)).join('');
}

function localIsoDay(at: Instant): string {
  const date = new Date(at);
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${String(date.getFullYear())}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

function nameOrTag(names: Intl.DisplayNames, tag: string): string {
  try {
    return names.of(tag) ?? tag;
  } catch {
    return tag;
  }
}
