import { useState } from 'react';
import { useLocation, useParams } from 'wouter';
import type { ItemId } from '../../../core/model/ids.ts';
import { findItems } from '../../components/list/arrange-list.ts';
import { noWish } from '../../components/list/list-wish.ts';
import { useGrowing } from '../../components/list/use-growing.ts';
import { useTyping } from '../../components/list/use-typing.ts';
import { useWalletState } from '../../app/wallet-context.ts';
import type { ListedItem } from '../../../wallet/wallet.ts';
import { idsOf } from '../together/use-examined-ids.ts';

/** The one that is chosen of a credential and its older copies, if any is. */
export function chosenOf({ summary, older }: ListedItem, chosen: readonly ItemId[]): ItemId | undefined {
  return [summary, ...older].map(({ id }) => id).find((id) => chosen.includes(id));
}

/** With this credential, at the end, or without it and its copies. */
export function toggled(chosen: readonly ItemId[], item: ListedItem): readonly ItemId[] {
  const copies = [item.summary, ...item.older].map(({ id }) => id);
  return chosenOf(item, chosen) === undefined ? [...chosen, item.summary.id] : chosen.filter((id) => !copies.includes(id));
}

/** What is ticked, what is searched for, and where it goes on. The address of this page holds what was ticked when it is left. */
export function useChoose() {
  const { list } = useWalletState();
  const { ids = '' } = useParams<{ ids?: string }>();
  const [, navigate] = useLocation();
  const [ticked, setTicked] = useState<readonly ItemId[]>(() => idsOf(ids));
  const [search, setSearch] = useState('');
  const [problem, setProblem] = useState(false);
  const [asking, setAsking] = useState(false);
  const [typing, field] = useTyping();
  const kept = list.flatMap((item) => chosenOf(item, ticked) ?? []);
  const chosen = ticked.filter((id) => kept.includes(id));
  const found = findItems(list, { ...noWish, text: search });
  const shown = found.slice(0, useGrowing(found.length, typing));
  return {
    list,
    shown,
    found: found.length,
    search,
    setSearch,
    field,
    chosen,
    hidden: chosen.length - found.filter((item) => chosenOf(item, chosen) !== undefined).length,
    problem,
    asking,
    toggle: (item: ListedItem): void => {
      setProblem(false);
      setTicked(toggled(chosen, item));
    },
    proceed: (): void => {
      setProblem(chosen.length === 0);
      setAsking(chosen.length > 0);
    },
    stay: (): void => setAsking(false),
    /** Back then finds the same boxes ticked. */
    go: (place: 'compare' | 'together' | 'statement' | 'share'): void => {
      navigate(`/choose/${chosen.join(',')}`, { replace: true });
      navigate(`/${place}/${chosen.join(',')}`);
    },
  };
}
