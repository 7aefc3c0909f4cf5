import { utf8Length } from './utf8.ts';

type Span = readonly [start: number, end: number];
type Children = ReadonlyMap<string | number, Span>;

/**
 * Finds where a value stands in a JSON text that the strict reader has accepted. Nothing is noted while reading; a
 * container is scanned when a path first goes through it, and its children are remembered.
 */
export function createSpans(text: string, bytes: Uint8Array): { sliceAt(pointer: readonly (string | number)[]): Uint8Array | undefined } {
  const scanned = new Map<number, Children>();
  const isAscii = text.length === bytes.length;
  // Byte offsets of the last place asked for, so that a walk along an array counts every character once.
  let known = { index: 0, offset: 0 };
  const offsetOf = (index: number): number => {
    if (isAscii) return index;
    const from = index >= known.index ? known : { index: 0, offset: 0 };
    known = { index, offset: from.offset + utf8Length(text.slice(from.index, index)) };
    return known.offset;
  };
  const childrenOf = (start: number): Children => {
    const before = scanned.get(start);
    if (before !== undefined) return before;
    const children = scanChildren(text, start);
    scanned.set(start, children);
    return children;
  };
  let whole: Span | undefined;
  return {
    sliceAt(pointer) {
      whole ??= [skipSpace(text, 0), skipValue(text, skipSpace(text, 0))];
      let span: Span | undefined = whole;
      for (const step of pointer) {
        const opening: string | undefined = text[span[0]];
        if (opening !== (typeof step === 'string' ? '{' : '[')) return undefined;
        span = childrenOf(span[0]).get(step);
        if (span === undefined) return undefined;
      }
      return bytes.subarray(offsetOf(span[0]), offsetOf(span[1]));
    },
  };
}

function scanChildren(text: string, start: number): Children {
  const children = new Map<string | number, Span>();
  const isObject = text[start] === '{';
  let at = skipSpace(text, start + 1);
  for (let index = 0; text[at] !== '}' && text[at] !== ']'; index += 1) {
    let key: string | number = index;
    if (isObject) {
      const keyEnd = skipString(text, at);
      key = JSON.parse(text.slice(at, keyEnd)) as string;
      at = skipSpace(text, skipSpace(text, keyEnd) + 1);
    }
    const end = skipValue(text, at);
    children.set(key, [at, end]);
    at = skipSpace(text, end);
    if (text[at] === ',') at = skipSpace(text, at + 1);
  }
  return children;
}

function skipSpace(text: string, from: number): number {
  let at = from;
  for (let code = text.charCodeAt(at); code === 0x20 || code === 0x0a || code === 0x0d || code === 0x09; code = text.charCodeAt(at)) at += 1;
  return at;
}

/** The place after the closing quote of the string that begins at `start`. */
function skipString(text: string, start: number): number {
  let at = start + 1;
  for (;;) {
    const end = text.indexOf('"', at);
    let slashes = 0;
    while (text.charCodeAt(end - 1 - slashes) === 0x5c) slashes += 1;
    if (slashes % 2 === 0) return end + 1;
    at = end + 1;
  }
}

/** The place after the value that begins at `start`. */
function skipValue(text: string, start: number): number {
  let depth = 0;
  let at = start;
  for (; at < text.length; ) {
    const code = text.charCodeAt(at);
    if (code === 0x22) {
      at = skipString(text, at);
      if (depth === 0) return at;
      continue;
    }
    if (code === 0x7b || code === 0x5b) depth += 1;
    else if (code === 0x7d || code === 0x5d) {
      if (depth === 0) return at;
      depth -= 1;
      if (depth === 0) return at + 1;
    } else if (depth === 0 && (code === 0x2c || code <= 0x20)) return at;
    at += 1;
  }
  return at;
}
