import { useDeferredValue, useMemo } from 'react';
import type { ListedItem } from '../../../wallet/wallet.ts';
import { useFlow } from '../../app/flow.ts';
import { useWalletState } from '../../app/wallet-context.ts';
import { useFormats } from '../../languages/use-formats.ts';
import { arrangeList } from './arrange-list.ts';
import { filterNames, noWish, wishes } from './list-wish.ts';
import type { ListWish } from './list-wish.ts';

/** The list of credentials as wished, and the ways to change the wish. */
export function useList() {
  const { list, vault } = useWalletState();
  const { collections } = vault.own;
  const formats = useFormats();
  const wish = useFlow(wishes);
  const calm = useDeferredValue(wish);
  const groups = useMemo(() => {
    const yearOf = ({ summary: { issued, issuedOn } }: ListedItem): string | undefined =>
      issuedOn?.slice(0, 4) ?? (issued === undefined ? undefined : formats.year(issued));
    return arrangeList(list, calm, yearOf, collections);
  }, [list, calm, formats, collections]);
  const chosen = filterNames.filter((name) => wish[name] !== undefined).length;
  return {
    list,
    groups,
    wish,
    chosen,
    hasCollections: collections.length > 0,
    /** One may stand in several groups. */
    found: new Set(groups.flatMap((group) => group.items)).size,
    cards: groups.reduce((sum, group) => sum + group.items.length, 0),
    wished: wish.text.trim() !== '' || chosen > 0,
    damaged: vault.damaged,
    setWish: (change: Partial<ListWish>): void => wishes.set({ ...wish, ...change }),
    clear: (): void => wishes.set({ ...noWish, sort: wish.sort, group: wish.group }),
    replaceWish: (next: ListWish): void => wishes.set(next),
  };
}

export type ListView = ReturnType<typeof useList>;
