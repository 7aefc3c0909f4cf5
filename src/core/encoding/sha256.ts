import { encodeHex } from './hex.ts';
import { encodeUtf8 } from './utf8.ts';

/** SHA-256 of bytes, or of the UTF-8 bytes of a text: 32 bytes. */
export async function sha256(input: Uint8Array | string): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = typeof input === 'string' ? encodeUtf8(input) : input;
  return new Uint8Array(await crypto.subtle.digest('SHA-256', bytes as Uint8Array<ArrayBuffer>));
}

/** SHA-256 as lower-case hexadecimal. */
export async function sha256Hex(input: Uint8Array | string): Promise<string> {
  return encodeHex(await sha256(input));
}
