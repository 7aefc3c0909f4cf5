import type { Attempt } from '../model/attempt.ts';
import { refuse, succeed } from '../model/attempt.ts';
import { decodeBase64Alphabet, encodeBase64Alphabet, standardAlphabet } from './base64-alphabet.ts';

/** Base64 with padding (RFC 4648 4). */
export function encodeBase64(bytes: Uint8Array): string {
  const text = encodeBase64Alphabet(bytes, standardAlphabet);
  return text + '='.repeat((4 - (text.length % 4)) % 4);
}

/** Bytes of base64 text: full padding, no white space, unused bits zero (RFC 4648 3.5). Error: `open/malformed`. */
export function decodeBase64(text: string): Attempt<Uint8Array<ArrayBuffer>> {
  const padding = text.endsWith('==') ? 2 : text.endsWith('=') ? 1 : 0;
  const isWhole = text.length % 4 === 0;
  const bytes = isWhole ? decodeBase64Alphabet(text.slice(0, text.length - padding), standardAlphabet) : undefined;
  return bytes === undefined ? refuse('open/malformed', { encoding: 'base64' }) : succeed(bytes);
}
