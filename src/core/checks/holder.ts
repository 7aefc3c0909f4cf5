import { resultOf } from './check.ts';
import type { Check, ShareSubject } from './check.ts';
import { challengeCheck } from './challenge.ts';
import { shareProofCheck } from './proof.ts';

/**
 * Whether the share was signed with the key that its credentials name (VCDM 2.0 4.13; B82). Holding a key is never
 * "belongs to this person". One credential that names another key decides; one that names none leaves it open; proven
 * only where every credential names the key that signed.
 */
export const holderCheck: Check<ShareSubject> = {
  id: 'holder',
  run: (subject) => {
    const { namedKeys, now } = subject;
    if (shareProofCheck.run(subject).state !== 'passed' || namedKeys.length === 0) return resultOf('holder', now, 'unknown', 'not-proven');
    if (namedKeys.includes('other-key')) return resultOf('holder', now, 'failed', 'other-key');
    if (namedKeys.includes('not-shown')) return resultOf('holder', now, 'unknown', 'not-proven');
    if (namedKeys.includes('none')) return resultOf('holder', now, 'unknown', 'names-no-key');
    const isNow = challengeCheck.run(subject).state === 'passed';
    return resultOf('holder', now, 'passed', isNow ? 'proven-now' : 'proven-dated');
  },
};
