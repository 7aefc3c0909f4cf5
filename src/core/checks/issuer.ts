import type { ProofOutcome } from '../model/proof.ts';
import { findKnownIssuer } from '../model/trust.ts';
import type { OwnListEntry } from '../model/trust.ts';
import { resultOf } from './check.ts';
import type { Check, CredentialSubject } from './check.ts';
import { judgeSignatures } from './proof.ts';

/**
 * Who signed, as far as a list says. Only the key is compared, never a name (DECISIONS, Trust). Without a signature that
 * fits nobody is known to have signed anything.
 */
export const issuerCheck: Check<CredentialSubject> = {
  id: 'issuer',
  run: (subject) => {
    const { securing, now } = subject;
    if (securing.form === 'unsigned') return resultOf('issuer', now, 'not-applicable', 'no-proof');
    const match = matchOwnList(subject);
    return match === undefined
      ? resultOf('issuer', now, 'unknown', 'on-no-list')
      : resultOf('issuer', now, 'passed', 'on-own-list', { since: match.entry.since });
  },
};

/** The entry of the learner's own list whose key made a proof, where all proofs hold. */
export function matchOwnList({
  securing,
  ownList,
  issuerId,
}: Pick<CredentialSubject, 'securing' | 'ownList' | 'issuerId'>): { readonly entry: OwnListEntry; readonly outcome: ProofOutcome } | undefined {
  if (judgeSignatures(securing).state !== 'passed') return undefined;
  for (const outcome of securing.outcomes) {
    const entry = outcome.signer === undefined ? undefined : findKnownIssuer(ownList, outcome.signer.keyThumbprint, issuerId);
    if (entry !== undefined) return { entry, outcome };
  }
  return undefined;
}
