import { parseDid } from './ids.ts';
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

/**
 * The entry of the own list that speaks of this signer: the same key. Beside an issuer that is a DID the key is that
 * DID's own. Any other identifier says nothing of a key, and a token can bring one along; then the entry must be of this
 * very identifier, or who is on the list could sign in the name of any address.
 */
export function findKnownIssuer(ownList: readonly OwnListEntry[], keyThumbprint: string | undefined, issuerId: string | undefined): OwnListEntry | undefined {
  const isKeyEnough = issuerId === undefined || parseDid(issuerId) !== undefined;
  return ownList.find((entry) => entry.keyThumbprint === keyThumbprint && (isKeyEnough || entry.issuerId === issuerId));
}

/** Who signed, as far as a list says. `name` comes from the list, never from the credential. */
export interface IssuerMatch {
  readonly basis: 'own-list' | 'listed' | 'vouched-by-domain';
  readonly name: string;
  readonly list?: string;
  readonly since?: Instant;
}
