import type { StatedDate } from '../model/credential.ts';
import type { ExaminedCredential } from '../model/examination.ts';
import { possibleDays } from '../model/local-day.ts';
import { isGlobalId, sameTextKeys } from '../model/same-text.ts';
import { bodyKeys } from '../model/sealing.ts';
import type { NotSummed } from '../model/stacking.ts';
import type { Countable } from './countable.ts';
import { createGroups } from './groups.ts';
import type { Groups } from './groups.ts';
import { createIssuers } from './same-issuer.ts';
import type { Issuers } from './same-issuer.ts';

/** Names in many languages times titles in many languages: no more ways than this to be the same. */
const maxKeysPerAchievement = 2_000;
const maxKeysPerItem = 20_000;
/** More comparisons of what is called the same are not made. */
const maxComparisons = 5_000_000;

export interface SameThings {
  /** Of each credential the one that counts for it; itself where it is the only one. */
  readonly itemFor: ReadonlyMap<ExaminedCredential, ExaminedCredential>;
  /** Of each achievement the one that counts for it; absent where its credential is the same as another that does not tell of it. */
  readonly oneFor: ReadonlyMap<Countable, Countable>;
  /** What makes an achievement the same as the one that counts for it. */
  readonly because: (countable: Countable) => Exclude<NotSummed['by'], undefined>;
  readonly issuers: Issuers;
}

/**
 * Finds what is the same: credentials of one identity, or of one id that counts in every document, and achievements of one such
 * id, all by one issuer, for anybody can repeat an id; and achievements of one title by one organisation on one day (one
 * credential in two formats), unless their workloads differ or the name is all that speaks for it where a list knows one of them. Of the same, the first counts that states credits, else hours, else the first. `items` come best first: the
 * result then depends on nothing but what is given.
 */
export function findSameThings(items: readonly ExaminedCredential[], countables: ReadonlyMap<ExaminedCredential, readonly Countable[]>): SameThings {
  const issuers = createIssuers(items);
  const itemFor = sameItems(items, issuers, (item) => Math.min(3, ...(countables.get(item) ?? []).map(rankOf)));
  const own = items.filter((item) => itemFor.get(item) === item).flatMap((item) => countables.get(item) ?? []);
  const oneFor = new Map(firstOfGroups(own, sameAchievements(own, issuers), rankOf));
  for (const [item, one] of itemFor) {
    if (item === one) continue;
    for (const [countable, twin] of twinsOf(countables.get(item) ?? [], countables.get(one) ?? [])) oneFor.set(countable, oneFor.get(twin) ?? twin);
  }
  return { itemFor, oneFor, because: (countable) => reasonOf(countable, oneFor.get(countable)), issuers };
}

function reasonOf(countable: Countable, one: Countable | undefined): Exclude<NotSummed['by'], undefined> {
  return one !== undefined && idOf(one) !== undefined && idOf(one) === idOf(countable) ? 'achievement' : 'title-and-day';
}

function sameItems(items: readonly ExaminedCredential[], issuers: Issuers, rank: (item: ExaminedCredential) => number): ReadonlyMap<ExaminedCredential, ExaminedCredential> {
  const groups = createGroups(items);
  const known = new Map<string, ExaminedCredential>();
  for (const item of items) {
    const { id } = item.credential;
    const ids = [`same ${item.sameness}`, ...(id !== undefined && isGlobalId(id.raw) ? [`id ${id.raw}`] : [])];
    // The same claims, word for word, are the same whoever signed them.
    for (const key of [`claims ${item.claimsDigest}`, ...issuers.keysOf(item, ids)]) joinByKey(groups, known, key, item);
  }
  return firstOfGroups(items, groups, rank);
}

/** Of each the one in its group that is ranked lowest, else comes first. */
function firstOfGroups<T>(all: readonly T[], groups: Groups<T>, rank: (one: T) => number): ReadonlyMap<T, T> {
  const first = new Map<readonly T[], T>();
  for (const one of all) {
    const group = groups.membersWith(one);
    const known = first.get(group);
    if (known === undefined || rank(one) < rank(known)) first.set(group, one);
  }
  return new Map(all.map((one) => [one, first.get(groups.membersWith(one)) ?? one]));
}

function joinByKey<T>(groups: Groups<T>, known: Map<string, T>, key: string, one: T): void {
  const other = known.get(key);
  if (other === undefined) known.set(key, one);
  else groups.join(one, other);
}

