import { verifySignature } from '../../encoding/verify-signature.ts';
import type { SignatureScheme } from '../../encoding/verify-signature.ts';
import type { ProofFinding } from '../../model/proof.ts';
import type { KeyMaterial, KeyType } from '../../model/public-key.ts';
import { failedFinding, passedFinding } from '../outcome.ts';

interface JwsAlgorithm {
  readonly key: KeyType;
  readonly scheme: SignatureScheme;
}

/** All that is known of one algorithm (RFC 7518 3.1, RFC 8037 3.1, RFC 9864): the one kind of key it is used with, and how. */
const algorithms: Readonly<Record<string, JwsAlgorithm>> = {
  ES256: { key: 'P-256', scheme: { hash: 'SHA-256' } },
  ES384: { key: 'P-384', scheme: { hash: 'SHA-384' } },
  ES512: { key: 'P-521', scheme: { hash: 'SHA-512' } },
  EdDSA: { key: 'Ed25519', scheme: {} },
  Ed25519: { key: 'Ed25519', scheme: {} },
  RS256: { key: 'RSA', scheme: { hash: 'SHA-256', padding: 'pkcs1' } },
  PS256: { key: 'RSA', scheme: { hash: 'SHA-256', padding: 'pss' } },
};

/** RFC 8725 3.1 and 3.2: no algorithm, and no algorithm with a shared secret, whatever else is said (B11, B12). */
export function isForbiddenAlgorithm(alg: unknown): boolean {
  return typeof alg !== 'string' || alg.toLowerCase() === 'none' || /^hs/i.test(alg);
}

/** Whether signatures of this algorithm can be verified. */
export function isKnownAlgorithm(alg: unknown): boolean {
  return typeof alg === 'string' && Object.hasOwn(algorithms, alg);
}

/** The signature of a JWS by a key already judged sound; the algorithm must be one of this kind of key (RFC 8725 3.1, B13). */
export async function judgeJwsSignature(key: KeyMaterial, alg: unknown, signature: Uint8Array, signingInput: Uint8Array): Promise<ProofFinding> {
  const algorithm = typeof alg === 'string' && Object.hasOwn(algorithms, alg) ? algorithms[alg] : undefined;
  if (algorithm === undefined || algorithm.key !== key.type) return failedFinding('malformed-proof', { field: 'alg', key: key.type });
  const verdict = await verifySignature(key, signature, signingInput, algorithm.scheme);
  if (verdict === 'fits') return passedFinding('signature-fits');
  return verdict === 'malformed' ? failedFinding('malformed-proof', { field: 'signature' }) : failedFinding('changed');
}
