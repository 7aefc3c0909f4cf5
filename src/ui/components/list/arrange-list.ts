import type { LocalizedText } from '../../../core/model/credential.ts';
import type { Collection } from '../../../core/model/own-records.ts';
import type { ListedItem } from '../../../wallet/wallet.ts';
import { filterNames } from './list-wish.ts';
import type { FilterName, ListWish, SortOrder } from './list-wish.ts';

export interface ListGroup {
  /** A year, an issuer's name, the name of a collection, or nothing where it has none. */
  readonly name: string | undefined;
  /** The collection that it is: those names are the owner's own, and two may be equal. */
  readonly collection?: string;
  readonly items: readonly ListedItem[];
}

/** Types that every credential has say nothing to a person. */
const plainTypes: readonly string[] = ['VerifiableCredential'];

function any(text: LocalizedText): string {
  return text.map((part) => part.text).join(' ');
}

/** The name that stands for the issuer in the list: ours for a known one, else its own claim. */
function issuerName({ issuerMatch, summary }: ListedItem): string {
  return issuerMatch?.name ?? summary.claimedIssuer[0]?.text ?? '';
}

function valuesOf(item: ListedItem, name: FilterName): readonly string[] {
  const { summary } = item;
  switch (name) {
    case 'issuer':
      return [issuerName(item)].filter((issuer) => issuer !== '');
    case 'state':
      return [item.headline];
    case 'type':
      return summary.types.filter((type) => !plainTypes.includes(type));
    case 'level':
      return summary.level === undefined ? [] : [summary.level];
    case 'language':
      return summary.title.flatMap((part) => part.language?.split('-')[0] ?? []);
  }
}

/** What can be chosen for a filter; a filter with one choice filters nothing and is left out. */
export function choicesOf(list: readonly ListedItem[], name: FilterName): readonly string[] {
  return [...new Set(list.flatMap((item) => valuesOf(item, name)))].sort((a, b) => a.localeCompare(b));
}

const searchable = new WeakMap<ListedItem, string>();

function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

function searchText(item: ListedItem): string {
  const known = searchable.get(item);
  if (known !== undefined) return known;
  const text = fold(`${any(item.summary.title)} ${any(item.summary.claimedIssuer)} ${item.issuerMatch?.name ?? ''}`);
  searchable.set(item, text);
  return text;
}

/** The items that fit, by every word typed and every filter chosen. */
export function findItems(list: readonly ListedItem[], wish: ListWish): readonly ListedItem[] {
  const words = fold(wish.text).split(/\s+/).filter((word) => word !== '');
  return list.filter(
    (item) =>
      words.every((word) => searchText(item).includes(word)) &&
      filterNames.every((name) => {
        const chosen = wish[name];
        return chosen === undefined || valuesOf(item, name).includes(chosen);
      }),
  );
}

/** When a credential was issued, as far as it says; else when it was saved. */
function when({ summary }: ListedItem): number {
  return summary.issued ?? summary.savedAt;
}

function compare(sort: SortOrder): (a: ListedItem, b: ListedItem) => number {
  switch (sort) {
    case 'newest':
      return (a, b) => when(b) - when(a);
    case 'oldest':
      return (a, b) => when(a) - when(b);
    case 'title':
      return (a, b) => any(a.summary.title).localeCompare(any(b.summary.title));
    case 'issuer':
      return (a, b) => issuerName(a).localeCompare(issuerName(b)) || when(b) - when(a);
  }
}

/** In the collections that hold them, each in every one; then those that are in none. */
function inCollections(items: readonly ListedItem[], collections: readonly Collection[]): readonly ListGroup[] {
  const idsOf = ({ summary, older }: ListedItem): readonly string[] => [summary, ...older].map(({ id }) => id);
  const held = collections.map((collection) => ({ collection, ids: new Set<string>(collection.items) }));
  const groups: readonly ListGroup[] = held.map(({ collection, ids }) => ({
    name: collection.name, collection: collection.id, items: items.filter((item) => idsOf(item).some((id) => ids.has(id))),
  }));
  const rest = items.filter((item) => !held.some(({ ids }) => idsOf(item).some((id) => ids.has(id))));
  return [...groups, { name: undefined, items: rest }].filter((group) => group.items.length > 0);
}

/** The list as it is drawn: found, ordered, in groups that follow the order; collections as they were made. */
export function arrangeList(
  list: readonly ListedItem[],
  wish: ListWish,
  yearOf: (item: ListedItem) => string | undefined,
  collections: readonly Collection[] = [],
): readonly ListGroup[] {
  const found = [...findItems(list, wish)].sort(compare(wish.sort));
  if (wish.group === 'collection' && collections.length > 0) return inCollections(found, collections);
  const groups = new Map<string | undefined, ListedItem[]>();
  for (const item of found) {
    const name = wish.group === 'issuer' ? issuerName(item) || undefined : yearOf(item);
    const group = groups.get(name);
    if (group === undefined) groups.set(name, [item]);
    else group.push(item);
  }
  return [...groups].map(([name, items]) => ({ name, items }));
}
