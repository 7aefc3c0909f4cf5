import { useState } from 'react';
import { useWallet } from '../../app/wallet-context.ts';
import type { MessageId } from '../../languages/en.ts';

/** Copies in the very moment of the tap, as WebKit wants it; what came of it, until something else is to be copied. */
export function useCopy(words: string, onCopied?: () => void): { readonly copy: () => void; readonly told: MessageId | undefined } {
  const { transports } = useWallet();
  const [done, setDone] = useState<{ readonly of: string; readonly ok: boolean }>();
  const copy = (): void => {
    void transports.copyText(words).then(({ ok }) => {
      setDone({ of: words, ok });
      if (ok) onCopied?.();
    });
  };
  return { copy, told: done?.of !== words ? undefined : done.ok ? 'take.copied' : 'take.notCopied' };
}
