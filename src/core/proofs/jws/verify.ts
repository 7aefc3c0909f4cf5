import { readJwk } from '../../encoding/read-key.ts';
import { isJsonObject } from '../../model/json.ts';
import type { JsonObject } from '../../model/json.ts';
import type { ProofFinding, ProofOrder, ProofOutcome, ProofSigner, VerifyProof } from '../../model/proof.ts';
import type { KeyMaterial, PublicKey } from '../../model/public-key.ts';
import { bindKey, findKeyTrouble } from '../bind-key.ts';
import { isFinding, keyOrFinding } from '../find-key.ts';
import { judgeBytesOnce } from '../judge-once.ts';
import { failedFinding, outcomeOf, unknownFinding } from '../outcome.ts';
import { isOverAt } from '../proof-period.ts';
import { isForbiddenAlgorithm, isKnownAlgorithm, judgeJwsSignature } from './algorithms.ts';

/**
 * The signature of a VC-JWT or VP-JWT (RFC 7515 5.2, VC-JOSE-COSE 3). The header chooses nothing: `alg` must be the one
 * of the key (B13), the key is the controller's (B14, B15), nothing critical is understood (B16).
 */
export const verifyJws: VerifyProof = async (order) => {
  const { secured } = order;
  if (secured.form !== 'jwt') return outcomeOf({ signature: failedFinding('malformed-proof', { field: 'form' }) });
  const common = readBinding(secured.payload);
  const trouble = findHeaderTrouble(secured.header, secured.signature);
  if (trouble !== undefined) return outcomeOf({ ...common, signature: trouble });
  const found = await findKey(secured.header, order);
  if ('finding' in found) {
    const binding = found.verificationMethod === undefined ? undefined : bindKey(order.controller, found.verificationMethod);
    return outcomeOf({ ...common, signature: found.finding, ...(binding !== undefined && { binding }) });
  }
  const { header, signature, signingInput } = secured;
  const finding = await judgeBytesOnce(order, ['jws', String(header['alg']), found.key.thumbprint], signature, signingInput, () => judgeJwsSignature(found.key, header['alg'], signature, signingInput));
  return outcomeOf({ ...common, signature: finding, binding: found.binding, ...(finding.state === 'passed' && { signer: found.signer }) });
};

/** What is wrong with a header whatever key it is (B11, B12, B16, and tokens that are encrypted). */
export function findHeaderTrouble(header: JsonObject, signature: Uint8Array): ProofFinding | undefined {
  const { alg, crit, b64, kid, jwk, enc, zip } = header;
  if (isForbiddenAlgorithm(alg)) return failedFinding('malformed-proof', { field: 'alg' });
  if (signature.length === 0) return failedFinding('malformed-proof', { field: 'signature' });
  // RFC 7515 4.1.11: what is critical must be understood; RFC 7797: a payload that is not encoded.
  if (crit !== undefined) return failedFinding('malformed-proof', { field: 'crit' });
  if (b64 !== undefined && b64 !== true) return failedFinding('malformed-proof', { field: 'b64' });
  // RFC 7516 9 and 4.1.3: a header of an encrypted token, which another reader would take apart in another way.
  if (enc !== undefined || zip !== undefined) return failedFinding('malformed-proof', { field: enc === undefined ? 'zip' : 'enc' });
  if (kid !== undefined && typeof kid !== 'string') return failedFinding('malformed-proof', { field: 'kid' });
  if (jwk !== undefined && !isJsonObject(jwk)) return failedFinding('malformed-proof', { field: 'jwk' });
  if (!isKnownAlgorithm(alg)) return unknownFinding('unknown-suite', { suite: String(alg).slice(0, 40) });
  return undefined;
}

/**
 * A DID says itself whose key it is, also where it is written with a path, a fragment or in capitals; and what cannot be
 * seen could make one identifier look like another. Beside such an issuer a key in the header counts for nothing.
 */
const isDidInAnySpelling = /^did:|[\s\p{C}]/iu;

/** A key with what it says about who signed, or why there is none. */
export type FoundKey =
  | { readonly key: KeyMaterial; readonly binding: ProofFinding; readonly signer: ProofSigner }
  | { readonly finding: ProofFinding; readonly verificationMethod?: string };

