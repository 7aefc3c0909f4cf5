import type { JsonObject } from '../model/json.ts';
import { decodeBase64 } from './base64.ts';
import { readJwk } from './read-key.ts';
import type { KeyReading } from './read-key.ts';

const frame = /^\s*-----BEGIN PUBLIC KEY-----([A-Za-z0-9+/=\s]{1,6000})-----END PUBLIC KEY-----\s*$/;
/** The kinds of key that are written so, in the words of WebCrypto. */
const kinds = [
  { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' },
  { name: 'ECDSA', namedCurve: 'P-256' },
] as const;

/** A public key as PEM of a SubjectPublicKeyInfo (RFC 7468 13); judged as a JWK of the same key would be. */
export async function readPemKey(text: string): Promise<KeyReading> {
  const body = frame.exec(text)?.[1];
  const bytes = body === undefined ? undefined : decodeBase64(body.replace(/\s/g, ''));
  if (bytes?.ok !== true) return { outcome: 'malformed', why: 'pem' };
  for (const kind of kinds) {
    const jwk = await exportedAs(bytes.value, kind);
    if (jwk === undefined) continue;
    const { kty, n, e, crv, x, y } = jwk as JsonObject;
    return readJwk(kty === 'RSA' ? ({ kty, n, e } as JsonObject) : ({ kty, crv, x, y } as JsonObject));
  }
  return { outcome: 'unsupported', kind: 'PEM' };
}

async function exportedAs(bytes: Uint8Array<ArrayBuffer>, kind: (typeof kinds)[number]): Promise<object | undefined> {
  try {
    return await crypto.subtle.exportKey('jwk', await crypto.subtle.importKey('spki', bytes, kind, true, ['verify']));
  } catch {
    // Not a key of this kind.
    return undefined;
  }
}
