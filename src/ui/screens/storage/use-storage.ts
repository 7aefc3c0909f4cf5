import { useState } from 'react';
import type { Wallet } from '../../../wallet/wallet.ts';
import { createFlow, useFlow } from '../../app/flow.ts';
import { useWallet, useWalletState } from '../../app/wallet-context.ts';

type StorageFlow = 'idle' | 'asking' | 'refused';

/** Asks the browser for its promise to keep what is stored. */
function createStorageFlow(wallet: Wallet) {
  const flow = createFlow<StorageFlow>('idle');
  const ask = async (): Promise<void> => {
    flow.set('asking');
    flow.set((await wallet.installation.askToKeep()) ? 'idle' : 'refused');
  };
  return { flow, ask };
}

/** Bytes as megabytes with one decimal. */
export function toMegabytes(bytes: number): number {
  return Math.round(bytes / 100_000) / 10;
}

export function useStorage() {
  const wallet = useWallet();
  const { installation, vault } = useWalletState();
  const [made] = useState(() => createStorageFlow(wallet));
  return { ask: made.ask, flow: useFlow(made.flow), installation, vault, actions: wallet.installation };
}
