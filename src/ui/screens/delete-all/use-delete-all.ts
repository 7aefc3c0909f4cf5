import { useState } from 'react';
import type { WalletError } from '../../../core/model/wallet-error.ts';
import type { Wallet } from '../../../wallet/wallet.ts';
import { createFlow, useFlow } from '../../app/flow.ts';
import { useWallet, useWalletState } from '../../app/wallet-context.ts';

export type DeleteFlow =
  | { readonly kind: 'asking'; readonly wrongWord?: true; readonly error?: WalletError }
  /** The word fits; the person still proves that it is them. */
  | { readonly kind: 'confirm' }
  | { readonly kind: 'deleting' }
  | { readonly kind: 'done' };

/** Deletes everything on this device, after the typed word and a fresh proof. */
export function createDeleteFlow(wallet: Wallet) {
  const flow = createFlow<DeleteFlow>({ kind: 'asking' });
  const destroy = async (): Promise<void> => {
    flow.set({ kind: 'deleting' });
    const deleted = await wallet.deleteAll();
    if (deleted.ok) flow.set({ kind: 'done' });
    else if (needsProof(deleted.error)) flow.set({ kind: 'confirm' });
    else flow.set({ kind: 'asking', error: deleted.error });
  };
  return {
    flow,
    destroy,
    remove: (typed: string, word: string): Promise<void> =>
      typed.trim().toLocaleUpperCase() === word.toLocaleUpperCase()
        ? destroy()
        : Promise.resolve(flow.set({ kind: 'asking', wrongWord: true })),
  };
}

function needsProof({ code }: WalletError): boolean {
  return code === 'vault/fresh-unlock-needed' || code === 'vault/locked';
}

export function useDeleteAll() {
  const wallet = useWallet();
  const { vault } = useWalletState();
  const [made] = useState(() => createDeleteFlow(wallet));
  return { ...made, flow: useFlow(made.flow), vault };
}
