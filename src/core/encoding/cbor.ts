import { refuse, succeed } from '../model/attempt.ts';
import type { Attempt } from '../model/attempt.ts';
import { joinBytes } from './join-bytes.ts';

/** What we write: unsigned whole numbers, bytes, text, arrays, maps with unsigned keys. */
export type CborItem = number | string | Uint8Array | readonly CborItem[] | ReadonlyMap<number, CborItem>;

/** What we read: the same, and `opaque` for anything else, which is stepped over (tags, floats, simple values, negative numbers). */
export type CborValue = number | string | Uint8Array | readonly CborValue[] | CborMap | typeof opaque;
type CborMap = ReadonlyMap<CborValue, CborValue>;
export const opaque = Symbol('opaque');

const maxDepth = 8;
const major = { unsigned: 0, negative: 1, bytes: 2, text: 3, array: 4, map: 5, tag: 6, simple: 7 } as const;

/** Deterministic CBOR (RFC 8949, 4.2.1): shortest heads, definite lengths, map keys in ascending order. */
export function encodeCbor(item: CborItem): Uint8Array {
  const pieces: Uint8Array[] = [];
  write(item, pieces);
  return joinBytes(pieces);
}

function write(item: CborItem, out: Uint8Array[]): void {
  if (typeof item === 'number') out.push(head(major.unsigned, item));
  else if (typeof item === 'string') writeBytes(major.text, new TextEncoder().encode(item), out);
  else if (item instanceof Uint8Array) writeBytes(major.bytes, item, out);
  else if (isList(item)) {
    out.push(head(major.array, item.length));
    for (const each of item) write(each, out);
  } else {
    out.push(head(major.map, item.size));
    for (const [key, value] of [...item].sort(([a], [b]) => a - b)) {
      out.push(head(major.unsigned, key));
      write(value, out);
    }
  }
}

function isList(item: CborItem): item is readonly CborItem[] {
  return Array.isArray(item);
}

function writeBytes(type: number, bytes: Uint8Array, out: Uint8Array[]): void {
  out.push(head(type, bytes.length), bytes);
}

function head(type: number, value: number): Uint8Array {
  const first = type << 5;
  if (value < 24) return Uint8Array.of(first | value);
  if (value < 0x100) return Uint8Array.of(first | 24, value);
  if (value < 0x1_0000) return Uint8Array.of(first | 25, value >> 8, value & 0xff);
  return Uint8Array.of(first | 26, value >>> 24, (value >>> 16) & 0xff, (value >>> 8) & 0xff, value & 0xff);
}

/**
 * Reads one CBOR item that fills the bytes exactly; shortest heads, definite lengths and distinct keys only.
 * `open/truncated` where the bytes end too early, else `open/malformed`; never throws.
 */
export function decodeCbor(bytes: Uint8Array): Attempt<CborValue> {
  const reader = new Reader(bytes);
  try {
    const value = reader.item(maxDepth);
    return reader.at === bytes.length ? succeed(value) : refuse('open/malformed', { what: 'cbor' });
  } catch (error) {
    if (!(error instanceof Stop)) throw error;
    return refuse(error.code, { what: 'cbor' });
  }
}

class Stop extends Error {
  readonly code: 'open/truncated' | 'open/malformed';
  constructor(code: 'open/truncated' | 'open/malformed') {
    super(code);
    this.code = code;
  }
}

class Reader {
  readonly #bytes: Uint8Array;
  at = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  item(depth: number): CborValue {
    if (depth === 0) throw new Stop('open/malformed');
    const first = this.#take(1)[0] ?? 0;
    const type = first >> 5;
    if (type === major.simple) return this.#simple(first & 31);
    const value = this.#argument(first & 31);
    if (type === major.unsigned) return value;
    if (type === major.negative) return opaque;
    if (type === major.bytes) return this.#take(value);
    if (type === major.text) return this.#text(value);
    if (type === major.tag) return this.#tagged(depth);
    return type === major.array ? this.#list(value, depth) : this.#map(value, depth);
  }

  #tagged(depth: number): typeof opaque {
    this.item(depth - 1);
    return opaque;
  }

  #list(length: number, depth: number): readonly CborValue[] {
    const items: CborValue[] = [];
    while (items.length < length) items.push(this.item(depth - 1));
    return items;
  }

  #map(size: number, depth: number): CborMap {
    const map = new Map<CborValue, CborValue>();
    for (let count = 0; count < size; count += 1) {
      const key = this.item(depth - 1);
      if (key !== opaque && map.has(key)) throw new Stop('open/malformed');
      map.set(key, this.item(depth - 1));
    }
    return map;
  }

  #text(length: number): string {
    try {
      return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(this.#take(length));
    } catch (error) {
      throw error instanceof Stop ? error : new Stop('open/malformed');
    }
  }

  #simple(short: number): typeof opaque {
    const widths: Readonly<Record<number, number>> = { 24: 1, 25: 2, 26: 4, 27: 8 };
    if (short > 27) throw new Stop('open/malformed');
    this.#take(widths[short] ?? 0);
    return opaque;
  }

  #argument(short: number): number {
    if (short < 24) return short;
    if (short > 27) throw new Stop('open/malformed');
    const width = 2 ** (short - 24);
    const value = this.#take(width).reduce((sum, byte) => sum * 256 + byte, 0);
    const smallest = width === 1 ? 24 : 256 ** (width / 2);
    if (value < smallest || !Number.isSafeInteger(value)) throw new Stop('open/malformed');
    return value;
  }

  #take(length: number): Uint8Array {
    if (length > this.#bytes.length - this.at) throw new Stop('open/truncated');
    return this.#bytes.subarray(this.at, (this.at += length));
  }
}
