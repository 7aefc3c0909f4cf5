import type { Answer, AnswersFor, Freshness, Want } from './answers.ts';
import type { Instant } from './instant.ts';
import type { JsonObject } from './json.ts';
import type { ProofFinding } from './proof.ts';

/** One status entry of a credential, judged. `passed`: the list at hand says nothing against the credential. */
export interface StatusFinding extends ProofFinding {
  /** What the entry is for, as stated: `revocation`, `suspension`, `message`, `refresh` or another. */
  readonly purpose?: string;
  /** The list that was read, and from when it is. Absent where there was none. */
  readonly freshness?: Freshness;
  /** What would have to be asked. */
  readonly want?: Want;
  /** Bitstring Status List 2.2: what the issuer says the value means; quoted, never ours. */
  readonly message?: string;
}

/** A status list as its packing says: opened, its own proof and dates judged. */
export type ListReading =
  | {
      readonly outcome: 'read';
      /** The claims of the list credential, or the payload of the list token. */
      readonly claims: JsonObject;
      /** The header of a token. */
      readonly header?: JsonObject;
      readonly issuerId?: string;
      /** When the list says it was made: of two lists of one address the later one counts. */
      readonly issuedAt?: Instant;
      /** When the list runs out: it was judged as of the day of its answer, and may have run out since. */
      readonly until?: Instant;
      /** A bare document without any signature: the kinds that allow it say so. */
      readonly isSigned: boolean;
      /** The key is known only from a file that somebody added: the list raises no mark. */
      readonly isByFileKey?: true;
    }
  /** The list is there and does not hold: unreadable, changed, by another signer, over. Never an answer. */
  | ({ readonly outcome: 'unusable' } & Pick<ProofFinding, 'reason' | 'facts'> & { readonly want?: Want });

/** All that judging one entry needs; no clock, no network, no memory besides. */
export interface StatusOrder {
  readonly entry: JsonObject;
  /** Who issued the credential, and by which key controller it is signed. */
  readonly issuerId: string | undefined;
  /** The credential's own `id`, where it has one: some lists name credentials by it. */
  readonly credentialId: string | undefined;
  readonly now: Instant;
  /** Everything that was answered for exactly this address, the latest answer first. */
  readonly answersFor: AnswersFor;
  /** Opens a list and judges its issuer, proof and dates, as of the day of the answer; never throws for bad input. */
  readonly readList: (answer: Answer) => Promise<ListReading>;
  /** What the newest list of this issuer that was ever read at an address says it is from; an older one is a replay (B60). */
  readonly newestKnown: (url: string) => Instant | undefined;
  /** A signed list at this address, of this address, was read that says it is from then. */
  readonly noteNewest: (url: string, issuedAt: Instant) => void;
}

/** Judges one entry of its kind. Bad input gives a finding; it throws only for a mistake of ours. */
export type JudgeStatus = (order: StatusOrder) => Promise<StatusFinding>;
