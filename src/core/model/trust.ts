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

/** Who signed, as far as a list says. `name` comes from the list, never from the credential. */
export interface IssuerMatch {
  readonly basis: 'own-list' | 'listed' | 'vouched-by-domain';
  readonly name: string;
  readonly list?: string;
  readonly since?: Instant;
}
