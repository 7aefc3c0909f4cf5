import { createHash } from 'node:crypto';
import { from } from '@digitalbazaar/ecdsa-multikey';
import type { EcdsaKeyPair } from '@digitalbazaar/ecdsa-multikey';
import { p256, p384 } from '@noble/curves/nist.js';
import { encodeBase64url } from '../../core/encoding/base64url.ts';
import { encodeBase58btc } from '../../core/encoding/multibase.ts';
import { multicodecs, writeMulticodec } from '../../core/encoding/multicodec.ts';

/** A key pair on a NIST curve as a did:key, in the forms that the signing libraries take. */
export interface CurveKey {
  readonly kind: 'P-256' | 'P-384';
  readonly did: string;
  readonly verificationMethod: string;
  readonly multikey: EcdsaKeyPair;
  readonly privateKey: CryptoKey;
}

const curves = {
  'P-256': { noble: p256, code: multicodecs.p256Public, secretCode: 0x1306, hash: 'sha256' },
  'P-384': { noble: p384, code: multicodecs.p384Public, secretCode: 0x1307, hash: 'sha384' },
} as const;

/** The key of a seed: its hash, as long as the curve wants it. */
export async function createCurveKey(kind: CurveKey['kind'], seed: Uint8Array): Promise<CurveKey> {
  const { noble, code, secretCode, hash } = curves[kind];
  const secret = new Uint8Array(createHash(hash).update(seed).digest());
  const point = noble.getPublicKey(secret, false);
  const multibase = encodeBase58btc(writeMulticodec(code, noble.getPublicKey(secret, true)));
  const did = `did:key:${multibase}`;
  const verificationMethod = `${did}#${multibase}`;
  const multikey = await from({
    '@context': 'https://w3id.org/security/multikey/v1',
    type: 'Multikey',
    id: verificationMethod,
    controller: did,
    publicKeyMultibase: multibase,
    secretKeyMultibase: encodeBase58btc(writeMulticodec(secretCode, secret)),
  });
  const half = (point.length - 1) / 2;
  const jwk = { kty: 'EC', crv: kind, d: encodeBase64url(secret), x: encodeBase64url(point.slice(1, 1 + half)), y: encodeBase64url(point.slice(1 + half)) };
  const privateKey = await crypto.subtle.importKey('jwk', jwk, { name: 'ECDSA', namedCurve: kind }, false, ['sign']);
  return { kind, did, verificationMethod, multikey, privateKey };
}
