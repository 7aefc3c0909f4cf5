import { jwsAlgorithm } from '../../encoding/jws-algorithms.ts';
import { verifySignature } from '../../encoding/verify-signature.ts';
import type { ProofFinding } from '../../model/proof.ts';
import type { KeyMaterial } from '../../model/public-key.ts';
import { failedFinding, passedFinding } from '../outcome.ts';

/** RFC 8725 3.1 and 3.2: no algorithm, and no algorithm with a shared secret, whatever else is said (B11, B12). */
export function isForbiddenAlgorithm(alg: unknown): boolean {
  return typeof alg !== 'string' || alg.toLowerCase() === 'none' || /^hs/i.test(alg);
}

/** Whether signatures of this algorithm can be verified. */
export function isKnownAlgorithm(alg: unknown): boolean {
  return jwsAlgorithm(alg) !== undefined;
}

/** The signature of a JWS by a key already judged sound; the algorithm must be one of this kind of key (RFC 8725 3.1, B13). */
export async function judgeJwsSignature(key: KeyMaterial, alg: unknown, signature: Uint8Array, signingInput: Uint8Array): Promise<ProofFinding> {
  const algorithm = jwsAlgorithm(alg);
  if (algorithm === undefined || algorithm.key !== key.type) return failedFinding('malformed-proof', { field: 'alg', key: key.type });
  const verdict = await verifySignature(key, signature, signingInput, algorithm.scheme);
  if (verdict === 'fits') return passedFinding('signature-fits');
  return verdict === 'malformed' ? failedFinding('malformed-proof', { field: 'signature' }) : failedFinding('changed');
}
