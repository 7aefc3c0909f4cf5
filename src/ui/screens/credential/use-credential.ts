import { useEffect, useRef, useState } from 'react';
import type { ItemId } from '../../../core/model/ids.ts';
import { toItemId } from '../../../core/model/ids.ts';
import type { WalletError } from '../../../core/model/wallet-error.ts';
import type { OpenItem, Wallet } from '../../../wallet/wallet.ts';
import { createFlow, useFlow } from '../../app/flow.ts';
import { useWallet, useWalletState } from '../../app/wallet-context.ts';

type CredentialFlow =
  | { readonly kind: 'opening' }
  | { readonly kind: 'open'; readonly item: OpenItem }
  | { readonly kind: 'failed'; readonly error: WalletError };

/** Opens one credential, and opens it again when asked, for a verdict may change with the own list. */
function createCredentialFlow(wallet: Wallet, id: ItemId) {
  const open = async (): Promise<void> => {
    const opened = await wallet.open(id);
    flow.set(opened.ok ? { kind: 'open', item: opened.value } : { kind: 'failed', error: opened.error });
  };
  const flow = createFlow<CredentialFlow>({ kind: 'opening' }, () => void open());
  return { flow, open };
}

export function useCredential(id: string) {
  const wallet = useWallet();
  const { issuers } = useWalletState().vault;
  const [opening] = useState(() => createCredentialFlow(wallet, toItemId(id)));
  const seen = useRef(issuers);
  useEffect(() => {
    if (seen.current === issuers) return;
    seen.current = issuers;
    void opening.open();
  }, [issuers, opening]);
  return { flow: useFlow(opening.flow), again: opening.open };
}
