import { useEffect, useState } from 'react';
import type { OwnListEntry } from '../../../core/model/trust.ts';
import type { WalletError } from '../../../core/model/wallet-error.ts';
import type { Wallet } from '../../../wallet/wallet.ts';
import { createFlow, useFlow } from '../../app/flow.ts';
import { useWallet, useWalletState } from '../../app/wallet-context.ts';

export interface IssuersFlow {
  /** Hidden already, forgotten when the time for Undo is over. */
  readonly leaving?: OwnListEntry;
  readonly undone?: OwnListEntry;
  readonly error?: WalletError;
}

const undoMs = 10_000;

/** Takes an issuer off the own list; for ten seconds, or until the person leaves, it can be undone. */
export function createIssuersFlow(wallet: Wallet, waitMs = undoMs) {
  const flow = createFlow<IssuersFlow>({});
  let timer: ReturnType<typeof setTimeout> | undefined;
  const settle = async (): Promise<void> => {
    clearTimeout(timer);
    const { leaving } = flow.get();
    if (leaving === undefined) return;
    flow.set({});
    const forgotten = await wallet.forgetIssuer(leaving.id);
    if (!forgotten.ok) flow.set({ error: forgotten.error });
  };
  return {
    flow,
    settle,
    remove: async (entry: OwnListEntry): Promise<void> => {
      await settle();
      flow.set({ leaving: entry });
      timer = setTimeout(() => void settle(), waitMs);
    },
    undo: (): void => {
      clearTimeout(timer);
      const { leaving } = flow.get();
      flow.set(leaving === undefined ? {} : { undone: leaving });
    },
  };
}

export function useKnownIssuers() {
  const wallet = useWallet();
  const { vault } = useWalletState();
  const [made] = useState(() => createIssuersFlow(wallet));
  useEffect(() => () => void made.settle(), [made]);
  const flow = useFlow(made.flow);
  return { ...made, flow, issuers: vault.issuers.filter(({ id }) => id !== flow.leaving?.id) };
}
