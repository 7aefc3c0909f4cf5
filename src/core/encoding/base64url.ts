import type { Attempt } from '../model/attempt.ts';
import { refuse, succeed } from '../model/attempt.ts';
import { decodeBase64Alphabet, encodeBase64Alphabet, urlAlphabet } from './base64-alphabet.ts';

/** Base64url without padding (RFC 7515 2, RFC 4648 5). */
export function encodeBase64url(bytes: Uint8Array): string {
  return encodeBase64Alphabet(bytes, urlAlphabet);
}

/**
 * Bytes of base64url text, strictly: no padding, no white space, no other alphabet, unused bits zero (RFC 4648 3.5), so
 * that each byte string has exactly one spelling. Error: `open/malformed`.
 */
export function decodeBase64url(text: string): Attempt<Uint8Array<ArrayBuffer>> {
  const bytes = decodeBase64Alphabet(text, urlAlphabet);
  return bytes === undefined ? refuse('open/malformed', { encoding: 'base64url' }) : succeed(bytes);
}
