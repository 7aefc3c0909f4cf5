import { useState } from 'react';
import type { WalletError } from '../../../core/model/wallet-error.ts';
import type { Attempt } from '../../../core/model/attempt.ts';
import type { Secret } from '../../../wallet/ports.ts';
import type { Wallet } from '../../../wallet/wallet.ts';
import { createFlow, useFlow } from '../../app/flow.ts';
import { useWallet, useWalletState } from '../../app/wallet-context.ts';

export type ConfirmFlow =
  | { readonly kind: 'asking'; readonly error?: WalletError; readonly empty?: 'words' | 'code' }
  | { readonly kind: 'proving' };

/** Proves a secret again for a few minutes; while locked the same secret opens first. */
export function createConfirmFlow(wallet: Wallet, confirmed: () => void) {
  const flow = createFlow<ConfirmFlow>({ kind: 'asking' });
  const isOpen = (): boolean => wallet.state.get().vault.status.kind === 'open';
  const run = async (prove: () => Promise<Attempt<void>>): Promise<void> => {
    flow.set({ kind: 'proving' });
    const proved = await prove();
    flow.set(proved.ok ? { kind: 'asking' } : { kind: 'asking', error: proved.error });
    if (proved.ok) confirmed();
  };
  const withSecret = async (secret: Secret): Promise<Attempt<void>> => {
    if (isOpen()) return wallet.confirm(secret);
    const opened = await wallet.unlock(secret);
    return opened.ok ? wallet.confirm(secret) : opened;
  };
  const withPasskey = async (): Promise<Attempt<void>> => {
    if (isOpen()) return wallet.confirmByPasskey();
    const opened = await wallet.unlockByPasskey();
    return opened.ok ? wallet.confirmByPasskey() : opened;
  };
  return {
    flow,
    byPasskey: (): Promise<void> => run(withPasskey),
    byWords: (passphrase: string): Promise<void> =>
      passphrase.trim() === ''
        ? Promise.resolve(flow.set({ kind: 'asking', empty: 'words' }))
        : run(() => withSecret({ type: 'passphrase', passphrase })),
    byCode: (code: string): Promise<void> =>
      code.trim() === ''
        ? Promise.resolve(flow.set({ kind: 'asking', empty: 'code' }))
        : run(() => withSecret({ type: 'recovery', code })),
  };
}

export function useConfirm(confirmed: () => void) {
  const wallet = useWallet();
  const { status } = useWalletState().vault;
  const slots = status.kind === 'open' || status.kind === 'locked' ? status.slots : [];
  const [confirm] = useState(() => createConfirmFlow(wallet, confirmed));
  return {
    ...confirm,
    flow: useFlow(confirm.flow),
    hasPasskey: slots.some(({ type }) => type === 'prf'),
    hasWords: slots.some(({ type }) => type === 'passphrase'),
  };
}
