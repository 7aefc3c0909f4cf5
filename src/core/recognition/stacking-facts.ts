import type { ExaminedCredential } from '../model/examination.ts';
import type { CreditSum, NotSummed, OtherSum, StackingFacts } from '../model/stacking.ts';
import { countablesOf, whyLeftOut, withParts } from './countable.ts';
import type { Countable } from './countable.ts';
import { findOverlaps } from './overlaps.ts';
import { findSameItems } from './same-things.ts';
import { isGlobalId } from '../model/same-text.ts';
import { readWholes } from './wholes.ts';

/** What counts, and what does not with the reason. */
interface Sorted {
  readonly counted: readonly Countable[];
  readonly notSummed: readonly NotSummed[];
}

/**
 * Stacking facts of a selection (EU-ELEMENTS 6): credits as stated, summed for each European level and broad field, hours
 * and other systems apart, unknown units not at all, everything once. Facts for whoever decides; never a verdict.
 */
export function stackingFactsOf(items: readonly ExaminedCredential[]): StackingFacts {
  const all = [...new Map(withParts(items).map((item) => [item.id, item])).values()];
  const { counted, notSummed } = sortOut(all);
  const stacking = all.flatMap((item) => item.elements.filter(({ id, values }) => id === 'O4' && values.length > 0).map(({ values }) => ({ item: item.id, values })));
  return { credits: sumCredits(counted), others: sumOthers(counted), notSummed, overlaps: findOverlaps(counted), ofIssuers: stacking, decidedBy: 'receiving-organisation' };
}

function sortOut(all: readonly ExaminedCredential[]): Sorted {
  const leftOut = all.flatMap((item): readonly NotSummed[] => {
    const why = whyLeftOut(item);
    return why === undefined ? [] : [{ item: item.id, why }];
  });
  const usable = all.filter((item) => whyLeftOut(item) === undefined);
  const { kept, dropped } = eachOnce(usable);
  const empty = kept.filter(({ credential }) => credential.achievements.length === 0).map(({ id }): NotSummed => ({ item: id, why: 'no-workload' }));
  const once = eachAchievementOnce(kept.flatMap(countablesOf));
  const wholes = readWholes(once.kept);
  const inside = once.kept.flatMap((countable): readonly (readonly [Countable, Countable])[] => {
    const whole = wholes.wholesOf(countable).find(({ workload }) => 'amount' in workload);
    return whole === undefined ? [] : [[countable, whole]];
  });
  const isInside = new Set(inside.map(([countable]) => countable));
  const counted = once.kept.filter((countable) => !isInside.has(countable));
  const unsummed = counted.flatMap(({ item, workload }): readonly NotSummed[] => ('why' in workload ? [{ item: item.id, why: workload.why, stated: workload.stated }] : []));
  const insideOf = inside.map(([{ item }, whole]): NotSummed => ({ item: item.id, why: 'inside', with: whole.item.id }));
  return { counted, notSummed: onceEach([...leftOut, ...dropped, ...once.dropped, ...insideOf, ...unsummed, ...empty]) };
}

/** Of credentials that are the same the one that states a workload counts, else the first. */
function eachOnce(items: readonly ExaminedCredential[]): { readonly kept: readonly ExaminedCredential[]; readonly dropped: readonly NotSummed[] } {
  const same = findSameItems(items);
  const groups = new Map<ExaminedCredential, ExaminedCredential[]>();
  for (const item of items) {
    const first = same.get(item) ?? item;
    groups.set(first, [...(groups.get(first) ?? []), item]);
  }
  const chosen = new Map([...groups.values()].flatMap((group) => {
    const one = group.find(hasWorkload) ?? group[0];
    return one === undefined ? [] : group.map((item) => [item, one] as const);
  }));
  const kept = items.filter((item) => chosen.get(item) === item);
  return { kept, dropped: items.flatMap((item): readonly NotSummed[] => {
    const one = chosen.get(item);
    return one === undefined || one === item ? [] : [{ item: item.id, why: 'same-item', with: one.id }];
  }) };
}

function hasWorkload(item: ExaminedCredential): boolean {
  return countablesOf(item).some(({ workload }) => 'amount' in workload);
}

/** The same achievement, by an id that counts in every document: once, by the first that states a workload. */
function eachAchievementOnce(countables: readonly Countable[]): { readonly kept: readonly Countable[]; readonly dropped: readonly NotSummed[] } {
  const chosen = new Map<string, Countable>();
  for (const countable of countables) {
    const id = idOf(countable);
    const known = id === undefined ? undefined : chosen.get(id);
    if (id !== undefined && (known === undefined || ('why' in known.workload && 'amount' in countable.workload))) chosen.set(id, countable);
  }
  const countedWith = (countable: Countable): Countable => chosen.get(idOf(countable) ?? '') ?? countable;
  return {
    kept: countables.filter((countable) => countedWith(countable) === countable),
    dropped: countables.flatMap((countable): readonly NotSummed[] => {
      const one = countedWith(countable);
      return one === countable ? [] : [{ item: countable.item.id, why: 'same-item', with: one.item.id }];
    }),
  };
}

function idOf({ achievement: { id } }: Countable): string | undefined {
  return id !== undefined && isGlobalId(id.raw) ? id.raw : undefined;
}

function onceEach(all: readonly NotSummed[]): readonly NotSummed[] {
  const keyOf = ({ item, why, with: other }: NotSummed): string => `${item} ${why} ${other ?? ''}`;
  const seen = new Set<string>();
  return all.filter((one) => one.stated !== undefined || (!seen.has(keyOf(one)) && seen.add(keyOf(one)).size > 0));
}

function sumCredits(counted: readonly Countable[]): readonly CreditSum[] {
  const sums = new Map<string, CreditSum>();
  for (const { workload, level, field, item } of counted) {
    if (!('amount' in workload) || workload.system !== 'ECTS') continue;
    const key = `${level ?? ''} ${field ?? ''}`;
    const known = sums.get(key) ?? { amount: 0, items: [], ...(level === undefined ? {} : { level }), ...(field === undefined ? {} : { field }) };
    sums.set(key, { ...known, amount: add(known.amount, workload.amount), items: [...new Set([...known.items, item.id])] });
  }
  return [...sums.values()].sort((a, b) => (a.level ?? 9) - (b.level ?? 9) || (a.field ?? '~').localeCompare(b.field ?? '~', 'en'));
}

function sumOthers(counted: readonly Countable[]): readonly OtherSum[] {
  return (['ECVET', 'hours'] as const).flatMap((system) => {
    const those = counted.flatMap(({ workload, item }) => ('amount' in workload && workload.system === system ? [{ amount: workload.amount, id: item.id }] : []));
    return those.length === 0 ? [] : [{ system, amount: those.reduce((sum, { amount }) => add(sum, amount), 0), items: [...new Set(those.map(({ id }) => id))] }];
  });
}

/** Decimal credits (0.1 and 0.2) without the traces of binary numbers. */
function add(one: number, other: number): number {
  return Math.round((one + other) * 1e6) / 1e6;
}
