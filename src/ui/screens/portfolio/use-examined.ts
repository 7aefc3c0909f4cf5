import { useEffect, useState } from 'react';
import { maxCredentialsPerFile, maxFileBytes } from '../../../core/model/limits.ts';
import type { ErrorCode } from '../../../core/model/error-code.ts';
import type { WalletError } from '../../../core/model/wallet-error.ts';
import type { KeptAnew } from '../../../wallet/document-doors.ts';
import type { ListedItem, Wallet } from '../../../wallet/wallet.ts';
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
  /** What examines could not be loaded. */
  readonly error?: WalletError;
  readonly again: () => void;
}

type Looking = Omit<Examined, 'again'>;

const none: Looking = { done: 0, looked: [], lost: [], whole: false };

/** What examines is not there, whichever credential it is asked of; one that takes too long is lost alone. */
const isNotThere: ReadonlySet<ErrorCode> = new Set(['device/not-loaded', 'device/worker-failed']);

/** Examines one after the other and shows how far that has come, until `show` says that nobody looks any more. */
export async function examineAll(wallet: Pick<Wallet, 'documents'>, wanted: readonly ListedItem[], show: (now: Looking) => boolean): Promise<void> {
  const doors = await wallet.documents();
  let [now, bytes] = [none, 0];
  if (wanted.length > maxCredentialsPerFile) now = { ...now, beyond: 'count' };
  for (const listed of now.beyond === undefined ? wanted : []) {
    const opened = await doors.examineAnew([listed.summary.id]);
    // Nothing is wrong with the credential: what examines it is not there, nor for the next one.
    if (!opened.ok && isNotThere.has(opened.error.code)) return void show({ ...none, error: opened.error });
    const anew = opened.ok ? opened.value[0] : undefined;
    bytes += anew?.kept.raw.length ?? 0;
    if (anew !== undefined) now = { ...now, done: now.done + 1, looked: [...now.looked, { listed, anew }] };
    else now = { ...now, done: now.done + 1, lost: [...now.lost, { listed, error: opened.ok ? { code: 'store/corrupt', facts: {} } : opened.error }] };
    if (bytes > maxFileBytes) {
      now = { ...now, beyond: 'bytes' };
      break;
    }
    if (!show(now)) return;
  }
  show({ ...now, whole: true });
}

/** Examines what the collection holds now, once; ends when the page is left. */
export function useExamined(items: readonly ListedItem[]): Examined {
  const wallet = useWallet();
  const [examined, setExamined] = useState<Looking>(none);
  const [tries, setTries] = useState(1);
  const [wanted] = useState(items);
  useEffect(() => {
    let isHere = true;
    void examineAll(wallet, wanted, (now) => {
      if (isHere) setExamined(now);
      return isHere;
    });
    return () => {
      isHere = false;
    };
  }, [wallet, wanted, tries]);
  const again = (): void => {
    setExamined(none);
    setTries(tries + 1);
  };
  return { ...examined, again };
}
