import { useState } from 'react';
import type { WalletError } from '../../../core/model/wallet-error.ts';
import type { RecoverySheet } from '../../../wallet/ports.ts';
import type { Wallet } from '../../../wallet/wallet.ts';
import { createFlow, useFlow } from '../../app/flow.ts';
import { useWallet } from '../../app/wallet-context.ts';
import { held } from '../backup/use-backup.ts';

export type SheetFlow =
  | { readonly kind: 'opening' }
  /** The sheet shows a secret: the person proves again that it is them. */
  | { readonly kind: 'confirm' }
  | { readonly kind: 'sheet'; readonly sheet: RecoverySheet; readonly file: 'no' | 'asking' | 'saved'; readonly error?: WalletError }
  | { readonly kind: 'failed'; readonly error: WalletError };

export function createSheetFlow(wallet: Wallet) {
  const open = async (): Promise<void> => {
    const opened = await wallet.recoverySheet();
    if (opened.ok) {
      flow.set({ kind: 'sheet', sheet: opened.value, file: 'no' });
      await wallet.markSheetSeen();
    } else if (opened.error.code === 'vault/fresh-unlock-needed') flow.set({ kind: 'confirm' });
    else flow.set({ kind: 'failed', error: opened.error });
  };
  const flow = createFlow<SheetFlow>({ kind: 'opening' }, () => void open());
  const update = (part: Partial<Extract<SheetFlow, { kind: 'sheet' }>>): void => {
    const now = flow.get();
    if (now.kind === 'sheet') flow.set({ kind: 'sheet', sheet: now.sheet, file: now.file, ...part });
  };
  return {
    flow,
    open: (): Promise<void> => {
      flow.set({ kind: 'opening' });
      return open();
    },
    askFile: (asking: boolean) => update({ file: asking ? 'asking' : 'no' }),
    /** Only after the warning. `text` is the sheet in words. */
    saveFile: (text: string): Promise<void> =>
      held(wallet, async () => {
        const now = flow.get();
        if (now.kind !== 'sheet') return;
        const name = `mecum-recovery-sheet-${now.sheet.shortId}.txt`;
        const saved = await wallet.transports.saveFile({ bytes: new TextEncoder().encode(text), name, mediaType: 'text/plain' });
        update(saved.ok ? { file: 'saved' } : { file: 'no', error: saved.error });
      }),
  };
}

export function useRecoverySheet() {
  const wallet = useWallet();
  const [made] = useState(() => createSheetFlow(wallet));
  return {
    ...made,
    flow: useFlow(made.flow),
    draw: wallet.transports.drawText,
    /** The print preview may stand open for minutes: auto-lock waits for it. */
    print: (): void => {
      const release = wallet.holdOpen();
      window.print();
      release();
    },
  };
}
