import { hashWith } from './hash.ts';
import { encodeHex } from './hex.ts';

/** SHA-256 of bytes, or of the UTF-8 bytes of a text: 32 bytes. */
export async function sha256(input: Uint8Array | string): Promise<Uint8Array<ArrayBuffer>> {
  return hashWith('SHA-256', input);
}

/** SHA-256 as lower-case hexadecimal. */
export async function sha256Hex(input: Uint8Array | string): Promise<string> {
  return encodeHex(await sha256(input));
}
