import { useEffect, useState } from 'react';
import type { OwnRecord, RemovedOwn } from '../../../core/model/own-records.ts';
import type { WalletError } from '../../../core/model/wallet-error.ts';
import type { Wallet } from '../../../wallet/wallet.ts';
import { createFlow, useFlow } from '../../app/flow.ts';
import { useWallet } from '../../app/wallet-context.ts';

export interface RemovalFlow {
  /** Deleted already; keeping it again undoes that. */
  readonly removed?: RemovedOwn;
  readonly undone?: OwnRecord;
  readonly error?: WalletError;
}

const undoMs = 10_000;

/** What a record is called. */
export function nameOf(record: OwnRecord): string {
  if (record.kind === 'collection') return record.name;
  return record.kind === 'note' ? record.text : record.title;
}

/** Deletes what the owner wrote; for ten seconds, or until the person leaves, it can be undone. */
export function createRemovalFlow(wallet: Wallet, waitMs = undoMs) {
  const flow = createFlow<RemovalFlow>({});
  let timer: ReturnType<typeof setTimeout> | undefined;
  return {
    flow,
    /** The page is left: nothing is offered any more. */
    end: (): void => clearTimeout(timer),
    remove: async (id: string): Promise<void> => {
      clearTimeout(timer);
      const removed = await (await wallet.own()).remove(id);
      flow.set(removed.ok ? { removed: removed.value } : { error: removed.error });
      if (removed.ok) timer = setTimeout(() => flow.set({}), waitMs);
    },
    undo: async (): Promise<void> => {
      clearTimeout(timer);
      const { removed } = flow.get();
      if (removed === undefined) return;
      const back = await (await wallet.own()).bringBack(removed);
      flow.set(back.ok ? { undone: removed.record } : { error: back.error });
    },
  };
}

export function useRemoval() {
  const wallet = useWallet();
  const [made] = useState(() => createRemovalFlow(wallet));
  useEffect(() => made.end, [made]);
  return { ...made, flow: useFlow(made.flow) };
}
