const encoder = new TextEncoder();

/** Bytes of which the platform's own crypto accepts a view. */
export type Bytes = Uint8Array<ArrayBuffer>;

/** UTF-8 bytes of a text. */
export function utf8(text: string): Bytes {
  return encoder.encode(text);
}

/** The same bytes in a buffer of their own kind: WebCrypto takes no shared memory. */
export function toBytes(view: Uint8Array): Bytes {
  return view.buffer instanceof ArrayBuffer ? (view as Bytes) : new Uint8Array(view);
}

/**
 * Joins parts so that no two lists of parts give the same bytes: each is preceded by its length as four bytes,
 * big endian. Numbers are written as their decimal text.
 */
export function joinParts(...parts: readonly (string | number | Uint8Array)[]): Bytes {
  const all = parts.map((part) => (typeof part === 'object' ? part : utf8(String(part))));
  const joined = new Uint8Array(all.reduce((sum, part) => sum + 4 + part.length, 0));
  const view = new DataView(joined.buffer);
  let at = 0;
  for (const part of all) {
    view.setUint32(at, part.length);
    joined.set(part, at + 4);
    at += 4 + part.length;
  }
  return joined;
}
