import type { KeyType } from '../model/public-key.ts';
import type { SignatureScheme } from './verify-signature.ts';

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

/** The algorithm of this name, or undefined where signatures of it cannot be verified. */
export function jwsAlgorithm(alg: unknown): JwsAlgorithm | undefined {
  return typeof alg === 'string' && Object.hasOwn(algorithms, alg) ? algorithms[alg] : undefined;
}
