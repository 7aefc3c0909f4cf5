import type { Instant } from './instant.ts';
import type { ErrorFacts } from './wallet-error.ts';

/** What we examine. `proof` and `binding` are per credential; `holder`, `challenge`, `end` per share. */
export type CheckId =
  | 'proof'
  | 'binding'
  | 'validity-period'
  | 'status'
  | 'issuer'
  | 'share-proof'
  | 'holder'
  | 'challenge'
  | 'end';

/** "unknown" is an honest answer and never a pass. */
export type CheckState = 'passed' | 'failed' | 'unknown' | 'not-applicable';

/** Why a check says what it says. Stable; screens map it to words. */
export type ReasonCode =
  // proof and binding
  | 'signature-fits'
  | 'no-proof'
  | 'changed'
  | 'wrong-signer'
  | 'malformed-proof'
  | 'unknown-suite'
  | 'unknown-context'
  | 'unknown-term'
  | 'context-not-allowed'
  | 'base-proof'
  | 'key-not-here'
  | 'key-method-unknown'
  | 'issuer-not-bound'
  | 'timed-out'
  | 'threw'
  | 'hosted-fits'
  | 'hosted-differs'
  | 'hosted-elsewhere'
  | 'hosted-not-asked'
  | 'several-signatures'
  | 'unprotected-header'
  // steps of a seal
  | 'certificate-read'
  | 'certificate-over'
  | 'may-seal'
  | 'may-not-seal'
  | 'seal-certificate'
  | 'not-a-seal'
  | 'not-stated'
  | 'organisation-matches'
  | 'organisation-differs'
  | 'own-body'
  | 'mandate-stated'
  | 'mandate-missing'
  | 'leads-to-anchor'
  | 'no-anchor'
  | 'chain-broken'
  | 'chain-out-of-date'
  | 'time-claimed'
  | 'step-not-done'
  // time
  | 'within'
  | 'not-yet'
  | 'over'
  | 'no-dates'
  | 'malformed-date'
  | 'clock-wrong'
  // status
  | 'no-status-entry'
  /** A holder shows a part, and nobody can tell whether an entry is among what is left out. */
  | 'may-be-left-out'
  | 'in-force'
  | 'revoked'
  | 'suspended'
  | 'not-asked'
  | 'unknown-status-type'
  | 'list-unreadable'
  | 'list-altered'
  | 'list-unchecked'
  | 'list-out-of-date'
  | 'list-other-issuer'
  | 'list-not-fitting'
  | 'malformed-status'
  | 'status-value'
  // issuer
  | 'on-own-list'
  | 'listed'
  | 'vouched-by-domain'
  | 'on-no-list'
  // share
  | 'proven-now'
  | 'proven-dated'
  | 'not-proven'
  | 'names-no-key'
  | 'other-key'
  | 'challenge-matched'
  | 'challenge-wrong'
  | 'challenge-used'
  | 'not-signed-now'
  | 'domain-wrong'
  | 'label-only'
  | 'no-binding'
  | 'no-end'
  | 'ended';

/** The outcome of one examination, with the date it is true for. */
export interface CheckResult {
  readonly id: CheckId;
  readonly state: CheckState;
  readonly reason: ReasonCode;
  readonly facts: ErrorFacts;
  /** `file`: by an answer that the person added as a file. */
  readonly basis: 'offline' | 'cached' | 'live' | 'file';
  readonly at: Instant;
}
