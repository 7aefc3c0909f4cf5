import type { Canonized } from '../encoding/json-ld/canonize.ts';
import { canonize } from '../encoding/json-ld/canonize.ts';
import { sha256Short } from '../encoding/sha256-short.ts';
import { sha256 } from '../encoding/sha256.ts';
import { encodeUtf8 } from '../encoding/utf8.ts';
import type { JsonObject } from '../model/json.ts';
import { findingOfTrouble } from './context-finding.ts';
import type { HashData, Unsecured } from './data-integrity.ts';
import { unknownFinding } from './outcome.ts';

/** What the proofs of one document have in common; forgotten with the document. */
const transformedOf = new WeakMap<JsonObject, Promise<Canonized>>();

function transformOnce(source: JsonObject, document: JsonObject): Promise<Canonized> {
  const known = transformedOf.get(source);
  if (known !== undefined) return known;
  const transformed = canonize(document);
  transformedOf.set(source, transformed);
  return transformed;
}

/**
 * Transformation, proof configuration and hashing of the RDFC suites (VC-DI-EDDSA 3.2.3 to 3.2.5): SHA-256 of the
 * canonical proof options, then SHA-256 of the canonical document, 64 bytes in all.
 */
export async function hashByRdfc({ document, proofOptions, source }: Unsecured): Promise<HashData> {
  // A context of the proof's own could make its members mean something else; the document's are the ones that count.
  if (proofOptions['@context'] !== undefined) {
    return { ok: false, finding: unknownFinding('context-not-allowed', { why: 'nested', at: '/proof/@context' }) };
  }
  // 3.2.3 Transformation.
  const transformed = await transformOnce(source, document);
  if (transformed.outcome !== 'ok') return { ok: false, finding: findingOfTrouble(transformed) };
  // 3.2.4 Hashing, first half: WebCrypto works on it while the proof options are canonicalized here.
  const documentHash = sha256(transformed.nquads);
  // 3.2.5 Proof configuration: the proof options with the document's contexts, canonicalized in the same way and under the
  // same policy: an `expires` written as a full IRI would be signed, and not read.
  const configuration = await canonize({ '@context': document['@context'] ?? null, ...proofOptions });
  if (configuration.outcome !== 'ok') return { ok: false, finding: findingOfTrouble(configuration) };
  // 3.2.4 Hashing, second half.
  const bytes = new Uint8Array(64);
  bytes.set(sha256Short(encodeUtf8(configuration.nquads)));
  bytes.set(await documentHash, 32);
  return { ok: true, bytes };
}
