import type { JsonObject, JsonValue } from '../model/json.ts';
import type { KeyMaterial } from '../model/public-key.ts';
import { decodeBase64url, encodeBase64url } from './base64url.ts';
import { isSoundEd25519Key } from './ed25519-strict.ts';
import { keyThumbprint } from './key-thumbprint.ts';
import type { NistCurve } from './nist-curves.ts';
import { coordinateBytes, readPoint, writePoint } from './nist-curves.ts';

/** What a written key turned out to be. */
export type KeyReading =
  | { readonly outcome: 'key'; readonly key: KeyMaterial }
  /** A kind of key that the wallet does not verify with, named as written. */
  | { readonly outcome: 'unsupported'; readonly kind: string }
  | { readonly outcome: 'malformed'; readonly why: string };

const rsaBits = { least: 2_048, most: 8_192 } as const;
/** Browsers differ on longer public exponents: some refuse what others verify with. */
const maxExponentBytes = 4;

/** An Ed25519 key from its 32 bytes. */
export function readEd25519Key(raw: Uint8Array): KeyReading {
  if (raw.length !== 32) return { outcome: 'malformed', why: 'length' };
  if (!isSoundEd25519Key(raw)) return { outcome: 'malformed', why: 'point' };
  const jwk = { kty: 'OKP', crv: 'Ed25519', x: encodeBase64url(raw) } as const;
  return { outcome: 'key', key: { type: 'Ed25519', jwk, raw, thumbprint: keyThumbprint(jwk) } };
}

/** A key on one of the NIST curves from a SEC 1 point, compressed or not. */
export function readPointKey(curve: NistCurve, encoded: Uint8Array): KeyReading {
  const bytes = coordinateBytes(curve);
  if (encoded.length !== 1 + bytes && encoded.length !== 1 + 2 * bytes) return { outcome: 'malformed', why: 'length' };
  const point = readPoint(curve, encoded);
  if (point === undefined) return { outcome: 'malformed', why: 'point' };
  const jwk = { kty: 'EC', crv: curve, x: encodeBase64url(point.x), y: encodeBase64url(point.y) } as const;
  return { outcome: 'key', key: { type: curve, jwk, raw: writePoint(point), thumbprint: keyThumbprint(jwk) } };
}

/** A public key from a JWK (RFC 7517, 7518 6, 8037 2). A JWK with private members is malformed. */
export function readJwk(jwk: JsonObject): KeyReading {
  if (['d', 'p', 'q', 'dp', 'dq', 'qi', 'oth', 'k'].some((member) => jwk[member] !== undefined)) {
    return { outcome: 'malformed', why: 'private' };
  }
  const { kty, crv } = jwk;
  if (kty === 'RSA') return readRsa(jwk);
  if (kty === 'OKP' && crv === 'Ed25519') {
    const x = readMember(jwk['x']);
    return x === undefined ? { outcome: 'malformed', why: 'x' } : readEd25519Key(x);
  }
  if (kty === 'EC' && (crv === 'P-256' || crv === 'P-384' || crv === 'P-521')) {
    const [x, y] = [readMember(jwk['x']), readMember(jwk['y'])];
    const bytes = coordinateBytes(crv);
    // RFC 7518 6.2.1.2: a coordinate is written whole, with the zeros in front.
    if (x?.length !== bytes || y?.length !== bytes) return { outcome: 'malformed', why: 'length' };
    return readPointKey(crv, writePoint({ x, y }));
  }
  if (typeof kty !== 'string') return { outcome: 'malformed', why: 'kty' };
  return { outcome: 'unsupported', kind: typeof crv === 'string' ? crv.slice(0, 40) : kty.slice(0, 40) };
}

function readMember(value: JsonValue | undefined): Uint8Array<ArrayBuffer> | undefined {
  if (typeof value !== 'string' || value.length > 4_096) return undefined;
  const bytes = decodeBase64url(value);
  return bytes.ok ? bytes.value : undefined;
}

/** RFC 8725 3.5 and NIST SP 800-131A: 2048 bits or more; an exponent of 1 leaves the message as it is. */
function readRsa(jwk: JsonObject): KeyReading {
  const [n, e] = [readMember(jwk['n']), readMember(jwk['e'])];
  if (n === undefined || e === undefined || n[0] === 0 || e[0] === 0) return { outcome: 'malformed', why: 'n-or-e' };
  const bits = n.length * 8 - Math.clz32(n[0] ?? 0) + 24;
  if (bits < rsaBits.least) return { outcome: 'malformed', why: 'rsa-too-short' };
  if (bits > rsaBits.most || e.length > maxExponentBytes) return { outcome: 'unsupported', kind: `RSA-${bits}` };
  const isOdd = (bytes: Uint8Array): boolean => ((bytes.at(-1) ?? 0) & 1) === 1;
  if (!isOdd(e) || (e.length === 1 && e[0] === 1)) return { outcome: 'malformed', why: 'rsa-exponent' };
  if (!isOdd(n)) return { outcome: 'malformed', why: 'rsa-modulus' };
  const material = { kty: 'RSA', n: encodeBase64url(n), e: encodeBase64url(e) } as const;
  return { outcome: 'key', key: { type: 'RSA', jwk: material, thumbprint: keyThumbprint(material) } };
}
