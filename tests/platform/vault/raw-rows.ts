import { Dexie } from 'dexie';
import { IDBKeyRange } from 'fake-indexeddb';
import type { HeaderRow, SealedRow } from '../../../src/platform/storage/vault-storage.ts';

export interface RawRows {
  headers: HeaderRow[];
  records: SealedRow[];
  chunks: SealedRow[];
}

/** What lies on the disk, read behind the vault's back. */
export async function readRaw(factory: IDBFactory): Promise<RawRows> {
  const db = new Dexie('mecum', { indexedDB: factory, IDBKeyRange });
  await db.open();
  const rows = {
    headers: await db.table<HeaderRow>('headers').toArray(),
    records: await db.table<SealedRow>('records').toArray(),
    chunks: await db.table<SealedRow>('chunks').toArray(),
  };
  db.close();
  return rows;
}

/** Replaces what lies on the disk, behind the vault's back. */
export async function writeRaw(factory: IDBFactory, rows: RawRows): Promise<void> {
  const db = new Dexie('mecum', { indexedDB: factory, IDBKeyRange });
  await db.open();
  await db.transaction('rw', ['headers', 'records', 'chunks'], async () => {
    for (const store of ['headers', 'records', 'chunks'] as const) {
      await db.table(store).clear();
      await db.table(store).bulkPut([...rows[store]]);
    }
  });
  db.close();
}

/** The same bytes with one bit turned. */
export function flipped(bytes: Uint8Array, at: number, bit = 0): Uint8Array {
  const copy = Uint8Array.from(bytes);
  copy[at] = (copy[at] ?? 0) ^ (1 << bit);
  return copy;
}
