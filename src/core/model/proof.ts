import type { CheckState, ReasonCode } from './check-result.ts';
import type { SuiteId } from './ids.ts';
import type { Instant } from './instant.ts';
import type { JsonObject, JsonValue } from './json.ts';
import type { ResolveKey } from './public-key.ts';
import type { ErrorFacts } from './wallet-error.ts';

/** One proof as it is found, for telling which suite is meant. */
export type Securing =
  | { readonly form: 'data-integrity'; readonly proof: JsonValue }
  | { readonly form: 'jwt'; readonly header: JsonObject };

/** What secures a document: one Data Integrity proof beside it, or the signature around it. */
export type SecuredBy =
  | {
      readonly form: 'data-integrity';
      /** The document as read; its `proof` member is left out by the verifier. */
      readonly document: JsonObject;
      /** The one proof to judge. */
      readonly proof: JsonValue;
    }
  | {
      readonly form: 'jwt';
      readonly header: JsonObject;
      readonly payload: JsonObject;
      readonly signingInput: Uint8Array;
      readonly signature: Uint8Array;
    };

/** What a proof was made for (VC-DI 2.1, proofPurpose): credentials assert, presentations authenticate. */
export type ProofPurpose = 'assertionMethod' | 'authentication';

/** All that judging one proof needs; no clock, no network, no memory besides. */
export interface ProofOrder {
  readonly secured: SecuredBy;
  /** Whose key it must be: the issuer's id of a credential, the holder's of a presentation; undefined if none is named. */
  readonly controller: string | undefined;
  readonly purpose: ProofPurpose;
  readonly resolveKey: ResolveKey;
  readonly now: Instant;
}

/** One judged aspect. */
export interface ProofFinding {
  readonly state: CheckState;
  readonly reason: ReasonCode;
  readonly facts: ErrorFacts;
}

/** The key that made a signature that fits. */
export interface ProofSigner {
  readonly verificationMethod: string;
  readonly controller: string;
  readonly keyThumbprint: string;
  /**
   * `resolved`: found through the identifier of its controller. `in-header`: the token brought its own key, which
   * proves that nothing changed and nothing about who signed; such a signer never matches a list by its id.
   */
  readonly source: 'resolved' | 'in-header';
}

/**
 * The judgement of one proof. `state` and `reason` are the worst of the three findings, so that whoever looks at
 * nothing else is never told too much.
 */
export interface ProofOutcome extends ProofFinding {
  readonly suite?: SuiteId;
  /** The signature over the bytes, with everything about the proof's own form, suite, key and purpose. */
  readonly signature: ProofFinding;
  /** Whether the key may speak for the expected controller. */
  readonly binding: ProofFinding;
  /** The proof's own `created` and `expires` against now: `within`, `not-yet`, `over`, `no-dates`. */
  readonly period: ProofFinding;
  /** Present only where the signature passed. */
  readonly signer?: ProofSigner;
  readonly created?: Instant;
  /** RFC 7519 4.1.5: before it the token does not count, to the second; `created` is held to a clock that may differ. */
  readonly notBefore?: Instant;
  readonly expires?: Instant;
  /** What the proof is bound to, as stated; comparing is the business of a check. */
  readonly challenge?: string;
  readonly domain?: readonly string[];
}

/** Verifies one proof of its suite. Bad input gives an outcome; it throws only for a mistake of ours. */
export type VerifyProof = (order: ProofOrder) => Promise<ProofOutcome>;

/** A way of securing. Eager only in `id` and `recognize`; the verifier loads on demand. */
export interface ProofSuite {
  readonly id: SuiteId;
  /** Cheap, total, never throws; answers only "mine or not". */
  recognize(securing: Securing): boolean;
  load(): Promise<VerifyProof>;
}
