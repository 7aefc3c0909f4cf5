import { readJwk } from '../../encoding/read-key.ts';
import { isJsonObject } from '../../model/json.ts';
import type { JsonObject } from '../../model/json.ts';
import type { ProofFinding, ProofOrder, ProofOutcome, VerifyProof } from '../../model/proof.ts';
import type { KeyMaterial } from '../../model/public-key.ts';
import { findKeyTrouble } from '../bind-key.ts';
import { isFinding, keyOrFinding } from '../find-key.ts';
import { judgeJwsSignature } from '../jws/algorithms.ts';
import { findHeaderTrouble } from '../jws/verify.ts';
import { failedFinding, outcomeOf, passedFinding, unknownFinding } from '../outcome.ts';
import { isOverAt } from '../proof-period.ts';

/**
 * The holder's signature of a Key Binding JWT (RFC 9901 7.3, step 3; B75) by the key that the SD-JWT names in `cnf`, and no
 * other: nothing in its own header chooses a key. For whom (`aud`) and on what question (`nonce`) are facts, which a check
 * compares.
 */
export const verifyKeyBinding: VerifyProof = async (order) => {
  const { secured } = order;
  if (secured.form !== 'kb-jwt') return outcomeOf({ signature: failedFinding('malformed-proof', { field: 'form' }) });
  const { header, payload, signature, signingInput, confirmation } = secured;
  const bound = boundTo(payload);
  const trouble = findHeaderTrouble(header, signature);
  if (trouble !== undefined) return outcomeOf({ ...bound, signature: trouble });
  const key = await confirmedKey(confirmation, order);
  if ('state' in key) return outcomeOf({ ...bound, signature: key });
  const finding = await judgeJwsSignature(key, header['alg'], signature, signingInput);
  const signer = { verificationMethod: '', controller: '', keyThumbprint: key.thumbprint, source: 'resolved' } as const;
  return outcomeOf({ ...bound, signature: finding, binding: passedFinding('signature-fits'), ...(finding.state === 'passed' && { signer }) });
};

/** RFC 7800 3.2 and 3.4: the key itself, or the identifier of one. */
async function confirmedKey(confirmation: JsonObject | undefined, order: ProofOrder): Promise<KeyMaterial | ProofFinding> {
  const { jwk, kid } = confirmation ?? {};
  if (isJsonObject(jwk)) {
    const reading = readJwk(jwk);
    if (reading.outcome === 'key') return reading.key;
    return reading.outcome === 'malformed' ? failedFinding('malformed-proof', { field: 'cnf', why: reading.why }) : unknownFinding('unknown-suite', { suite: reading.kind });
  }
  if (typeof kid !== 'string') return unknownFinding('key-not-here', { field: 'cnf' });
  const found = keyOrFinding(await order.resolveKey(kid), kid);
  if (isFinding(found)) return found.state === 'failed' ? found : unknownFinding(found.reason, found.facts);
  // A key that its document keeps for another use, or that was taken back, shows nothing of who holds it (B34).
  const trouble = findKeyTrouble(found, order.purpose, isOverAt(order.now));
  return trouble === undefined ? found : unknownFinding('key-not-here', trouble.facts);
}

function boundTo({ nonce, aud }: JsonObject): Pick<ProofOutcome, 'challenge' | 'domain'> {
  return { ...(typeof nonce === 'string' && { challenge: nonce }), ...(typeof aud === 'string' && { domain: [aud] }) };
}
