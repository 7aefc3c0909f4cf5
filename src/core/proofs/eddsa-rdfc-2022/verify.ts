import { oneSignatureVerifier } from '../one-signature.ts';
import { hashByRdfc } from '../rdfc-hash.ts';

/** `eddsa-rdfc-2022` (VC-DI-EDDSA 3.2): RDFC-1.0, SHA-256, Ed25519, 64 bytes in base58btc. */
export const verifyEddsaRdfc2022 = oneSignatureVerifier({
  name: 'eddsa-rdfc-2022',
  signatureBytes: { Ed25519: 64 },
  hash: (unsecured) => hashByRdfc(unsecured),
});
