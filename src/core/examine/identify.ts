import { toCanonicalJson } from '../encoding/canonical-json.ts';
import { sha256Hex } from '../encoding/sha256.ts';
import { issuerIdOf } from '../formats/credential-shape.ts';
import type { ExaminedCredential } from '../model/examination.ts';
import { toItemId } from '../model/ids.ts';
import type { JsonObject } from '../model/json.ts';

/**
 * What a credential is known by: its bytes (`id`), its claims (`claimsDigest`), and whether it is the same credential as
 * another (`sameness`: issuer and id where both are stated, else the claims). Signature bytes never count (B24).
 */
export async function identify(raw: Uint8Array, claims: JsonObject): Promise<Pick<ExaminedCredential, 'id' | 'sameness' | 'claimsDigest'>> {
  const id = toItemId(await sha256Hex(raw));
  const canonical = toCanonicalJson(claims);
  const claimsDigest = canonical.ok ? await sha256Hex(canonical.value) : id;
  const issuer = issuerIdOf(claims);
  const credentialId = claims['id'];
  if (issuer === undefined || typeof credentialId !== 'string' || credentialId === '') return { id, claimsDigest, sameness: `claims:${claimsDigest}` };
  return { id, claimsDigest, sameness: `named:${await sha256Hex(JSON.stringify([issuer, credentialId]))}` };
}
