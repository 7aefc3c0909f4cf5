import { sha256 } from '@noble/hashes/sha2.js';
import { deflateSync, Inflate } from 'fflate';
import { refuse, succeed } from '../model/attempt.ts';
import type { Attempt } from '../model/attempt.ts';
import { maxInflatedBytes } from '../model/limits.ts';
import { decodeCbor, encodeCbor } from './cbor.ts';

/** What a code or a link carries: bytes with their kind. */
export interface Enclosed {
  readonly bytes: Uint8Array;
  readonly mediaType: string;
  readonly name?: string;
}

/**
 * [Note: The envelope] Deterministic CBOR map (RFC 8949, 4.2): 1 version = 1, 2 media type, 3 encoding (0 none,
 * 1 deflate-raw), 4 bytes, 5 file name (optional), 6 SHA-256 of the bytes before compression. Unknown keys are
 * ignored, an unknown version is refused. The hash is compared before anybody parses the bytes.
 */
const key = { version: 1, mediaType: 2, encoding: 3, bytes: 4, name: 5, hash: 6 } as const;
const version = 1;
const encodings = { none: 0, deflateRaw: 1 } as const;
const maxMediaTypeCharacters = 127;
const maxNameCharacters = 200;
/** Input is inflated in pieces this small, so that a bomb is stopped within half a megabyte over the cap. */
const inflateStepBytes = 512;

/** Packs bytes, compressed where that makes them smaller. The same content always gives the same envelope. */
export function packEnvelope(content: Enclosed): Uint8Array {
  const deflated = deflateSync(content.bytes, { level: 9 });
  const smaller = deflated.length < content.bytes.length;
  const fields = new Map<number, number | string | Uint8Array>([
    [key.version, version],
    [key.mediaType, content.mediaType],
    [key.encoding, smaller ? encodings.deflateRaw : encodings.none],
    [key.bytes, smaller ? deflated : content.bytes],
  ]);
  if (content.name !== undefined) fields.set(key.name, content.name);
  fields.set(key.hash, sha256(content.bytes));
  return encodeCbor(fields);
}

/** True for bytes that begin as an envelope of ours of any version: a map whose first key is 1. Cheap and total. */
export function isEnvelope(bytes: Uint8Array): boolean {
  const [head = 0, firstKey] = bytes;
  return head >= 0xa4 && head <= 0xb7 && firstKey === key.version;
}

/**
 * Opens an envelope. `open/unsupported-version`, `receive/too-large` (inflates beyond the cap), `open/truncated` (cut
 * short), `receive/wrong-checksum` (the bytes are not those that were packed), else `open/malformed`.
 */
export function openEnvelope(bytes: Uint8Array): Attempt<Enclosed> {
  const read = decodeCbor(bytes);
  if (!read.ok) return refuse(read.error.code, { what: 'envelope' });
  const fields = read.value;
  if (!(fields instanceof Map)) return refuse('open/malformed', { what: 'envelope' });
  if (fields.get(key.version) !== version) return refuse('open/unsupported-version', { what: 'envelope' });
  const [mediaType, encoding, packed] = [fields.get(key.mediaType), fields.get(key.encoding), fields.get(key.bytes)];
  const [name, hash] = [fields.get(key.name), fields.get(key.hash)];
  const isShaped =
    isShortText(mediaType, maxMediaTypeCharacters) &&
    packed instanceof Uint8Array &&
    hash instanceof Uint8Array &&
    (name === undefined || isShortText(name, maxNameCharacters));
  if (!isShaped) return refuse('open/malformed', { what: 'envelope' });
  const unpacked = unpack(encoding, packed);
  if (!unpacked.ok) return unpacked;
  if (!isEqual(sha256(unpacked.value), hash)) return refuse('receive/wrong-checksum', { what: 'envelope' });
  return succeed({ bytes: unpacked.value, mediaType, ...(name === undefined ? {} : { name }) });
}

function isShortText(value: unknown, maxCharacters: number): value is string {
  return typeof value === 'string' && value.length <= maxCharacters;
}

function isEqual(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, index) => byte === b[index]);
}

function unpack(encoding: unknown, packed: Uint8Array): Attempt<Uint8Array> {
  if (encoding === encodings.none) {
    return packed.length > maxInflatedBytes ? refuse('receive/too-large', { maxBytes: maxInflatedBytes }) : succeed(packed);
  }
  if (encoding !== encodings.deflateRaw) return refuse('open/unsupported-version', { what: 'envelope-encoding' });
  return inflate(packed, maxInflatedBytes);
}

/** Inflates raw deflate data piece by piece and stops at `maxBytes`, before more memory is taken. */
export function inflate(packed: Uint8Array, maxBytes: number): Attempt<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let total = 0;
  const inflater = new Inflate((chunk) => {
    chunks.push(chunk);
    total += chunk.length;
  });
  try {
    for (let at = 0; at < packed.length && total <= maxBytes; at += inflateStepBytes) {
      inflater.push(packed.subarray(at, at + inflateStepBytes), at + inflateStepBytes >= packed.length);
    }
  } catch {
    return refuse('open/malformed', { what: 'envelope' });
  }
  if (total > maxBytes) return refuse('receive/too-large', { maxBytes });
  const joined = new Uint8Array(total);
  let at = 0;
  for (const chunk of chunks) {
    joined.set(chunk, at);
    at += chunk.length;
  }
  return succeed(joined);
}
