import { Dexie } from 'dexie';
import type { Table } from 'dexie';
import { refuse, succeed } from '../../core/model/attempt.ts';
import type { Attempt } from '../../core/model/attempt.ts';
import { currentSchema, migrations } from './migrations/migrations.ts';
import { isLostConnection, storageErrorCode } from './storage-failure.ts';
import { newestCounter } from './vault-storage.ts';
import type { AttemptsRow, HeaderRow, SealedRow, VaultChange, VaultStorage } from './vault-storage.ts';

/** Waits between attempts to open a lost database again; after the last one the error stands. */
const reopenDelaysMs = [50, 100, 200, 400, 800];
/** An upgrade never waits longer than this for another tab to close. */
const blockedAfterMs = 5_000;

interface Tables {
  readonly headers: Table<HeaderRow, string>;
  readonly records: Table<SealedRow, string>;
  readonly chunks: Table<SealedRow, string>;
  readonly attempts: Table<AttemptsRow & { readonly id: string }, string>;
}

export interface DexieStorageOptions {
  readonly name: string;
  /** For tests: another database factory, shorter waits. */
  readonly indexedDB?: IDBFactory;
  readonly IDBKeyRange?: typeof IDBKeyRange;
  readonly delaysMs?: readonly number[];
}

class StaleCounter extends Error {
  override readonly name = 'StaleCounter';
}

function declare(options: DexieStorageOptions): Dexie {
  const engine =
    options.indexedDB === undefined || options.IDBKeyRange === undefined
      ? {}
      : { indexedDB: options.indexedDB, IDBKeyRange: options.IDBKeyRange };
  const db = new Dexie(options.name, { ...engine, autoOpen: false, chromeTransactionDurability: 'strict' });
  for (const { number, stores, upgrade } of migrations) {
    const version = db.version(number).stores(stores);
    if (upgrade !== undefined) version.upgrade((transaction) => upgrade(transaction));
  }
  return db;
}

function tablesOf(db: Dexie): Tables {
  return { headers: db.table('headers'), records: db.table('records'), chunks: db.table('chunks'), attempts: db.table('attempts') };
}

/** True where this very change is on disk already: its connection was lost after it had committed. Each header text is of one write only. */
function isDone(change: VaultChange, present: readonly HeaderRow[]): boolean {
  return change.headers.every(({ copy, text }) => present.some((row) => row.copy === copy && row.text === text));
}

/** One write transaction. Only database calls happen in it: all crypto is done before. */
async function write(db: Dexie, change: VaultChange): Promise<void> {
  const { headers, records, chunks } = tablesOf(db);
  await db.transaction('rw', [headers, records, chunks], async () => {
    const present = await headers.toArray();
    if (isDone(change, present)) return;
    if (!Object.is(newestCounter(present), change.fromCounter)) throw new StaleCounter();
    if (change.dropRecords.length > 0) await records.bulkDelete([...change.dropRecords]);
    if (change.dropChunks.length > 0) await chunks.bulkDelete([...change.dropChunks]);
    if (change.putRecords.length > 0) await records.bulkPut([...change.putRecords]);
    if (change.putChunks.length > 0) await chunks.bulkPut([...change.putChunks]);
    await headers.bulkPut([...change.headers]);
  });
}

async function listRecords(db: Dexie): Promise<readonly { readonly id: string; readonly r: number }[]> {
  const keys = await tablesOf(db).records.orderBy('[id+r]').keys();
  return keys.map((key) => {
    const [id, r] = key as unknown as readonly [string, number];
    return { id, r };
  });
}

interface Connection {
  readonly db: Dexie;
  readonly open: () => Promise<Attempt<void>>;
  /** Runs on an open connection; again on a new one if the connection was lost. Requests are repeatable. */
  readonly run: <T>(request: () => PromiseLike<T>) => Promise<Attempt<T>>;
  readonly close: () => void;
  readonly onClosed: VaultStorage['onClosed'];
}

/** [Note: Dexie opens newer schemas] It retries without a version, so we look at the numbers ourselves. */
async function checkSchema(db: Dexie): Promise<Attempt<void>> {
  if (db.backendDB().version > currentSchema * 10) return refuse('vault/newer-schema');
  const headers = await tablesOf(db).headers.toArray();
  return headers.some(({ schema }) => schema > currentSchema) ? refuse('vault/newer-schema') : succeed(undefined);
}

