import { useState } from 'react';
import type { WalletError } from '../../../core/model/wallet-error.ts';
import type { BackupFile } from '../../../wallet/ports.ts';
import type { Wallet } from '../../../wallet/wallet.ts';
import { createFlow, useFlow } from '../../app/flow.ts';
import { useWallet, useWalletState } from '../../app/wallet-context.ts';

export type BackupProtection = 'recovery-code' | { readonly passphrase: string };

export type BackupFlow =
  | { readonly kind: 'idle' }
  | { readonly kind: 'making' }
  /** Saved, but not yet read back: not a backup until the person chooses the file. */
  | { readonly kind: 'saved'; readonly file: BackupFile; readonly error?: WalletError }
  | { readonly kind: 'testing'; readonly file: BackupFile }
  | { readonly kind: 'done'; readonly count: number }
  | { readonly kind: 'failed'; readonly error: WalletError };

const mediaType = 'application/octet-stream';

/** Makes a backup file; "done" only after the saved file was read back and compared. */
export function createBackupFlow(wallet: Wallet) {
  const flow = createFlow<BackupFlow>({ kind: 'idle' });

  const confirm = async (file: BackupFile, bytes: Uint8Array): Promise<void> => {
    flow.set({ kind: 'testing', file });
    const confirmed = await wallet.confirmBackup(bytes);
    flow.set(confirmed.ok ? { kind: 'done', count: confirmed.value.count } : { kind: 'saved', file, error: confirmed.error });
  };

  const save = async (file: BackupFile): Promise<void> => {
    const saved = await wallet.transports.saveFile({ bytes: file.bytes, name: file.fileName, mediaType });
    if (!saved.ok) return flow.set({ kind: 'failed', error: saved.error });
    if (saved.value.readBack) return confirm(file, file.bytes);
    flow.set({ kind: 'saved', file });
  };

  return {
    flow,
    make: (protection: BackupProtection): Promise<void> =>
      held(wallet, async () => {
        flow.set({ kind: 'making' });
        const made = await wallet.makeBackup(protection);
        if (!made.ok) return flow.set({ kind: 'failed', error: made.error });
        await save(made.value);
      }),
    saveAgain: (file: BackupFile): Promise<void> => held(wallet, () => save(file)),
    /** The person chose the file that was just saved. */
    test: (file: BackupFile, chosen: File): Promise<void> =>
      held(wallet, async () => {
        flow.set({ kind: 'testing', file });
        const read = await wallet.transports.readFile(chosen, 'file');
        if (read.ok) await confirm(file, read.value.bytes);
        else flow.set({ kind: 'saved', file, error: read.error });
      }),
    reset: () => flow.set({ kind: 'idle' }),
  };
}

/** Auto-lock waits while a picker that we opened is up. */
export async function held(wallet: Wallet, work: () => Promise<void>): Promise<void> {
  const release = wallet.holdOpen();
  try {
    await work();
  } finally {
    release();
  }
}

export type OriginalsFlow =
  | { readonly kind: 'idle' }
  | { readonly kind: 'saving' }
  | { readonly kind: 'saved'; readonly count: number }
  | { readonly kind: 'failed'; readonly error: WalletError };

/** One ZIP with every original, as it came. */
export function createOriginalsFlow(wallet: Wallet) {
  const flow = createFlow<OriginalsFlow>({ kind: 'idle' });
  const save = (): Promise<void> =>
    held(wallet, async () => {
      flow.set({ kind: 'saving' });
      const made = await wallet.exportOriginals();
      if (!made.ok) return flow.set({ kind: 'failed', error: made.error });
      const { bytes, fileName, count } = made.value;
      const saved = await wallet.transports.saveFile({ bytes, name: fileName, mediaType: 'application/zip' });
      flow.set(saved.ok ? { kind: 'saved', count } : { kind: 'failed', error: saved.error });
    });
  return { flow, save };
}

export function useBackup() {
  const wallet = useWallet();
  const { vault } = useWalletState();
  const [backup] = useState(() => createBackupFlow(wallet));
  const [originals] = useState(() => createOriginalsFlow(wallet));
  return {
    state: vault.backup,
    count: vault.items.length,
    backup,
    flow: useFlow(backup.flow),
    originals,
    originalsFlow: useFlow(originals.flow),
  };
}
