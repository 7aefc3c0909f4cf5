import type { AnswerKeeping, Asker, KeptList } from '../core/model/answers.ts';
import type { Attempt } from '../core/model/attempt.ts';
import type { Did, ItemId } from '../core/model/ids.ts';
import type { Instant } from '../core/model/instant.ts';
import type { Labels } from '../core/model/labels.ts';
import type { OwnKeeping, OwnRecords } from '../core/model/own-records.ts';
import type { Presentation, Signature, SigningRequest } from '../core/model/presentation.ts';
import type { Received } from '../core/model/received.ts';
import type { ScanEvent } from '../core/model/scan-event.ts';
import type { ItemSummary, NewItem, ShareRecord, StoredItem } from '../core/model/stored.ts';
import type { OwnListEntry, TrustListFile } from '../core/model/trust.ts';
import type { Examiner } from './examiner-port.ts';
import type { EmbedOrder, PackOrder } from './pack-order.ts';

/** A value that changes: read it, or be told when it does. Snapshots are frozen and compared by identity. */
export interface Observable<T> {
  readonly get: () => T;
  /** Calls `listener` after each change; returns the way to stop. */
  readonly subscribe: (listener: () => void) => () => void;
}

export interface Clock {
  readonly now: () => Instant;
}

export interface Randomness {
  /** Cryptographically strong random bytes. */
  readonly bytes: (length: number) => Uint8Array;
}

export type SlotType = 'passphrase' | 'prf' | 'recovery';

/** What the lock screen may know of a slot; nothing else stands in the clear. */
export interface SlotSummary {
  readonly id: string;
  readonly type: SlotType;
  readonly createdAt: Instant;
  /** For `prf`: what `navigator.credentials.get` needs. */
  readonly prf?: { readonly credentialId: Uint8Array; readonly salt: Uint8Array; readonly transports: readonly string[] };
}

/** A secret that opens the vault. */
export type Secret =
  | { readonly type: 'passphrase'; readonly passphrase: string }
  | { readonly type: 'prf'; readonly slotId: string; readonly output: Uint8Array }
  | { readonly type: 'recovery'; readonly code: string };

/** A way to open that is to be made. */
export type NewSlot =
  | { readonly type: 'passphrase'; readonly passphrase: string }
  | ({ readonly type: 'prf'; readonly output: Uint8Array } & NonNullable<SlotSummary['prf']>);

export type VaultStatus =
  | { readonly kind: 'unknown' }
  | { readonly kind: 'absent' }
  /** `waitUntil`: after wrong secrets, when the next try is possible. */
  | { readonly kind: 'locked'; readonly slots: readonly SlotSummary[]; readonly waitUntil?: Instant }
  | { readonly kind: 'open'; readonly slots: readonly SlotSummary[] }
  /** Another tab holds the vault. */
  | { readonly kind: 'elsewhere' }
  /** Written by a newer version: nothing is read or written here. That version opens it, and saves originals and backups. */
  | { readonly kind: 'newer-schema' }
  | { readonly kind: 'unavailable'; readonly code: string };

/** Everything the list screens need, as one frozen snapshot; empty while locked. */
export interface VaultSnapshot {
  readonly status: VaultStatus;
  readonly items: readonly ItemSummary[];
  /** Records that could not be opened: named, kept, everything else works. */
  readonly damaged: readonly { readonly id: string; readonly title?: string }[];
  readonly issuers: readonly OwnListEntry[];
  readonly lists: readonly KeptList[];
  readonly shares: readonly ShareRecord[];
  /** Written by the owner: collections, notes, prior learning. */
  readonly own: OwnRecords;
  /** The address for issuers: the oldest key. */
  readonly holder?: HolderKey;
  /** Every key that this wallet can sign with, oldest first: a restore can bring more than one. */
  readonly holders: readonly HolderKey[];
  readonly backup: { readonly lastVerifiedAt?: Instant; readonly changesSince: number; readonly sheetSeen: boolean };
  /** When this wallet was used last, by the device's clock of then: to within an hour. */
  readonly lastSeenAt?: Instant;
}

