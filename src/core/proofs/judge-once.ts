import { encodeBase64url } from '../encoding/base64url.ts';
import { sha256Hex } from '../encoding/sha256.ts';
import type { ProofFinding, ProofOrder } from '../model/proof.ts';

/**
 * Judges a signature, or tells what judging exactly this came to before. `what` must name everything that the judgement
 * depends on: the suite, the key by its thumbprint, and the bytes or the document with its proofs.
 */
export async function judgeOnce({ memo }: ProofOrder, what: readonly unknown[], judge: () => Promise<ProofFinding>): Promise<ProofFinding> {
  return memo === undefined ? judge() : memo.once(JSON.stringify(what), judge);
}

/** The same for a signature over bytes. */
export async function judgeBytesOnce(order: ProofOrder, what: readonly string[], signature: Uint8Array, signed: Uint8Array, judge: () => Promise<ProofFinding>): Promise<ProofFinding> {
  return order.memo === undefined ? judge() : judgeOnce(order, [...what, encodeBase64url(signature), await sha256Hex(signed)], judge);
}
