import type { ProofOutcome } from '../model/proof.ts';
import { findKnownIssuer } from '../model/trust.ts';
import type { IssuerMatch, OwnListEntry } from '../model/trust.ts';
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
    const own = matchOwnList(subject);
    if (own !== undefined) return resultOf('issuer', now, 'passed', 'on-own-list', { since: own.entry.since });
    const match = bestMatch(subject);
    if (match === undefined) return resultOf('issuer', now, 'unknown', 'on-no-list');
    const facts = { ...(match.list === undefined ? {} : { list: match.list }), ...(match.domain === undefined ? {} : { domain: match.domain }) };
    // Who the platform is says nothing of whom it names.
    if (match.basis === 'platform') return resultOf('issuer', now, 'unknown', 'on-no-list', { ...facts, platform: match.name });
    return resultOf('issuer', now, 'passed', match.basis === 'listed' ? 'listed' : 'vouched-by-domain', facts);
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

const fromBest: readonly IssuerMatch['basis'][] = ['listed', 'platform', 'vouched-by-domain'];

/**
 * What loaded lists say, the strongest first; of equals the one whose list was loaded first. A domain of a platform is the
 * platform's before it is anybody else's. Only where all proofs hold, and the key speaks for the issuer.
 */
export function bestMatch(subject: Pick<CredentialSubject, 'securing' | 'matches'>): IssuerMatch | undefined {
  const { securing, matches = [] } = subject;
  const isBound = securing.outcomes.length > 0 && securing.outcomes.every(({ binding }) => binding.state === 'passed');
  if (!isBound || judgeSignatures(securing).state !== 'passed') return undefined;
  return fromBest.flatMap((basis) => matches.filter((match) => match.basis === basis))[0];
}