export interface HolderKey {
  readonly did: Did;
  readonly verificationMethod: string;
  readonly type: 'Ed25519' | 'P-256';
}

/** The recovery sheet: what is printed and kept. */
export interface RecoverySheet {
  /** Eight groups of six digits: number 1-8, five digits, check digit over both. */
  readonly groups: readonly string[];
  readonly qrText: string;
  readonly shortId: string;
  readonly ageIdentity: string;
  readonly createdAt: Instant;
}

export interface BackupFile {
  readonly bytes: Uint8Array;
  readonly fileName: string;
  readonly shortId: string;
  readonly count: number;
}

export interface RestorePreview {
  readonly items: readonly { readonly title: string; readonly state: 'new' | 'same' | 'newer' | 'unreadable' }[];
  readonly keys: number;
  readonly shares: number;
  /** Issuers on the list of its owner: they count here as known once restored. */
  readonly issuers: number;
  /** Trust lists that its owner added: their names count here once restored. */
  readonly lists: number;
  /** Collections, notes and prior learning that the owner wrote. */
  readonly own: number;
  readonly unknownKinds: number;
  readonly createdAt: Instant;
}

/** The vault worker: keeps, lists, opens, signs. Everything crosses as plain data. */
export interface Vault extends AnswerKeeping, OwnKeeping {
  readonly snapshot: Observable<VaultSnapshot>;
  /** Starts the worker and looks for a vault. Idempotent; called before anything else. */
  readonly start: () => Promise<void>;
  /** Asks the tab that holds the vault to lock and let go. */
  readonly takeOver: () => Promise<Attempt<void>>;
  /** Makes a vault with this slot and a recovery slot; leaves it open. `recoveryCode`: keep an existing sheet valid. */
  readonly create: (slot: NewSlot, recoveryCode?: string) => Promise<Attempt<RecoverySheet>>;
  readonly unlock: (secret: Secret) => Promise<Attempt<void>>;
  readonly lock: () => Promise<void>;
  /** Proves a secret again for a few minutes, for the doors that need it. */
  readonly confirm: (secret: Secret) => Promise<Attempt<void>>;
  readonly addSlot: (slot: NewSlot) => Promise<Attempt<void>>;
  readonly removeSlot: (id: string) => Promise<Attempt<void>>;
  /** One strict transaction: all or nothing. Items already kept (same id) are skipped. */
  readonly add: (items: readonly NewItem[]) => Promise<Attempt<readonly ItemId[]>>;
  readonly open: (id: ItemId) => Promise<Attempt<StoredItem>>;
  /** Replaces summaries after a new reading of the same bytes. */
  readonly resummarize: (summaries: readonly ItemSummary[]) => Promise<Attempt<void>>;
  readonly remove: (ids: readonly ItemId[]) => Promise<Attempt<void>>;
  readonly knowIssuer: (entry: Omit<OwnListEntry, 'id'>) => Promise<Attempt<OwnListEntry>>;
  readonly forgetIssuer: (id: string) => Promise<Attempt<void>>;
  readonly recordShare: (record: ShareRecord) => Promise<Attempt<void>>;
  readonly forgetShares: () => Promise<Attempt<void>>;
  /** The holder's DID key, made on first call (loads the key agent). */
  readonly holderKey: (type: HolderKey['type']) => Promise<Attempt<HolderKey>>;
  /** At most five in a minute without a secret proven since: then `vault/wait` with `waitUntil`. */
  readonly sign: (request: SigningRequest) => Promise<Attempt<Signature>>;
  /** Needs a fresh confirmation. */
  readonly recoverySheet: () => Promise<Attempt<RecoverySheet>>;
  readonly testRecoveryCode: (code: string) => Promise<Attempt<void>>;
  readonly markSheetSeen: () => Promise<Attempt<void>>;
  /** The owner says that the device's clock is right: its time is the last seen one from now on, also where it is earlier. */
  readonly trustClock: () => Promise<Attempt<void>>;
  /** An age file, opened again and compared inside the worker before it is handed out. */
  readonly makeBackup: (protection: 'recovery-code' | { readonly passphrase: string }) => Promise<Attempt<BackupFile>>;
  /** Reads a saved backup file back; only then is it "done". */
  readonly confirmBackup: (bytes: Uint8Array) => Promise<Attempt<{ readonly count: number }>>;
  readonly previewRestore: (bytes: Uint8Array, secret: Secret) => Promise<Attempt<RestorePreview>>;
  /** Restores into an open vault; staged, verified, then one strict transaction. */
  readonly restore: (bytes: Uint8Array, secret: Secret, mode: 'merge' | 'replace') => Promise<Attempt<{ readonly added: number; readonly unreadable: readonly string[] }>>;
  /** A ZIP of every original, byte for byte, with a README.txt. */
  readonly exportOriginals: () => Promise<Attempt<{ readonly bytes: Uint8Array; readonly fileName: string; readonly count: number }>>;
  /** Deletes everything, keys first. Open: needs a fresh confirmation. Locked: nothing, or nobody who lost every secret could begin anew. */
  readonly destroy: () => Promise<Attempt<void>>;
}

