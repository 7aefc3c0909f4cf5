import type { JsonValue } from '../../core/model/json.ts';
import type { Randomness } from '../../wallet/ports.ts';
import type { SealedRow } from '../storage/vault-storage.ts';
import { joinParts, toBytes, utf8 } from './join-parts.ts';
import type { Bytes } from './join-parts.ts';
import { padmeLength } from './padme.ts';
import { deriveRecordKey } from './vault-keys.ts';
import type { VaultKeys } from './vault-keys.ts';

/** A record before it is sealed: a JSON part and, where it has one, bytes exactly as they came. */
export interface PlainRecord {
  readonly kind: string;
  readonly body: JsonValue;
  readonly bytes?: Uint8Array;
  /** Milliseconds since 1970. */
  readonly created: number;
  readonly updated: number;
}

export type RowStore = 'records' | 'chunks';
export type RowPlace = Pick<SealedRow, 'id' | 's' | 'e' | 'r'>;

function additionalData(keys: VaultKeys, store: RowStore, place: RowPlace): Bytes {
  return joinParts('mecum/1/rec', keys.vaultId, store, place.id, place.s, place.e, place.r);
}

/** Plaintext frame: length of the JSON, length of the bytes (four bytes each, big endian), both parts, zeros. */
function frame(json: string, bytes: Uint8Array): Bytes {
  const text = utf8(json);
  const framed = new Uint8Array(padmeLength(8 + text.length + bytes.length));
  const view = new DataView(framed.buffer);
  view.setUint32(0, text.length);
  view.setUint32(4, bytes.length);
  framed.set(text, 8);
  framed.set(bytes, 8 + text.length);
  text.fill(0);
  return framed;
}

function unframe(framed: Bytes): { readonly json: unknown; readonly bytes: Bytes } | undefined {
  if (framed.length < 8) return undefined;
  const view = new DataView(framed.buffer, framed.byteOffset, framed.length);
  const textEnd = 8 + view.getUint32(0);
  const end = textEnd + view.getUint32(4);
  if (end > framed.length) return undefined;
  const json: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(framed.subarray(8, textEnd)));
  return { json, bytes: framed.slice(textEnd, end) };
}

/** Seals a JSON value and bytes into a row; place and vault are bound as additional data. */
export async function sealRow(
  keys: VaultKeys,
  store: RowStore,
  place: RowPlace,
  content: { readonly json: JsonValue; readonly bytes?: Uint8Array },
  randomness: Randomness,
): Promise<SealedRow> {
  const key = await deriveRecordKey(keys, store, place.id);
  const iv = toBytes(randomness.bytes(12));
  const plain = frame(JSON.stringify(content.json), content.bytes ?? new Uint8Array(0));
  const sealed = await crypto.subtle.encrypt({ name: 'AES-GCM', iv, additionalData: additionalData(keys, store, place) }, key, plain);
  plain.fill(0);
  const { id, s, e, r } = place;
  return { id, s, e, r, iv, ct: new Uint8Array(sealed) };
}

/** Opens a row. Undefined where it was altered, moved, or belongs to another vault: never an exception. */
export async function openRow(
  keys: VaultKeys,
  store: RowStore,
  row: SealedRow,
): Promise<{ readonly json: unknown; readonly bytes: Bytes } | undefined> {
  try {
    const key = await deriveRecordKey(keys, store, row.id);
    const parameters = { name: 'AES-GCM', iv: toBytes(row.iv), additionalData: additionalData(keys, store, row) };
    const plain = new Uint8Array(await crypto.subtle.decrypt(parameters, key, toBytes(row.ct)));
    const content = unframe(plain);
    plain.fill(0);
    return content;
  } catch {
    return undefined;
  }
}

export async function sealRecord(keys: VaultKeys, place: RowPlace, record: PlainRecord, randomness: Randomness): Promise<SealedRow> {
  const { kind, body, created, updated, bytes } = record;
  return sealRow(keys, 'records', place, { json: { kind, body, created, updated }, ...(bytes && { bytes }) }, randomness);
}

export async function openRecord(keys: VaultKeys, row: SealedRow): Promise<PlainRecord | undefined> {
  const content = await openRow(keys, 'records', row);
  if (content === undefined || typeof content.json !== 'object' || content.json === null) return undefined;
  const { kind, body, created, updated } = content.json as Partial<PlainRecord>;
  if (typeof kind !== 'string' || body === undefined || typeof created !== 'number' || typeof updated !== 'number') return undefined;
  return { kind, body, created, updated, bytes: content.bytes };
}
