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

/** What answered a challenge in this visit, and which. */
const answered = new WeakMap<Received, string>();

/**
 * Examines what somebody else handed over. Needs no vault, keeps nothing, uses no own list. A challenge that an
 * earlier share has answered already is refused (replay); of two that are checked at the same moment one is.
 */
export async function checkCredential(ports: Ports, received: Received, expected: Expected, signal?: AbortSignal): Promise<Attempt<Examination>> {
  const { usedChallenges } = ports;
  if (expected === 'none') return examineShared(ports, received, 'none', signal);
  const result = await examineShared(ports, received, { ...expected, used: await usedChallenges.isUsed(expected.challenge) }, signal);
  if (!result.ok || !answersChallenge(result.value)) return result;
  if (!(await usedChallenges.claim(expected.challenge))) return examineShared(ports, received, { ...expected, used: true }, signal);
  answered.set(received, expected.challenge);
  return result;
}

/**
 * Examines the same thing again in the same visit, with what was answered since. That it has answered this challenge
 * itself is no replay; anything else goes the way of a first look.
 */
export function checkAgain(ports: Ports, received: Received, expected: Expected, signal?: AbortSignal): Promise<Attempt<Examination>> {
  const isItself = expected !== 'none' && answered.get(received) === expected.challenge;
  return isItself ? examineShared(ports, received, { ...expected, used: false }, signal) : checkCredential(ports, received, expected, signal);
}

function examineShared(ports: Ports, received: Received, expectation: ShareExpectation, signal: AbortSignal | undefined): Promise<Attempt<Examination>> {
  return ports.examiner.examine({ received, context: contextOf(ports, [], 'received', expectation) }, signal);
}
