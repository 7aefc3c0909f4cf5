import { createContext, use, useSyncExternalStore } from 'react';
import type { Wallet, WalletState } from '../../wallet/wallet.ts';

const WalletContext = createContext<Wallet | undefined>(undefined);

/** Gives the wallet to every screen below it. */
export const WalletProvider = WalletContext.Provider;

/** The wallet: everything a person can do. */
export function useWallet(): Wallet {
  const wallet = use(WalletContext);
  if (wallet === undefined) throw new Error('useWallet outside WalletProvider');
  return wallet;
}

/** The snapshot of now; the screen is drawn again when it changes. */
export function useWalletState(): WalletState {
  const { state } = useWallet();
  return useSyncExternalStore(state.subscribe, state.get);
}
