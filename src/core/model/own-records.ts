import type { Attempt } from './attempt.ts';
import type { ItemId } from './ids.ts';
import type { Instant } from './instant.ts';

/**
 * [Note: Written by the owner] What the learner writes herself is kept apart from what issuers signed, by type: every such
 * record carries `origin: 'owner'`, and whatever shows or exports one says "Written by the owner" beside it.
 */
interface Owned {
  /** Random, made when it was first kept; stays with it through changes, backup and restore. */
  readonly id: string;
  readonly origin: 'owner';
  readonly createdAt: Instant;
  readonly updatedAt: Instant;
}

/** Credentials put together for one purpose, in the order the learner gave them. */
export interface Collection extends Owned {
  readonly kind: 'collection';
  readonly name: string;
  /** Plain text; empty where there is none. */
  readonly intro: string;
  /** Kept credentials, each once. One that is not kept any more is passed over by who shows it. */
  readonly items: readonly ItemId[];
  /** Ids of prior learning that goes with them, each once; always shown apart from the credentials. */
  readonly priorLearning: readonly string[];
}

/** The learner's own words on one kept credential. */
export interface OwnNote extends Owned {
  readonly kind: 'note';
  readonly item: ItemId;
  /** Plain text, never empty. */
  readonly text: string;
}

/** A file that the learner adds to what she says: kept byte for byte, never opened or examined. */
export interface EvidenceFile {
  readonly id: string;
  readonly name: string;
  readonly mediaType: string;
  /** Bytes. */
  readonly size: number;
  /** Of the bytes, lower-case hex. */
  readonly sha256: string;
}

/** Learning that the learner describes herself: no organisation confirmed it. */
export interface PriorLearning extends Owned {
  readonly kind: 'prior-learning';
  readonly title: string;
  /** What was learned, plain text; empty where nothing was written. */
  readonly what: string;
  /** When, in her own words ("2019 to 2021"); empty where nothing was written. */
  readonly when: string;
  readonly evidence: readonly EvidenceFile[];
}

export type OwnRecord = Collection | OwnNote | PriorLearning;

/** Everything of the learner's own that the vault keeps, oldest first. Files are opened one by one. */
export interface OwnRecords {
  readonly collections: readonly Collection[];
  readonly notes: readonly OwnNote[];
  readonly priorLearning: readonly PriorLearning[];
}

/** An evidence file with its bytes. */
export interface OpenedEvidence extends EvidenceFile {
  readonly bytes: Uint8Array;
}

/** What was removed, whole: keeping it again undoes the removal. */
export interface RemovedOwn {
  readonly record: OwnRecord;
  readonly files: readonly OpenedEvidence[];
}

/** The part of the vault that keeps what the owner wrote. */
export interface OwnKeeping {
  /**
   * Keeps what the owner wrote, or replaces it (same id), in one transaction. `files`: new evidence that it names; evidence
   * that it names no more is dropped, and evidence that is neither here nor kept is `vault/not-found`.
   */
  readonly keepOwn: (record: OwnRecord, files: readonly OpenedEvidence[]) => Promise<Attempt<void>>;
  /** Removes it with its files and gives them back: to undo it, keep it again. A file that cannot be opened is not given back. */
  readonly removeOwn: (id: string) => Promise<Attempt<RemovedOwn>>;
  readonly openEvidence: (id: string) => Promise<Attempt<OpenedEvidence>>;
}

/** The owner's words on a credential; undefined: none. A restore may bring a second note on it: the words of both stand, the older first. */
export function noteOn(notes: OwnRecords['notes'], item: string): string | undefined {
  const texts = new Set(notes.flatMap((note) => (note.item === item ? [note.text] : [])));
  return texts.size === 0 ? undefined : [...texts].join('\n\n');
}

export const noOwnRecords: OwnRecords = Object.freeze({ collections: [], notes: [], priorLearning: [] });
