/** One chunk of a PNG by its place: nothing is copied. */
export interface PngChunk {
  readonly type: string;
  /** Where the length field begins. */
  readonly start: number;
  readonly content: Uint8Array;
}

const signature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a] as const;
const badgeKeywords: ReadonlySet<string> = new Set(['openbadgecredential', 'openbadges', 'clrcredential']);
/** PNG 3, 11.3.3.1: a keyword has at most 79 bytes. */
const maxKeywordBytes = 79;

export function isPng(bytes: Uint8Array): boolean {
  return signature.every((byte, index) => bytes[index] === byte);
}

/**
 * The chunks of a PNG in their order (PNG 3, 5.3), as far as each lies wholly within the bytes; the last may be any. Ends
 * after `IEND` or where a length leads outside. Never throws.
 */
export function* chunksOf(bytes: Uint8Array): Generator<PngChunk> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let start: number = signature.length; start + 12 <= bytes.length; ) {
    const length = view.getUint32(start);
    if (length > bytes.length - start - 12) return;
    const type = String.fromCharCode(...bytes.subarray(start + 4, start + 8));
    yield { type, start, content: bytes.subarray(start + 8, start + 8 + length) };
    if (type === 'IEND') return;
    start += 12 + length;
  }
}

/** The keyword of a text chunk that a badge is baked with; undefined for every other chunk. Compared exactly. */
export function badgeKeywordOf({ type, content }: PngChunk): string | undefined {
  if (type !== 'iTXt' && type !== 'tEXt' && type !== 'zTXt') return undefined;
  const end = content.subarray(0, maxKeywordBytes + 1).indexOf(0);
  const keyword = end < 0 ? '' : String.fromCharCode(...content.subarray(0, end));
  return badgeKeywords.has(keyword) ? keyword : undefined;
}

/** True for a PNG with a badge in it: other images are no credentials, however broken. */
export function isBakedPng(bytes: Uint8Array): boolean {
  if (!isPng(bytes)) return false;
  for (const chunk of chunksOf(bytes)) if (badgeKeywordOf(chunk) !== undefined) return true;
  return false;
}
