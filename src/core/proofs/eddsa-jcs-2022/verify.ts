import { hashByJcs } from '../jcs-hash.ts';
import { oneSignatureVerifier } from '../one-signature.ts';

/** `eddsa-jcs-2022` (VC-DI-EDDSA 3.3): JCS, SHA-256, Ed25519, 64 bytes in base58btc. */
export const verifyEddsaJcs2022 = oneSignatureVerifier({
  name: 'eddsa-jcs-2022',
  signatureBytes: { Ed25519: 64 },
  hash: (unsecured) => hashByJcs(unsecured),
});
