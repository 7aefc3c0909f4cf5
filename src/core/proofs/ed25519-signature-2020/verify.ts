import { oneSignatureVerifier } from '../one-signature.ts';
import { hashByRdfc } from '../rdfc-hash.ts';

/**
 * `Ed25519Signature2020` (VC-DI-EDDSA appendix B.1): hashed as `eddsa-rdfc-2022` is. Its proof type is a term of the
 * suite's own context; where the document does not name that context, safe mode finds the type unknown.
 */
export const verifyEd25519Signature2020 = oneSignatureVerifier({
  name: 'Ed25519Signature2020',
  signatureBytes: { Ed25519: 64 },
  hash: (unsecured) => hashByRdfc(unsecured),
});
