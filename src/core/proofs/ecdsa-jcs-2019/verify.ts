import { hashByJcs } from '../jcs-hash.ts';
import { oneSignatureVerifier } from '../one-signature.ts';

/** `ecdsa-jcs-2019` (VC-DI-ECDSA 3.3): JCS and ECDSA; the key decides the hash, SHA-256 for P-256, SHA-384 for P-384. */
export const verifyEcdsaJcs2019 = oneSignatureVerifier({
  name: 'ecdsa-jcs-2019',
  signatureBytes: { 'P-256': 64, 'P-384': 96 },
  hash: (unsecured, key) => hashByJcs(unsecured, key.type === 'P-384' ? 'SHA-384' : 'SHA-256'),
});
