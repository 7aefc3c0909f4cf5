import type { AccreditationLimit, AccreditationRecord, Achievement, Credential, Party, StatedDate } from './credential.ts';
import type { CoverageReason } from './eu-elements.ts';
import { europeanLevel } from './european-level.ts';
import { possibleDays } from './local-day.ts';

/** Whether an accreditation covers a credential, and what lies outside it or cannot be told. */
export interface AccreditationCoverage {
  readonly record: AccreditationRecord;
  readonly covers: 'covers' | 'does-not-cover' | 'cannot-tell';
  readonly because: readonly CoverageReason[];
}

/**
 * Every accreditation that a credential tells more of than a title, with whether it covers what was awarded: the date of award
 * (else of issue) from its begin to its end, an identifier of the organisation equal, and, where it names limits, level,
 * field, qualification, profile and country within them. No limit is no limit; a name alone is never enough. It says what the
 * credential says: nobody was asked.
 */
export function coverageOf(credential: Credential): readonly AccreditationCoverage[] {
  const { achievements, accreditationRecords = [] } = credential;
  return [
    ...achievements.flatMap((achievement) => (achievement.accreditationRecords ?? []).map((record) => cover(record, credential, [achievement]))),
    ...accreditationRecords.map((record) => cover(record, credential, achievements)),
  ];
}

const outside: ReadonlySet<CoverageReason> = new Set([
  'before-it-began', 'after-it-ended', 'other-organisation', 'other-level', 'other-field', 'other-qualification', 'other-profile', 'other-country',
]);

function cover(record: AccreditationRecord, credential: Credential, achievements: readonly Achievement[]): AccreditationCoverage {
  const found = [...ofTime(record, credential), ...ofOrganisation(record, credential), ...ofLimits(record, credential, achievements)];
  const reasons = [...new Set(found)];
  const because = reasons.filter((reason) => outside.has(reason));
  if (because.length > 0) return { record, covers: 'does-not-cover', because };
  return { record, covers: reasons.length === 0 ? 'covers' : 'cannot-tell', because: reasons };
}

function daysOf(date: StatedDate | undefined): readonly string[] {
  return date === undefined ? [] : [...possibleDays(date.value.text)].sort();
}

/** Days are compared, each as all days that it may mean; what no end names has none. */
function ofTime({ from, until }: AccreditationRecord, { awarded, issued, validFrom }: Credential): readonly CoverageReason[] {
  const [day] = daysOf(awarded ?? issued ?? validFrom);
  const lastDay = daysOf(awarded ?? issued ?? validFrom).at(-1);
  const [begins, ends] = [daysOf(from), daysOf(until)];
  if (day === undefined || lastDay === undefined) return ['date-not-stated'];
  const [begin, lastBegin] = [begins[0], begins.at(-1)];
  const [end, lastEnd] = [ends[0], ends.at(-1)];
  if (begin !== undefined && lastDay < begin) return ['before-it-began'];
  if (lastEnd !== undefined && day > lastEnd) return ['after-it-ended'];
  if (begin === undefined || lastBegin === undefined) return ['begin-not-stated'];
  // An end that is written and is no date is an end that nobody can compare.
  if (until !== undefined && end === undefined) return ['limit-not-understood'];
  return day < lastBegin || (end !== undefined && lastDay > end) ? ['day-not-certain'] : [];
}

/** Who is named as having been accredited, and whether that is who awarded or issued here. */
function ofOrganisation({ organisations }: AccreditationRecord, { issuer, awardingBodies }: Credential): readonly CoverageReason[] {
  const here = awardingBodies.length > 0 ? awardingBodies : [issuer];
  if (organisations.length === 0) return ['organisation-not-stated'];
  const answers = organisations.flatMap((given) => here.map((body) => isSameBody(given, body)));
  if (answers.includes(true)) return [];
  return answers.includes(undefined) ? ['organisation-not-stated'] : ['other-organisation'];
}

/** By id, or by a number of one kind; undefined where the two state nothing that could be compared. */
function isSameBody(one: Party, other: Party): boolean | undefined {
  if (one.id !== undefined && one.id.value === other.id?.value) return true;
  const pairs = one.identifiers.flatMap((mine) => other.identifiers.filter(({ value }) => value.kind === mine.value.kind).map((theirs) => [numberOf(mine.value.value), numberOf(theirs.value.value)] as const));
  if (pairs.some(([mine, theirs]) => mine === theirs)) return true;
  return pairs.length > 0 ? false : undefined;
}

function numberOf(text: string): string {
  return text.replace(/\s+/gu, '').toUpperCase();
}

interface Within {
  readonly outside: CoverageReason;
  readonly unknown: CoverageReason;
  /** What is stated of each thing that must be within; one without any is not stated. */
  readonly stated: readonly (readonly string[])[];
  readonly fits: (limit: string, stated: string) => boolean;
  /** Whether several things that are stated are names of one, of which one within is enough. */
  readonly oneIsEnough: boolean;
}

const equal = (limit: string, stated: string): boolean => limit === stated;

function ofLimits({ limits }: AccreditationRecord, credential: Credential, achievements: readonly Achievement[]): readonly CoverageReason[] {
  const bodies = credential.awardingBodies.length > 0 ? credential.awardingBodies : [credential.issuer];
  const kinds: Readonly<Record<AccreditationLimit['to'], Within>> = {
    level: { outside: 'other-level', unknown: 'level-not-stated', oneIsEnough: false, fits: equal, stated: achievements.map(({ levels }) => levels.flatMap(({ value }) => europeanLevel(value.framework, value.value)?.toString() ?? [])) },
    field: { outside: 'other-field', unknown: 'field-not-stated', oneIsEnough: false, fits: (limit, stated) => stated.startsWith(limit), stated: achievements.map(({ fields = [] }) => fields.flatMap(({ value }) => (value.list === 'isced-f' ? (value.code ?? []) : []))) },
    qualification: { outside: 'other-qualification', unknown: 'qualification-not-stated', oneIsEnough: true, fits: equal, stated: achievements.map(({ specifications = [] }) => specifications.map(({ value }) => value)) },
    profile: { outside: 'other-profile', unknown: 'profile-not-stated', oneIsEnough: true, fits: equal, stated: [(credential.profiles ?? []).flatMap(({ value }) => value.code ?? [])] },
    jurisdiction: { outside: 'other-country', unknown: 'country-not-stated', oneIsEnough: true, fits: equal, stated: bodies.map(({ places }) => places.flatMap(({ country }) => country?.value ?? [])) },
  };
  return (Object.keys(kinds) as AccreditationLimit['to'][]).flatMap((to) => {
    const own = limits.filter(({ value }) => value.to === to);
    return own.length === 0 ? [] : isWithin(own.map(({ value }) => value.code), kinds[to]);
  });
}

/** Each thing must be within one of the limits; a limit that nobody understands may be the one. */
function isWithin(limits: readonly (string | undefined)[], { outside: isOutside, unknown, stated, fits, oneIsEnough }: Within): readonly CoverageReason[] {
  if (stated.length === 0) return [unknown];
  return stated.flatMap((values): readonly CoverageReason[] => {
    if (values.length === 0) return [unknown];
    const within = values.filter((value) => limits.some((limit) => limit !== undefined && fits(limit, value)));
    if (within.length === values.length || (oneIsEnough && within.length > 0)) return [];
    if (within.length > 0) return [unknown];
    return limits.includes(undefined) ? ['limit-not-understood'] : [isOutside];
  });
}