function sameAchievements(countables: readonly Countable[], issuers: Issuers): Groups<Countable> {
  const groups = createGroups(countables);
  const byId = new Map<string, Countable>();
  for (const countable of countables) {
    const id = idOf(countable);
    for (const key of issuers.keysOf(countable.item, id === undefined ? [] : [id])) joinByKey(groups, byId, key, countable);
  }
  const byKey = new Map<string, Countable[]>();
  const left = new Map<ExaminedCredential, number>();
  let comparisons = maxComparisons;
  for (const countable of countables) {
    const keys = likelyKeys(countable, Math.min(maxKeysPerAchievement, left.get(countable.item) ?? maxKeysPerItem));
    left.set(countable.item, (left.get(countable.item) ?? maxKeysPerItem) - keys.length);
    for (const key of keys) {
      const alike = byKey.get(key) ?? [];
      byKey.set(key, alike);
      const other = alike.find((one) => one.item !== countable.item && comparisons > 0 && (comparisons -= 1) >= 0 && maybeSame(groups.membersWith(one), groups.membersWith(countable), issuers));
      if (other === undefined) alike.push(countable);
      else groups.join(countable, other);
    }
  }
  return groups;
}

/** Two of one credential are two, whatever they are called; so are two that state other workloads, and two that others speak for. */
function maybeSame(some: readonly Countable[], others: readonly Countable[], issuers: Issuers): boolean {
  return some === others || !some.some((one) => others.some((other) => one.item === other.item || workloadsDiffer(one, other) || isRepeated(one, other, issuers)));
}

/** Another issuer repeats the id, or the name of one that a list knows: a name alone shows nothing. */
function isRepeated(one: Countable, other: Countable, issuers: Issuers): boolean {
  if (issuers.isSame(one.item, other.item)) return false;
  return issuers.isKnown(one.item) || issuers.isKnown(other.item) || (idOf(one) !== undefined && idOf(one) === idOf(other));
}

function workloadsDiffer({ workload: one }: Countable, { workload: other }: Countable): boolean {
  return 'amount' in one && 'amount' in other && one.system === other.system && one.amount !== other.amount;
}

/** What counts first: credits, then other credits, then hours, then what has no amount. */
function rankOf({ workload }: Countable): number {
  return 'amount' in workload ? ['ECTS', 'ECVET', 'hours'].indexOf(workload.system) : 3;
}

/** Which achievement is which in another copy of their credential, one by one: by its id, by its title, or because it is the only one. */
function twinsOf(countables: readonly Countable[], others: readonly Countable[]): ReadonlyMap<Countable, Countable> {
  const twins = new Map<Countable, Countable>();
  const free = new Set(others);
  const pair = (isTwin: (one: Countable, other: Countable) => boolean): void => {
    for (const countable of countables) {
      const other = twins.has(countable) ? undefined : [...free].find((one) => isTwin(countable, one));
      if (other === undefined) continue;
      twins.set(countable, other);
      free.delete(other);
    }
  };
  const titles = new Map([...countables, ...others].map((one) => [one, new Set(sameTextKeys(one.achievement.title?.value))]));
  pair((one, other) => one.achievement.id !== undefined && one.achievement.id.raw === other.achievement.id?.raw);
  pair((one, other) => [...(titles.get(one) ?? [])].some((title) => titles.get(other)?.has(title) === true));
  pair(() => countables.length === 1 && others.length === 1);
  return twins;
}

function idOf({ achievement: { id } }: Countable): string | undefined {
  return id !== undefined && isGlobalId(id.raw) ? id.raw : undefined;
}

/** Organisation, title and the day of award or of issue; of a date that may mean two days both count. */
function likelyKeys({ item: { credential }, achievement }: Countable, most: number): readonly string[] {
  const own = sameTextKeys(achievement.title?.value);
  const titles = own.length > 0 || credential.achievements.length > 1 ? own : sameTextKeys(credential.title?.value);
  const days = [...new Set([...daysOf(credential.awarded), ...daysOf(credential.issued ?? credential.validFrom)])];
  const keys: string[] = [];
  for (const body of bodyKeys([credential.issuer, ...credential.awardingBodies])) {
    for (const title of titles) for (const day of days) if (keys.length < most) keys.push(JSON.stringify([body, title, day]));
  }
  return keys;
}

function daysOf(date: StatedDate | undefined): readonly string[] {
  return date === undefined ? [] : possibleDays(date.value.text);
}
