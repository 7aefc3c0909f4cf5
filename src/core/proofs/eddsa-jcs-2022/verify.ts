import { toCanonicalJson } from '../../encoding/canonical-json.ts';
import { checkWords } from '../../encoding/json-ld/check-contexts.ts';
import { sha256 } from '../../encoding/sha256.ts';
import type { JsonObject } from '../../model/json.ts';
import { asList } from '../../model/json.ts';
import type { VerifyProof } from '../../model/proof.ts';
import { findingOfTrouble } from '../context-finding.ts';
import type { HashData, Unsecured } from '../data-integrity.ts';
import { verifyDataIntegrity } from '../data-integrity.ts';
import { failedFinding } from '../outcome.ts';

/** `eddsa-jcs-2022` (VC-DI-EDDSA 3.3): JCS, SHA-256, Ed25519, 64 bytes in base58btc. */
export const verifyEddsaJcs2022: VerifyProof = (order) =>
  verifyDataIntegrity(order, { name: 'eddsa-jcs-2022', keyType: 'Ed25519', signatureBytes: 64, hash: hashByJcs });

async function hashByJcs({ document, proofOptions }: Omit<Unsecured, 'source'>): Promise<HashData> {
  // The signature holds without contexts, the words do not: the same policy as for the RDFC suites (VC-DI "Context Validation").
  const words = checkWords(document);
  if (words.outcome !== 'ok') return { ok: false, finding: findingOfTrouble(words) };
  const unsecured = withProofContext(document, proofOptions);
  if (unsecured === undefined) return { ok: false, finding: failedFinding('malformed-proof', { field: '@context' }) };
  return hashJcs({ document: unsecured, proofOptions });
}

/** 3.3.2 step 4: a context of the proof must be how the document's begins, and is then what was signed. */
function withProofContext(document: JsonObject, proofOptions: JsonObject): JsonObject | undefined {
  const own = proofOptions['@context'];
  if (own === undefined) return document;
  const all = asList(document['@context']);
  const isStart = asList(own).every((entry, index) => typeof entry === 'string' && entry === all[index]);
  return isStart ? { ...document, '@context': own } : undefined;
}

/** 3.3.3 to 3.3.5: SHA-256 of the canonical proof options, then of the canonical document, 64 bytes in all. */
export async function hashJcs({ document, proofOptions }: Omit<Unsecured, 'source'>): Promise<HashData> {
  const [transformed, configuration] = [toCanonicalJson(document), toCanonicalJson(proofOptions)];
  if (!transformed.ok || !configuration.ok) return { ok: false, finding: failedFinding('malformed-proof', { field: 'document' }) };
  const [proofHash, documentHash] = await Promise.all([sha256(configuration.value), sha256(transformed.value)]);
  const bytes = new Uint8Array(64);
  bytes.set(proofHash);
  bytes.set(documentHash, 32);
  return { ok: true, bytes };
}
