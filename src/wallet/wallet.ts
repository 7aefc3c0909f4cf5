import type { KeptList, Want } from '../core/model/answers.ts';
import type { Attempt } from '../core/model/attempt.ts';
import type { Examination, ExaminedCredential, ExaminedShare } from '../core/model/examination.ts';
import type { ItemId } from '../core/model/ids.ts';
import type { Instant } from '../core/model/instant.ts';
import type { Labels } from '../core/model/labels.ts';
import type { Presentation } from '../core/model/presentation.ts';
import type { Received } from '../core/model/received.ts';
import type { ItemSummary, ShareRecord, ShareWay } from '../core/model/stored.ts';
import type { IssuerMatch, OwnListEntry, TrustListFile, TrustListMeta } from '../core/model/trust.ts';
import type { CredentialHeadline, Origin } from '../core/model/verdict.ts';
import type { Expected } from './check-credential.ts';
import type { DocumentDoors } from './document-doors.ts';
import type { ClockBehind } from './last-seen.ts';
import type { OwnDoors } from './own-doors.ts';
import type {
  BackupFile,
  HolderKey,
  InstallationState,
  Installation,
  NewSlot,
  Observable,
  RecoverySheet,
  RestorePreview,
  Secret,
  SizeOf,
  Transports,
  VaultSnapshot,
} from './ports.ts';

/** A kept credential as the list shows it: headline judged now, against the own list of now. */
export interface ListedItem {
  readonly summary: ItemSummary;
  readonly headline: CredentialHeadline;
  readonly issuerMatch?: IssuerMatch;
  /** Older copies of the same credential, folded under this one. */
  readonly older: readonly ItemSummary[];
}

/** One snapshot for the screens. */
export interface WalletState {
  readonly vault: VaultSnapshot;
  readonly list: readonly ListedItem[];
  /** What was received and waits for review or for Protect; survives an unlock, never a reload. */
  readonly pending?: Review;
  /** Deleted within the last ten seconds: can be brought back. */
  readonly removed?: { readonly ids: readonly ItemId[]; readonly until: Instant };
  readonly installation: InstallationState;
  /** The device says an earlier time than when this wallet was used last: no date can be judged until one is mended. */
  readonly clockBehind?: ClockBehind;
}

/** One line of a review. */
export interface ReviewItem {
  readonly examination: ExaminedCredential;
  /** `same`: these bytes or this credential are kept already. `newer-copy`: same id, other claims; both are kept. */
  readonly already?: 'same' | 'newer-copy';
}

/** What came in, examined, not yet kept. */
export interface Review {
  readonly examination: Examination;
  readonly items: readonly ReviewItem[];
  readonly share?: ExaminedShare;
  /** The bytes themselves, to be examined again when something was answered; of several files, a review each. */
  readonly received?: Received;
  readonly files?: readonly Review[];
  readonly origin: Origin;
  readonly transport: Received['transport'];
}

export interface OpenItem {
  readonly summary: ItemSummary;
  readonly examined: ExaminedCredential;
  readonly savedAt: Instant;
  readonly older: readonly ItemSummary[];
  /** This wallet holds the key that the credential names. */
  readonly namesOurKey: boolean;
}

/** A trust list at hand: what it says of itself, and whose it is. */
export interface ListAtHand {
  /** Undefined where it cannot be read any more: such a list says nothing about anybody. */
  readonly meta?: TrustListMeta;
  /** Present where the learner added it; absent where it came with the app. */
  readonly kept?: KeptList;
}

export interface ShareSettings {
  readonly receiver: string;
  readonly purpose: string;
  readonly end: 'interview' | 'application' | 'none';
  /** `prove`: only where every chosen credential names our key. `sign`: shows the same wallet, not the same person. */
  readonly proof: 'prove' | 'sign';
  /** A challenge the receiver gave, if any. */
  readonly challenge?: string;
}

/** A share, built and signed, examined exactly as the receiver's check page will examine it. */
export interface PreparedShare {
  readonly id: string;
  /** The kept credentials it carries, in order. */
  readonly items: readonly ItemId[];
  readonly presentation: Presentation;
  readonly seen: Examination;
  readonly size: SizeOf;
  readonly settings: ShareSettings;
  readonly expires?: Instant;
  /** `as-file`: this credential cannot stand inside a presentation; the original is handed over alone. */
  readonly form: 'presentation' | 'as-file';
}

/** Everything a person does, one function each. All of it works offline. */
export interface Wallet {
  readonly state: Observable<WalletState>;
  readonly transports: Transports;
  readonly installation: Installation;
  readonly now: () => Instant;
  /** The words of a language for codes of the European lists; undefined where they cannot be had now. */
  readonly labels: (language: string) => Promise<Labels | undefined>;

  /** Starts the vault worker and finds out if there is a vault. Check and sample never call it. */
  readonly start: () => Promise<void>;

  // Add
  /** Each examination ends with `receive/stopped` once its signal says so; all is as it was before. */
  readonly receive: (received: Received, signal?: AbortSignal) => Promise<Attempt<Review>>;
  readonly setPending: (review: Review | undefined) => void;
  /** Saves the chosen ones. `vault/absent`: go to Protect; `vault/locked`: unlock; the review stays pending. */
  readonly save: (ids: readonly ItemId[]) => Promise<Attempt<{ readonly saved: readonly ItemId[]; readonly skipped: number }>>;
  readonly sample: () => Promise<Attempt<Review>>;

