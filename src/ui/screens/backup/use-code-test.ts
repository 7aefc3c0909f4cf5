import { useState } from 'react';
import type { WalletError } from '../../../core/model/wallet-error.ts';
import type { Wallet } from '../../../wallet/wallet.ts';
import { createFlow, useFlow } from '../../app/flow.ts';
import { putAside } from '../../app/put-aside.ts';
import { useWallet } from '../../app/wallet-context.ts';
import { shortGroups, toCode } from '../settings/code-groups.ts';

export type CodeTestFlow =
  | { readonly kind: 'idle' }
  | { readonly kind: 'short'; readonly groups: readonly number[] }
  | { readonly kind: 'testing' }
  | { readonly kind: 'fits' }
  | { readonly kind: 'wrong'; readonly error: WalletError };

/** Tries a recovery code from the sheet; nothing is opened or changed by it. */
export function createCodeTestFlow(wallet: Wallet) {
  const flow = createFlow<CodeTestFlow>({ kind: 'idle' });
  const test = async (groups: readonly string[]): Promise<void> => {
    const short = shortGroups(groups);
    if (short.length > 0) return flow.set({ kind: 'short', groups: short });
    flow.set({ kind: 'testing' });
    const tested = await wallet.testRecoveryCode(toCode(groups));
    if (tested.ok) putAside('code', wallet.now());
    flow.set(tested.ok ? { kind: 'fits' } : { kind: 'wrong', error: tested.error });
  };
  return { flow, test };
}

export function useCodeTest() {
  const wallet = useWallet();
  const [made] = useState(() => createCodeTestFlow(wallet));
  return { flow: useFlow(made.flow), test: made.test };
}
