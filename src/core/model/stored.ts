import type { ElementReading } from './eu-elements.ts';
import type { FormatId, ItemId, VocabularyId } from './ids.ts';
import type { Instant } from './instant.ts';
import type { LocalizedText } from './credential.ts';
import type { CredentialAxes, Origin } from './verdict.ts';
import type { TransportId } from './received.ts';

/**
 * What the list needs of a credential, kept sealed in summary chunks. Time and issuer are judged anew from it on
 * every look; the proof is not computed again for unchanged bytes.
 */
export interface ItemSummary {
  readonly id: ItemId;
  readonly sameness: string;
  readonly claimsDigest: string;
  readonly savedAt: Instant;
  readonly format: FormatId;
  readonly vocabulary: VocabularyId;
  readonly title: LocalizedText;
  /** What the credential says of its issuer: quoted, never a fact. */
  readonly claimedIssuer: LocalizedText;
  readonly issuerId?: string;
  readonly signerThumbprint?: string;
  readonly subjectId?: string;
  readonly issued?: Instant;
  /** The day of `issued` as it is written in the credential (YYYY-MM-DD): no time zone of a reader moves it. */
  readonly issuedOn?: string;
  readonly validFrom?: Instant;
  readonly validUntil?: Instant;
  readonly axes: CredentialAxes;
  /** When somebody last answered whether it is cancelled; absent where no answer was ever at hand. */
  readonly askedAt?: Instant;
  readonly origin: Origin;
  readonly types: readonly string[];
  readonly level?: string;
  readonly workload?: string;
}

/** A credential to be kept: original bytes and what was found. */
export interface NewItem {
  readonly summary: ItemSummary;
  readonly raw: Uint8Array;
  readonly mediaType: string;
  readonly fileName?: string;
  readonly transport: TransportId;
}

/** A kept credential, opened. */
export interface StoredItem extends NewItem {
  readonly elements?: readonly ElementReading[];
}

export type ShareWay = 'code' | 'moving-code' | 'file' | 'link' | 'print';

/** What can go along with credentials. */
export type SharedAlong = 'statement' | 'prior-learning' | 'note';

/** What was shared: names of fields, never values. */
export interface ShareRecord {
  readonly id: string;
  readonly at: Instant;
  readonly receiver: string;
  readonly purpose: string;
  readonly items: readonly { readonly id: ItemId; readonly title: LocalizedText; readonly fields: readonly string[] }[];
  /** Kinds of documents besides the credentials; absent: none. */
  readonly along?: readonly SharedAlong[];
  readonly expires?: Instant;
  readonly way: ShareWay;
  readonly result: 'prepared' | 'shown' | 'handed-over' | 'cancelled';
  readonly proof: 'proves-key' | 'signed' | 'none';
}