  // Protect, lock, unlock
  readonly passkeyAvailable: () => Promise<boolean>;
  /** `recoveryCode`: keeps an existing recovery sheet valid (restore into an empty browser). */
  readonly protectByPasskey: (recoveryCode?: string) => Promise<Attempt<RecoverySheet>>;
  readonly protectByPassphrase: (passphrase: string, recoveryCode?: string) => Promise<Attempt<RecoverySheet>>;
  /** A passphrase of the app's own making: six words, or 24 digits in groups with check digits. */
  readonly suggestPassphrase: (kind: 'words' | 'digits') => Promise<Attempt<string>>;
  /** `vault/weak-secret` with the reason in facts: `short`, `common`, `from-credential`. */
  readonly judgePassphrase: (passphrase: string) => Promise<Attempt<void>>;
  readonly unlock: (secret: Secret) => Promise<Attempt<void>>;
  readonly unlockByPasskey: () => Promise<Attempt<void>>;
  readonly lock: () => Promise<void>;
  readonly takeOver: () => Promise<Attempt<void>>;
  /** Auto-lock waits while a picker, camera or preview that we opened is up (five minutes at most). Returns the end. */
  readonly holdOpen: () => () => void;
  readonly confirm: (secret: Secret) => Promise<Attempt<void>>;
  readonly confirmByPasskey: () => Promise<Attempt<void>>;
  readonly addSlot: (slot: NewSlot) => Promise<Attempt<void>>;

  // Keep
  readonly open: (id: ItemId) => Promise<Attempt<OpenItem>>;
  readonly remove: (ids: readonly ItemId[]) => Promise<Attempt<void>>;
  readonly undoRemove: () => Promise<void>;
  readonly knowIssuer: (examined: ExaminedCredential, name: string) => Promise<Attempt<OwnListEntry>>;
  readonly forgetIssuer: (id: string) => Promise<Attempt<void>>;
  /** Puts an issuer that was taken off the list back, with its date. */
  readonly knowAgain: (entry: OwnListEntry) => Promise<Attempt<OwnListEntry>>;
  readonly address: () => Promise<Attempt<HolderKey>>;

  /** What the owner writes: collections, notes, prior learning. Loaded when it is first needed; read it in `state`. */
  readonly own: () => Promise<OwnDoors>;

  /** Statements, comparisons and files to take along. Loaded when it is first needed. */
  readonly documents: () => Promise<DocumentDoors>;

  // Share
  readonly prepareShare: (ids: readonly ItemId[], settings: ShareSettings) => Promise<Attempt<PreparedShare>>;
  readonly recordShare: (share: PreparedShare, way: ShareWay, result: ShareRecord['result']) => Promise<Attempt<void>>;
  readonly forgetShares: () => Promise<Attempt<void>>;

  // Check: never touches the vault
  /** `none` must be said: there is no default. A used challenge is told apart by the wallet. */
  readonly check: (received: Received, expected: Expected, signal?: AbortSignal) => Promise<Attempt<Examination>>;
  /** The same thing again, with what was answered since: no second use of its challenge. */
  readonly checkAgain: (received: Received, expected: Expected, signal?: AbortSignal) => Promise<Attempt<Examination>>;

  // Ask other places: only what the person has just said yes to. `check` keeps nothing beyond the visit.
  readonly ask: (want: Want, room: 'wallet' | 'check') => Promise<Attempt<void>>;
  /** A file in place of an answer. `remote/says-nothing`: it holds nothing of what is asked for, and is not kept. */
  readonly answerByFile: (want: Want, received: Received, room: 'wallet' | 'check') => Promise<Attempt<void>>;
  /** What stands behind a link, to be received like a file. */
  readonly fetchLink: (url: string) => Promise<Attempt<Received>>;
  /** Examines the pending review again with what is at hand now. */
  readonly reviewAgain: (signal?: AbortSignal) => Promise<Attempt<Review>>;
  /** What a file says of itself as a trust list; `receive/not-a-list` where it is none. Nothing is kept. */
  readonly describeList: (received: Received) => Promise<Attempt<TrustListMeta>>;
  /** The learner's own lists, then those of the app. */
  readonly lists: () => Promise<Attempt<readonly ListAtHand[]>>;
  readonly addList: (received: Received, pinned?: string) => Promise<Attempt<void>>;
  /** Removes at once, and gives back what was removed: to undo it, add it again. */
  readonly removeList: (id: string) => Promise<Attempt<TrustListFile | undefined>>;

  /** "My clock is right": dates are judged by it again, also those that could not be. Sharing and saving never wait for it. */
  readonly trustClock: () => Promise<Attempt<void>>;

  // Not lose
  readonly makeBackup: (protection: 'recovery-code' | { readonly passphrase: string }) => Promise<Attempt<BackupFile>>;
  readonly confirmBackup: (bytes: Uint8Array) => Promise<Attempt<{ readonly count: number }>>;
  readonly recoverySheet: () => Promise<Attempt<RecoverySheet>>;
  readonly testRecoveryCode: (code: string) => Promise<Attempt<void>>;
  readonly markSheetSeen: () => Promise<Attempt<void>>;
  readonly previewRestore: (bytes: Uint8Array, secret: Secret) => Promise<Attempt<RestorePreview>>;
  readonly restore: (bytes: Uint8Array, secret: Secret, mode: 'merge' | 'replace') => Promise<Attempt<{ readonly added: number; readonly unreadable: readonly string[] }>>;
  readonly exportOriginals: () => Promise<Attempt<{ readonly bytes: Uint8Array; readonly fileName: string; readonly count: number }>>;
  readonly deleteAll: () => Promise<Attempt<void>>;
}
