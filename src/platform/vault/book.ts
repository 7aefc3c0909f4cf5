import type { JsonValue } from '../../core/model/json.ts';
import type { SealedRow } from '../storage/vault-storage.ts';
import type { Randomness } from '../../wallet/ports.ts';
import { openRow, sealRow } from './sealed-record.ts';
import type { VaultKeys } from './vault-keys.ts';

/** A record as the summary chunks list it: identity, revision, kind and what the list needs of it. */
export interface Entry {
  readonly id: string;
  readonly r: number;
  readonly kind: string;
  readonly summary: JsonValue;
}

/**
 * [Note: Chunk and manifest are one] A summary chunk lists what it summarises with identity and revision, and the header
 * lists the chunks with theirs: a record deleted, swapped or rolled back behind the app does not match its entry, a
 * chunk does not match the header. Revisions are the header's counter at the time of writing and never repeat.
 */
export interface Chunk {
  readonly id: string;
  readonly r: number;
  readonly entries: readonly Entry[];
}
export type Book = readonly Chunk[];

const entriesPerChunk = 500;
/** Settings, keys and issuers stand apart, so that a write of theirs stays small. */
const smallChunk = '0';
export const manyKinds: ReadonlySet<string> = new Set(['credential', 'share', 'answer', 'note', 'prior-learning', 'evidence']);

/** What changes in the book: entries put (with their new revision) and record ids dropped. */
export interface BookEdit {
  readonly put: readonly Entry[];
  readonly drop: ReadonlySet<string>;
}

/** Adds new entries to the chunks of their group that have room, then to new chunks. */
function addEntries(chunks: Chunk[], added: readonly Entry[], counter: number): void {
  let rest = added.filter(({ kind }) => manyKinds.has(kind));
  const fill = (chunk: Chunk, room: number): Chunk => {
    const filled = { ...chunk, r: counter, entries: [...chunk.entries, ...rest.slice(0, room)] };
    rest = rest.slice(room);
    return filled;
  };
  chunks.forEach((chunk, index) => {
    const room = chunk.id === smallChunk ? 0 : entriesPerChunk - chunk.entries.length;
    if (rest.length > 0 && room > 0) chunks[index] = fill(chunk, room);
  });
  let next = chunks.reduce((highest, { id }) => Math.max(highest, Number(id)), 0) + 1;
  while (rest.length > 0) chunks.push(fill({ id: String(next++), r: counter, entries: [] }, entriesPerChunk));
  rest = added.filter(({ kind }) => !manyKinds.has(kind));
  if (rest.length === 0) return;
  const index = chunks.findIndex(({ id }) => id === smallChunk);
  const small = fill(chunks[index] ?? { id: smallChunk, r: counter, entries: [] }, Number.POSITIVE_INFINITY);
  if (index < 0) chunks.unshift(small);
  else chunks[index] = small;
}

/** The book after an edit. Chunks are never removed nor their numbers used again, even when empty. */
export function editBook(book: Book, edit: BookEdit, counter: number): Book {
  const chunks = book.map((chunk) =>
    chunk.entries.some(({ id }) => edit.drop.has(id))
      ? { ...chunk, r: counter, entries: chunk.entries.filter(({ id }) => !edit.drop.has(id)) }
      : chunk,
  );
  const present = new Set(chunks.flatMap(({ entries }) => entries.map(({ id }) => id)));
  const replacing = new Map(edit.put.filter(({ id }) => present.has(id)).map((entry) => [entry.id, entry]));
  chunks.forEach((chunk, index) => {
    if (!chunk.entries.some(({ id }) => replacing.has(id))) return;
    chunks[index] = { ...chunk, r: counter, entries: chunk.entries.map((entry) => replacing.get(entry.id) ?? entry) };
  });
  addEntries(chunks, edit.put.filter(({ id }) => !present.has(id)), counter);
  return chunks;
}

/** Every entry, in chunk order. */
export function entriesOf(book: Book): readonly Entry[] {
  return book.flatMap(({ entries }) => entries);
}

export async function sealChunk(chunk: Chunk, keys: VaultKeys, schema: number, randomness: Randomness): Promise<SealedRow> {
  const json = chunk.entries.map(({ id, r, kind, summary }) => [id, r, kind, summary]);
  return sealRow(keys, 'chunks', { id: chunk.id, s: schema, e: keys.epoch, r: chunk.r }, { json }, randomness);
}

/** Undefined where the chunk was altered, moved or is of another shape. */
export async function openChunk(row: SealedRow, keys: VaultKeys): Promise<Chunk | undefined> {
  const content = await openRow(keys, 'chunks', row);
  if (content === undefined || !Array.isArray(content.json)) return undefined;
  const entries: Entry[] = [];
  for (const line of content.json as readonly unknown[]) {
    if (!Array.isArray(line)) return undefined;
    const [id, r, kind, summary] = line as readonly unknown[];
    if (typeof id !== 'string' || typeof r !== 'number' || typeof kind !== 'string') return undefined;
    entries.push({ id, r, kind, summary: summary as JsonValue });
  }
  return { id: row.id, r: row.r, entries };
}
