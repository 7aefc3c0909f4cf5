import { resolveKey } from '../../src/core/dids/registry.ts';
import { readStrictJson } from '../../src/core/encoding/strict-json.ts';
import { toInstant } from '../../src/core/model/instant.ts';
import { isJsonObject } from '../../src/core/model/json.ts';
import { verifyProof } from '../../src/core/proofs/registry.ts';

/** Our verifier alone, without what an examination reads and judges besides: bytes in, whether the signature fits out. */
export async function verifyBytes(bytes: Uint8Array): Promise<boolean> {
  const read = readStrictJson(bytes);
  if (!read.ok || !isJsonObject(read.value.value)) return false;
  const document = read.value.value;
  const { issuer } = document;
  const controller = isJsonObject(issuer ?? null) ? (issuer as { readonly id?: unknown }).id : issuer;
  if (typeof controller !== 'string') return false;
  const secured = { form: 'data-integrity', document, proof: document['proof'] ?? null } as const;
  const outcome = await verifyProof({ secured, controller, purpose: 'assertionMethod', resolveKey, now: toInstant(Date.now()) });
  return outcome.state === 'passed';
}
