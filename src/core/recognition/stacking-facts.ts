import type { ExaminedCredential } from '../model/examination.ts';
import type { ItemId } from '../model/ids.ts';
import type { CountedPart, CreditSum, NotSummed, OtherSum, StackingFacts } from '../model/stacking.ts';
import { countablesOf, perUnit, whyLeftOut, withParts } from './countable.ts';
import type { Countable } from './countable.ts';
import { findOverlaps } from './overlaps.ts';
import { isKnown } from './same-issuer.ts';
import { findSameThings } from './same-things.ts';
import type { SameThings } from './same-things.ts';
import { readWholes } from './wholes.ts';

/** What counts, and what does not with the reason. */
interface Sorted {
  readonly counted: readonly Countable[];
  readonly notSummed: readonly NotSummed[];
  /** Each thing once, parts of what counts as well. */
  readonly once: readonly Countable[];
  /** What counts for one of these: itself, or the wholes that it is a part of. */
  readonly countingFor: (countable: Countable) => readonly Countable[];
}

/**
 * Stacking facts of a selection (EU-ELEMENTS 6): credits as stated, summed for each European level and broad field, hours
 * and other systems apart, unknown units not at all, everything once. Facts for whoever decides; never a verdict. What is
 * said does not depend on the order given; it is told in that order.
 */
export function stackingFactsOf(items: readonly ExaminedCredential[]): StackingFacts {
  const all = [...new Map(withParts(items).map((item) => [item.id, item])).values()];
  const place = new Map(all.map(({ id }, at) => [id, at]));
  const asGiven = <T>(list: readonly T[], idOf: (one: T) => ItemId): readonly T[] => [...list].sort((a, b) => (place.get(idOf(a)) ?? 0) - (place.get(idOf(b)) ?? 0));
  const sorted = sortOut(all);
  const counted = asGiven(sorted.counted, ({ item }) => item.id);
  const usable = all.filter((item) => whyLeftOut(item) === undefined);
  return {
    credits: sumCredits(counted),
    others: sumOthers(counted),
    notSummed: asGiven(sorted.notSummed, ({ item }) => item),
    overlaps: findOverlaps(asGiven(sorted.once, ({ item }) => item.id), sorted.countingFor),
    ofIssuers: usable.flatMap((item) => item.elements.filter(({ id, values }) => id === 'O4' && values.length > 0).map(({ values }) => ({ item: item.id, values }))),
    decidedBy: 'receiving-organisation',
  };
}

/** Best first: those whose issuer somebody knows, then the newest, then by their bytes. */
function bestFirst(items: readonly ExaminedCredential[]): readonly ExaminedCredential[] {
  const dayOf = ({ credential: { issued, awarded, validFrom } }: ExaminedCredential): string => (issued ?? awarded ?? validFrom)?.value.text ?? '';
  return [...items].sort((a, b) => Number(isKnown(b)) - Number(isKnown(a)) || compare(dayOf(b), dayOf(a)) || compare(a.id, b.id));
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}

function sortOut(all: readonly ExaminedCredential[]): Sorted {
  const leftOut = all.flatMap((item): readonly NotSummed[] => {
    const why = whyLeftOut(item);
    return why === undefined ? [] : [{ item: item.id, why }];
  });
  const usable = bestFirst(all.filter((item) => whyLeftOut(item) === undefined));
  const byItem = new Map(usable.map((item) => [item, countablesOf(item)]));
  const every = [...byItem.values()].flat();
  const same = findSameThings(usable, byItem);
  const once = every.filter((countable) => same.oneFor.get(countable) === countable && same.itemFor.get(countable.item) === countable.item);
  const wholes = readWholes(usable, every, same.oneFor, same.issuers);
  const inside = once.flatMap((countable): readonly (readonly [Countable, Countable, readonly Countable[]])[] => {
    const around = wholes.wholesOf(countable);
    const whole = around.find(({ workload }) => 'amount' in workload);
    return whole === undefined ? [] : [[countable, whole, around]];
  });
  const isInside = new Set(inside.map(([countable]) => countable));
  const counted = once.filter((countable) => !isInside.has(countable));
  const countingFor = new Map(inside.map(([countable, , around]) => [countable, around.filter((whole) => !isInside.has(whole))]));
  const unsummed = counted.flatMap(({ item, workload, title }): readonly NotSummed[] => ('why' in workload ? [{ item: item.id, ...workload, ...(title === undefined ? {} : { title }) }] : []));
  const insideOf = inside.map(([{ item, title }, whole]): NotSummed => ({ item: item.id, why: 'inside', with: whole.item.id, ...(title === undefined ? {} : { title }) }));
  return { counted, once, countingFor: (countable) => countingFor.get(countable) ?? [countable], notSummed: onceEach([...leftOut, ...sameOnes(usable, every, same), ...insideOf, ...unsummed.map(withoutEmpty), ...withNothing(usable, same)]) };
}

