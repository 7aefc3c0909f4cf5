import { toCanonicalJson } from '../encoding/canonical-json.ts';
import type { HashName } from '../encoding/hash.ts';
import { hashWith } from '../encoding/hash.ts';
import { joinBytes } from '../encoding/join-bytes.ts';
import { checkWords } from '../encoding/json-ld/check-contexts.ts';
import type { JsonObject } from '../model/json.ts';
import { asList } from '../model/json.ts';
import { findingOfTrouble } from './context-finding.ts';
import type { Unsecured } from './data-integrity.ts';
import type { HashData } from './one-signature.ts';
import { failedFinding } from './outcome.ts';

type Texts = Pick<Unsecured, 'document' | 'proofOptions'>;

/**
 * Transformation, proof configuration and hashing of the JCS suites (VC-DI-EDDSA 3.3.2 to 3.3.5, VC-DI-ECDSA 3.3.2 to
 * 3.3.5). The signature holds without contexts, the words do not: the same policy as for the RDFC suites (VC-DI "Context
 * Validation").
 */
export async function hashByJcs({ document, proofOptions }: Texts, hash: HashName = 'SHA-256'): Promise<HashData> {
  const words = checkWords(document);
  if (words.outcome !== 'ok') return { ok: false, finding: findingOfTrouble(words) };
  const unsecured = withProofContext(document, proofOptions);
  if (unsecured === undefined) return { ok: false, finding: failedFinding('malformed-proof', { field: '@context' }) };
  const hashed = await hashJcs({ document: unsecured, proofOptions }, hash);
  return hashed.ok && isAppended(document, unsecured) ? { ...hashed, doubt: findingOfTrouble({ outcome: 'context-not-allowed', why: 'appended', at: '/@context' }) } : hashed;
}

/** 3.3.2 step 4: a context of the proof must be how the document's begins, and is then what was signed. */
function withProofContext(document: JsonObject, proofOptions: JsonObject): JsonObject | undefined {
  const own = proofOptions['@context'];
  if (own === undefined) return document;
  const all = asList(document['@context']);
  const isStart = asList(own).every((entry, index) => typeof entry === 'string' && entry === all[index]);
  return isStart ? { ...document, '@context': own } : undefined;
}

/** The standard leaves open what may follow; anybody could have added it, and given words a meaning that nobody signed (B28). */
function isAppended(document: JsonObject, signed: JsonObject): boolean {
  return asList(document['@context']).length > asList(signed['@context']).length;
}

/** 3.3.3 to 3.3.5: the hash of the canonical proof options, then of the canonical document. */
export async function hashJcs({ document, proofOptions }: Texts, hash: HashName = 'SHA-256'): Promise<HashData> {
  const [transformed, configuration] = [toCanonicalJson(document), toCanonicalJson(proofOptions)];
  if (!transformed.ok || !configuration.ok) return { ok: false, finding: failedFinding('malformed-proof', { field: 'document' }) };
  return { ok: true, bytes: joinBytes(await Promise.all([hashWith(hash, configuration.value), hashWith(hash, transformed.value)])) };
}
