import type { JsonObject } from '../model/json.ts';
import { isJsonObject } from '../model/json.ts';
import type { ProofFinding, ProofOrder, ProofOutcome, VerifyProof } from '../model/proof.ts';
import type { KeyType, PublicKey } from '../model/public-key.ts';
import { bindKey, findKeyTrouble } from './bind-key.ts';
import { isFinding, keyOrFinding } from './find-key.ts';
import { judgeOnce } from './judge-once.ts';
import { failedFinding, outcomeOf, unknownFinding } from './outcome.ts';
import { findPreviousProofs } from './previous-proofs.ts';
import { isOverAt, readProofPeriod } from './proof-period.ts';

/** What a suite hashes: the document without `proof`, and the proof without the value made with the key. */
export interface Unsecured {
  /** With `proof` only where the proof stands in a chain: then the proofs that it builds on (VC-DI 4.5). */
  readonly document: JsonObject;
  readonly proofOptions: JsonObject;
  /** The document as read, the same object for every proof that signs the document alone; undefined in a chain. */
  readonly source: JsonObject | undefined;
}

/** What is particular to a suite; `Value` is what it reads from the text that was made with the key. */
export interface DataIntegritySuite<Value> {
  readonly name: string;
  readonly keyTypes: readonly KeyType[];
  /** The member of the proof that holds the value; it is no part of the proof options. */
  readonly valueMember: 'proofValue' | 'jws';
  /** undefined: no value that this suite could have made. */
  readValue(text: string): Value | undefined;
  judge(value: Value, key: PublicKey, unsecured: Unsecured): Promise<ProofFinding>;
}

/** Verifies one Data Integrity proof by its suite (VC-DI 4.4 "Verify Proof", with the checks around it). */
export function dataIntegrityVerifier<Value>(suite: DataIntegritySuite<Value>): VerifyProof {
  return (order) => verifyDataIntegrity(order, suite);
}

/**
 * What is certainly wrong is said before what cannot be known: the form of the proof, then the key, then what the key
 * made.
 */
async function verifyDataIntegrity<Value>(order: ProofOrder, suite: DataIntegritySuite<Value>): Promise<ProofOutcome> {
  const { secured, now } = order;
  if (secured.form !== 'data-integrity' || !isJsonObject(secured.proof)) {
    return outcomeOf({ signature: failedFinding('malformed-proof', { field: 'proof' }) });
  }
  const proof = secured.proof;
  const { malformed, ...dates } = readProofPeriod(proof, now);
  const common = { ...dates, ...readBinding(proof) };
  const form = malformed ?? readForm(proof, order, suite);
  if (!('verificationMethod' in form)) return outcomeOf({ ...common, signature: form });
  const { verificationMethod, value } = form;
  const unsecured = unsecuredOf(secured.document, proof, order, suite.valueMember);
  if ('state' in unsecured) return outcomeOf({ ...common, signature: unsecured });
  // VC-DI 4.4 step 6: dereference the verification method.
  const found = keyOrFinding(await order.resolveKey(verificationMethod), verificationMethod);
  if (isFinding(found)) {
    return outcomeOf({ ...common, signature: found, binding: bindKey(order.controller, verificationMethod) });
  }
  const binding = bindKey(order.controller, verificationMethod, found);
  const finding = findTrouble(found, order, suite, verificationMethod) ?? (await judgeOnce(order, [suite.name, found.thumbprint, proof, secured.document, order.allProofs ?? null], () => suite.judge(value, found, unsecured)));
  const signer = {
    verificationMethod: found.id,
    controller: found.controller,
    keyThumbprint: found.thumbprint,
    source: 'resolved' as const,
    ...(found.from !== undefined && { from: found.from }),
  };
  return outcomeOf({ ...common, signature: finding, binding, ...(finding.state === 'passed' && { signer }) });
}

function findTrouble<Value>(key: PublicKey, order: ProofOrder, suite: DataIntegritySuite<Value>, verificationMethod: string): ProofFinding | undefined {
  // Open Badges in use name the bare did:key; its one method is then the only thing that can be meant.
  if (key.id !== verificationMethod && key.controller !== verificationMethod) {
    return unknownFinding('key-not-here', { verificationMethod: verificationMethod.slice(0, 300) });
  }
  const trouble = findKeyTrouble(key, order.purpose, isOverAt(order.now));
  if (trouble !== undefined) return trouble;
  return suite.keyTypes.includes(key.type) ? undefined : unknownFinding('unknown-suite', { suite: suite.name, key: key.type });
}

/** VC-DI 4.4 and 4.5: what the proof was made over, with the proofs that it builds on. */
function unsecuredOf(source: JsonObject, proof: JsonObject, order: ProofOrder, valueMember: string): Unsecured | ProofFinding {
  const previous = findPreviousProofs(proof, order.allProofs ?? (Array.isArray(source['proof']) ? source['proof'] : [proof]));
  if ('state' in previous) return previous;
  const { proof: _proof, ...document } = source;
  const { [valueMember]: _value, ...proofOptions } = proof;
  if (previous.length === 0) return { document, proofOptions, source };
  return { document: { ...document, proof: previous }, proofOptions, source: undefined };
}

/** VC-DI 2.1 and 4.4: the members that every proof of these suites has, and the purpose that is expected (B35, B39). */
function readForm<Value>(proof: JsonObject, order: ProofOrder, suite: DataIntegritySuite<Value>): { verificationMethod: string; value: Value } | ProofFinding {
  const { verificationMethod, [suite.valueMember]: text, proofPurpose } = proof;
  if (typeof verificationMethod !== 'string') return failedFinding('malformed-proof', { field: 'verificationMethod' });
  if (typeof text !== 'string') return failedFinding('malformed-proof', { field: suite.valueMember });
  if (proofPurpose !== order.purpose) return failedFinding('malformed-proof', { field: 'proofPurpose' });
  for (const field of ['challenge', 'domain', 'nonce'] as const) {
    if (!isTextOrTexts(proof[field], field === 'domain')) return failedFinding('malformed-proof', { field });
  }
  const value = suite.readValue(text);
  return value === undefined ? failedFinding('malformed-proof', { field: suite.valueMember }) : { verificationMethod, value };
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
