import { useEffect, useState } from 'react';
import type { OwnListEntry } from '../../../core/model/trust.ts';
import type { WalletError } from '../../../core/model/wallet-error.ts';
import type { Wallet } from '../../../wallet/wallet.ts';
import { createFlow, useFlow } from '../../app/flow.ts';
import { useWallet, useWalletState } from '../../app/wallet-context.ts';

export interface IssuersFlow {
  /** Taken off the list: it counts no more from this moment on. Undo puts it back. */
  readonly leaving?: OwnListEntry;
  readonly undone?: OwnListEntry;
  readonly error?: WalletError;
}

const undoMs = 10_000;

/** Takes an issuer off the own list; for ten seconds, or until the person leaves, it can be undone. */
export function createIssuersFlow(wallet: Wallet, waitMs = undoMs) {
  const flow = createFlow<IssuersFlow>({});
  let timer: ReturnType<typeof setTimeout> | undefined;
  /** True once the last removal is done. */
  let removing: Promise<boolean> = Promise.resolve(false);

  async function removeNow({ id }: OwnListEntry): Promise<boolean> {
    const forgotten = await wallet.forgetIssuer(id);
    if (!forgotten.ok) {
      clearTimeout(timer);
      flow.set({ error: forgotten.error });
    }
    return forgotten.ok;
  }

  return {
    flow,
    /** The page is left: nothing is offered any more. */
    end: (): void => clearTimeout(timer),
    remove: async (entry: OwnListEntry): Promise<void> => {
      clearTimeout(timer);
      await removing;
      flow.set({ leaving: entry });
      timer = setTimeout(() => flow.set({}), waitMs);
      removing = removeNow(entry);
      await removing;
    },
    undo: async (): Promise<void> => {
      clearTimeout(timer);
      const { leaving } = flow.get();
      if (leaving === undefined || !(await removing)) return;
      const again = await wallet.knowAgain(leaving);
      flow.set(again.ok ? { undone: leaving } : { error: again.error });
    },
  };
}

export function useKnownIssuers() {
  const wallet = useWallet();
  const { vault } = useWalletState();
  const [made] = useState(() => createIssuersFlow(wallet));
  useEffect(() => () => made.end(), [made]);
  const flow = useFlow(made.flow);
  return { ...made, flow, issuers: vault.issuers.filter(({ id }) => id !== flow.leaving?.id) };
}
