import type { Attempt } from '../../core/model/attempt.ts';

/**
 * One sealed row as it lies on disk. Nothing in it says what it holds: `id` is random, `s` the schema, `e` the key
 * epoch, `r` the revision; all four are bound to the ciphertext as additional data.
 */
export interface SealedRow {
  readonly id: string;
  readonly s: number;
  readonly e: number;
  readonly r: number;
  readonly iv: Uint8Array;
  readonly ct: Uint8Array;
}

/** One of the two copies of the vault header. `mac` covers exactly the bytes of `text`. */
export interface HeaderRow {
  readonly copy: 'A' | 'B';
  /** Grows by one with each write; a writer whose counter is stale is refused. */
  readonly counter: number;
  readonly schema: number;
  readonly text: string;
  readonly mac: Uint8Array;
}

/** The highest counter of the copies, as they lie there; 0 where there is none. */
export function newestCounter(rows: readonly HeaderRow[]): number {
  return rows.reduce((highest, { counter }) => Math.max(highest, counter), 0);
}

/** Wrong secrets so far and when the next try is possible; the only thing ever written while locked. */
export interface AttemptsRow {
  readonly failed: number;
  /** Milliseconds since 1970. */
  readonly waitUntil: number;
}

/** One write of the vault: everything in it becomes true together or not at all. */
export interface VaultChange {
  readonly putRecords: readonly SealedRow[];
  readonly dropRecords: readonly string[];
  readonly putChunks: readonly SealedRow[];
  readonly dropChunks: readonly string[];
  readonly headers: readonly HeaderRow[];
  /** True where a record or a way to open is taken away: what was there is to leave every copy. */
  readonly takesAway: boolean;
  /** `newestCounter` of the headers this change was computed from. Another one on disk: `vault/elsewhere`. */
  readonly fromCounter: number;
}

/**
 * Where sealed rows lie. Promises resolve only when the disk has them (`durability: 'strict'`, on complete).
 * Errors: `store/quota`, `store/blocked`, `store/unavailable`, `vault/newer-schema`, `vault/elsewhere`. A failed read
 * is an error, never an empty answer.
 */
export interface VaultStorage {
  /** Opens, migrates, and refuses a newer schema before anything is written. Idempotent. */
  readonly open: () => Promise<Attempt<void>>;
  readonly readHeaders: () => Promise<Attempt<readonly HeaderRow[]>>;
  readonly readChunks: () => Promise<Attempt<readonly SealedRow[]>>;
  /** Identity and revision of every record, without reading what is in them. */
  readonly listRecords: () => Promise<Attempt<readonly { readonly id: string; readonly r: number }[]>>;
  /** In the order asked; undefined where there is none. */
  readonly readRecords: (ids: readonly string[]) => Promise<Attempt<readonly (SealedRow | undefined)[]>>;
  readonly commit: (change: VaultChange) => Promise<Attempt<void>>;
  readonly readAttempts: () => Promise<Attempt<AttemptsRow>>;
  readonly writeAttempts: (row: AttemptsRow) => Promise<Attempt<void>>;
  /** Deletes the headers (and with them every wrapped key) in one strict transaction, then the database. */
  readonly destroy: () => Promise<Attempt<void>>;
  readonly close: () => void;
  /** Called when another version or another tab wants the database: it is closed already. */
  readonly onClosed: (listener: (why: 'newer-version' | 'deleted') => void) => void;
}
