import { encodeUtf8 } from './utf8.ts';

/** A hash of FIPS 180-4 by its WebCrypto name. */
export type HashName = 'SHA-256' | 'SHA-384' | 'SHA-512';

/** The hash of bytes, or of the UTF-8 bytes of a text. */
export async function hashWith(name: HashName, input: Uint8Array | string): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = typeof input === 'string' ? encodeUtf8(input) : input;
  return new Uint8Array(await crypto.subtle.digest(name, bytes as Uint8Array<ArrayBuffer>));
}
