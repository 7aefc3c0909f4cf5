import { sha256 } from '@noble/hashes/sha2.js';

/**
 * [Note: Two ways to SHA-256]
 *
 * WebCrypto answers on another thread: the way there and back takes longer than hashing a short text, and canonicalizing
 * one badge asks for dozens of them. Short public texts are hashed here and now; everything else by `sha256.ts`.
 */
export function sha256Short(bytes: Uint8Array): Uint8Array {
  return sha256(bytes);
}
