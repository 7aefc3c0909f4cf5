import { createHash } from 'node:crypto';
import { p256, p384, p521 } from '@noble/curves/nist.js';
import { SDJwtInstance } from '@sd-jwt/core';
import { SignJWT, exportJWK, generateKeyPair, importJWK } from 'jose';
import type { CryptoKey, JWK } from 'jose';
import { encodeBase64url } from '../../core/encoding/base64url.ts';
import { encodeUtf8 } from '../../core/encoding/utf8.ts';

type Document = Record<string, unknown>;
export type CurveAlgorithm = 'ES256' | 'ES384' | 'ES512';

/** A key as did:jwk. */
export interface CurveKey {
  readonly alg: CurveAlgorithm | 'EdDSA' | 'RS256' | 'PS256';
  readonly did: string;
  readonly kid: string;
  readonly jwk: JWK;
  readonly privateKey: CryptoKey;
}

const curves = {
  ES256: { crv: 'P-256', curve: p256, bytes: 32, hash: 'SHA-256' },
  ES384: { crv: 'P-384', curve: p384, bytes: 48, hash: 'SHA-384' },
  ES512: { crv: 'P-521', curve: p521, bytes: 66, hash: 'SHA-512' },
} as const;

/** A key from secret bytes: always the same of the same bytes. */
export async function createCurveKey(seed: Uint8Array, alg: CurveAlgorithm): Promise<CurveKey> {
  const { crv, curve, bytes } = curves[alg];
  const wide = createHash('shake256', { outputLength: curve.lengths.seed ?? bytes }).update(seed).update(alg).digest();
  const secret = curve.utils.randomSecretKey(new Uint8Array(wide));
  const point = curve.getPublicKey(secret, false);
  const jwk = { kty: 'EC', crv, x: encodeBase64url(point.slice(1, bytes + 1)), y: encodeBase64url(point.slice(bytes + 1)) };
  const did = `did:jwk:${encodeBase64url(encodeUtf8(JSON.stringify(jwk)))}`;
  const privateKey = (await importJWK({ ...jwk, d: encodeBase64url(secret) }, alg)) as CryptoKey;
  return { alg, did, kid: `${did}#0`, jwk, privateKey };
}

/** A fresh key of another kind, thrown away like all of them. */
export async function createOtherKey(alg: 'EdDSA' | 'RS256' | 'PS256'): Promise<CurveKey> {
  const { privateKey, publicKey } = await generateKeyPair(alg, { modulusLength: 2_048, extractable: true });
  const { kty, crv, x, n, e } = await exportJWK(publicKey);
  const jwk = JSON.parse(JSON.stringify({ kty, crv, x, n, e })) as JWK;
  const did = `did:jwk:${encodeBase64url(encodeUtf8(JSON.stringify(jwk)))}`;
  return { alg, did, kid: `${did}#0`, jwk, privateKey };
}

/** How each algorithm signs by WebCrypto (RFC 7518 3.1, RFC 8037 3.1). */
function signingOf(alg: CurveKey['alg']): AlgorithmIdentifier | EcdsaParams | RsaPssParams {
  if (alg === 'EdDSA') return 'Ed25519';
  if (alg === 'RS256') return 'RSASSA-PKCS1-v1_5';
  return alg === 'PS256' ? { name: 'RSA-PSS', saltLength: 32 } : { name: 'ECDSA', hash: curves[alg].hash };
}

export interface IssueOptions {
  readonly typ?: string;
  readonly header?: Document;
  readonly hashAlg?: 'sha-256' | 'sha-384' | 'sha-512';
  /** What the salts are made of: the same text gives the same salts. */
  readonly salt?: string;
}

/** An SD-JWT of the claims by an independent library; `frame` names what can be hidden (`_sd` at each level). */
export async function issueSelective(claims: Document, frame: Document, key: CurveKey, options: IssueOptions = {}): Promise<string> {
  const { typ = 'dc+sd-jwt', header = {}, hashAlg = 'sha-256', salt = 'sample' } = options;
  let salts = 0;
  const peer = new SDJwtInstance<Document>({
    signAlg: key.alg,
    hashAlg,
    hasher: (data, alg) => new Uint8Array(createHash(alg.replace('-', '')).update(typeof data === 'string' ? data : new Uint8Array(data)).digest()),
    saltGenerator: () => {
      salts += 1;
      return createHash('sha256').update(`mecum fixture salt ${salt} ${salts}`).digest().subarray(0, 16).toString('base64url');
    },
    signer: async (data) => {
      const signature = await crypto.subtle.sign(signingOf(key.alg), key.privateKey, encodeUtf8(data) as Uint8Array<ArrayBuffer>);
      return Buffer.from(signature).toString('base64url');
    },
  });
  return peer.issue(structuredClone(claims), frame as never, { header: { typ, kid: key.kid, ...header } });
}

/** The names of the claims that its disclosures disclose, in their order; undefined for elements of a list. */
function disclosedNames(sdJwt: string): readonly (string | undefined)[] {
  return sdJwt.split('~').slice(1, -1).map((text) => {
    const parts = JSON.parse(Buffer.from(text, 'base64url').toString()) as unknown[];
    return parts.length === 3 ? String(parts[1]) : undefined;
  });
}

/** The same SD-JWT with only the disclosures that are kept. */
export function keepDisclosures(sdJwt: string, keeps: (name: string | undefined) => boolean): string {
  const [token = '', ...texts] = sdJwt.split('~').slice(0, -1);
  const names = disclosedNames(sdJwt);
  return [token, ...texts.filter((_text, index) => keeps(names[index]))].map((part) => `${part}~`).join('');
}

/** The same with a Key Binding JWT (RFC 9901 4.3), signed by jose. */
export async function bindSelective(sdJwt: string, holder: CurveKey, claims: Document, header: Document = {}): Promise<string> {
  const payload = { sd_hash: createHash('sha256').update(sdJwt).digest('base64url'), ...claims };
  const signed = await new SignJWT(payload).setProtectedHeader({ alg: holder.alg, typ: 'kb+jwt', ...header }).sign(holder.privateKey);
  return `${sdJwt}${signed}`;
}
