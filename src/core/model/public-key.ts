import type { Freshness, Want } from './answers.ts';

/** The kinds of key whose signatures the wallet can verify. */
export type KeyType = 'Ed25519' | 'P-256' | 'P-384' | 'P-521' | 'RSA';

/** What a controller lets a key do (DID Core 5.3). */
export type VerificationRelationship = 'assertionMethod' | 'authentication' | 'capabilityInvocation' | 'capabilityDelegation';

/** RFC 7517 members of a public key, only those that define the key itself. */
export type PublicJwk =
  | { readonly kty: 'OKP'; readonly crv: 'Ed25519'; readonly x: string }
  | { readonly kty: 'EC'; readonly crv: 'P-256' | 'P-384' | 'P-521'; readonly x: string; readonly y: string }
  | { readonly kty: 'RSA'; readonly n: string; readonly e: string };

/** A public key on its own, already judged sound (on the curve, not of small order, RSA of 2048 bits or more). */
export interface KeyMaterial {
  readonly type: KeyType;
  readonly jwk: PublicJwk;
  /** Ed25519: 32 bytes. P-256, P-384, P-521: the uncompressed point, 65, 97 or 133 bytes. RSA: absent. */
  readonly raw?: Uint8Array;
  /** RFC 7638 thumbprint (base64url of SHA-256): equal for the same key however it was written. */
  readonly thumbprint: string;
}

/** A key as a verification method of a controller (DID Core 5.2). */
export interface PublicKey extends KeyMaterial {
  /** Where the document that holds it came from; absent where the identifier itself is the key. */
  readonly from?: Freshness;
  /** The absolute URL of the verification method. */
  readonly id: string;
  readonly controller: string;
  readonly relationships: readonly VerificationRelationship[];
  /** When the controller took the key back or let it run out, as written (Controlled Identifiers 2.2). */
  readonly revoked?: string;
  readonly expires?: string;
}

/** What looking for a key came to. Only `key` lets a signature be judged. */
export type KeyResolution =
  /** `want` is where a document of today is to be had, where this one is of an earlier day or a file. */
  | { readonly outcome: 'key'; readonly key: PublicKey; readonly want?: Want }
  /** A method, codec or curve that this wallet cannot resolve (or not without the network). */
  | { readonly outcome: 'method-unknown'; readonly method: string }
  /**
   * The document is at hand and has no such key, or the document is not at hand; `want` then tells where it is to be had.
   * `host` is who would be or was asked, `from` how fresh the document is that has no such key.
   */
  | { readonly outcome: 'not-here'; readonly want?: Want; readonly why?: string; readonly host?: string; readonly from?: Freshness }
  /** The identifier names a method that we know and breaks its rules. */
  | { readonly outcome: 'malformed'; readonly why: string };

/**
 * Looks up one verification method by its absolute URL. A DID without a fragment gives the key only where the
 * method's documents have exactly one; the `id` of the key then tells the full URL. Never throws for bad input.
 */
export type ResolveKey = (verificationMethod: string) => Promise<KeyResolution>;
