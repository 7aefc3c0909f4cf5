import type { PublicJwk } from '../model/public-key.ts';
import { encodeBase64url } from './base64url.ts';
import { sha256Short } from './sha256-short.ts';
import { encodeUtf8 } from './utf8.ts';

/** RFC 7638 thumbprint of a public key: base64url of SHA-256 over its required members in order. */
export function keyThumbprint(jwk: PublicJwk): string {
  const members =
    jwk.kty === 'OKP'
      ? { crv: jwk.crv, kty: jwk.kty, x: jwk.x }
      : jwk.kty === 'EC'
        ? { crv: jwk.crv, kty: jwk.kty, x: jwk.x, y: jwk.y }
        : { e: jwk.e, kty: jwk.kty, n: jwk.n };
  return encodeBase64url(sha256Short(encodeUtf8(JSON.stringify(members))));
}
