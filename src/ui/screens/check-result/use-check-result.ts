import { useEffect, useState } from 'react';
import { useLocation } from 'wouter';
import { credentialsIn } from '../../../core/model/examination.ts';
import type { Examination } from '../../../core/model/examination.ts';
import type { Instant } from '../../../core/model/instant.ts';
import { checkOnceMore, forgetCheck, recallCheck, rememberCheck } from '../../app/flow-memory.ts';
import type { Received } from '../../../core/model/received.ts';
import { useWallet } from '../../app/wallet-context.ts';
import { expectationFrom, readExpectation } from '../check/expectation.ts';
import { lookAgain } from '../check/look-again.ts';

/** When it was examined: the moment that its checks are true for. */
function checkedAt(examination: Examination): Instant | undefined {
  const own = examination.kind === 'share' ? examination.checks : [];
  const all = [...own, ...credentialsIn(examination).flatMap(({ checks }) => checks)].map(({ at }) => at);
  return all.reduce<Instant | undefined>((latest, at) => (latest === undefined || at > latest ? at : latest), undefined);
}

/** Paper shows every part, however printing was begun: closed ones are opened first. */
function openForPrint(): void {
  for (const part of document.querySelectorAll<HTMLDetailsElement>('details[data-part]')) part.open = true;
}

export function useCheckResult() {
  const wallet = useWallet();
  const [, navigate] = useLocation();
  const [examination, show] = useState(recallCheck);
  const [openedAt] = useState(wallet.now);
  useEffect(() => {
    addEventListener('beforeprint', openForPrint);
    return () => removeEventListener('beforeprint', openForPrint);
  }, []);
  return {
    examination,
    at: (examination === undefined ? undefined : checkedAt(examination)) ?? openedAt,
    again: async (signal?: AbortSignal): Promise<void> => show(await checkOnceMore(signal)),
    /** What was fetched from the link that was checked: its result takes the place of the link's. */
    takeInstead: async (received: Received): Promise<void> => {
      const expected = expectationFrom(readExpectation());
      const checked = await wallet.check(received, expected);
      const seen: Examination = checked.ok ? checked.value : { kind: 'unreadable', error: checked.error, looksLike: 'binary', class: 'refused' };
      rememberCheck(seen, (signal) => lookAgain(wallet, [{ seen, received }], expected, signal));
      show(seen);
    },
    discard: (): void => {
      forgetCheck();
      navigate('/check', { replace: true });
    },
    print: (): void => window.print(),
  };
}
