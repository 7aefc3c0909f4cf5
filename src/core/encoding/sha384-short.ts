import { sha384 } from '@noble/hashes/sha2.js';

/** SHA-384 of a short text, here and now; see `[Note: Two ways to SHA-256]`. */
export function sha384Short(bytes: Uint8Array): Uint8Array {
  return sha384(bytes);
}
