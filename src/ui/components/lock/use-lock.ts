import { useState } from 'react';
import type { Attempt } from '../../../core/model/attempt.ts';
import type { WalletError } from '../../../core/model/wallet-error.ts';
import type { SlotType } from '../../../wallet/ports.ts';
import { useWallet, useWalletState } from '../../app/wallet-context.ts';
import { useSecondsLeft } from '../use-seconds-left.ts';

export type LockWay = 'passkey' | 'words' | 'code';

export type LockFlow =
  | { readonly kind: 'asking' }
  | { readonly kind: 'opening' }
  /** A field is empty; nothing was tried. */
  | { readonly kind: 'empty' }
  | { readonly kind: 'refused'; readonly error: WalletError };

const wayOf: Readonly<Record<SlotType, LockWay>> = { prf: 'passkey', passphrase: 'words', recovery: 'code' };

/** Ways to open that this vault has, easiest first. */
function waysOf(types: readonly SlotType[]): readonly LockWay[] {
  const order: readonly LockWay[] = ['passkey', 'words', 'code'];
  return order.filter((way) => types.some((type) => wayOf[type] === way));
}

/** Opening the vault: which way, what came of it, and how long to wait. Never wipes anything. */
export function useLock() {
  const wallet = useWallet();
  const { status } = useWalletState().vault;
  const slots = status.kind === 'locked' ? status.slots : [];
  const ways = waysOf(slots.map((slot) => slot.type));
  const [chosen, setChosen] = useState<LockWay>();
  const [flow, setFlow] = useState<LockFlow>({ kind: 'asking' });
  const way = chosen ?? ways[0] ?? 'words';
  const attempt = async (open: () => Promise<Attempt<void>>): Promise<void> => {
    setFlow({ kind: 'opening' });
    const release = wallet.holdOpen();
    const opened = await open();
    release();
    setFlow(opened.ok ? { kind: 'asking' } : { kind: 'refused', error: opened.error });
  };
  return {
    way,
    others: ways.filter((other) => other !== way),
    flow,
    secondsLeft: useSecondsLeft(status.kind === 'locked' ? status.waitUntil : undefined),
    choose: (next: LockWay): void => {
      setChosen(next);
      setFlow({ kind: 'asking' });
    },
    openByPasskey: (): void => void attempt(wallet.unlockByPasskey),
    openBySecret: (secret: string): void => {
      if (secret.trim() === '') return setFlow({ kind: 'empty' });
      void attempt(() => wallet.unlock(way === 'code' ? { type: 'recovery', code: secret } : { type: 'passphrase', passphrase: secret }));
    },
  };
}
