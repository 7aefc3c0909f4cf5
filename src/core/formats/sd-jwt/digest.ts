import { sha256, sha384, sha512 } from '@noble/hashes/sha2.js';
import { encodeBase64url } from '../../encoding/base64url.ts';
import { encodeUtf8 } from '../../encoding/utf8.ts';

/** Base64url of the digest of the ASCII bytes of a text. */
export type DigestText = (text: string) => string;

/** IANA "Named Information Hash Algorithm": those that are whole and strong, and that we have. */
const algorithms: Readonly<Record<string, (bytes: Uint8Array) => Uint8Array>> = { 'sha-256': sha256, 'sha-384': sha384, 'sha-512': sha512 };
/** Strong as well, and not built in here. */
const notHere: ReadonlySet<unknown> = new Set(['sha3-224', 'sha3-256', 'sha3-384', 'sha3-512']);

/**
 * The hash that `_sd_alg` names (RFC 9901 4.1.1; absent means SHA-256). `not-here`: a strong one that is not built in;
 * `refused`: weak, cut short or unknown (B70).
 */
export function digestFor(algorithm: unknown): DigestText | 'not-here' | 'refused' {
  const name = algorithm === undefined ? 'sha-256' : algorithm;
  if (notHere.has(name)) return 'not-here';
  const hash = typeof name === 'string' && Object.hasOwn(algorithms, name) ? algorithms[name] : undefined;
  return hash === undefined ? 'refused' : (text) => encodeBase64url(hash(encodeUtf8(text)));
}
