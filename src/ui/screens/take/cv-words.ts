import type { EuElementId } from '../../../core/model/eu-elements.ts';
import { completenessOf } from '../../../core/model/completeness.ts';
import type { ExaminedCredential } from '../../../core/model/examination.ts';
import type { CvEntry, CvFacts } from '../../../wallet/cv-entry.ts';
import { plainText } from '../../components/doc-text.tsx';
import { linkHost } from '../../components/link-host.ts';
import type { Formats } from '../../languages/use-formats.ts';
import type { Text } from '../../languages/use-text.ts';

/** Longer names are cut, visibly: fields of others take no more, and a line of a CV neither. */
const maxNameCharacters = 300;
const maxAddressCharacters = 2_000;

/** A stranger's text in one line. */
function inOneLine(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}

/** The wordings that can be chosen from, in the reader's language where there is one; each once. */
export function titlesOf({ titles }: CvFacts, prefer: readonly string[]): readonly string[] {
  return [...new Set(titles.map((title) => inOneLine(plainText(title, prefer, maxNameCharacters))))].filter((title) => title !== '');
}

/** The first address that may be shown as one: https, and nobody's name in front of its host. */
export function linkOf({ addresses }: CvFacts): { readonly address: string; readonly host: string } | undefined {
  for (const address of addresses) {
    const host = address.length <= maxAddressCharacters && !/\s/.test(address) ? linkHost(address) : undefined;
    if (host !== undefined) return { address: new URL(address).href, host };
  }
  return undefined;
}

/** What was chosen, as one entry. */
export function entryOf(facts: CvFacts, chosen: { readonly title: string; readonly date: string; readonly withLink: boolean }, prefer: readonly string[], formats: Formats): CvEntry {
  const organisations = [...new Set(facts.organisations.map((name) => inOneLine(plainText(name, prefer, maxNameCharacters))))].filter((name) => name !== '');
  return {
    title: chosen.title,
    organisation: formats.list(organisations),
    date: chosen.date,
    until: facts.until ?? '',
    address: chosen.withLink ? (linkOf(facts)?.address ?? '') : '',
    identifier: inOneLine(facts.identifier ?? '').slice(0, maxNameCharacters),
  };
}

/** What texts are made with. */
export interface Writing {
  readonly text: Text;
  readonly formats: Formats;
  readonly locale: string;
}

/** A day, or a month or year where no day is stated, as the reader's language writes it. */
export function dateWords(date: string, { formats, locale }: Writing): string {
  if (!/^\d{4}-\d{2}$/.test(date)) return formats.day(date);
  return new Intl.DateTimeFormat(locale, { year: 'numeric', month: 'long', timeZone: 'UTC' }).format(Date.parse(`${date}-01`));
}

/** Title; organisation and date; end; link: a line each, in parts that may be of different directions, and no line for what is not stated. */
export function cvLines({ title, organisation, date, until, address }: CvEntry, writing: Writing): readonly (readonly string[])[] {
  const end = until === '' ? '' : writing.text('take.cv.until', { date: dateWords(until, writing) });
  const lines = [[title], [organisation, date === '' ? '' : dateWords(date, writing)], [end], [address]];
  return lines.map((parts) => parts.filter((part) => part !== '').map((part) => part.replaceAll('\u00a0', ' '))).filter((parts) => parts.length > 0);
}

/** As it is copied. */
export function cvText(lines: readonly (readonly string[])[]): string {
  return lines.map((parts) => parts.join(', ')).join('\n');
}

/** What is missing of the eleven mandatory elements, by name. */
function gapsOf(examined: Pick<ExaminedCredential, 'elements'>): readonly EuElementId[] {
  return completenessOf(examined.elements).gaps;
}

/** A message to begin with: thanks, what is missing, room for own words. It holds nothing of the learner's own. */
export function feedbackText(examined: Pick<ExaminedCredential, 'elements'>, { title, date }: Pick<CvEntry, 'title' | 'date'>, writing: Writing): string {
  const { text } = writing;
  const known = title === '' ? 'no' : 'yes';
  const received = text('take.ask.received', { known, title, dated: date === '' ? 'no' : 'yes', date: date === '' ? '' : dateWords(date, writing) });
  const gaps = gapsOf(examined);
  const asked = gaps.length === 0 ? [] : [`${text('take.ask.gaps')}\n${gaps.map((id) => `- ${text(`element.${id}`)}`).join('\n')}`, text('take.ask.why')];
  return [text('take.ask.hello'), received, ...asked, `${text('take.ask.own')}\n`, text('take.ask.bye')].join('\n\n').replaceAll('\u00a0', ' ');
}

/** Programs take about this much of an address; what is longer is cut by some of them without a word. */
const maxMailCharacters = 1_900;

/** Half of a sign, as cutting a text leaves it, cannot be encoded. */
function encoded(text: string): string {
  return encodeURIComponent(text.replace(/\p{Surrogate}/gu, '\ufffd'));
}

/** RFC 6068; undefined where it is too long to hand over. */
export function mailAddress(mail: string, subject: string, body: string): string | undefined {
  const address = `mailto:${encoded(mail).replace('%40', '@')}?subject=${encoded(subject)}&body=${encoded(body.replace(/\r?\n/g, '\r\n'))}`;
  return address.length <= maxMailCharacters ? address : undefined;
}
