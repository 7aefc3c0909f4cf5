import type { KeyMaterial } from '../model/public-key.ts';
import { isSoundEd25519Signature } from './ed25519-strict.ts';
import type { HashName } from './hash.ts';
import type { NistCurve } from './nist-curves.ts';
import { isSoundEcdsaSignature } from './nist-curves.ts';

/** What a signature check came to; `malformed` is a signature that no key of this kind could have made. */
export type SignatureVerdict = 'fits' | 'does-not-fit' | 'malformed';

/** How a key was used, as far as the kind of key leaves a choice. */
export interface SignatureScheme {
  /** Without it: the one of the curve (SHA-256 for P-256, SHA-384 for P-384, SHA-512 for P-521), SHA-256 for RSA. */
  readonly hash?: HashName;
  /** RSA only; without it PKCS#1 v1.5 (RFC 7518 3.3). `pss` has a salt as long as the hash (3.5). */
  readonly padding?: 'pkcs1' | 'pss';
}

const hashOfCurve: Readonly<Record<NistCurve, HashName>> = { 'P-256': 'SHA-256', 'P-384': 'SHA-384', 'P-521': 'SHA-512' };
const hashBytes: Readonly<Record<HashName, number>> = { 'SHA-256': 32, 'SHA-384': 48, 'SHA-512': 64 };

/**
 * Verifies a raw signature over data with a key already judged sound. Ed25519 per RFC 8032 with the checks that WebCrypto
 * leaves out; ECDSA in the form r || s, both from 1 to n - 1 (B22); RSA with either padding.
 */
export async function verifySignature(key: KeyMaterial, signature: Uint8Array, data: Uint8Array, scheme: SignatureScheme = {}): Promise<SignatureVerdict> {
  if (key.type === 'Ed25519') {
    if (!isSoundEd25519Signature(signature)) return 'malformed';
    return (await verifyEd25519(key, signature, data)) ? 'fits' : 'does-not-fit';
  }
  if (key.type === 'RSA') return verifyRsa(key, signature, data, scheme);
  if (!isSoundEcdsaSignature(key.type, signature)) return 'malformed';
  const algorithm = { name: 'ECDSA', namedCurve: key.type, hash: scheme.hash ?? hashOfCurve[key.type] };
  return verifyNative(key, algorithm, signature, data);
}

async function verifyRsa(key: KeyMaterial, signature: Uint8Array, data: Uint8Array, scheme: SignatureScheme): Promise<SignatureVerdict> {
  const { hash = 'SHA-256', padding = 'pkcs1' } = scheme;
  const algorithm = padding === 'pss' ? { name: 'RSA-PSS', hash, saltLength: hashBytes[hash] } : { name: 'RSASSA-PKCS1-v1_5', hash };
  return verifyNative(key, algorithm, signature, data);
}

async function verifyNative(
  key: KeyMaterial,
  algorithm: { name: string; hash: string; namedCurve?: string; saltLength?: number },
  signature: Uint8Array,
  data: Uint8Array,
): Promise<SignatureVerdict> {
  // RSA keys are made for one hash and one padding, ECDSA keys for any hash.
  const use = algorithm.namedCurve === undefined ? `${algorithm.name} ${algorithm.hash}` : algorithm.name;
  const imported = await importOnce(key, use, () => crypto.subtle.importKey('jwk', { ...key.jwk }, algorithm, false, ['verify']));
  const fits = await crypto.subtle.verify(algorithm, imported, signature as Uint8Array<ArrayBuffer>, data as Uint8Array<ArrayBuffer>);
  return fits ? 'fits' : 'does-not-fit';
}

/** Keys as WebCrypto takes them, by their use, kept as long as the key they were made from: issuers repeat. */
const importedKeys = new WeakMap<KeyMaterial, Map<string, Promise<CryptoKey>>>();

function importOnce(key: KeyMaterial, use: string, importKey: () => Promise<CryptoKey>): Promise<CryptoKey> {
  const ofKey = importedKeys.get(key) ?? new Map<string, Promise<CryptoKey>>();
  importedKeys.set(key, ofKey);
  const known = ofKey.get(use);
  if (known !== undefined) return known;
  const imported = importKey();
  ofKey.set(use, imported);
  // A refusal is not kept.
  imported.catch(() => ofKey.delete(use));
  return imported;
}

async function verifyEd25519(material: KeyMaterial, signature: Uint8Array, data: Uint8Array): Promise<boolean> {
  const raw = material.raw ?? new Uint8Array(0);
  let key: CryptoKey;
  try {
    key = await importOnce(material, 'Ed25519', () => crypto.subtle.importKey('raw', raw as Uint8Array<ArrayBuffer>, { name: 'Ed25519' }, false, ['verify']));
  } catch (thrown) {
    // Older browsers have no Ed25519; any other refusal of a key that we found sound is a mistake of ours.
    if (!(thrown instanceof Error) || thrown.name !== 'NotSupportedError') throw thrown;
    const { fitsEd25519 } = await import('./ed25519-equation.ts');
    return fitsEd25519(raw, signature, data);
  }
  return crypto.subtle.verify({ name: 'Ed25519' }, key, signature as Uint8Array<ArrayBuffer>, data as Uint8Array<ArrayBuffer>);
}
