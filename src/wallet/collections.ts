import { refuse, succeed } from '../core/model/attempt.ts';
import type { Attempt } from '../core/model/attempt.ts';
import type { ItemId } from '../core/model/ids.ts';
import { maxCollectionItems, maxCollections } from '../core/model/limits.ts';
import type { Collection } from '../core/model/own-records.ts';
import type { OwnDoors } from './own-doors.ts';
import { tidyName, tidyText } from './own-words.ts';
import type { OwnDesk } from './own-desk.ts';

type CollectionDoors = Pick<OwnDoors, 'createCollection' | 'renameCollection' | 'fillCollection' | 'moveInCollection'>;

interface Heading {
  readonly name: string;
  readonly intro: string;
}

function tidyHeading(name: string, intro: string): Attempt<Heading> {
  const tidied = tidyName(name, 'name');
  if (!tidied.ok) return tidied;
  const text = tidyText(intro, 'intro');
  return text.ok ? succeed({ name: tidied.value, intro: text.value }) : text;
}

/** The collection with this credential one place up or down among those that are still kept; itself at the end. */
function moved(collection: Collection, item: ItemId, by: -1 | 1, kept: ReadonlySet<string>): Collection {
  const seen = collection.items.filter((id) => kept.has(id));
  const at = seen.indexOf(item);
  const other = at < 0 ? undefined : seen[at + by];
  if (other === undefined) return collection;
  const items = collection.items.map((id) => (id === item ? other : id === other ? item : id));
  return { ...collection, items };
}

/** Collections: each change is read from what is kept now and written as a whole. */
export function collectionDoors(desk: OwnDesk): CollectionDoors {
  const change = (id: string, apply: (collection: Collection) => Attempt<Collection>): Promise<Attempt<Collection>> =>
    desk.inTurn(async (own) => {
      const before = own.collections.find((one) => one.id === id);
      if (before === undefined) return refuse('vault/not-found', { id });
      const after = apply(before);
      if (!after.ok || after.value === before) return after;
      return desk.keep({ ...after.value, updatedAt: desk.now() });
    });
  return {
    createCollection: (name, intro) =>
      desk.inTurn(async (own) => {
        const heading = tidyHeading(name, intro);
        if (!heading.ok) return heading;
        if (own.collections.length >= maxCollections) return refuse('own/too-many', { field: 'collections', max: maxCollections });
        return desk.keep({ kind: 'collection', ...desk.begin(), ...heading.value, items: [], priorLearning: [] });
      }),
    renameCollection: (id, name, intro) =>
      change(id, (before) => {
        const heading = tidyHeading(name, intro);
        return heading.ok ? succeed({ ...before, ...heading.value }) : heading;
      }),
    fillCollection: (id, items, priorLearning) =>
      change(id, (before) => {
        const filled = { ...before, items: [...new Set(items)], priorLearning: [...new Set(priorLearning)] };
        const most = Math.max(filled.items.length, filled.priorLearning.length);
        return most > maxCollectionItems ? refuse('own/too-many', { field: 'items', max: maxCollectionItems }) : succeed(filled);
      }),
    moveInCollection: (id, item, by) => change(id, (before) => succeed(moved(before, item, by, desk.keptItems()))),
  };
}
