import { ed25519 } from '@noble/curves/ed25519.js';
import { readLittleEndian } from './ed25519-strict.ts';

const { Point } = ed25519;

/**
 * Verifies an Ed25519 signature already judged sound where WebCrypto cannot. The equation is the one without the
 * cofactor, [S]B = R + [k]A (RFC 8032 5.1.7, last sentence), as all browsers have it: with the cofactor, which the
 * library's own verifier multiplies by, a signer could make signatures that fit in one browser and not in another.
 */
export async function fitsEd25519(key: Uint8Array, signature: Uint8Array, data: Uint8Array): Promise<boolean> {
  const [r, s] = [signature.slice(0, 32), readLittleEndian(signature.subarray(32))];
  const hashed = new Uint8Array(64 + data.length);
  hashed.set(r);
  hashed.set(key, 32);
  hashed.set(data, 64);
  const k = Point.Fn.create(readLittleEndian(new Uint8Array(await crypto.subtle.digest('SHA-512', hashed))));
  const found = Point.BASE.multiplyUnsafe(s).subtract(Point.fromBytes(key, false).multiplyUnsafe(k)).toBytes();
  return found.every((byte, index) => byte === r[index]);
}
