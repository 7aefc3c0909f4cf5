import type { Attempt } from './attempt.ts';
import type { ReasonCode } from './check-result.ts';
import type { FormatId, SuiteId } from './ids.ts';
import type { JsonObject, JsonValue } from './json.ts';
import type { SecuredBy } from './proof.ts';
import type { Received } from './received.ts';
import type { ErrorFacts } from './wallet-error.ts';

/** One proof as found, before anything is verified. */
export interface FoundProof {
  /** The suite that claims it, or undefined where no registered suite does. */
  readonly suite?: SuiteId;
  /** How the document names it, e.g. `eddsa-rdfc-2022`, `Ed25519Signature2018`, `ES256K`. */
  readonly name: string;
  readonly verificationMethod?: string;
  readonly created?: string;
}

/** How a document is secured: as parsed (JSON forms), or the decoded header and payload (JWT). */
export type Secured =
  | {
      readonly form: 'data-integrity';
      readonly document: JsonObject;
      readonly proofs: readonly JsonValue[];
      /** `proof` is there and is neither an object nor a non-empty array of objects (B39). */
      readonly malformed: boolean;
    }
  | {
      readonly form: 'jwt';
      readonly token: string;
      readonly header: JsonObject;
      readonly payload: JsonObject;
      readonly signingInput: Uint8Array;
      readonly signature: Uint8Array;
    }
  /** The issuer-signed token of an SD-JWT (RFC 9901); `payload` is what it says with its disclosures in their places. */
  | (Extract<SecuredBy, { form: 'sd-jwt' }> & {
      /** Claims that are signed and not shown where it is judged: of the W3C data model, an end or a status perhaps. */
      readonly hiddenThatDecide: number;
    })
  /** A Key Binding JWT behind an SD-JWT, with `cnf` of that SD-JWT; or a JAdES seal, which brings the certificate of who sealed. */
  | Extract<SecuredBy, { form: 'kb-jwt' | 'seal' }>
  /** An Open Badges 2.0 assertion: by what its own address answers, or signed by a key that its issuer publishes. */
  | {
      readonly form: 'badge-2';
      readonly document: JsonObject;
      readonly signed?: { readonly header: JsonObject; readonly signingInput: Uint8Array; readonly signature: Uint8Array };
      /** Nothing but this address is at hand: the assertion is what stands there. */
      readonly address?: string;
    }
  /** Secured in a way that has a name and that this version cannot judge; `reason` where it is not the name alone. */
  | { readonly form: 'other'; readonly document: JsonObject; readonly name: string; readonly reason?: ReasonCode }
  | { readonly form: 'unsigned'; readonly document: JsonObject };

/** A rule of its format that the packing breaks, found while opening: no signature can make it good. */
export interface Defect {
  readonly reason: ReasonCode;
  readonly facts: ErrorFacts;
}

/** What the holder of an SD-JWT shows, and what stays behind digests (RFC 9901 7.1). */
export interface Disclosures {
  /** JSON pointers into the claims of what was disclosed, in the order of the claims. */
  readonly disclosed: readonly string[];
  /** Where claims are signed and not shown: the object or list around them, and how many at most (decoys count). */
  readonly hidden: readonly { readonly path: string; readonly count: number }[];
  /** Disclosures whose salt is shorter than 128 bits: their digests may be guessed (RFC 9901 9.3). */
  readonly weakSalts: number;
}

/** A credential taken out of its packing. `raw` is the bytes exactly as received. */
export interface OpenedCredential {
  readonly kind: 'credential';
  readonly format: FormatId;
  readonly raw: Uint8Array;
  readonly mediaType: string;
  /** The claims without the securing: for a JWT the credential inside, for Data Integrity the document less `proof`. */
  readonly claims: JsonObject;
  /** Whose key it must be, where the packing says so beside the claims' own `issuer` (`iss` of an SD-JWT VC). */
  readonly issuerId?: string;
  readonly disclosures?: Disclosures;
  readonly secured: Secured;
  readonly defects: readonly Defect[];
  readonly proofs: readonly FoundProof[];
  /** Credentials that this one carries (a transcript): each as bytes of its own, examined on its own. */
  readonly inner?: readonly Attempt<Received>[];
}

/** A presentation: a share with its own proof, around credentials that are examined each on its own. */
export interface OpenedPresentation {
  readonly kind: 'presentation';
  readonly format: FormatId;
  readonly raw: Uint8Array;
  readonly holder?: string;
  readonly secured: Secured;
  readonly defects: readonly Defect[];
  readonly proofs: readonly FoundProof[];
  /** Each credential as bytes of its own: the exact slice of the source text, or the enveloped token. */
  readonly inner: readonly Attempt<Received>[];
}

/** What a file held besides credentials, by count. Private keys are never taken out of anything. */
export interface LeftOut {
  readonly keys: number;
  readonly others: number;
}

/** Several items in one file (a JSON array, an archive), or one in an envelope. */
export interface OpenedCollection {
  readonly kind: 'collection';
  readonly format: FormatId;
  readonly inner: readonly Attempt<Received>[];
  /** A folder of all sorts of files: what no format knows is left out and counted, not refused. */
  readonly mixed?: true;
  /** The file itself, where it is a thing to keep beside what it holds (a document with credentials attached). */
  readonly itself?: OpenedCredential;
  /** What was already left out at opening. */
  readonly leftOut?: LeftOut;
}

/** One item alone in a packing (a baked image, a text within a text). The packing is the learner's file and is kept whole. */
export interface OpenedPacking {
  readonly kind: 'packing';
  readonly format: FormatId;
  readonly raw: Uint8Array;
  readonly mediaType: string;
  readonly holds: Received | OpenedCredential;
}

export type Opened = OpenedCredential | OpenedPresentation | OpenedCollection | OpenedPacking;
