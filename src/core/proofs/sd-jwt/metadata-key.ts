import type { JsonObject } from '../../model/json.ts';
import type { ProofOrder } from '../../model/proof.ts';
import { findKeyTrouble } from '../bind-key.ts';
import { isFinding, keyOrFinding } from '../find-key.ts';
import type { FoundKey } from '../jws/verify.ts';
import { passedFinding, unknownFinding } from '../outcome.ts';
import { isOverAt } from '../proof-period.ts';

/**
 * The key that an issuer at an https address names in its metadata (SD-JWT VC 3.5), by `kid`, or the only one. Whatever
 * that document says speaks for exactly this issuer; the resolver has compared both.
 */
export async function findMetadataKey(header: JsonObject, order: ProofOrder, issuer: string): Promise<FoundKey> {
  const { kid } = header;
  // What stands behind a hash is no part of an issuer's address, and would be read as the name of a key.
  if (issuer.includes('#')) return { finding: unknownFinding('key-not-here', { controller: issuer.slice(0, 300) }) };
  const place = `jwt-vc-issuer:${issuer}${typeof kid === 'string' ? `#${kid}` : ''}`;
  const found = keyOrFinding(await order.resolveKey(place), place);
  if (isFinding(found)) return { finding: found };
  if (found.controller !== issuer) return { finding: unknownFinding('issuer-not-bound', { controller: issuer.slice(0, 300) }) };
  const trouble = findKeyTrouble(found, order.purpose, isOverAt(order.now));
  if (trouble !== undefined) return { finding: trouble };
  const { id, controller, thumbprint, from } = found;
  const signer = { verificationMethod: id, controller, keyThumbprint: thumbprint, source: 'resolved', ...(from === undefined ? {} : { from }) } as const;
  return { key: found, binding: passedFinding('signature-fits'), signer };
}
