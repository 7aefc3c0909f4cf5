import type { FormatId, SuiteId } from './ids.ts';
import type { JsonObject } from './json.ts';
import type { Received } from './received.ts';

/** One proof as found, before anything is verified. */
export interface FoundProof {
  /** The suite that claims it, or undefined where no registered suite does. */
  readonly suite?: SuiteId;
  /** How the document names it, e.g. `eddsa-rdfc-2022`, `Ed25519Signature2018`, `ES256K`. */
  readonly name: string;
  readonly verificationMethod?: string;
  readonly created?: string;
}

/** A credential taken out of its packing. `raw` is the bytes exactly as received. */
export interface OpenedCredential {
  readonly kind: 'credential';
  readonly format: FormatId;
  readonly raw: Uint8Array;
  readonly mediaType: string;
  /** The claims without the securing: for a JWT the credential inside, for Data Integrity the document less `proof`. */
  readonly claims: JsonObject;
  /** The secured document as parsed (JSON forms), or the decoded header and payload (JWT). */
  readonly secured:
    | { readonly form: 'data-integrity'; readonly document: JsonObject; readonly proofs: readonly JsonObject[]; readonly malformed: boolean }
    | { readonly form: 'jwt'; readonly token: string; readonly header: JsonObject; readonly payload: JsonObject; readonly signingInput: Uint8Array; readonly signature: Uint8Array }
    | { readonly form: 'unsigned'; readonly document: JsonObject };
  readonly proofs: readonly FoundProof[];
}

/** A presentation: a share with its own proof, around credentials that are examined each on its own. */
export interface OpenedPresentation {
  readonly kind: 'presentation';
  readonly format: FormatId;
  readonly raw: Uint8Array;
  readonly holder?: string;
  readonly secured: OpenedCredential['secured'];
  readonly proofs: readonly FoundProof[];
  /** Each credential as bytes of its own: the exact slice of the source text, or the enveloped token. */
  readonly inner: readonly Received[];
}

/** Several items in one file (a JSON array). */
export interface OpenedCollection {
  readonly kind: 'collection';
  readonly format: FormatId;
  readonly inner: readonly Received[];
}

export type Opened = OpenedCredential | OpenedPresentation | OpenedCollection;
