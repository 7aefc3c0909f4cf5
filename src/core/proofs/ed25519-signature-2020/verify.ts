import type { VerifyProof } from '../../model/proof.ts';
import { verifyDataIntegrity } from '../data-integrity.ts';
import { hashByRdfc } from '../rdfc-hash.ts';

/**
 * `Ed25519Signature2020` (VC-DI-EDDSA appendix B.1): hashed as `eddsa-rdfc-2022` is. Its proof type is a term of the
 * suite's own context; where the document does not name that context, safe mode finds the type unknown.
 */
export const verifyEd25519Signature2020: VerifyProof = (order) =>
  verifyDataIntegrity(order, { name: 'Ed25519Signature2020', keyType: 'Ed25519', signatureBytes: 64, hash: hashByRdfc });