/** Passkeys with the PRF extension; lives on the page, for workers cannot ask. */
export interface Passkeys {
  /** True only where the device says it can; a refusal at `create` is still possible. */
  readonly available: () => Promise<boolean>;
  readonly create: (randomness: Randomness) => Promise<Attempt<Extract<NewSlot, { type: 'prf' }>>>;
  readonly ask: (slots: readonly SlotSummary[]) => Promise<Attempt<Extract<Secret, { type: 'prf' }>>>;
}

export interface ScanSession {
  readonly setTorch: (on: boolean) => Promise<void>;
  readonly nextCamera: () => Promise<void>;
  readonly stop: () => Promise<void>;
}

/** A code to be shown: still (one part) or moving (an endless sequence of parts). */
export interface ShownCode {
  readonly parts: number;
  /** Text of part `sequence` (from 1, grows without end; 1…parts are the plain parts). */
  readonly text: (sequence: number) => string;
  /** Draws a text as SVG into the element. */
  readonly draw: (element: HTMLElement, text: string, label: string) => void;
}

export interface SizeOf {
  readonly bytes: number;
  readonly compressedBytes: number;
  /** 1: a still code; 0: too large for a code. */
  readonly codeParts: number;
  /** 0: too large for a link. */
  readonly linkCharacters: number;
}

