import { hmacSha256 } from '../../encoding/hmac-sha256.ts';
import { labelsIn, relabelQuads } from '../../encoding/json-ld/label-quads.ts';
import { canonizeQuads, toQuads } from '../../encoding/json-ld/quads.ts';
import { encodeUtf8 } from '../../encoding/utf8.ts';
import type { JsonObject } from '../../model/json.ts';
import type { ProofFinding } from '../../model/proof.ts';
import { failedFinding, unknownFinding } from '../outcome.ts';
import { nameNodes, unnameNodes } from './name-nodes.ts';
import type { BaseValue } from './read-proof-value.ts';
import { labelOf } from './read-proof-value.ts';
import { selectByPointers } from './select-by-pointers.ts';

/** The statements of a document, as they were signed. */
export interface Statements {
  readonly mandatory: readonly string[];
  readonly others: readonly string[];
}

/**
 * The statements of a base document and which of them are mandatory (VC-DI-ECDSA 3.5.1 and 3.4.13), found as a holder who
 * derives would find them. Where the document has a form in which the same thing cannot be named in whole and part, the
 * copy could not be checked: `base-proof`.
 */
export async function baseStatements({ hmacKey, mandatoryPointers }: BaseValue, document: JsonObject, nquads: string): Promise<Statements | ProofFinding> {
  // 1. Name every node, so that the same node has the same name in the whole and in a part.
  const named = nameNodes(document);
  const whole = named === undefined ? undefined : await toQuads(named);
  if (named === undefined || whole === undefined) return unknownFinding('base-proof', { why: 'form' });
  // 2. The names are taken off again; what is left must be the document that was signed.
  const canonized = await canonizeQuads(unnameNodes(whole));
  if (canonized?.nquads !== nquads) return unknownFinding('base-proof', { why: 'form' });
  // 3. Labels that tell nothing: the keyed hash of the canonical ones.
  const labels = new Map([...canonized.labels].map(([name, label]) => [name, labelOf(hmacSha256(hmacKey, encodeUtf8(label)))]));
  const byCanonical = new Map([...canonized.labels].map(([name, label]) => [label, labels.get(name) ?? '']));
  const all = relabelQuads(nquads, byCanonical);
  // 4. What the issuer's pointers select is mandatory.
  const selection = selectByPointers(named, mandatoryPointers);
  if (selection === 'no-match') return failedFinding('malformed-proof', { field: 'proofValue', why: 'pointer' });
  const part = selection === undefined ? '' : await toQuads(selection);
  const selected = part === undefined ? undefined : relabelQuads(unnameNodes(part), labels);
  if (all === undefined || selected === undefined) return unknownFinding('base-proof', { why: 'form' });
  // The cells of ordered lists are numbered as they come: the same in the part only if it has all of them, or none.
  const [inPart, inWhole] = [part ?? '', whole].map((text) => [...labelsIn(text)].length);
  if (inPart !== 0 && inPart !== inWhole) return unknownFinding('base-proof', { why: 'lists' });
  const [mandatory, known] = [new Set(selected), new Set(all)];
  if (![...mandatory].every((line) => known.has(line))) return unknownFinding('base-proof', { why: 'form' });
  return { mandatory: all.filter((line) => mandatory.has(line)), others: all.filter((line) => !mandatory.has(line)) };
}
