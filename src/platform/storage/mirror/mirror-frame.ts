import type { HeaderRow, SealedRow } from '../vault-storage.ts';

/** One step of the mirror: rows put and dropped. A picture of everything comes in several frames; the last is complete. */
export interface MirrorFrame {
  /** Header counter after this frame; 0 in the middle of a picture. */
  readonly counter: number;
  /** True in the first frame of a picture: what was before is forgotten. */
  readonly anew: boolean;
  readonly putRecords: readonly SealedRow[];
  readonly dropRecords: readonly string[];
  readonly putChunks: readonly SealedRow[];
  readonly dropChunks: readonly string[];
  readonly headers: readonly HeaderRow[];
  /** True where earlier frames hold what this one takes away: the file is to be written anew at once. */
  readonly takesAway: boolean;
}

const magic = 0x4d434631;
export const frameHeaderBytes = 8;
export const frameDigestBytes = 32;
/** A frame longer than this was never written by us. */
const maxPayloadBytes = 512 * 1024 * 1024;

type WrittenRow = readonly [id: string, s: number, e: number, r: number, ivLength: number, ctLength: number];
type WrittenHeader = readonly [copy: 'A' | 'B', counter: number, schema: number, text: string, macLength: number];
interface WrittenFrame {
  readonly counter: number;
  readonly anew: boolean;
  readonly records: readonly WrittenRow[];
  readonly dropRecords: readonly string[];
  readonly chunks: readonly WrittenRow[];
  readonly dropChunks: readonly string[];
  readonly headers: readonly WrittenHeader[];
  /** Written only where true: files of before it was there read as they did. */
  readonly takesAway?: true;
}

function join(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const joined = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    joined.set(part, at);
    at += part.length;
  }
  return joined;
}

/** A frame as it lies in the file: magic, length, payload (length of JSON, JSON, bytes in its order), SHA-256. */
export async function encodeFrame(frame: MirrorFrame): Promise<Uint8Array> {
  const bytes: Uint8Array[] = [];
  const writeRow = ({ id, s, e, r, iv, ct }: SealedRow): WrittenRow => {
    bytes.push(iv, ct);
    return [id, s, e, r, iv.length, ct.length];
  };
  const written: WrittenFrame = {
    counter: frame.counter,
    anew: frame.anew,
    records: frame.putRecords.map(writeRow),
    dropRecords: frame.dropRecords,
    chunks: frame.putChunks.map(writeRow),
    dropChunks: frame.dropChunks,
    headers: frame.headers.map(({ copy, counter, schema, text, mac }): WrittenHeader => {
      bytes.push(mac);
      return [copy, counter, schema, text, mac.length];
    }),
    ...(frame.takesAway && { takesAway: true }),
  };
  const json = new TextEncoder().encode(JSON.stringify(written));
  const jsonLength = new Uint8Array(4);
  new DataView(jsonLength.buffer).setUint32(0, json.length);
  const payload = join([jsonLength, json, ...bytes]);
  const head = new Uint8Array(frameHeaderBytes);
  const view = new DataView(head.buffer);
  view.setUint32(0, magic);
  view.setUint32(4, payload.length);
  return join([head, payload, new Uint8Array(await crypto.subtle.digest('SHA-256', payload))]);
}

/** Length of the payload that a frame header announces; undefined where no frame begins. */
export function payloadLength(head: Uint8Array): number | undefined {
  if (head.length < frameHeaderBytes) return undefined;
  const view = new DataView(head.buffer, head.byteOffset, head.length);
  const length = view.getUint32(4);
  return view.getUint32(0) === magic && length <= maxPayloadBytes ? length : undefined;
}

/** The frame of a payload; undefined where the digest does not fit. */
export async function decodeFrame(payload: Uint8Array, digest: Uint8Array): Promise<MirrorFrame | undefined> {
  const own = Uint8Array.from(payload);
  const computed = new Uint8Array(await crypto.subtle.digest('SHA-256', own));
  if (digest.length !== computed.length || !computed.every((byte, at) => byte === digest[at])) return undefined;
  let at = 4 + new DataView(own.buffer).getUint32(0);
  const written = JSON.parse(new TextDecoder().decode(own.subarray(4, at))) as WrittenFrame;
  const take = (length: number): Uint8Array => own.slice(at, (at += length));
  const readRow = ([id, s, e, r, ivLength, ctLength]: WrittenRow): SealedRow => ({ id, s, e, r, iv: take(ivLength), ct: take(ctLength) });
  const putRecords = written.records.map(readRow);
  const putChunks = written.chunks.map(readRow);
  const headers = written.headers.map(([copy, counter, schema, text, macLength]): HeaderRow => ({ copy, counter, schema, text, mac: take(macLength) }));
  const { counter, anew, dropRecords, dropChunks } = written;
  return { counter, anew, putRecords, dropRecords, putChunks, dropChunks, headers, takesAway: written.takesAway === true };
}
