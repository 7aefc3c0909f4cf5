import type { Attempt } from '../core/model/attempt.ts';
import type { Holder } from '../core/model/credential.ts';
import type { ItemId } from '../core/model/ids.ts';
import type { Collection, OpenedEvidence, OwnNote, PriorLearning, RemovedOwn } from '../core/model/own-records.ts';

/** A file as it is given: its name is kept without its folders. */
export interface GivenFile {
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
}

/** What the learner says of prior learning. `evidence`: ids of kept files that stay. */
export interface PriorLearningWords {
  readonly title: string;
  readonly what: string;
  readonly when: string;
  readonly evidence: readonly string[];
  readonly files: readonly GivenFile[];
}

/**
 * Everything that the owner writes. Texts are kept in NFC and without blanks at both ends; `own/missing` where a name or
 * title is empty, `own/too-long` and `own/too-many` beyond the limits of `core/model/limits.ts` (`field` in the facts),
 * `own/file-empty`, `own/file-too-large` for a file or all of them together, `vault/not-found` for what is not kept.
 */
export interface OwnDoors {
  readonly createCollection: (name: string, intro: string) => Promise<Attempt<Collection>>;
  /** New name and intro text. */
  readonly renameCollection: (id: string, name: string, intro: string) => Promise<Attempt<Collection>>;
  /** The credentials, and the prior learning beside them, in this order; each once. */
  readonly fillCollection: (id: string, items: readonly ItemId[], priorLearning: readonly string[]) => Promise<Attempt<Collection>>;
  /** One place up (-1) or down (1) among the credentials that are still kept. At the end nothing happens. */
  readonly moveInCollection: (id: string, item: ItemId, by: -1 | 1) => Promise<Attempt<Collection>>;
  /** The note on a credential; an empty text removes it. */
  readonly writeNote: (item: ItemId, text: string) => Promise<Attempt<OwnNote | undefined>>;
  /** Whether what she types is an identity that a credential states as a hash. Nothing of it is kept. */
  readonly matchHolder: (identifiers: Holder['identifiers'], typed: string) => Promise<Attempt<boolean>>;
  /** Without `id` a new one. */
  readonly keepPriorLearning: (words: PriorLearningWords, id?: string) => Promise<Attempt<PriorLearning>>;
  readonly openEvidence: (id: string) => Promise<Attempt<OpenedEvidence>>;
  /** Removes at once, and gives back what was removed: `bringBack` undoes it. */
  readonly remove: (id: string) => Promise<Attempt<RemovedOwn>>;
  readonly bringBack: (removed: RemovedOwn) => Promise<Attempt<void>>;
}
