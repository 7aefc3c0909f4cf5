import { decodeBase58btc } from '../encoding/multibase.ts';
import { verifySignature } from '../encoding/verify-signature.ts';
import type { JsonObject } from '../model/json.ts';
import { isJsonObject } from '../model/json.ts';
import type { ProofFinding, ProofOrder, ProofOutcome } from '../model/proof.ts';
import type { KeyType, PublicKey } from '../model/public-key.ts';
import { bindKey, findKeyTrouble } from './bind-key.ts';
import { isFinding, keyOrFinding } from './find-key.ts';
import { failedFinding, outcomeOf, passedFinding, unknownFinding } from './outcome.ts';
import { isOverAt, readProofPeriod } from './proof-period.ts';

/** What a suite hashes: the document without `proof`, and the proof without `proofValue`. */
export interface Unsecured {
  readonly document: JsonObject;
  readonly proofOptions: JsonObject;
  /** The document as read: the same object for every proof of a set. */
  readonly source: JsonObject;
}

/** The bytes that were signed, or why they cannot be told. */
export type HashData = { readonly ok: true; readonly bytes: Uint8Array } | { readonly ok: false; readonly finding: ProofFinding };

/** What differs between suites of the one-signature kind. */
export interface DataIntegritySuite {
  readonly name: string;
  readonly keyType: KeyType;
  readonly signatureBytes: number;
  hash(unsecured: Unsecured): Promise<HashData>;
}

/**
 * Verifies one Data Integrity proof (VC-DI 4.4 "Verify Proof", with the checks around it). What is certainly wrong is
 * said before what cannot be known: the form of the proof, then the key, then the signature.
 */
export async function verifyDataIntegrity(order: ProofOrder, suite: DataIntegritySuite): Promise<ProofOutcome> {
  const { secured, now } = order;
  if (secured.form !== 'data-integrity' || !isJsonObject(secured.proof)) {
    return outcomeOf({ signature: failedFinding('malformed-proof', { field: 'proof' }) });
  }
  const proof = secured.proof;
  const { malformed, ...dates } = readProofPeriod(proof, now);
  const common = { ...dates, ...readBinding(proof) };
  const form = malformed ?? readForm(proof, order);
  if (!('verificationMethod' in form)) return outcomeOf({ ...common, signature: form });
  const { verificationMethod } = form;
  const signature = decodeBase58btc(form.proofValue);
  if (!signature.ok || signature.value.length !== suite.signatureBytes) {
    return outcomeOf({ ...common, signature: failedFinding('malformed-proof', { field: 'proofValue' }) });
  }
  // VC-DI 4.4 step 6: dereference the verification method.
  const found = keyOrFinding(await order.resolveKey(verificationMethod), verificationMethod);
  if (isFinding(found)) {
    return outcomeOf({ ...common, signature: found, binding: bindKey(order.controller, verificationMethod) });
  }
  const binding = bindKey(order.controller, verificationMethod, found);
  const finding = await judge(found, signature.value, order, suite, { document: secured.document, proofOptions: proof, source: secured.document }, verificationMethod);
  const signer = { verificationMethod: found.id, controller: found.controller, keyThumbprint: found.thumbprint, source: 'resolved' as const, ...(found.from === undefined ? {} : { from: found.from }) };
  return outcomeOf({ ...common, signature: finding, binding, ...(finding.state === 'passed' && { signer }) });
}

async function judge(
  key: PublicKey,
  signature: Uint8Array,
  order: ProofOrder,
  suite: DataIntegritySuite,
  secured: Unsecured,
  verificationMethod: string,
): Promise<ProofFinding> {
  // Open Badges in use name the bare did:key; its one method is then the only thing that can be meant.
  if (key.id !== verificationMethod && key.controller !== verificationMethod) {
    return unknownFinding('key-not-here', { verificationMethod: verificationMethod.slice(0, 300) });
  }
  const trouble = findKeyTrouble(key, order.purpose, isOverAt(order.now));
  if (trouble !== undefined) return trouble;
  if (key.type !== suite.keyType) return unknownFinding('unknown-suite', { suite: suite.name, key: key.type });
  const { proof: _proof, ...document } = secured.document;
  const { proofValue: _proofValue, ...proofOptions } = secured.proofOptions;
  const hashed = await suite.hash({ document, proofOptions, source: secured.source });
  if (!hashed.ok) return hashed.finding;
  const verdict = await verifySignature(key, signature, hashed.bytes);
  if (verdict === 'fits') return passedFinding('signature-fits');
  return verdict === 'malformed' ? failedFinding('malformed-proof', { field: 'proofValue' }) : failedFinding('changed');
}

/** VC-DI 2.1 and 4.4: the members that every proof of these suites has, and the purpose that is expected (B35, B39). */
function readForm(proof: JsonObject, order: ProofOrder): { verificationMethod: string; proofValue: string } | ProofFinding {
  const { verificationMethod, proofValue, proofPurpose } = proof;
  if (typeof verificationMethod !== 'string') return failedFinding('malformed-proof', { field: 'verificationMethod' });
  if (typeof proofValue !== 'string') return failedFinding('malformed-proof', { field: 'proofValue' });
  if (proofPurpose !== order.purpose) return failedFinding('malformed-proof', { field: 'proofPurpose' });
  for (const field of ['challenge', 'domain', 'nonce'] as const) {
    if (!isTextOrTexts(proof[field], field === 'domain')) return failedFinding('malformed-proof', { field });
  }
  // A chained proof signs the proofs before it as well; those are not read here.
  if (proof['previousProof'] !== undefined) return unknownFinding('unknown-suite', { suite: 'previousProof' });
  return { verificationMethod, proofValue };
}

function isTextOrTexts(value: unknown, mayBeList: boolean): boolean {
  if (value === undefined || typeof value === 'string') return true;
  return mayBeList && Array.isArray(value) && value.every((item) => typeof item === 'string');
}

function readBinding(proof: JsonObject): Pick<ProofOutcome, 'challenge' | 'domain'> {
  const { challenge, domain } = proof;
  const domains = typeof domain === 'string' ? [domain] : Array.isArray(domain) ? domain.filter((item) => typeof item === 'string') : undefined;
  return { ...(typeof challenge === 'string' && { challenge }), ...(domains !== undefined && { domain: domains }) };
}
