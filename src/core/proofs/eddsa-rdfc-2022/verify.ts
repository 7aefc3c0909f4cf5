import type { VerifyProof } from '../../model/proof.ts';
import { verifyDataIntegrity } from '../data-integrity.ts';
import { hashByRdfc } from '../rdfc-hash.ts';

/** `eddsa-rdfc-2022` (VC-DI-EDDSA 3.2): RDFC-1.0, SHA-256, Ed25519, 64 bytes in base58btc. */
export const verifyEddsaRdfc2022: VerifyProof = (order) =>
  verifyDataIntegrity(order, { name: 'eddsa-rdfc-2022', keyType: 'Ed25519', signatureBytes: 64, hash: hashByRdfc });
