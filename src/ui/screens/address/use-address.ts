import { useState } from 'react';
import type { WalletError } from '../../../core/model/wallet-error.ts';
import type { HolderKey } from '../../../wallet/ports.ts';
import type { Wallet } from '../../../wallet/wallet.ts';
import { createFlow, useFlow } from '../../app/flow.ts';
import { useWallet } from '../../app/wallet-context.ts';

export type AddressFlow =
  | { readonly kind: 'making' }
  | { readonly kind: 'shown'; readonly key: HolderKey; readonly copied?: 'yes' | 'no' }
  | { readonly kind: 'failed'; readonly error: WalletError };

/** The wallet's DID, made when it is first asked for. */
export function createAddressFlow(wallet: Wallet) {
  const make = async (): Promise<void> => {
    const made = await wallet.address();
    flow.set(made.ok ? { kind: 'shown', key: made.value } : { kind: 'failed', error: made.error });
  };
  const flow = createFlow<AddressFlow>({ kind: 'making' }, () => void make());
  return {
    flow,
    again: (): Promise<void> => {
      flow.set({ kind: 'making' });
      return make();
    },
    copy: async (key: HolderKey): Promise<void> => {
      const copied = await wallet.transports.copyText(key.did);
      flow.set({ kind: 'shown', key, copied: copied.ok ? 'yes' : 'no' });
    },
  };
}

export function useAddress() {
  const wallet = useWallet();
  const [made] = useState(() => createAddressFlow(wallet));
  return { ...made, flow: useFlow(made.flow), draw: wallet.transports.drawText };
}
