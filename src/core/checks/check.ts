import type { Freshness } from '../model/answers.ts';
import type { CheckId, CheckResult, CheckState, ReasonCode } from '../model/check-result.ts';
import type { ShareExpectation } from '../model/examination.ts';
import type { Instant } from '../model/instant.ts';
import type { JsonObject } from '../model/json.ts';
import type { Defect, Secured } from '../model/opened.ts';
import type { ProofOutcome } from '../model/proof.ts';
import type { StatusFinding } from '../model/status.ts';
import type { IssuerMatch, OwnListEntry } from '../model/trust.ts';
import type { ErrorFacts } from '../model/wallet-error.ts';

/** How something is secured and what judging each of its proofs came to, in the order of the document. */
export interface SecuringFacts {
  readonly form: Secured['form'];
  /** A proof that is present and no proof (B39). */
  readonly malformed: boolean;
  /** The name of a way of securing that this version does not know. */
  readonly otherName?: string;
  /** Why it cannot be judged, where that is not the name alone. */
  readonly otherReason?: ReasonCode;
  readonly defects: readonly Defect[];
  readonly outcomes: readonly ProofOutcome[];
  /** More proofs than the wallet is willing to judge; the rest was not looked at. */
  readonly skippedProofs: number;
  /** From when the documents are that the keys were looked for in; absent where the identifiers are the keys. */
  readonly freshness?: Freshness;
}

/** What the checks of one credential look at. */
export interface CredentialSubject {
  readonly claims: JsonObject;
  readonly issuerId?: string;
  readonly securing: SecuringFacts;
  readonly now: Instant;
  readonly notBefore: Instant;
  readonly ownList: readonly OwnListEntry[];
  /** One finding for each status entry, in the order of the document; absent where nothing may be asked yet. */
  readonly statuses?: readonly StatusFinding[];
  /** What decides may be among the claims that its holder hides. */
  readonly mayHide?: true;
  /** What loaded lists say of the key that signed. */
  readonly matches?: readonly IssuerMatch[];
}

/** What a credential inside a share says of the key of its subject. */
export type NamedKey =
  | 'same-key'
  | 'other-key'
  | 'none'
  /** It names one, and nobody can say that its issuer did, or what key that is. */
  | 'not-shown';

/** What the checks of one share look at. */
export interface ShareSubject {
  readonly securing: SecuringFacts;
  readonly expectation: ShareExpectation;
  /** One entry a credential inside, compared with the key that signed the share. */
  readonly namedKeys: readonly NamedKey[];
  readonly now: Instant;
  readonly notBefore: Instant;
}

/** One examination. Pure; a throw is caught outside and becomes `unknown`, `threw`. */
export interface Check<Subject> {
  readonly id: CheckId;
  readonly run: (subject: Subject) => CheckResult;
}

/** A result that rests on a document is true for the day the document is from. */
export function asOf(result: CheckResult, freshness: Freshness | undefined): CheckResult {
  return freshness === undefined ? result : { ...result, basis: freshness.basis, at: freshness.at };
}

/** A result at the instant of the check, offline. */
export function resultOf(id: CheckId, now: Instant, state: CheckState, reason: ReasonCode, facts: ErrorFacts = {}): CheckResult {
  return { id, state, reason, facts, basis: 'offline', at: now };
}
