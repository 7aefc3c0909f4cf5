import type { ExaminedCredential } from '../model/examination.ts';
import { isGlobalId } from '../model/same-text.ts';
import { partsOf } from './countable.ts';
import type { Countable } from './countable.ts';
import type { Issuers } from './same-issuer.ts';

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

type OneFor = ReadonlyMap<Countable, Countable>;

/**
 * Reads what these credentials state of wholes and parts: ids in `isPartOf` and `hasPart`, associations of a learner record, and
 * credentials that stand inside another. `countables` are all that may count, copies as well: what is said of a copy, or by
 * one, is true for the one that counts for it (`oneFor`).
 */
export function readWholes(items: readonly ExaminedCredential[], countables: readonly Countable[], oneFor: OneFor, issuers: Issuers): Wholes {
  const names = readNames(items, countables, issuers);
  const up = new Map<Countable, Set<Countable>>();
  let left = maxRelations;
  const relate = (parts: readonly Countable[], wholes: readonly Countable[]): void => {
    for (const part of countedFor(parts, oneFor)) {
      for (const whole of countedFor(wholes, oneFor)) {
        if (part === whole || left <= 0) continue;
        left -= 1;
        up.set(part, (up.get(part) ?? new Set()).add(whole));
      }
    }
  };
  for (const countable of countables) {
    const { item, achievement } = countable;
    for (const { raw } of achievement.partOf ?? []) relate([countable], names(raw, item, item));
    for (const { raw } of achievement.hasPart ?? []) relate(names(raw, item, item), [countable]);
  }
  const byItem = new Map<ExaminedCredential, Countable[]>(items.map((item) => [item, []]));
  for (const countable of countables) byItem.get(countable.item)?.push(countable);
  for (const item of items) {
    for (const { value } of item.credential.associations ?? []) {
      const isOwn = (those: readonly Countable[]): ExaminedCredential | undefined => (those.some((countable) => countable.item === item) ? item : undefined);
      const source = names(value.source, item);
      const target = names(value.target, item, isOwn(source));
      if (inside.has(value.relation)) relate(source, target);
      if (around.has(value.relation)) relate(target, source);
    }
    relateEnclosed(item, byItem, oneFor, relate);
  }
  return { wholesOf: (countable) => [...reach(countable, up)].filter((whole) => whole !== countable && !reach(whole, up).has(countable)) };
}

/**
 * A credential inside a record is inside what the record itself states. A record that only lists the same achievements once
 * more is no whole around them.
 */
function relateEnclosed(item: ExaminedCredential, byItem: ReadonlyMap<ExaminedCredential, readonly Countable[]>, oneFor: OneFor, relate: (parts: readonly Countable[], wholes: readonly Countable[]) => void): void {
  const enclosed = new Set(partsOf(item).map(({ id }) => id));
  if (enclosed.size === 0) return;
  const parts = countedFor([...byItem].flatMap(([one, those]) => (enclosed.has(one.id) ? those : [])), oneFor);
  const own = countedFor(byItem.get(item) ?? [], oneFor);
  relate(parts.filter((part) => !own.includes(part)), own.filter((whole) => !parts.includes(whole)));
}

function countedFor(countables: readonly Countable[], oneFor: OneFor): readonly Countable[] {
  return [...new Set(countables.flatMap((countable) => oneFor.get(countable) ?? []))];
}

/**
 * What an id means, as `item` says it: something of its own, something of the record that it stands in, or by an id that
 * counts everywhere. The id of a whole credential means all its achievements; not to those themselves (`apart`), for whatever
 * stands in a credential is not therefore inside what stands beside it.
 */
function readNames(items: readonly ExaminedCredential[], countables: readonly Countable[], issuers: Issuers): (id: string, item: ExaminedCredential, apart?: ExaminedCredential) => readonly Countable[] {
  const documents = documentsOf(items);
  const [things, credentials] = [new Map<string, Set<Countable>>(), new Map<string, Set<Countable>>()];
  const note = (names: Map<string, Set<Countable>>, id: string | undefined, countable: Countable): void => {
    const { item } = countable;
    if (id === undefined) return;
    const keys = isGlobalId(id) ? [id] : [`${item.id} ${id}`, ...(documents.get(item) ?? []).map((document) => `${document} ${id}`)];
    for (const key of keys) names.set(key, (names.get(key) ?? new Set()).add(countable));
  };
  for (const countable of countables) {
    note(things, countable.achievement.id?.raw, countable);
    note(credentials, countable.item.credential.id?.raw, countable);
  }
  return (id, item, apart) => {
    const keys = isGlobalId(id) ? [id] : [`${item.id} ${id}`, ...(documents.get(item) ?? []).map((document) => `${document} ${id}`)];
    for (const key of keys) {
      const found = [...(things.get(key) ?? []), ...[...(credentials.get(key) ?? [])].filter((countable) => countable.item !== apart)];
      // Where others repeat the id, its own issuer's is meant.
      const own = found.filter((countable) => issuers.isSame(countable.item, item));
      if (found.length > 0) return own.length > 0 ? own : found;
    }
    return [];
  };
}

/** The records that each credential stands in. */
function documentsOf(items: readonly ExaminedCredential[]): ReadonlyMap<ExaminedCredential, readonly string[]> {
  const byId = new Map(items.map((item) => [item.id, item]));
  const documents = new Map<ExaminedCredential, string[]>();
  const note = (document: ExaminedCredential, parts: readonly ExaminedCredential[]): void => {
    for (const part of parts) {
      const kept = byId.get(part.id);
      if (kept !== undefined) documents.set(kept, [...(documents.get(kept) ?? []), document.id]);
      note(document, partsOf(part));
    }
  };
  for (const item of items) note(item, partsOf(item));
  return documents;
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
