import type { Attempt } from '../model/attempt.ts';
import { refuse, succeed } from '../model/attempt.ts';

const pairs: readonly string[] = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

/** Lower-case hexadecimal, two digits a byte. */
export function encodeHex(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += pairs[byte] ?? '';
  return text;
}

/** Bytes of hexadecimal text, either case, whole bytes only. Error: `open/malformed`. */
export function decodeHex(text: string): Attempt<Uint8Array<ArrayBuffer>> {
  if (text.length % 2 !== 0 || !/^[0-9a-fA-F]*$/.test(text)) return refuse('open/malformed', { encoding: 'hex' });
  const bytes = new Uint8Array(text.length / 2);
  for (let at = 0; at < bytes.length; at += 1) bytes[at] = Number.parseInt(text.slice(at * 2, at * 2 + 2), 16);
  return succeed(bytes);
}
