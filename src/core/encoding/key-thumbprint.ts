import type { PublicJwk } from '../model/public-key.ts';
import { encodeBase64url } from './base64url.ts';
import { sha256 } from './sha256.ts';

/** RFC 7638 thumbprint of a public key: base64url of SHA-256 over its required members in order. */
export async function keyThumbprint(jwk: PublicJwk): Promise<string> {
  const members =
    jwk.kty === 'OKP'
      ? { crv: jwk.crv, kty: jwk.kty, x: jwk.x }
      : jwk.kty === 'EC'
        ? { crv: jwk.crv, kty: jwk.kty, x: jwk.x, y: jwk.y }
        : { e: jwk.e, kty: jwk.kty, n: jwk.n };
  return encodeBase64url(await sha256(JSON.stringify(members)));
}
