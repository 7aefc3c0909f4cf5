import type { Freshness } from './answers.ts';
import type { CheckState, ReasonCode } from './check-result.ts';
import type { SuiteId } from './ids.ts';
import type { Instant } from './instant.ts';
import type { JsonObject, JsonValue } from './json.ts';
import type { ResolveKey } from './public-key.ts';
import type { ErrorFacts } from './wallet-error.ts';

/** One proof as it is found, for telling which suite is meant. */
export type Securing =
  | { readonly form: 'data-integrity'; readonly proof: JsonValue }
  | { readonly form: 'jwt' | 'sd-jwt' | 'kb-jwt' | 'seal'; readonly header: JsonObject };

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
    }
  /** RFC 9901: what the issuer signed; `payload` with its disclosures in their places. */
  | {
      readonly form: 'sd-jwt';
      readonly header: JsonObject;
      readonly payload: JsonObject;
      readonly signingInput: Uint8Array;
      readonly signature: Uint8Array;
      /** Of an issuer whose keys are found as SD-JWT VC says (`vct`), or as the W3C data model does. */
      readonly model: 'vct' | 'vcdm';
    }
  /** RFC 9901 4.3: what the holder signed; `confirmation` is the `cnf` that names her key. */
  | {
      readonly form: 'kb-jwt';
      readonly header: JsonObject;
      readonly payload: JsonObject;
      readonly signingInput: Uint8Array;
      readonly signature: Uint8Array;
      readonly confirmation: JsonObject | undefined;
    }
  /** ETSI TS 119 182-1: a JWS with the certificate of who sealed; `unprotected` stands outside the signature. */
  | {
      readonly form: 'seal';
      readonly header: JsonObject;
      readonly unprotected: JsonObject;
      readonly payload: JsonObject;
      readonly signingInput: Uint8Array;
      readonly signature: Uint8Array;
    };

/** What a proof was made for (VC-DI 2.1, proofPurpose): credentials assert, presentations authenticate. */
export type ProofPurpose = 'assertionMethod' | 'authentication';

/** What judging a signature came to before, told by everything that it depends on; kept by whoever examines. */
export interface SignatureMemo {
  readonly once: (content: string, judge: () => Promise<ProofFinding>) => Promise<ProofFinding>;
}

/** All that judging one proof needs; no clock, no network, no memory besides `memo`. */
export interface ProofOrder {
  readonly memo?: SignatureMemo;
  readonly secured: SecuredBy;
  /** Whose key it must be: the issuer's id of a credential, the holder's of a presentation; undefined if none is named. */
  readonly controller: string | undefined;
  readonly purpose: ProofPurpose;
  readonly resolveKey: ResolveKey;
  readonly now: Instant;
  /** Certificates that paths may end in, DER; none where no list of anchors is loaded. */
  readonly anchors?: readonly Uint8Array[];
  /** All proofs of the document in its order: a chained proof signs the ones it names as well (VC-DI 2.1.2). */
  readonly allProofs?: readonly JsonValue[];
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
  /** Where the key came from, if it was not in the identifier itself. */
  readonly from?: Freshness;
  /**
   * `resolved`: found through the identifier of its controller. `in-header`: the token brought its own key, which
   * proves that nothing changed and nothing about who signed; such a signer never matches a list by its id.
   */
  readonly source: 'resolved' | 'in-header';
}

/** One step of judging a seal by certificate (JAdES, `x5c`), or a step that this version does not do. */
export interface ProofStep extends ProofFinding {
  readonly id:
    | 'certificate'
    | 'key-usage'
    | 'seal-policy'
    | 'organisation'
    | 'on-behalf'
    | 'chain'
    | 'anchor-status'
    | 'sealing-time'
    | 'time-stamp'
    | 'revocation'
    | 'accreditation';
}

/** The certificate that a signature was made with, as far as it was read. Who it names is a claim until `anchor` is there. */
export interface SignerCertificate {
  /** DER of the certificates from the leaf upwards, as far as each is signed by the next. */
  readonly path: readonly Uint8Array[];
  readonly commonName?: string;
  readonly organisation?: string;
  /** X.520 organizationIdentifier, e.g. `VATEE-100000001`. */
  readonly organisationIdentifier?: string;
  readonly country?: string;
  /**
   * SHA-256 (lower-case hex) of the DER of the anchor that the path ends in. Absent where no loaded anchor was reached, and
   * where the certificate has run out since: only the signer's word then says that it had not.
   */
  readonly anchor?: string;
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
  readonly certificate?: SignerCertificate;
  readonly steps?: readonly ProofStep[];
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
