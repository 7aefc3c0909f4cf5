import { useState } from 'react';
import type { WalletError } from '../../../core/model/wallet-error.ts';
import type { Wallet } from '../../../wallet/wallet.ts';
import { createFlow, useFlow } from '../../app/flow.ts';
import { useWallet, useWalletState } from '../../app/wallet-context.ts';

export type SharedFlow =
  | { readonly kind: 'list' }
  | { readonly kind: 'asking' }
  | { readonly kind: 'forgetting' }
  | { readonly kind: 'forgotten' }
  | { readonly kind: 'failed'; readonly error: WalletError };

export function createSharedFlow(wallet: Wallet) {
  const flow = createFlow<SharedFlow>({ kind: 'list' });
  return {
    flow,
    ask: () => flow.set({ kind: 'asking' }),
    keep: () => flow.set({ kind: 'list' }),
    forget: async (): Promise<void> => {
      flow.set({ kind: 'forgetting' });
      const forgotten = await wallet.forgetShares();
      flow.set(forgotten.ok ? { kind: 'forgotten' } : { kind: 'failed', error: forgotten.error });
    },
  };
}

export function useShared() {
  const wallet = useWallet();
  const { vault } = useWalletState();
  const [made] = useState(() => createSharedFlow(wallet));
  const shares = [...vault.shares].sort((one, other) => other.at - one.at);
  return { ...made, flow: useFlow(made.flow), shares };
}
