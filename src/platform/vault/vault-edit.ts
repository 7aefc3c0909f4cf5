import { encodeBase64url } from '../../core/encoding/base64url.ts';
import type { JsonValue } from '../../core/model/json.ts';
import type { Randomness } from '../../wallet/ports.ts';
import type { VaultChange } from '../storage/vault-storage.ts';
import { editBook, entriesOf, sealChunk } from './book.ts';
import type { Entry } from './book.ts';
import type { OpenVault } from './open-vault.ts';
import { summaryOf } from './record-kinds.ts';
import { sealRecord } from './sealed-record.ts';
import type { PlainRecord } from './sealed-record.ts';
import type { Slot } from './slot.ts';
import { sealHeader } from './vault-header.ts';

/** One logical change of an open vault. */
export interface VaultEdit {
  /** With `id` the record is replaced, without it is new. */
  readonly put?: readonly { readonly id?: string; readonly record: PlainRecord }[];
  readonly drop?: readonly string[];
  /** New summaries of records whose bytes stay: by record id. */
  readonly summaries?: ReadonlyMap<string, JsonValue>;
  readonly slots?: readonly Slot[];
}

export interface PlannedWrite {
  readonly change: Omit<VaultChange, 'fromCounter'>;
  /** What is true once the change is on disk. */
  readonly after: OpenVault;
}

/**
 * Turns an edit into rows to be written together. All crypto is done here, before any transaction: awaiting it inside
 * one would let the transaction commit half.
 */
export async function planWrite(
  vault: OpenVault,
  edit: VaultEdit,
  schema: number,
  randomness: Randomness,
): Promise<PlannedWrite> {
  const counter = vault.header.counter + 1;
  const put = (edit.put ?? []).map(({ id, record }) => ({ id: id ?? encodeBase64url(randomness.bytes(16)), record }));
  const putRecords = [];
  for (const { id, record } of put) {
    putRecords.push(await sealRecord(vault.keys, { id, s: schema, e: vault.keys.epoch, r: counter }, record, randomness));
  }
  const entries: Entry[] = put.map(({ id, record }) => ({ id, r: counter, kind: record.kind, summary: summaryOf(record) }));
  for (const entry of entriesOf(vault.book)) {
    const summary = edit.summaries?.get(entry.id);
    if (summary !== undefined) entries.push({ ...entry, summary });
  }
  const drop = new Set(edit.drop ?? []);
  const book = editBook(vault.book, { put: entries, drop }, counter).map((chunk) =>
    vault.rebuilt.has(chunk.id) ? { ...chunk, r: counter } : chunk,
  );
  const touched = book.filter(({ r }) => r === counter);
  const putChunks = [];
  for (const chunk of touched) putChunks.push(await sealChunk(chunk, vault.keys, schema, randomness));
  const header = {
    ...vault.header,
    counter,
    stamp: encodeBase64url(randomness.bytes(16)),
    schema: Math.max(schema, vault.header.schema),
    slots: [...(edit.slots ?? vault.header.slots)],
    chunks: book.map(({ id, r }): [string, number] => [id, r]),
  };
  const headers = await sealHeader(header, vault.keys);
  const damaged = new Map([...vault.damaged].filter(([id]) => !drop.has(id) && !id.startsWith('chunk:')));
  const takesAway = drop.size > 0 || vault.header.slots.some(({ wrapped }) => header.slots.every((slot) => slot.wrapped !== wrapped));
  const change = { putRecords, dropRecords: [...drop], putChunks, dropChunks: [], headers, takesAway };
  return { change, after: { header, keys: vault.keys, book, damaged, rebuilt: new Set() } };
}
