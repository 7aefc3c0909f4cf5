import type { Attempt } from './attempt.ts';
import type { ReasonCode } from './check-result.ts';
import type { FormatId, SuiteId } from './ids.ts';
import type { JsonObject, JsonValue } from './json.ts';
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
  /** Secured in a way that has a name and that this version cannot judge. */
  | { readonly form: 'other'; readonly document: JsonObject; readonly name: string }
  | { readonly form: 'unsigned'; readonly document: JsonObject };

/** A rule of its format that the packing breaks, found while opening: no signature can make it good. */
export interface Defect {
  readonly reason: ReasonCode;
  readonly facts: ErrorFacts;
}

/** A credential taken out of its packing. `raw` is the bytes exactly as received. */
export interface OpenedCredential {
  readonly kind: 'credential';
  readonly format: FormatId;
  readonly raw: Uint8Array;
  readonly mediaType: string;
  /** The claims without the securing: for a JWT the credential inside, for Data Integrity the document less `proof`. */
  readonly claims: JsonObject;
  readonly secured: Secured;
  readonly defects: readonly Defect[];
  readonly proofs: readonly FoundProof[];
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

/** Several items in one file (a JSON array), or one in an envelope. */
export interface OpenedCollection {
  readonly kind: 'collection';
  readonly format: FormatId;
  readonly inner: readonly Attempt<Received>[];
}

export type Opened = OpenedCredential | OpenedPresentation | OpenedCollection;
