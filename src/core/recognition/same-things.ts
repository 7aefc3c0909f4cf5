import type { Credential, StatedDate } from '../model/credential.ts';
import type { ExaminedCredential } from '../model/examination.ts';
import { possibleDays } from '../model/local-day.ts';
import { countablesOf } from './countable.ts';
import { isGlobalId, sameTextKeys } from '../model/same-text.ts';
import { bodyKeys } from '../model/sealing.ts';

/** Names in many languages times titles in many languages: no more ways than this to be the same. */
const maxKeys = 2_000;

/**
 * Finds the earlier credential that each is the same as: equal identity, equal id that counts in every document, or the
 * same title by the same organisation on the same day (one credential in two formats), unless their credits differ.
 */
export function findSameItems(items: readonly ExaminedCredential[]): ReadonlyMap<ExaminedCredential, ExaminedCredential> {
  const [byKey, same] = [new Map<string, ExaminedCredential>(), new Map<ExaminedCredential, ExaminedCredential>()];
  for (const item of items) {
    const certain = certainKeys(item);
    const likely = likelyKeys(item.credential);
    const found = firstOf(certain, byKey) ?? firstOf(likely, byKey, (other) => !creditsDiffer(item, other));
    if (found !== undefined) same.set(item, same.get(found) ?? found);
    for (const key of [...certain, ...likely]) if (!byKey.has(key)) byKey.set(key, item);
  }
  return same;
}

function firstOf(keys: readonly string[], known: ReadonlyMap<string, ExaminedCredential>, holds: (found: ExaminedCredential) => boolean = () => true): ExaminedCredential | undefined {
  for (const key of keys) {
    const found = known.get(key);
    if (found !== undefined && holds(found)) return found;
  }
  return undefined;
}

function certainKeys({ sameness, credential: { id } }: ExaminedCredential): readonly string[] {
  return [`same ${sameness}`, ...(id !== undefined && isGlobalId(id.raw) ? [`id ${id.raw}`] : [])];
}

/** Organisation, title and the day of award or of issue; of a date that may mean two days both count. */
function likelyKeys(credential: Credential): readonly string[] {
  const titles = titlesOf(credential);
  const days = [...new Set([...daysOf(credential.awarded), ...daysOf(credential.issued ?? credential.validFrom)])];
  const keys: string[] = [];
  for (const body of bodyKeys([credential.issuer, ...credential.awardingBodies])) {
    for (const title of titles) for (const day of days) if (keys.length < maxKeys) keys.push(JSON.stringify([body, title, day]));
  }
  return keys;
}

/** Titles of what was achieved, else of the credential itself. */
function titlesOf({ achievements, title }: Credential): readonly string[] {
  const found = achievements.flatMap((achievement) => sameTextKeys(achievement.title?.value));
  return [...new Set(found.length > 0 ? found : sameTextKeys(title?.value))];
}

function daysOf(date: StatedDate | undefined): readonly string[] {
  return date === undefined ? [] : possibleDays(date.value.text);
}

function creditsDiffer(one: ExaminedCredential, other: ExaminedCredential): boolean {
  const creditsOf = (item: ExaminedCredential): readonly number[] => countablesOf(item).flatMap(({ workload }) => ('amount' in workload && workload.system === 'ECTS' ? workload.amount : []));
  const [ofOne, ofOther] = [creditsOf(one), creditsOf(other)];
  return ofOne.length > 0 && ofOther.length > 0 && ofOne.join() !== ofOther.join();
}
