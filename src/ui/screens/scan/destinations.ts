import type { Attempt } from '../../../core/model/attempt.ts';
import type { Examination } from '../../../core/model/examination.ts';
import type { Wallet } from '../../../wallet/wallet.ts';
import { rememberCheck } from '../../app/flow-memory.ts';
import { expectationFrom, readExpectation } from '../check/expectation.ts';
import { lookAgain } from '../check/look-again.ts';
import type { Destination } from './scan-flow.ts';

/** Unreadable things that stay on the scan screen: what they are is said there, and the scan goes on. */
function asideOf(examination: Examination): Awaited<ReturnType<Destination>> {
  if (examination.kind !== 'unreadable' || examination.foreign === undefined) return undefined;
  const { kind, text } = examination.foreign;
  return { kind: 'named', what: kind, text };
}

function problemOf(answer: Attempt<unknown>): Awaited<ReturnType<Destination>> {
  return answer.ok ? undefined : { kind: 'problem', error: answer.error };
}

/** To the review, where the person decides what to save. */
export function toReview(wallet: Wallet, navigate: (path: string) => void): Destination {
  return async (received) => {
    const review = await wallet.receive(received);
    if (!review.ok) return problemOf(review);
    const aside = asideOf(review.value.examination);
    if (aside !== undefined) return aside;
    wallet.setPending(review.value);
    navigate('/review');
    return undefined;
  };
}

/** To the result of a check, against what the person checking gave the sender beforehand. */
export function toCheckResult(wallet: Wallet, navigate: (path: string) => void): Destination {
  return async (received) => {
    const expected = expectationFrom(readExpectation());
    const checked = await wallet.check(received, expected);
    if (!checked.ok) return problemOf(checked);
    const aside = asideOf(checked.value);
    if (aside !== undefined) return aside;
    rememberCheck(checked.value, () => lookAgain(wallet, [{ seen: checked.value, received }], expected));
    navigate('/check/result');
    return undefined;
  };
}
