import { useState } from 'react';
import { useLocation, useParams } from 'wouter';
import type { ItemId } from '../../../core/model/ids.ts';
import { useWalletState } from '../../app/wallet-context.ts';
import { parseIds } from '../share/use-share.ts';

/** Ticks or unticks one: the order is the order of choosing. */
export function toggle(chosen: readonly ItemId[], id: ItemId): readonly ItemId[] {
  return chosen.includes(id) ? chosen.filter((other) => other !== id) : [...chosen, id];
}

export function useShareWhat() {
  const { list } = useWalletState();
  const { ids = '' } = useParams<{ ids: string }>();
  const [, navigate] = useLocation();
  const [chosen, setChosen] = useState<readonly ItemId[]>(() => parseIds(ids));
  const [problem, setProblem] = useState(false);
  const kept = chosen.filter((id) => list.some(({ summary }) => summary.id === id));
  return {
    list,
    ids,
    chosen: kept,
    problem,
    toggle: (id: ItemId) => {
      setProblem(false);
      setChosen(toggle(kept, id));
    },
    proceed: () => {
      if (kept.length === 0) setProblem(true);
      else navigate(`/share/${kept.join(',')}`, { replace: true });
    },
  };
}