/** Ways in and out, at the door of the page. */
export interface Transports {
  /** Reads picked, dropped or shared files; caps size before reading. */
  readonly readFile: (file: File, transport: 'file' | 'drop') => Promise<Attempt<Received>>;
  /** Reads a photo or screenshot of a code. */
  readonly readPhoto: (file: File) => Promise<Attempt<Received>>;
  /** Classifies pasted text: credential text, our link, one part of a code, or something to be named. */
  readonly readText: (text: string, transport: 'paste' | 'link') => Promise<Attempt<Received>>;
  readonly startScan: (element: HTMLElement, listener: (event: ScanEvent) => void) => Promise<Attempt<ScanSession>>;
  readonly measure: (presentation: Presentation) => Promise<SizeOf>;
  readonly showCode: (presentation: Presentation) => Promise<Attempt<ShownCode>>;
  /** A plain text (DID, address, recovery code) as one still code. */
  readonly drawText: (element: HTMLElement, text: string, label: string) => Promise<Attempt<void>>;
  readonly link: (presentation: Presentation) => Promise<Attempt<string>>;
  /** Saves by picker where there is one, else by download. `canReadBack`: the saved file was read again and is identical. */
  readonly saveFile: (file: { readonly bytes: Uint8Array; readonly name: string; readonly mediaType: string }) => Promise<Attempt<{ readonly readBack: boolean }>>;
  /** The system's share sheet, where it takes this file. */
  readonly canSend: (file: { readonly name: string; readonly mediaType: string }) => boolean;
  readonly sendFile: (file: { readonly bytes: Uint8Array; readonly name: string; readonly mediaType: string }) => Promise<Attempt<void>>;
  readonly copyText: (text: string) => Promise<Attempt<void>>;
  /** Both work in small pieces, so that the page goes on, and end with `send/cancelled` once the signal says so. */
  readonly packFiles: (order: PackOrder, signal: AbortSignal) => Promise<Attempt<Uint8Array>>;
  readonly embedFiles: (order: EmbedOrder, signal: AbortSignal) => Promise<Attempt<Uint8Array>>;
  /** The address of our check page, for a small code beside the share. */
  readonly checkPage: () => string;
  /** Keeps the screen lit, where the device can, until the returned function is called. */
  readonly keepScreenOn: () => () => void;
}

export interface InstallationState {
  /** The browser's promise to keep what is stored; undefined: not asked yet. */
  readonly persisted?: boolean;
  /** True only where certain: storage refuses, so this window forgets everything. */
  readonly ephemeral: boolean;
  readonly canInstall: boolean;
  readonly installed: boolean;
  readonly updateWaiting: boolean;
  readonly usedBytes?: number;
  readonly missing: readonly string[];
  readonly version: string;
  /** From the last real request, not from a browser flag. */
  readonly offline: boolean;
}

export interface Installation {
  readonly state: Observable<InstallationState>;
  /** Files opened with the app or shared into it, until somebody takes them; that happens once. */
  readonly arrived: Observable<readonly File[]>;
  readonly takeArrived: () => readonly File[];
  readonly askToKeep: () => Promise<boolean>;
  readonly install: () => Promise<boolean>;
  readonly useUpdate: () => Promise<void>;
  /** While a scan, a share or a restore runs, no update is offered. */
  readonly busy: (what: string) => () => void;
}

/** Whether somebody is there: drives auto-lock. */
export type PresenceEvent = 'active' | 'hidden' | 'visible' | 'leaving';

export interface Presence {
  /** `active` at most once in five seconds; `leaving` when the page is frozen, discarded or closed. */
  readonly subscribe: (listener: (event: PresenceEvent) => void) => () => void;
}

/** Challenges that this browser has accepted an answer to; survives a reload, forgets after ten minutes. */
export interface UsedChallenges {
  readonly isUsed: (challenge: string) => Promise<boolean>;
  /** Uses it up. True for exactly one caller, also where two ask at the same moment, in this tab or in another. */
  readonly claim: (challenge: string) => Promise<boolean>;
}

/** What the wallet needs from the world. */
export interface Ports {
  readonly clock: Clock;
  readonly randomness: Randomness;
  /** When this build was made: a clock before it is wrong. */
  readonly builtAt: Instant;
  readonly examiner: Examiner;
  readonly vault: Vault;
  readonly passkeys: Passkeys;
  readonly transports: Transports;
  readonly installation: Installation;
  readonly presence: Presence;
  readonly usedChallenges: UsedChallenges;
  /** Removes what this browser keeps outside the vault: look, language, answered challenges, what was asked before. */
  readonly forgetSettings: () => void;
  readonly sample: () => Promise<Received>;
  readonly asker: Asker;
  /** The lists that come with the app, from our own origin; kept after the first use. */
  readonly bundledLists: () => Promise<readonly TrustListFile[]>;
  /** The words of a language for codes of the European lists, from our own origin; undefined where they cannot be had now. */
  readonly labels: (language: string) => Promise<Labels | undefined>;
}
