import { decodeBase64url } from '../../encoding/base64url.ts';
import { joinBytes } from '../../encoding/join-bytes.ts';
import { readStrictJson } from '../../encoding/strict-json.ts';
import { encodeUtf8 } from '../../encoding/utf8.ts';
import { isJsonObject } from '../../model/json.ts';
import { dataIntegrityVerifier } from '../data-integrity.ts';
import { judgeSignature } from '../one-signature.ts';
import { hashByRdfc } from '../rdfc-hash.ts';

/** A JWS whose payload stands elsewhere (RFC 7515 appendix F). */
interface DetachedJws {
  /** The header as written, with the dot behind it. */
  readonly signedFront: Uint8Array;
  readonly signature: Uint8Array;
}

/**
 * `Ed25519Signature2018` (W3C CCG, "Ed25519 Signature 2018"): hashed as `eddsa-rdfc-2022` is; what was signed is a JWS
 * header, a dot and the two hashes as they are (RFC 7797, `b64` false).
 */
export const verifyEd25519Signature2018 = dataIntegrityVerifier<DetachedJws>({
  name: 'Ed25519Signature2018',
  keyTypes: ['Ed25519'],
  valueMember: 'jws',
  readValue: readDetachedJws,
  judge: async ({ signedFront, signature }, key, unsecured) => {
    const hashed = await hashByRdfc(unsecured);
    return hashed.ok ? judgeSignature(key, signature, joinBytes([signedFront, hashed.bytes]), 'jws') : hashed.finding;
  },
});

/** The header must be the one of the suite: EdDSA, nothing critical but `b64`, which is false (B11, B16). */
function readDetachedJws(text: string): DetachedJws | undefined {
  const [front = '', payload, back = '', ...more] = text.split('.');
  if (payload !== '' || more.length > 0 || text.length > 1_024) return undefined;
  const [header, signature] = [decodeBase64url(front), decodeBase64url(back)];
  if (!header.ok || !signature.ok || signature.value.length !== 64) return undefined;
  const json = readStrictJson(header.value);
  if (!json.ok || !isJsonObject(json.value.value)) return undefined;
  const { alg, b64, crit } = json.value.value;
  const isOnlyB64 = Array.isArray(crit) && crit.length === 1 && crit[0] === 'b64';
  return alg === 'EdDSA' && b64 === false && isOnlyB64 ? { signedFront: encodeUtf8(`${front}.`), signature: signature.value } : undefined;
}
