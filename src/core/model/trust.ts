import type { Attempt } from './attempt.ts';
import type { Instant } from './instant.ts';

/**
 * An issuer on the learner's own list. Matched by key, never by name, and it counts for nobody else.
 * `name` is what the learner calls it; only this name may stand in a sentence of ours.
 */
export interface OwnListEntry {
  readonly id: string;
  readonly keyThumbprint: string;
  readonly issuerId: string;
  readonly name: string;
  readonly since: Instant;
}

/** DIDs that are a key themselves: nobody else's key can stand behind them. */
const keyDids = /^did:(?:key|jwk):/;

export function isKeyDid(identifier: string): boolean {
  return keyDids.test(identifier);
}

/**
 * The entry of the own list that speaks of this signer: the same key. Beside an issuer whose DID is a key, or who is not
 * named, that is enough. Any other identifier leads to a key by somebody's word, and platforms sign for many with one key;
 * then the entry must be of this very identifier, or who is on the list could sign in the name of any other.
 */
export function findKnownIssuer(ownList: readonly OwnListEntry[], keyThumbprint: string | undefined, issuerId: string | undefined): OwnListEntry | undefined {
  const isKeyEnough = issuerId === undefined || isKeyDid(issuerId);
  return ownList.find((entry) => entry.keyThumbprint === keyThumbprint && (isKeyEnough || entry.issuerId === issuerId));
}

/** A trust list or register as a file: our signed list, a registry of DIDs, certificates (PEM), a list of universities, of platforms. */
export interface TrustListFile {
  readonly bytes: Uint8Array;
  /** RFC 7638 thumbprint of the key this list was pinned to when it was loaded; a list signed by another key is not used. */
  readonly pinned?: string;
}

/** What a list says of itself, and whether that may be believed. Shown wherever the list decides. */
export interface TrustListMeta {
  readonly kind: 'lote' | 'did-registry' | 'anchors' | 'charter-universities' | 'platforms';
  readonly title: string;
  readonly operator?: string;
  readonly edition?: string;
  readonly issuedAt?: Instant;
  readonly nextUpdate?: Instant;
  /** SHA-256 of the file, lower-case hex. */
  readonly digest: string;
  readonly signature: 'signed-by-pinned' | 'signed-by-unknown' | 'unsigned';
  /** RFC 7638 thumbprint of the key whose signature of the list fits: what can be pinned. */
  readonly signerThumbprint?: string;
}

type Edition = Pick<TrustListMeta, 'kind' | 'title' | 'signerThumbprint' | 'issuedAt' | 'edition'>;

/**
 * A newer edition of the same list among these: under the same title, signed with the same key, issued later. It takes the
 * place of the older one, or whom it leaves out would go on being named. Unsigned lists have no editions: anyone can
 * write a newer date.
 */
export function newerEdition<E extends Edition>(list: Edition, others: readonly E[]): E | undefined {
  const isSameList = (other: E): boolean =>
    list.signerThumbprint !== undefined && other.signerThumbprint === list.signerThumbprint && other.kind === list.kind && other.title === list.title;
  return others.find((other) => isSameList(other) && isLater(other, list));
}

function isLater(one: Edition, other: Edition): boolean {
  if (one.issuedAt !== undefined && other.issuedAt !== undefined && one.issuedAt !== other.issuedAt) return one.issuedAt > other.issuedAt;
  return Number(one.edition) > Number(other.edition);
}

/**
 * Who signed, as far as a list says. `name` comes from the list, never from the credential. `platform` names the platform
 * that signed and says nothing of whom it names as issuer: the issuer stays unknown.
 */
export interface IssuerMatch {
  readonly basis: 'own-list' | 'listed' | 'vouched-by-domain' | 'platform';
  readonly name: string;
  /** The list's own title and edition. */
  readonly list?: string;
  readonly listMeta?: TrustListMeta;
  readonly domain?: string;
  readonly since?: Instant;
}

/** What may be looked up of a signer. Only what a signature that fits and a key that was resolved have shown. */
export interface TrustQuery {
  /** Whose key it was: a DID or an https identifier; absent where a token brought its own key. */
  readonly controller?: string;
  readonly keyThumbprint: string;
  /**
   * The identifier is the key itself, or a certificate names its holder. Any other identifier leads to a key by somebody's
   * word, and platforms sign for many with one key: the key alone then tells nobody.
   */
  readonly isKeyEnough?: true;
  /** SHA-256 of the anchor that the signer's certificates end in, and what its leaf names. */
  readonly anchor?: string;
  /** The anchor is the signer's own certificate, not an authority's above it. */
  readonly isOwnAnchor?: boolean;
  readonly organisation?: string;
  readonly organisationIdentifier?: string;
  readonly at: Instant;
}

/** A list that was read. */
export interface TrustRegister {
  readonly meta: TrustListMeta;
  readonly lookUp: (query: TrustQuery) => readonly IssuerMatch[];
  /** Certificates that paths may end in, DER. */
  readonly anchors: readonly Uint8Array[];
}

/** Reads a list of its kind. Errors: `open/malformed` and those of the readers it uses. */
export type ReadTrustList = (file: TrustListFile) => Promise<Attempt<TrustRegister>>;