/** Credentials, and achievements of others, that are told as the same as what counts. */
function sameOnes(usable: readonly ExaminedCredential[], every: readonly Countable[], { itemFor, oneFor, because }: SameThings): readonly NotSummed[] {
  const items = usable.flatMap((item): readonly NotSummed[] => {
    const one = itemFor.get(item);
    return one === undefined || one === item ? [] : [{ item: item.id, why: 'same-item', with: one.id, by: 'credential' }];
  });
  const achievements = every.flatMap((countable): readonly NotSummed[] => {
    const [{ item, title }, one] = [countable, oneFor.get(countable)];
    if (itemFor.get(item) !== item || one === undefined || one === countable) return [];
    return [{ item: item.id, why: 'same-item', with: one.item.id, by: because(countable), ...(title === undefined ? {} : { title }) }];
  });
  return [...items, ...achievements];
}

/** Credentials that tell of no achievement at all. */
function withNothing(usable: readonly ExaminedCredential[], { itemFor }: SameThings): readonly NotSummed[] {
  return usable.filter((item) => itemFor.get(item) === item && item.credential.achievements.length === 0).map(({ id }): NotSummed => ({ item: id, why: 'no-workload' }));
}

function withoutEmpty({ stated = [], written = [], ...rest }: NotSummed): NotSummed {
  return { ...rest, ...(stated.length === 0 ? {} : { stated }), ...(written.length === 0 ? {} : { written }) };
}

function onceEach(all: readonly NotSummed[]): readonly NotSummed[] {
  const seen = new Set<string>();
  return all.filter(({ item, why, with: other, title, stated, written }) => {
    const key = JSON.stringify([item, why, other, title, stated, written]);
    return !seen.has(key) && seen.add(key).has(key);
  });
}

function sumCredits(counted: readonly Countable[]): readonly CreditSum[] {
  const groups = new Map<string, Countable[]>();
  for (const countable of counted) {
    const { workload, level, field } = countable;
    if (!('amount' in workload) || workload.system !== 'ECTS') continue;
    const key = `${level ?? ''} ${field ?? ''}`;
    const known = groups.get(key);
    if (known === undefined) groups.set(key, [countable]);
    else known.push(countable);
  }
  const sums = [...groups.values()].map((those): CreditSum => {
    const { level, field } = those[0] ?? {};
    return { ...sumOf(those), ...(level === undefined ? {} : { level }), ...(field === undefined ? {} : { field }) };
  });
  return sums.sort((a, b) => (a.level ?? 9) - (b.level ?? 9) || compare(a.field ?? '~', b.field ?? '~'));
}

function sumOthers(counted: readonly Countable[]): readonly OtherSum[] {
  return (['ECVET', 'hours'] as const).flatMap((system) => {
    const those = counted.filter(({ workload }) => 'amount' in workload && workload.system === system);
    return those.length === 0 ? [] : [{ system, ...sumOf(those) }];
  });
}

/** Decimal credits (0.1 and 0.2) without the traces of binary numbers. */
function sumOf(those: readonly Countable[]): Pick<CreditSum, 'amount' | 'items' | 'parts'> {
  const parts = those.flatMap(({ item, workload, title }): readonly CountedPart[] => ('amount' in workload ? [{ item: item.id, amount: workload.amount, ...(title === undefined ? {} : { title }) }] : []));
  const millionths = parts.reduce((sum, { amount }) => sum + Math.round(amount * perUnit), 0);
  return { amount: millionths / perUnit, items: [...new Set(parts.map(({ item }) => item))], parts };
}
