import type { Attempt } from '../model/attempt.ts';
import { refuse } from '../model/attempt.ts';
import type { ErrorCode } from '../model/error-code.ts';
import type { JsonValue } from '../model/json.ts';
import { maxDepth, maxFileBytes, maxNodesPerCredential, maxStringBytes } from '../model/limits.ts';
import { decodeUtf8, utf8Length } from './utf8.ts';
import { readNumber } from './strict-json-number.ts';
import { createSpans } from './strict-json-spans.ts';

/** JSON as read by the strict reader, with the way back to the bytes it was read from. */
export interface ParsedJson {
  readonly value: JsonValue;
  /**
   * The exact bytes of the value at a path of member names and array indexes (`[]` is the whole value), without the
   * white space around it; undefined where the path leads nowhere. A view of the input, not a copy.
   */
  sliceAt(pointer: readonly (string | number)[]): Uint8Array | undefined;
}

/** Caps that a caller may set otherwise: a file of many credentials may hold more nodes than one credential. */
export interface StrictJsonCaps {
  readonly maxBytes?: number;
  readonly maxNodes?: number;
  readonly maxDepth?: number;
  readonly maxStringBytes?: number;
}

const forbiddenKeys: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);
const [quote, backslash, comma, colon] = [0x22, 0x5c, 0x2c, 0x3a];

/** Leaves the recursion, which the depth cap bounds; never seen outside this file. */
class Refusal extends Error {
  readonly code: ErrorCode;
  readonly at: number;
  readonly facts: Readonly<Record<string, string | number>>;
  constructor(code: ErrorCode, at: number, facts: Readonly<Record<string, string | number>> = {}) {
    super(code);
    this.code = code;
    this.at = at;
    this.facts = facts;
  }
}

/**
 * Reads JSON (RFC 8259) as I-JSON (RFC 7493) and stricter, from bytes.
 *
 * Refused, each with its own code: anything but UTF-8 without a byte-order mark, and lone surrogates even when escaped
 * (`open/not-utf8`); the same member name twice (`open/duplicate-key`); `__proto__`, `constructor`, `prototype`
 * (`open/forbidden-key`); numbers that a double cannot hold exactly, and -0 (`open/unsafe-number`); more nesting, nodes
 * or string bytes than the caps (`open/too-deep`, `open/too-many-nodes`, `open/string-too-long`); more bytes than the cap
 * (`receive/too-large`); an end that comes too soon (`open/truncated`); all else that is not JSON, and anything after the
 * value (`open/malformed`). Facts: `at`, the byte offset, and the limit where one was passed.
 *
 * Objects have no prototype.
 */
export function readStrictJson(bytes: Uint8Array, caps: StrictJsonCaps = {}): Attempt<ParsedJson> {
  const maxBytes = caps.maxBytes ?? maxFileBytes;
  if (bytes.length > maxBytes) return refuse('receive/too-large', { limit: maxBytes, bytes: bytes.length });
  const text = decodeUtf8(bytes);
  if (!text.ok) return text;
  const reader = new Reader(text.value, caps);
  try {
    const value = reader.readDocument();
    const spans = createSpans(text.value, bytes);
    return { ok: true, value: { value, sliceAt: (pointer) => spans.sliceAt(pointer) } };
  } catch (thrown) {
    if (!(thrown instanceof Refusal)) throw thrown;
    return refuse(thrown.code, { at: utf8Length(text.value.slice(0, thrown.at)), ...thrown.facts });
  }
}

/** One pass over the text. A class because it carries a position. */
class Reader {
  readonly #text: string;
  readonly #maxNodes: number;
  readonly #maxDepth: number;
  readonly #maxStringBytes: number;
  #at = 0;
  #nodes = 0;

  constructor(text: string, caps: StrictJsonCaps) {
    this.#text = text;
    this.#maxNodes = caps.maxNodes ?? maxNodesPerCredential;
    this.#maxDepth = caps.maxDepth ?? maxDepth;
    this.#maxStringBytes = caps.maxStringBytes ?? maxStringBytes;
  }

