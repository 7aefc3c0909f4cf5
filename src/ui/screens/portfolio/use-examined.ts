import { useEffect, useState } from 'react';
import { maxCredentialsPerFile, maxFileBytes } from '../../../core/model/limits.ts';
import type { WalletError } from '../../../core/model/wallet-error.ts';
import type { KeptAnew } from '../../../wallet/document-doors.ts';
import type { ListedItem } from '../../../wallet/wallet.ts';
import { useWallet } from '../../app/wallet-context.ts';

/** A credential of the collection, as the list shows it and as others will see it. */
export interface Looked {
  readonly listed: ListedItem;
  readonly anew: KeptAnew;
}

/** How far examining everything anew has come. */
export interface Examined {
  readonly done: number;
  readonly looked: readonly Looked[];
  /** What could not be opened or examined: named, never passed over in silence. */
  readonly lost: readonly { readonly listed: ListedItem; readonly error: WalletError }[];
  /** So many, or so large, that nothing more was opened. */
  readonly beyond?: 'bytes' | 'count';
  readonly whole: boolean;
}

const none: Examined = { done: 0, looked: [], lost: [], whole: false };

/** Examines what the collection holds now, one after the other, once; ends when the page is left. */
export function useExamined(items: readonly ListedItem[]): Examined {
  const wallet = useWallet();
  const [examined, setExamined] = useState<Examined>(none);
  const [wanted] = useState(items);
  useEffect(() => {
    let isHere = true;
    const examine = async (): Promise<void> => {
      const doors = await wallet.documents();
      let [now, bytes] = [none, 0];
      if (wanted.length > maxCredentialsPerFile) now = { ...now, beyond: 'count' };
      for (const listed of now.beyond === undefined ? wanted : []) {
        const opened = await doors.examineAnew([listed.summary.id]);
        if (!isHere) return;
        const anew = opened.ok ? opened.value[0] : undefined;
        bytes += anew?.kept.raw.length ?? 0;
        if (anew !== undefined) now = { ...now, done: now.done + 1, looked: [...now.looked, { listed, anew }] };
        else now = { ...now, done: now.done + 1, lost: [...now.lost, { listed, error: opened.ok ? { code: 'store/corrupt', facts: {} } : opened.error }] };
        if (bytes > maxFileBytes) {
          now = { ...now, beyond: 'bytes' };
          break;
        }
        setExamined(now);
      }
      setExamined({ ...now, whole: true });
    };
    void examine();
    return () => {
      isHere = false;
    };
  }, [wallet, wanted]);
  return examined;
}
