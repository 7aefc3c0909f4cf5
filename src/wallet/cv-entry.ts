import type { LocalizedText, StatedDate } from '../core/model/credential.ts';
import type { ElementReading, EuElementId } from '../core/model/eu-elements.ts';
import type { ExaminedCredential } from '../core/model/examination.ts';
import { readLocalDay } from '../core/model/local-day.ts';
import { statedCountries } from '../core/model/sealing.ts';

/**
 * What a curriculum vitae says of a credential, all of it as the credential states it: nothing here says that it is genuine,
 * and nothing is the learner's own. Several titles, bodies or dates stand in the order of the credential.
 */
export interface CvFacts {
  readonly titles: readonly LocalizedText[];
  readonly organisations: readonly LocalizedText[];
  /** Days as meant, YYYY-MM-DD; or the year, or year and month, where no more is stated. The award goes before the issue. */
  readonly dates: readonly string[];
  readonly until?: string;
  /** Addresses that the issuer gives, the credential's own first, as written: whoever shows one judges it. */
  readonly addresses: readonly string[];
  /** The id of the credential, where it is no address. */
  readonly identifier?: string;
  /** Stated by its kind: a degree or diploma belongs to education. */
  readonly isDegree: boolean;
  /** E-mail of the awarding body, else of the issuer; only where it is plainly one. */
  readonly mail?: string;
}

/** What somebody chose to be said. */
export interface CvEntry {
  readonly title: string;
  readonly organisation: string;
  /** See `CvFacts.dates`; empty: none. */
  readonly date: string;
  readonly until: string;
  readonly address: string;
  readonly identifier: string;
}

const degreeKinds = /^(?:ext:)?(?:AssociateDegree|BachelorDegree|MasterDegree|DoctoralDegree|ProfessionalDoctorate|ResearchDoctorate|Degree|Diploma|SecondarySchoolDiploma)$/;

export function cvFactsOf({ credential, elements }: Pick<ExaminedCredential, 'credential' | 'elements'>): CvFacts {
  const { achievements, awarded, issued, validFrom, validUntil, id, issuer, awardingBodies } = credential;
  const countries = statedCountries(credential);
  const days = (...dates: readonly (StatedDate | undefined)[]): readonly string[] =>
    distinct(dates.flatMap((date) => (date === undefined ? [] : dayOf(date.value.text, countries))));
  const [until] = days(validUntil);
  const isAddress = id !== undefined && /^https?:/i.test(id.value);
  const mail = [...awardingBodies, issuer].flatMap(({ email }) => plainMail(email?.value)).at(0);
  return {
    titles: titlesOf(credential.title?.value, valuesOf(elements, 'M2')),
    organisations: distinctTexts(valuesOf(elements, 'M4')),
    dates: days(awarded, issued ?? validFrom),
    addresses: [
      ...(isAddress ? [id.value] : []),
      ...achievements.flatMap(({ criteriaUrl, id: of, links = [] }) => [criteriaUrl, of, ...links].flatMap((stated) => stated?.value ?? [])),
    ],
    isDegree: achievements.some(({ kind }) => kind !== undefined && degreeKinds.test(kind.value)),
    ...(until === undefined ? {} : { until }),
    ...(id === undefined || isAddress ? {} : { identifier: id.value }),
    ...(mail === undefined ? {} : { mail }),
  };
}

/** A record of several achievements is called by its own name first. */
function titlesOf(own: LocalizedText | undefined, titles: readonly LocalizedText[]): readonly LocalizedText[] {
  if (titles.length === 1 || own === undefined) return distinctTexts(titles);
  return distinctTexts([own, ...titles]);
}

/** Names of the element; identifiers of a body stand beside its name and are left out. */
function valuesOf(elements: readonly ElementReading[], id: EuElementId): readonly LocalizedText[] {
  const values = elements.find((reading) => reading.id === id)?.values ?? [];
  return values.flatMap(({ is, text }) => (is.kind === 'text' && text.length > 0 ? [text] : []));
}

function distinctTexts(texts: readonly LocalizedText[]): readonly LocalizedText[] {
  const seen = new Set<string>();
  return texts.filter((text) => {
    const key = JSON.stringify(text.map((part) => part.text.trim().toLowerCase()));
    return seen.has(key) ? false : seen.add(key);
  });
}

function distinct(texts: readonly string[]): readonly string[] {
  return [...new Set(texts)];
}

/** The day that is meant (EU-ELEMENTS 4): a midnight of a stated country, written in UTC on the evening before, is the next day. */
function dayOf(text: string, countries: readonly string[]): readonly string[] {
  const day = readLocalDay(text, countries);
  if (day !== undefined) return [day.meant ?? day.written];
  return /^\s*[1-9]\d{3}(?:-(?:0[1-9]|1[0-2]))?\s*$/.test(text) ? [text.trim()] : [];
}

/** RFC 6068: one plain address; anything that could bring further fields or receivers into a message is none. */
function plainMail(stated: string | undefined): readonly string[] {
  const address = stated?.trim().replace(/^mailto:/i, '') ?? '';
  return address.length <= 254 && /^[\w.+-]{1,64}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){1,8}$/u.test(address) ? [address] : [];
}

const network = 'https://www.linkedin.com/profile/add';

/** What the address carries, by name; only what there is. */
function profileParameters({ title, organisation, date, until, address, identifier }: CvEntry): readonly (readonly [string, string])[] {
  const [[year = '', month = ''], [endYear = '', endMonth = '']] = [date.split('-'), until.split('-')];
  const all = [
    ['startTask', 'CERTIFICATION_NAME'],
    ['name', title],
    ['organizationName', organisation],
    ['issueYear', year],
    ['issueMonth', month.replace(/^0/, '')],
    ['expirationYear', endYear],
    ['expirationMonth', endMonth.replace(/^0/, '')],
    ['certUrl', address],
    ['certId', identifier],
  ] as const;
  return all.filter(([, value]) => value !== '');
}

/** The page of the one large network that takes a filled-in entry. Whoever opens it tells that network all that is in the entry. */
export function profileAddress(entry: CvEntry): string {
  return `${network}?${new URLSearchParams(profileParameters(entry).map(([name, value]) => [name, value])).toString()}`;
}

/**
 * A JSON Resume (schema 1.0.0) with this one entry: a certificate, and of a degree an entry under education. `certificates`
 * takes only a whole day as its date, and `url` only an address; what is not stated is left out.
 */
export function toJsonResume({ title, organisation, date, address }: CvEntry, isDegree: boolean): Uint8Array {
  const stated = (fields: Readonly<Record<string, string>>): Readonly<Record<string, string>> => Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== ''));
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(date);
  const resume = {
    $schema: 'https://raw.githubusercontent.com/jsonresume/resume-schema/v1.0.0/schema.json',
    ...(isDegree ? { education: [stated({ institution: organisation, studyType: title, endDate: date, url: address })] } : {}),
    ...(isDegree ? {} : { certificates: [stated({ name: title, issuer: organisation, date: isDay ? date : '', url: address })] }),
    meta: { version: 'v1.0.0' },
  };
  return new TextEncoder().encode(`${JSON.stringify(resume, null, 2)}\n`);
}
