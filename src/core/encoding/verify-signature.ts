import type { KeyMaterial } from '../model/public-key.ts';
import { isSoundEd25519Signature } from './ed25519-strict.ts';

/** What a signature check came to; `malformed` is a signature that no key of this kind could have made. */
export type SignatureVerdict = 'fits' | 'does-not-fit' | 'malformed';

const p256Order = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n;

/**
 * Verifies a raw signature over data with a key already judged sound. Ed25519 per RFC 8032 with the checks that WebCrypto
 * leaves out; P-256 with SHA-256 in the form r || s, both from 1 to n - 1; RSA PKCS#1 v1.5 with SHA-256.
 */
export async function verifySignature(key: KeyMaterial, signature: Uint8Array, data: Uint8Array): Promise<SignatureVerdict> {
  if (key.type === 'Ed25519') {
    if (!isSoundEd25519Signature(signature)) return 'malformed';
    return (await verifyEd25519(key, signature, data)) ? 'fits' : 'does-not-fit';
  }
  if (key.type === 'P-256') {
    if (!isSoundP256Signature(signature)) return 'malformed';
    return verifyNative(key, { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' }, signature, data);
  }
  return verifyNative(key, { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' }, signature, data);
}

async function verifyNative(
  key: KeyMaterial,
  algorithm: { name: string; hash: string; namedCurve?: string },
  signature: Uint8Array,
  data: Uint8Array,
): Promise<SignatureVerdict> {
  const imported = await crypto.subtle.importKey('jwk', { ...key.jwk }, algorithm, false, ['verify']);
  const fits = await crypto.subtle.verify(algorithm, imported, signature as Uint8Array<ArrayBuffer>, data as Uint8Array<ArrayBuffer>);
  return fits ? 'fits' : 'does-not-fit';
}

/** Keys as WebCrypto takes them, kept as long as the key they were made from: issuers repeat. */
const importedKeys = new WeakMap<KeyMaterial, Promise<CryptoKey>>();

function importEd25519(key: KeyMaterial, raw: Uint8Array): Promise<CryptoKey> {
  const known = importedKeys.get(key);
  if (known !== undefined) return known;
  const imported = crypto.subtle.importKey('raw', raw as Uint8Array<ArrayBuffer>, { name: 'Ed25519' }, false, ['verify']);
  importedKeys.set(key, imported);
  // A refusal is not kept.
  imported.catch(() => importedKeys.delete(key));
  return imported;
}

async function verifyEd25519(material: KeyMaterial, signature: Uint8Array, data: Uint8Array): Promise<boolean> {
  const raw = material.raw ?? new Uint8Array(0);
  let key: CryptoKey;
  try {
    key = await importEd25519(material, raw);
  } catch (thrown) {
    // Older browsers have no Ed25519; any other refusal of a key that we found sound is a mistake of ours.
    if (!(thrown instanceof Error) || thrown.name !== 'NotSupportedError') throw thrown;
    const { fitsEd25519 } = await import('./ed25519-equation.ts');
    return fitsEd25519(raw, signature, data);
  }
  return crypto.subtle.verify({ name: 'Ed25519' }, key, signature as Uint8Array<ArrayBuffer>, data as Uint8Array<ArrayBuffer>);
}

/** RFC 7518 3.4: exactly 64 bytes; FIPS 186-5 6.4.2 step 1: r and s from 1 to n - 1 (CVE-2022-21449). */
function isSoundP256Signature(signature: Uint8Array): boolean {
  if (signature.length !== 64) return false;
  const isInRange = (half: Uint8Array): boolean => {
    const number = half.reduce((sum, byte) => (sum << 8n) | BigInt(byte), 0n);
    return number > 0n && number < p256Order;
  };
  return isInRange(signature.subarray(0, 32)) && isInRange(signature.subarray(32));
}
