import { useState } from 'react';
import type { WalletError } from '../../../core/model/wallet-error.ts';
import type { Wallet } from '../../../wallet/wallet.ts';
import { useWallet } from '../../app/wallet-context.ts';

export type WordsProblem =
  | { readonly kind: 'empty' }
  | { readonly kind: 'differ' }
  | { readonly kind: 'refused'; readonly error: WalletError };

/** Whether these words may protect a file: typed twice alike, and strong enough. */
export async function judgeWords(wallet: Wallet, words: string, again: string): Promise<WordsProblem | undefined> {
  if (words.trim() === '') return { kind: 'empty' };
  if (words !== again) return { kind: 'differ' };
  const judged = await wallet.judgePassphrase(words);
  return judged.ok ? undefined : { kind: 'refused', error: judged.error };
}

/** The two entries of new words, with a suggestion of the app's own making. */
export function useWordsForFile() {
  const wallet = useWallet();
  const [words, setWords] = useState('');
  const [again, setAgain] = useState('');
  const [shown, setShown] = useState(false);
  const [problem, setProblem] = useState<WordsProblem>();
  return {
    words,
    again,
    shown,
    problem,
    setWords,
    setAgain,
    setShown,
    suggest: async (): Promise<void> => {
      const made = await wallet.suggestPassphrase('words');
      if (!made.ok) return setProblem({ kind: 'refused', error: made.error });
      setWords(made.value);
      setAgain(made.value);
      setShown(true);
      setProblem(undefined);
    },
    judge: async (): Promise<boolean> => {
      const found = await judgeWords(wallet, words, again);
      setProblem(found);
      return found === undefined;
    },
  };
}
