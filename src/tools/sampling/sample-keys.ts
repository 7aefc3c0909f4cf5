import { createHash, randomBytes } from 'node:crypto';
import { generate } from '@digitalbazaar/ed25519-multikey';
import type { KeyPair } from '@digitalbazaar/ed25519-multikey';
import { Ed25519VerificationKey2020 } from '@digitalbazaar/ed25519-verification-key-2020';
import { ed25519 } from '@noble/curves/ed25519.js';
import { p256, p384, p521 } from '@noble/curves/nist.js';
import { exportJWK, generateKeyPair, importJWK } from 'jose';
import type { CryptoKey, JWK } from 'jose';
import { encodeBase64url } from '../../core/encoding/base64url.ts';
import { encodeBase58btc } from '../../core/encoding/multibase.ts';
import { multicodecs, writeMulticodec } from '../../core/encoding/multicodec.ts';
import { encodeUtf8 } from '../../core/encoding/utf8.ts';

/** A key pair of Ed25519 as a did:key, in the forms that the signing libraries take. */
export interface EdwardsKey {
  readonly did: string;
  readonly verificationMethod: string;
  readonly multikey: KeyPair;
  readonly key2020: Ed25519VerificationKey2020;
  readonly privateKey: CryptoKey;
}

/** A key for tokens, with what their header says of it. */
export interface TokenKey {
  readonly alg: 'ES256' | 'ES384' | 'ES512' | 'EdDSA' | 'RS256' | 'PS256';
  readonly issuer: string;
  readonly kid?: string;
  readonly jwk?: JWK;
  readonly privateKey: CryptoKey;
}

/** 32 secret bytes: fresh ones, or for fixtures that are kept, always the same of a label. Such keys protect nothing. */
export type SeedSource = (label: string) => Uint8Array;

export const freshSeeds: SeedSource = () => new Uint8Array(randomBytes(32));
export const fixtureSeeds: SeedSource = (label) => new Uint8Array(createHash('sha256').update(`mecum fixture key ${label}`).digest());

export async function createEdwardsKey(seed: Uint8Array): Promise<EdwardsKey> {
  const multikey = await generate({ seed });
  const did = `did:key:${multikey.publicKeyMultibase}`;
  const verificationMethod = `${did}#${multikey.publicKeyMultibase}`;
  multikey.id = verificationMethod;
  multikey.controller = did;
  const key2020 = await Ed25519VerificationKey2020.generate({ seed, controller: did });
  key2020.id = verificationMethod;
  const raw = ed25519.getPublicKey(seed);
  const privateKey = (await importJWK({ kty: 'OKP', crv: 'Ed25519', d: encodeBase64url(seed), x: encodeBase64url(raw) }, 'EdDSA')) as CryptoKey;
  return { did, verificationMethod, multikey, key2020, privateKey };
}

export function edwardsTokenKey(key: EdwardsKey): TokenKey {
  return { alg: 'EdDSA', issuer: key.did, kid: key.verificationMethod, privateKey: key.privateKey };
}

/** P-256 as did:key or did:jwk. */
export async function createP256Key(seed: Uint8Array, method: 'key' | 'jwk'): Promise<TokenKey> {
  const point = p256.getPublicKey(seed, false);
  const jwk = { kty: 'EC', crv: 'P-256', x: encodeBase64url(point.slice(1, 33)), y: encodeBase64url(point.slice(33)) };
  const privateKey = (await importJWK({ ...jwk, d: encodeBase64url(seed) }, 'ES256')) as CryptoKey;
  if (method === 'jwk') {
    const issuer = `did:jwk:${encodeBase64url(encodeUtf8(JSON.stringify(jwk)))}`;
    return { alg: 'ES256', issuer, kid: `${issuer}#0`, privateKey };
  }
  const multibase = encodeBase58btc(writeMulticodec(multicodecs.p256Public, p256.getPublicKey(seed, true)));
  return { alg: 'ES256', issuer: `did:key:${multibase}`, kid: `did:key:${multibase}#${multibase}`, privateKey };
}

const longCurves = {
  ES384: { noble: p384, crv: 'P-384', hash: 'sha384', bytes: 48 },
  ES512: { noble: p521, crv: 'P-521', hash: 'sha512', bytes: 66 },
} as const;

/** P-384 or P-521 as did:jwk: the hash of the seed, as long as the curve wants it. */
export async function createLongCurveKey(seed: Uint8Array, alg: keyof typeof longCurves): Promise<TokenKey> {
  const { noble, crv, hash, bytes } = longCurves[alg];
  const secret = new Uint8Array(bytes);
  const digest = createHash(hash).update(seed).digest();
  secret.set(digest, bytes - digest.length);
  const point = noble.getPublicKey(secret, false);
  const jwk = { kty: 'EC', crv, x: encodeBase64url(point.slice(1, 1 + bytes)), y: encodeBase64url(point.slice(1 + bytes)) };
  const privateKey = (await importJWK({ ...jwk, d: encodeBase64url(secret) }, alg)) as CryptoKey;
  const issuer = `did:jwk:${encodeBase64url(encodeUtf8(JSON.stringify(jwk)))}`;
  return { alg, issuer, kid: `${issuer}#0`, privateKey };
}

/** RSA as Open Badges 3.0 lets a platform use it: an https issuer, the public key in the header of the token. */
export async function createRsaKey(issuer: string, alg: 'RS256' | 'PS256' = 'RS256'): Promise<TokenKey> {
  const { privateKey, publicKey } = await generateKeyPair(alg, { modulusLength: 2048, extractable: true });
  const { kty, n, e } = await exportJWK(publicKey);
  return { alg, issuer, jwk: { kty, n, e } as JWK, privateKey };
}
