import type { Attempt } from '../core/model/attempt.ts';
import type { BadgeImageKind, BakedBadge } from '../core/model/baked.ts';
import type { ExaminedCredential } from '../core/model/examination.ts';
import type { ItemId } from '../core/model/ids.ts';
import type { HolderShown, MadeStatement, RecognitionStatement } from '../core/model/recognition-statement.ts';
import type { StackingFacts } from '../core/model/stacking.ts';
import type { SharedAlong, StoredItem } from '../core/model/stored.ts';
import type { PreparedShare } from './wallet.ts';

/** What the learner decides about a statement. */
export interface StatementWishes {
  readonly holder: HolderShown;
  /** Her own words; empty: none. */
  readonly purpose: string;
  /** The originals go along with it. */
  readonly originalsEnclosed?: true;
}

/** A kept credential with its original bytes, examined just now as others will examine it. */
export interface KeptAnew {
  readonly kept: StoredItem;
  readonly examined: ExaminedCredential;
}

/** A document on its way out, for the list of what was shared. */
export interface ExportNote {
  /** Of the document: however often it is saved, it is one entry. */
  readonly id: string;
  readonly purpose: string;
  readonly statement: RecognitionStatement;
  readonly way: 'file' | 'print';
  /** What goes with the credentials. */
  readonly along: readonly SharedAlong[];
}

/**
 * What the learner takes out of the wallet to show others: statements, comparisons, originals. Everything is examined anew,
 * with the lists that come with the app and without her own, which count for nobody else. Nobody is asked: what was answered
 * before counts with its date. Each is refused as a whole where one credential cannot be opened.
 */
export interface DocumentDoors {
  /** In the order given, each once; `vault/not-found` where there is none. */
  readonly examineAnew: (ids: readonly ItemId[]) => Promise<Attempt<readonly KeptAnew[]>>;
  readonly statement: (items: readonly KeptAnew[], wishes: StatementWishes) => Promise<Attempt<MadeStatement>>;
  /**
   * A share under the learner's key that holds the originals and this statement: shown to her as its receiver will see it.
   * `present/cannot-enclose` with the credential in `item` where one cannot stand in a share.
   */
  readonly signStatement: (items: readonly KeptAnew[], made: MadeStatement, wishes: StatementWishes) => Promise<Attempt<PreparedShare>>;
  /** Remembers that these were handed over: names of elements, never a value. With the originals in it that is all they state, on paper what is shown. */
  readonly noteExport: (items: readonly KeptAnew[], note: ExportNote) => Promise<Attempt<void>>;
  readonly stacking: (items: readonly KeptAnew[]) => Promise<Attempt<StackingFacts>>;
  /**
   * An Open Badge or learner record within an image, read back and examined before it is handed out: it is the same
   * credential with the same verdict, or `present/cannot-bake`. `kind` absent: that of the badge's own picture, else PNG.
   */
  readonly bake: (item: KeptAnew, kind?: BadgeImageKind) => Promise<Attempt<BakedBadge>>;
}
