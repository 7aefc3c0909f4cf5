import type { Collection } from '../core/model/own-records.ts';
import { isPlain } from '../core/model/verdict.ts';
import type { ListedItem } from './wallet.ts';

/** The credentials of a collection in its order, each once, as the list shows them: the newest copy of each. */
export function collectedItems(collection: Pick<Collection, 'items'>, list: readonly ListedItem[]): readonly ListedItem[] {
  const byId = new Map(list.flatMap((listed) => [listed.summary, ...listed.older].map(({ id }) => [id, listed] as const)));
  return [...new Set(collection.items.flatMap((id) => byId.get(id) ?? []))];
}

/** What is to be named before a collection leaves: everything that is not plainly good, such as expired, cancelled or not checked. */
export function doubtful(items: readonly ListedItem[]): readonly ListedItem[] {
  return items.filter(({ headline }) => !isPlain(headline));
}
