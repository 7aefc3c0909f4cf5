import type { Attempt } from '../core/model/attempt.ts';
import type { Examination, ShareExpectation } from '../core/model/examination.ts';
import type { Received } from '../core/model/received.ts';
import type { Ports } from './ports.ts';
import { contextOf } from './receive.ts';

/** What the person checking expects; `used` is ours to know. */
export type Expected = 'none' | { readonly challenge: string; readonly domain: string };

/**
 * Examines what somebody else handed over. Needs no vault, keeps nothing, uses no own list. A challenge that an
 * earlier share has answered already is refused (replay).
 */
export async function checkCredential(ports: Ports, received: Received, expected: Expected): Promise<Attempt<Examination>> {
  const expectation: ShareExpectation =
    expected === 'none' ? 'none' : { ...expected, used: await ports.usedChallenges.isUsed(expected.challenge) };
  const result = await ports.examiner.examine({ received, context: contextOf(ports, [], 'received', expectation) });
  const matched = result.ok && result.value.kind === 'share' && result.value.axes.binding === 'challenge-matched';
  if (matched && expected !== 'none') await ports.usedChallenges.markUsed(expected.challenge);
  return result;
}
