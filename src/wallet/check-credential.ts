import type { Attempt } from '../core/model/attempt.ts';
import type { Examination, ShareExpectation } from '../core/model/examination.ts';
import type { Received } from '../core/model/received.ts';
import type { Ports } from './ports.ts';
import { contextOf } from './receive.ts';

/** What the person checking expects; `used` is ours to know. */
export type Expected = 'none' | { readonly challenge: string; readonly domain: string };

/** A share that answers the challenge, also where it came in a list or an envelope. */
function answersChallenge(examination: Examination): boolean {
  if (examination.kind === 'credential' || examination.kind === 'unreadable') return false;
  const isAnswer = examination.kind === 'share' && examination.axes.binding === 'challenge-matched';
  return isAnswer || examination.parts.some(answersChallenge);
}

/**
 * Examines what somebody else handed over. Needs no vault, keeps nothing, uses no own list. A challenge that an
 * earlier share has answered already is refused (replay); of two that are checked at the same moment one is.
 */
export async function checkCredential(ports: Ports, received: Received, expected: Expected): Promise<Attempt<Examination>> {
  const { examiner, usedChallenges } = ports;
  const examine = (expectation: ShareExpectation): Promise<Attempt<Examination>> =>
    examiner.examine({ received, context: contextOf(ports, [], 'received', expectation) });
  if (expected === 'none') return examine('none');
  const result = await examine({ ...expected, used: await usedChallenges.isUsed(expected.challenge) });
  if (!result.ok || !answersChallenge(result.value) || (await usedChallenges.claim(expected.challenge))) return result;
  return examine({ ...expected, used: true });
}
