import type { Did, ItemId } from './ids.ts';
import type { Instant } from './instant.ts';

/** What the holder hands on, to whom and for what. */
export interface PresentationOrder {
  readonly credentials: readonly { readonly id: ItemId; readonly raw: Uint8Array }[];
  readonly holder: Did;
  readonly verificationMethod: string;
  readonly created: Instant;
  /** Absent: no end. */
  readonly expires?: Instant;
  /** Receiver text, NFC, at most 200 characters; `anyone` if empty. */
  readonly domain: string;
  readonly challenge: string;
  readonly purpose?: string;
  /** A recognition statement as JSON in UTF-8, to go along under the same signature. */
  readonly statement?: Uint8Array;
}

/** Cryptosuites that the signing door knows. */
type SigningSuite = 'eddsa-rdfc-2022' | 'eddsa-jcs-2022';

/**
 * The only things a holder key signs. The vault builds the JWT input or the proof options itself from these
 * typed values; bytes never cross this door. [Note: The typed signing door]
 */
export type SigningRequest =
  | {
      readonly kind: 'di';
      readonly cryptosuite: SigningSuite;
      readonly verificationMethod: string;
      readonly created: Instant;
      readonly expires?: Instant;
      readonly domain: string;
      readonly challenge: string;
      /** SHA-256 of the canonical unsigned presentation, 32 bytes. */
      readonly documentHash: Uint8Array;
    }
  | {
      readonly kind: 'vp-jwt';
      readonly verificationMethod: string;
      readonly audience: string;
      readonly nonce: string;
      readonly issuedAt: Instant;
      readonly expires?: Instant;
      /** Compact JSON of the `vp` to be carried; parsed and re-serialised by the vault. */
      readonly presentation: string;
    };

/** What the vault answers: for `di` the 64 signature bytes and the proof without `proofValue`, for `vp-jwt` the token. */
export type Signature =
  | { readonly kind: 'di'; readonly signature: Uint8Array }
  | { readonly kind: 'vp-jwt'; readonly token: string };

/** A presentation up to its signature. `unsigned` is the JSON text of the document without proof. */
export interface PresentationDraft {
  readonly unsigned: string;
  readonly request: Extract<SigningRequest, { kind: 'di' }>;
}

/** The finished share. */
export interface Presentation {
  readonly bytes: Uint8Array;
  readonly mediaType: string;
  readonly fileName: string;
}
