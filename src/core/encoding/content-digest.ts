import { encodeHex } from './hex.ts';
import { sha256Short } from './sha256-short.ts';
import { sha256Hex } from './sha256.ts';
import { encodeUtf8 } from './utf8.ts';

/** Up to here hashing takes less time than asking WebCrypto does; a credential is seldom longer. */
const maxBytesHere = 16 * 1_024;

/** SHA-256 of public content as lower-case hexadecimal, by the quicker way; see `[Note: Two ways to SHA-256]`. */
export async function contentDigest(content: Uint8Array | string): Promise<string> {
  const bytes = typeof content === 'string' ? encodeUtf8(content) : content;
  return bytes.length <= maxBytesHere ? encodeHex(sha256Short(bytes)) : sha256Hex(bytes);
}
