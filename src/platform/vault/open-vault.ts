import type { JsonValue } from '../../core/model/json.ts';
import { succeed } from '../../core/model/attempt.ts';
import type { Attempt } from '../../core/model/attempt.ts';
import type { SealedRow, VaultStorage } from '../storage/vault-storage.ts';
import { manyKinds, openChunk } from './book.ts';
import type { Book, Chunk, Entry } from './book.ts';
import { summaryOf } from './record-kinds.ts';
import { openRecord } from './sealed-record.ts';
import type { VaultHeader } from './vault-header.ts';
import type { VaultKeys } from './vault-keys.ts';

/** A record that does not match the book, or cannot be opened. It is kept and named; everything else works. */
export interface DamagedRecord {
  /** Id of the record, or `chunk:` and the chunk's. */
  readonly id: string;
  readonly kind?: string;
  readonly summary?: JsonValue;
}

/** An open vault. Replaced as a whole after each committed change, never edited in place. */
export interface OpenVault {
  readonly header: VaultHeader;
  readonly keys: VaultKeys;
  readonly book: Book;
  /** By record id. */
  readonly damaged: ReadonlyMap<string, DamagedRecord>;
  /** Chunks that were rebuilt from their records and go to disk with the next change. */
  readonly rebuilt: ReadonlySet<string>;
}

interface Listed {
  readonly id: string;
  readonly r: number;
}

interface Reading {
  readonly good: Chunk[];
  readonly lost: readonly string[];
}

/** Opens the chunks that the header lists, at the revision it lists. */
async function readBook(header: VaultHeader, keys: VaultKeys, rows: readonly SealedRow[]): Promise<Reading> {
  const byId = new Map(rows.map((row) => [row.id, row]));
  const good: Chunk[] = [];
  const lost: string[] = [];
  for (const [id, r] of header.chunks) {
    const row = byId.get(id);
    const chunk = row?.r === r ? await openChunk(row, keys) : undefined;
    if (chunk === undefined) lost.push(id);
    else good.push(chunk);
  }
  return { good, lost };
}

/** Entries for records that no readable chunk lists as they are: opened one by one. */
async function readStrays(
  strays: readonly Listed[],
  keys: VaultKeys,
  storage: VaultStorage,
): Promise<Attempt<ReadonlyMap<string, Entry | undefined>>> {
  const rows = await storage.readRecords(strays.map(({ id }) => id));
  if (!rows.ok) return rows;
  const found = new Map<string, Entry | undefined>();
  for (const row of rows.value) {
    if (row === undefined) continue;
    const record = await openRecord(keys, row);
    found.set(row.id, record && { id: row.id, r: row.r, kind: record.kind, summary: summaryOf(record) });
  }
  return succeed(found);
}

/**
 * [Note: What does not match] Compares book and records at unlock (C17). An entry without its record, or with an older
 * one, is damaged. A record that no chunk lists is taken back in where a chunk was lost (the chunk is rebuilt from its
 * records), and reported where none was. Nothing is deleted or written here, and a failed read fails the unlock.
 */
export async function openBook(header: VaultHeader, keys: VaultKeys, storage: VaultStorage): Promise<Attempt<OpenVault>> {
  const [rows, listed] = await Promise.all([storage.readChunks(), storage.listRecords()]);
  if (!rows.ok) return rows;
  if (!listed.ok) return listed;
  const { good, lost } = await readBook(header, keys, rows.value);
  const revisions = new Map(listed.value.map(({ id, r }) => [id, r]));
  const damaged = new Map<string, DamagedRecord>();
  for (const id of lost) damaged.set(`chunk:${id}`, { id: `chunk:${id}` });
  const known = new Set<string>();
  for (const { id, r, kind, summary } of good.flatMap(({ entries }) => entries)) {
    known.add(id);
    if (revisions.get(id) !== r) damaged.set(id, { id, kind, summary });
  }
  const strays = listed.value.filter(({ id }) => !known.has(id));
  if (strays.length === 0) return succeed({ header, keys, book: inHeaderOrder(header, good, lost, []), damaged, rebuilt: new Set(lost) });
  const found = await readStrays(strays, keys, storage);
  if (!found.ok) return found;
  const adopted: Entry[] = [];
  for (const { id } of strays) {
    const entry = found.value.get(id);
    if (entry !== undefined && lost.length > 0) adopted.push(entry);
    else damaged.set(id, entry === undefined ? { id } : { id, kind: entry.kind, summary: entry.summary });
  }
  return succeed({ header, keys, book: inHeaderOrder(header, good, lost, adopted), damaged, rebuilt: new Set(lost) });
}

/** All chunks of the header; lost ones come back with the adopted records, shared out by kind as they would be written. */
function inHeaderOrder(header: VaultHeader, good: readonly Chunk[], lost: readonly string[], adopted: readonly Entry[]): Book {
  const large = lost.find((id) => id !== '0') ?? lost[0];
  const small = lost.includes('0') ? '0' : large;
  return header.chunks.map(([id, r]) => {
    const chunk = good.find((one) => one.id === id);
    if (chunk !== undefined) return chunk;
    const entries = adopted.filter((entry) => (manyKinds.has(entry.kind) ? id === large : id === small));
    return { id, r, entries };
  });
}