/** Which key it must be: that of `kid`, else the only one of the controller; a key in the header only confirms. */
export async function findKey(header: JsonObject, order: ProofOrder): Promise<FoundKey> {
  const { controller } = order;
  const isDidController = controller !== undefined && isDidInAnySpelling.test(controller);
  const verificationMethod = methodOf(header['kid'], controller, isDidController);
  if (isJsonObject(header['jwk'])) return findHeaderKey(header['jwk'], order, verificationMethod, isDidController);
  if (verificationMethod === undefined) return { finding: unknownFinding('key-not-here') };
  return resolveFor(order, verificationMethod, typeof header['kid'] === 'string');
}

/** The absolute URL that `kid` means; without `kid`, the controller itself where it is a DID. */
function methodOf(kid: unknown, controller: string | undefined, isDidController: boolean): string | undefined {
  if (typeof kid !== 'string') return isDidController ? controller : undefined;
  if (kid.startsWith('#')) return controller === undefined ? undefined : `${controller}${kid}`;
  return /^[a-z][a-z0-9+.-]*:/i.test(kid) ? kid : undefined;
}

async function resolveFor(order: ProofOrder, verificationMethod: string, isExact: boolean): Promise<FoundKey> {
  const found = keyOrFinding(await order.resolveKey(verificationMethod), verificationMethod);
  if (isFinding(found)) return { finding: found, verificationMethod };
  // RFC 8725 3.10, B15: a stated `kid` is exactly one method, not a way to one.
  if (isExact && found.id !== verificationMethod) {
    return { finding: unknownFinding('key-not-here', { verificationMethod: verificationMethod.slice(0, 300) }), verificationMethod };
  }
  const trouble = findKeyTrouble(found, order.purpose, isOverAt(order.now));
  if (trouble !== undefined) return { finding: trouble, verificationMethod: found.id };
  return { key: found, binding: bindKey(order.controller, found.id, found), signer: signerOf(found) };
}

/**
 * A key in the header (Open Badges 3.0, 8.2.4.2). Of a controller whose key we know it must be that key. Otherwise it
 * shows that nothing changed since somebody signed, and not who: the signer is marked `in-header`.
 */
async function findHeaderKey(jwk: JsonObject, order: ProofOrder, verificationMethod: string | undefined, isDidController: boolean): Promise<FoundKey> {
  const reading = readJwk(jwk);
  if (reading.outcome === 'malformed') return { finding: failedFinding('malformed-proof', { field: 'jwk', why: reading.why }) };
  if (reading.outcome === 'unsupported') return { finding: unknownFinding('unknown-suite', { suite: reading.kind }) };
  const { key } = reading;
  if (verificationMethod !== undefined) {
    const known = await resolveFor(order, verificationMethod, verificationMethod !== order.controller);
    if ('key' in known && known.key.thumbprint !== key.thumbprint) return { finding: failedFinding('wrong-signer', { field: 'jwk' }), verificationMethod };
    const isSettled = 'key' in known || known.finding.state === 'failed';
    if (isSettled || isDidController || verificationMethod.startsWith('did:')) return known;
  } else if (isDidController) {
    return { finding: unknownFinding('key-not-here') };
  }
  // Who authenticates must be known beforehand; a key brought along proves possession of itself.
  if (order.purpose !== 'assertionMethod') return { finding: unknownFinding('key-not-here') };
  const signer: ProofSigner = { verificationMethod: verificationMethod ?? '', controller: '', keyThumbprint: key.thumbprint, source: 'in-header' };
  return { key, binding: { state: 'not-applicable', reason: 'issuer-not-bound', facts: { source: 'in-header' } }, signer };
}

function signerOf(key: PublicKey): ProofSigner {
  return { verificationMethod: key.id, controller: key.controller, keyThumbprint: key.thumbprint, source: 'resolved', ...(key.from === undefined ? {} : { from: key.from }) };
}

/** VC-JOSE-COSE has no words of its own for whom a presentation is for: `aud` and `nonce` serve (OpenID4VP). */
export function readBinding(payload: JsonObject): Pick<ProofOutcome, 'challenge' | 'domain'> {
  const { nonce, aud } = payload;
  const domain = typeof aud === 'string' ? [aud] : Array.isArray(aud) ? aud.filter((item) => typeof item === 'string') : undefined;
  return { ...(typeof nonce === 'string' && { challenge: nonce }), ...(domain !== undefined && { domain }) };
}
