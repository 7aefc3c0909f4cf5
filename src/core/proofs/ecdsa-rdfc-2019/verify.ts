import { labelDigestOf } from '../../encoding/json-ld/canonize.ts';
import { sha384Short } from '../../encoding/sha384-short.ts';
import { oneSignatureVerifier } from '../one-signature.ts';
import type { GraphHash } from '../rdfc-hash.ts';
import { hashByRdfc, sha256Graph } from '../rdfc-hash.ts';

const sha384Graph: GraphHash = { name: 'SHA-384', short: sha384Short, createDigest: labelDigestOf(sha384Short) };

/**
 * `ecdsa-rdfc-2019` (VC-DI-ECDSA 3.2): RDFC-1.0 and ECDSA, r and s side by side in base58btc. The key decides the hash,
 * also the one that labels blank nodes (3.2.3): SHA-256 for P-256, SHA-384 for P-384.
 */
export const verifyEcdsaRdfc2019 = oneSignatureVerifier({
  name: 'ecdsa-rdfc-2019',
  signatureBytes: { 'P-256': 64, 'P-384': 96 },
  hash: (unsecured, key) => hashByRdfc(unsecured, key.type === 'P-384' ? sha384Graph : sha256Graph),
});
