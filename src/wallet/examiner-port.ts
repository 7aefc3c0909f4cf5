import type { Attempt } from '../core/model/attempt.ts';
import type { BakedBadge, BakeOrder } from '../core/model/baked.ts';
import type { Holder } from '../core/model/credential.ts';
import type { ExaminedCredential, Examination, ExaminationOrder } from '../core/model/examination.ts';
import type { Presentation, PresentationDraft, PresentationOrder, Signature } from '../core/model/presentation.ts';
import type { MadeStatement, StatementOrder } from '../core/model/recognition-statement.ts';
import type { StackingFacts } from '../core/model/stacking.ts';
import type { TrustListFile, TrustListMeta } from '../core/model/trust.ts';

/** The check worker: bytes in, report out. Never throws; a crash or time-out is an `Attempt` or a `not-checked`. */
export interface Examiner {
  /** Ends with `receive/stopped` once the signal says so, and with it what was being done; other questions go on. */
  readonly examine: (order: ExaminationOrder, signal?: AbortSignal) => Promise<Attempt<Examination>>;
  /** Builds a presentation up to its signature. `present/cannot-enclose` where a credential cannot stand in one. */
  readonly draft: (order: PresentationOrder) => Promise<Attempt<PresentationDraft>>;
  readonly finish: (draft: PresentationDraft, signature: Signature) => Promise<Attempt<Presentation>>;
  /** What files say of themselves as trust lists; undefined for one that is none. */
  readonly describeLists: (files: readonly TrustListFile[]) => Promise<Attempt<readonly (TrustListMeta | undefined)[]>>;
  /** A recognition statement over what was examined, and the same as JSON. */
  readonly makeStatement: (credentials: readonly ExaminedCredential[], order: StatementOrder) => Promise<Attempt<MadeStatement>>;
  /** What can be said about putting credentials together: facts, no verdict. */
  readonly findStacking: (credentials: readonly ExaminedCredential[]) => Promise<Attempt<StackingFacts>>;
  /** Whether what the learner types is one of these identities, hashed or plain (Open Badges 3.0, IdentityObject). Keeps nothing. */
  readonly matchesHolder: (identifiers: Holder['identifiers'], typed: string) => Promise<Attempt<boolean>>;
  /** An Open Badge within an image; `present/cannot-bake` where it is none, or no image can hold it. */
  readonly bake: (order: BakeOrder) => Promise<Attempt<BakedBadge>>;
}
