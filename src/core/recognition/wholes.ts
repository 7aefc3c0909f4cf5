import type { ExaminedCredential } from '../model/examination.ts';
import type { Countable } from './countable.ts';
import { isGlobalId } from '../model/same-text.ts';

/** Relations of CLR 2.0 by which the source is inside the target, and the other way round. */
const inside: ReadonlySet<string> = new Set(['isPartOf', 'isChildOf']);
const around: ReadonlySet<string> = new Set(['isParentOf', 'hasPart']);

/** More statements about wholes and parts than this are not followed. */
const maxRelations = 20_000;

/** What each thing is stated to be inside of. Things are achievements and, for records, whole credentials. */
export interface Wholes {
  /** The achievements that this one is inside of; one that is inside itself by some round is inside nothing. */
  readonly wholesOf: (countable: Countable) => readonly Countable[];
}

/**
 * Reads what issuers state of wholes and parts: ids in `isPartOf` and `hasPart`, associations of a learner record, and
 * credentials that stand inside another.
 */
export function readWholes(countables: readonly Countable[]): Wholes {
  const byName = namesOf(countables);
  const up = new Map<Countable, Set<Countable>>();
  let left = maxRelations;
  const relate = (parts: readonly Countable[], wholes: readonly Countable[]): void => {
    for (const part of parts) {
      for (const whole of wholes) {
        if (part === whole || left <= 0) continue;
        left -= 1;
        up.set(part, (up.get(part) ?? new Set()).add(whole));
      }
    }
  };
  for (const countable of countables) {
    const { item, achievement } = countable;
    for (const { raw } of achievement.partOf ?? []) relate([countable], named(byName, item, raw));
    for (const { raw } of achievement.hasPart ?? []) relate(named(byName, item, raw), [countable]);
  }
  for (const item of new Set(countables.map((countable) => countable.item))) {
    for (const { value } of item.credential.associations ?? []) {
      const [source, target] = [named(byName, item, value.source), named(byName, item, value.target)];
      if (inside.has(value.relation)) relate(source, target);
      if (around.has(value.relation)) relate(target, source);
    }
    const own = countables.filter((countable) => countable.item === item);
    for (const part of item.parts ?? []) if (part.kind === 'credential') relate(countables.filter((countable) => countable.item.id === part.id), own);
  }
  return { wholesOf: (countable) => [...reach(countable, up)].filter((whole) => whole !== countable && !reach(whole, up).has(countable)) };
}

/** What an id means: within its own document any id, in all documents one that counts everywhere. */
function namesOf(countables: readonly Countable[]): ReadonlyMap<string, readonly Countable[]> {
  const names = new Map<string, Countable[]>();
  const name = (id: string, item: ExaminedCredential, countable: Countable): void => {
    const key = keyOf(id, item);
    const known = names.get(key);
    if (known === undefined) names.set(key, [countable]);
    else if (!known.includes(countable)) known.push(countable);
  };
  for (const countable of countables) {
    const { item, achievement } = countable;
    if (achievement.id !== undefined) name(achievement.id.raw, item, countable);
    if (item.credential.id !== undefined) name(item.credential.id.raw, item, countable);
  }
  return names;
}

function keyOf(id: string, item: ExaminedCredential): string {
  return isGlobalId(id) ? id : `${item.id} ${id}`;
}

function named(names: ReadonlyMap<string, readonly Countable[]>, item: ExaminedCredential, id: string): readonly Countable[] {
  return names.get(keyOf(id, item)) ?? [];
}

function reach(from: Countable, up: ReadonlyMap<Countable, ReadonlySet<Countable>>): ReadonlySet<Countable> {
  const seen = new Set<Countable>();
  const waiting: Countable[] = [from];
  for (let one = waiting.pop(); one !== undefined; one = waiting.pop()) {
    for (const whole of up.get(one) ?? []) {
      if (seen.has(whole)) continue;
      seen.add(whole);
      waiting.push(whole);
    }
  }
  return seen;
}
