import { toCanonicalJson } from '../encoding/canonical-json.ts';
import { sha256Hex } from '../encoding/sha256.ts';
import type { ExaminedCredential } from '../model/examination.ts';
import { toItemId } from '../model/ids.ts';
import type { JsonObject } from '../model/json.ts';

/**
 * What a credential is known by: its bytes (`id`), its claims (`claimsDigest`), and whether it is the same credential as
 * another (`sameness`: issuer and id where both are stated, else the claims). Signature bytes never count (B24).
 */
export async function identify(raw: Uint8Array, claims: JsonObject, issuer: string | undefined): Promise<Pick<ExaminedCredential, 'id' | 'sameness' | 'claimsDigest'>> {
  const id = toItemId(await sha256Hex(raw));
  // A document without claims is the same as another only where its bytes are.
  if (Object.keys(claims).length === 0) return { id, claimsDigest: id, sameness: `bytes:${id}` };
  const canonical = toCanonicalJson(claims);
  const claimsDigest = canonical.ok ? await sha256Hex(canonical.value) : id;
  // An SD-JWT VC has `jti` for it (RFC 7519 4.1.7).
  const credentialId = claims['id'] ?? (claims['vct'] === undefined ? undefined : claims['jti']);
  if (issuer === undefined || typeof credentialId !== 'string' || credentialId === '') return { id, claimsDigest, sameness: `claims:${claimsDigest}` };
  return { id, claimsDigest, sameness: `named:${await sha256Hex(JSON.stringify([issuer, credentialId]))}` };
}