  readDocument(): JsonValue {
    this.#skipSpace();
    const value = this.#readValue(0);
    this.#skipSpace();
    if (this.#at < this.#text.length) throw new Refusal('open/malformed', this.#at, { why: 'trailing' });
    return value;
  }

  #readValue(depth: number): JsonValue {
    this.#nodes += 1;
    if (this.#nodes > this.#maxNodes) throw new Refusal('open/too-many-nodes', this.#at, { limit: this.#maxNodes });
    const code = this.#text.charCodeAt(this.#at);
    switch (code) {
      case 0x7b:
        return this.#readObject(depth + 1);
      case 0x5b:
        return this.#readArray(depth + 1);
      case quote:
        return this.#readString();
      case 0x74:
        return this.#readWord('true', true);
      case 0x66:
        return this.#readWord('false', false);
      case 0x6e:
        return this.#readWord('null', null);
      default:
        return this.#readNumber();
    }
  }

  #enter(depth: number): void {
    if (depth > this.#maxDepth) throw new Refusal('open/too-deep', this.#at, { limit: this.#maxDepth });
    this.#at += 1;
    this.#skipSpace();
  }

  #readObject(depth: number): JsonValue {
    this.#enter(depth);
    const members = Object.create(null) as Record<string, JsonValue>;
    if (this.#text.charCodeAt(this.#at) === 0x7d) {
      this.#at += 1;
      return members;
    }
    for (;;) {
      const start = this.#at;
      if (this.#text.charCodeAt(start) !== quote) this.#unexpected();
      const key = this.#readString();
      if (forbiddenKeys.has(key)) throw new Refusal('open/forbidden-key', start, { key });
      if (key in members) throw new Refusal('open/duplicate-key', start, { key: key.slice(0, 80) });
      this.#skipSpace();
      if (this.#text.charCodeAt(this.#at) !== colon) this.#unexpected();
      this.#at += 1;
      this.#skipSpace();
      members[key] = this.#readValue(depth);
      if (this.#isOver(0x7d)) return members;
    }
  }

  #readArray(depth: number): JsonValue {
    this.#enter(depth);
    const items: JsonValue[] = [];
    if (this.#text.charCodeAt(this.#at) === 0x5d) {
      this.#at += 1;
      return items;
    }
    for (;;) {
      items.push(this.#readValue(depth));
      if (this.#isOver(0x5d)) return items;
    }
  }

  /** After a value: true at the closing bracket, false after a comma. */
  #isOver(closing: number): boolean {
    this.#skipSpace();
    const code = this.#text.charCodeAt(this.#at);
    if (code !== closing && code !== comma) this.#unexpected();
    this.#at += 1;
    if (code === closing) return true;
    this.#skipSpace();
    return false;
  }

  #readWord<T extends boolean | null>(word: string, value: T): T {
    if (!this.#text.startsWith(word, this.#at)) {
      const rest = this.#text.slice(this.#at, this.#at + word.length);
      if (this.#at + rest.length === this.#text.length && word.startsWith(rest)) this.#at += rest.length;
      this.#unexpected();
    }
    this.#at += word.length;
    return value;
  }

  #readNumber(): number {
    const read = readNumber(this.#text, this.#at);
    if (read.outcome === 'malformed') {
      this.#at = read.at;
      this.#unexpected();
    }
    if (read.outcome === 'unsafe') throw new Refusal('open/unsafe-number', this.#at);
    this.#at = read.end;
    return read.value;
  }

  #readString(): string {
    const text = this.#text;
    const start = this.#at + 1;
    let at = start;
    for (;;) {
      const code = text.charCodeAt(at);
      if (code === quote) break;
      if (code === backslash) return this.#readEscapedString(start, at);
      if (!(code >= 0x20)) this.#refuseInString(at);
      at += 1;
    }
    this.#at = at + 1;
    return this.#withinCap(text.slice(start, at), start);
  }

  /** Every escape is looked at here; the text is then put together at once, for millions of pieces would fill the memory. */
  #readEscapedString(start: number, firstEscape: number): string {
    const text = this.#text;
    let at = firstEscape;
    for (;;) {
      const code = text.charCodeAt(at);
      if (code === quote) break;
      if (code === backslash) at = this.#endOfEscape(at);
      else {
        if (!(code >= 0x20)) this.#refuseInString(at);
        at += 1;
      }
    }
    this.#at = at + 1;
    return this.#withinCap(JSON.parse(text.slice(start - 1, at + 1)) as string, start);
  }

  #endOfEscape(at: number): number {
    const letter = this.#text[at + 1];
    if (letter === undefined) this.#refuseInString(at + 1);
    if (letter !== 'u') {
      if (letter === undefined || !simpleEscapes.has(letter)) throw new Refusal('open/malformed', at);
      return at + 2;
    }
    const unit = this.#readHex(at + 2);
    if (unit < 0xd800 || unit > 0xdfff) return at + 6;
    // RFC 7493 2.1: an escaped surrogate counts only as the first half of a pair.
    if (unit <= 0xdbff && this.#text.charCodeAt(at + 6) === backslash && this.#text[at + 7] === 'u') {
      const low = this.#readHex(at + 8);
      if (low >= 0xdc00 && low <= 0xdfff) return at + 12;
    }
    throw new Refusal('open/not-utf8', at, { why: 'lone-surrogate' });
  }

  #readHex(at: number): number {
    const digits = this.#text.slice(at, at + 4);
    if (/^[0-9a-fA-F]{4}$/.test(digits)) return Number.parseInt(digits, 16);
    if (at + digits.length === this.#text.length && /^[0-9a-fA-F]*$/.test(digits)) this.#refuseInString(this.#text.length);
    throw new Refusal('open/malformed', at);
  }

  #withinCap(value: string, start: number): string {
    const cap = this.#maxStringBytes;
    if (value.length * 3 > cap && (value.length > cap || utf8Length(value) > cap)) {
      throw new Refusal('open/string-too-long', start, { limit: cap });
    }
    return value;
  }

  #refuseInString(at: number): never {
    throw new Refusal(at >= this.#text.length ? 'open/truncated' : 'open/malformed', at);
  }

  #unexpected(): never {
    throw new Refusal(this.#at >= this.#text.length ? 'open/truncated' : 'open/malformed', this.#at);
  }

  #skipSpace(): void {
    for (;;) {
      const code = this.#text.charCodeAt(this.#at);
      if (code !== 0x20 && code !== 0x0a && code !== 0x0d && code !== 0x09) return;
      this.#at += 1;
    }
  }
}

const simpleEscapes: ReadonlySet<string> = new Set(['"', '\\', '/', 'b', 'f', 'n', 'r', 't']);
