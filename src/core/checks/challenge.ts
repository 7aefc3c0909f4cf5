import { maxKeyBindingAgeMs, maxReceiverCharacters } from '../model/limits.ts';
import { resultOf } from './check.ts';
import type { Check, ShareSubject } from './check.ts';
import { judgeSignatures } from './proof.ts';

/**
 * Whether a share was made for this receiver, now (VC-DI "Verify Proof", challenge and domain; B79, B80). There is no
 * default: the receiver says both or the word `none`. Without an expectation the receiver's text in the proof is a
 * label, shown and never compared. With one, every proof must carry exactly this challenge and this domain, and the
 * challenge must not have been used before.
 */
export const challengeCheck: Check<ShareSubject> = {
  id: 'challenge',
  run: ({ securing, expectation, now }) => {
    const { outcomes } = securing;
    if (expectation === 'none') {
      const isLabelled = outcomes.some((outcome) => (outcome.domain ?? []).length > 0);
      return resultOf('challenge', now, 'not-applicable', isLabelled ? 'label-only' : 'no-binding');
    }
    // What a proof says it is bound to counts only where the proof holds.
    if (judgeSignatures(securing).state !== 'passed') return resultOf('challenge', now, 'unknown', 'no-binding');
    if (expectation.challenge === '' || outcomes.some((outcome) => outcome.challenge !== expectation.challenge)) {
      return resultOf('challenge', now, 'failed', 'challenge-wrong');
    }
    const expected = expectation.domain.normalize('NFC');
    const isForUs = outcomes.every(({ domain }) => domain?.length === 1 && isSameText(domain[0] ?? '', expected));
    if (expectation.domain === '' || !isForUs) return resultOf('challenge', now, 'failed', 'domain-wrong');
    // RFC 9901 7.3, step 3: the answer to a question of now was signed now.
    if (securing.form === 'kb-jwt' && outcomes.some(({ created }) => created === undefined || Math.abs(now - created) > maxKeyBindingAgeMs)) {
      return resultOf('challenge', now, 'failed', 'not-signed-now');
    }
    if (expectation.used) return resultOf('challenge', now, 'failed', 'challenge-used');
    return resultOf('challenge', now, 'passed', 'challenge-matched');
  },
};

/** Equal after NFC. A text far longer than any receiver is none: normalizing a stranger's text may take long. */
function isSameText(text: string, expected: string): boolean {
  return text.length <= maxReceiverCharacters * 8 && text.normalize('NFC') === expected;
}
