import type { Attempt } from '../model/attempt.ts';
import { refuse, succeed } from '../model/attempt.ts';

/**
 * Text from UTF-8 bytes, strictly: no byte-order mark, no overlong forms, no surrogates, nothing replaced.
 * Errors: `open/not-utf8`; `open/truncated` where only the last character is cut off.
 */
export function decodeUtf8(bytes: Uint8Array): Attempt<string> {
  // UTF-16 or UTF-32 without a mark would pass as ASCII with zeros between.
  if (bytes.length > 1 && (bytes[0] === 0 || bytes[1] === 0)) return refuse('open/not-utf8', { why: 'utf-16' });
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  let text: string;
  try {
    text = decoder.decode(bytes, { stream: true });
  } catch {
    return refuse('open/not-utf8', { why: 'bytes' });
  }
  try {
    decoder.decode();
  } catch {
    return refuse('open/truncated', { at: bytes.length });
  }
  if (text.charCodeAt(0) === 0xfeff) return refuse('open/not-utf8', { why: 'byte-order-mark' });
  return succeed(text);
}

const encoder = new TextEncoder();

/** UTF-8 bytes of a text. A lone surrogate would be replaced: ask `isWellFormedText` first where that matters. */
export function encodeUtf8(text: string): Uint8Array<ArrayBuffer> {
  return encoder.encode(text);
}

/** How many bytes a text takes in UTF-8. */
export function utf8Length(text: string): number {
  let length = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code < 0x80) length += 1;
    else if (code < 0x800) length += 2;
    else if (code >= 0xd800 && code <= 0xdbff && at + 1 < text.length) {
      length += 4;
      at += 1;
    } else length += 3;
  }
  return length;
}

/** True where every surrogate is half of a pair (ECMA-262, well-formed). */
export function isWellFormedText(text: string): boolean {
  return !/[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/.test(text);
}