/** Opens once, with a limit on waiting for other tabs; answers why not. */
async function openOnce(db: Dexie): Promise<Attempt<void>> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const blocked = new Promise<Attempt<void>>((resolve) => {
    timer = setTimeout(() => resolve(refuse('store/blocked')), blockedAfterMs);
  });
  const opened = db
    .open()
    .then(() => checkSchema(db))
    .then(
      (answer) => answer,
      (cause: unknown) => refuse(storageErrorCode(cause)),
    );
  const answer = await Promise.race([opened, blocked]);
  clearTimeout(timer);
  if (!answer.ok) db.close({ disableAutoOpen: false });
  return answer;
}

/** A connection that is opened again with growing waits when it is lost (C14) and gives way to newer versions (C09). */
function connect(options: DexieStorageOptions): Connection {
  const db = declare(options);
  const delaysMs = options.delaysMs ?? reopenDelaysMs;
  const listeners: ((why: 'newer-version' | 'deleted') => void)[] = [];
  let mayOpen = true;
  const close = (): void => db.close({ disableAutoOpen: false });
  db.on('versionchange', (event) => {
    // Deleted by another tab: what is opened next is a new, empty database.
    mayOpen = event.newVersion === null;
    db.close();
    for (const listener of listeners) listener(event.newVersion === null ? 'deleted' : 'newer-version');
    return false;
  });

  async function open(): Promise<Attempt<void>> {
    if (db.isOpen()) return succeed(undefined);
    if (!mayOpen) return refuse('vault/newer-schema');
    let answer = await openOnce(db);
    for (const delayMs of delaysMs) {
      if (answer.ok || answer.error.code !== 'store/unavailable') return answer;
      await new Promise((resolve) => setTimeout(resolve, delayMs));
      answer = await openOnce(db);
    }
    return answer;
  }

  async function run<T>(request: () => PromiseLike<T>): Promise<Attempt<T>> {
    for (let tries = 0; ; tries++) {
      const opened = await open();
      if (!opened.ok) return opened;
      try {
        return succeed(await request());
      } catch (cause) {
        if (cause instanceof StaleCounter) return refuse('vault/elsewhere');
        if (tries >= 2 || !isLostConnection(cause)) return refuse(storageErrorCode(cause));
        close();
      }
    }
  }

  return { db, open, run, close, onClosed: (listener) => void listeners.push(listener) };
}

/** Wrapped keys first, in one strict transaction: what is left is noise, even if the second step never comes. */
async function destroy({ db, open, run }: Connection): Promise<Attempt<void>> {
  const opened = await open();
  if (opened.ok) {
    const { headers, attempts } = tablesOf(db);
    const cleared = await run(() => db.transaction('rw', [headers, attempts], () => Promise.all([headers.clear(), attempts.clear()])));
    if (!cleared.ok) return cleared;
  }
  try {
    await db.delete();
    return succeed(undefined);
  } catch (cause) {
    return refuse(storageErrorCode(cause));
  }
}

/**
 * Sealed rows in IndexedDB. Nothing is ever deleted or made anew to repair it. A schema newer than ours is refused before
 * any write (C10).
 */
export function createDexieVaultStorage(options: DexieStorageOptions): VaultStorage {
  const connection = connect(options);
  const { db, open, run, close, onClosed } = connection;
  const tables = tablesOf(db);
  return {
    open,
    readHeaders: () => run(() => tables.headers.toArray()),
    readChunks: () => run(() => tables.chunks.toArray()),
    listRecords: () => run(() => listRecords(db)),
    readRecords: (ids) => run(() => tables.records.bulkGet([...ids])),
    commit: (change) => run(() => write(db, change)),
    readAttempts: async () => {
      const row = await run(() => tables.attempts.get('attempts'));
      return row.ok ? succeed(row.value ?? { failed: 0, waitUntil: 0 }) : row;
    },
    writeAttempts: (row) => run(() => tables.attempts.put({ ...row, id: 'attempts' }).then(() => undefined)),
    destroy: () => destroy(connection),
    close,
    onClosed,
  };
}
