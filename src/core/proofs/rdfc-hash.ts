import type { HashName } from '../encoding/hash.ts';
import { hashWith } from '../encoding/hash.ts';
import { joinBytes } from '../encoding/join-bytes.ts';
import type { Canonized } from '../encoding/json-ld/canonize.ts';
import { canonize, createLabelDigest } from '../encoding/json-ld/canonize.ts';
import { sha256Short } from '../encoding/sha256-short.ts';
import { encodeUtf8 } from '../encoding/utf8.ts';
import type { JsonObject } from '../model/json.ts';
import { findingOfTrouble } from './context-finding.ts';
import type { Unsecured } from './data-integrity.ts';
import type { HashData } from './one-signature.ts';

/** One hash in its two ways, and the same for labelling blank nodes (RDFC-1.0 4.3). `[Note: Two ways to SHA-256]` */
export interface GraphHash {
  readonly name: HashName;
  readonly short: (bytes: Uint8Array) => Uint8Array;
  readonly createDigest: typeof createLabelDigest;
}

export const sha256Graph: GraphHash = { name: 'SHA-256', short: sha256Short, createDigest: createLabelDigest };

/** What the proofs of one document have in common, by the way its blank nodes are labelled; forgotten with the document. */
const transformedOf = new WeakMap<JsonObject, Map<GraphHash, Promise<Canonized>>>();

/** The canonical document; computed once for all proofs that sign the document alone. */
export function transformOnce({ source, document }: Unsecured, hash: GraphHash): Promise<Canonized> {
  if (source === undefined) return canonize(document, hash.createDigest);
  const known = transformedOf.get(source) ?? new Map<GraphHash, Promise<Canonized>>();
  const transformed = known.get(hash) ?? canonize(document, hash.createDigest);
  transformedOf.set(source, known.set(hash, transformed));
  return transformed;
}

/** The canonical proof options with the document's contexts (VC-DI-EDDSA 3.2.5), under the same policy as the document. */
export async function canonizeOptions({ document, proofOptions }: Unsecured, hash: GraphHash): Promise<Canonized> {
  // A context of the proof's own could make its members mean something else; the document's are the ones that count.
  if (proofOptions['@context'] !== undefined) return { outcome: 'context-not-allowed', why: 'nested', at: '/proof/@context' };
  return canonize({ '@context': document['@context'] ?? null, ...proofOptions }, hash.createDigest);
}

/**
 * Transformation, proof configuration and hashing of the RDFC suites (VC-DI-EDDSA 3.2.3 to 3.2.5, VC-DI-ECDSA 3.2.3 to
 * 3.2.5): the hash of the canonical proof options, then the hash of the canonical document.
 */
export async function hashByRdfc(unsecured: Unsecured, hash: GraphHash = sha256Graph): Promise<HashData> {
  // 3.2.3 Transformation.
  const transformed = await transformOnce(unsecured, hash);
  if (transformed.outcome !== 'ok') return { ok: false, finding: findingOfTrouble(transformed) };
  // 3.2.4 Hashing, first half: WebCrypto works on it while the proof options are canonicalized here.
  const documentHash = hashWith(hash.name, transformed.nquads);
  // 3.2.5 Proof configuration: an `expires` written as a full IRI would be signed, and not read.
  const configuration = await canonizeOptions(unsecured, hash);
  if (configuration.outcome !== 'ok') return { ok: false, finding: findingOfTrouble(configuration) };
  // 3.2.4 Hashing, second half.
  return { ok: true, bytes: joinBytes([hash.short(encodeUtf8(configuration.nquads)), await documentHash]) };
}
