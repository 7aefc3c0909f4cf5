import { asList, isJsonObject } from '../model/json.ts';
import type { JsonObject, JsonValue } from '../model/json.ts';
import type { ProofFinding } from '../model/proof.ts';
import { failedFinding } from './outcome.ts';

/**
 * The proofs that a chained proof builds on and has signed as well (VC-DI 2.1.2, and 4.5 steps 3.1 to 3.3), in the order
 * it names them; none for a proof that stands alone. A name that no proof bears, or that two bear, and a chain that comes
 * back to itself are certainly wrong (B38). Whether the earlier proofs hold is judged for each on its own.
 */
export function findPreviousProofs(proof: JsonObject, all: readonly JsonValue[]): readonly JsonObject[] | ProofFinding {
  const byId = new Map<string, JsonObject[]>();
  for (const each of all) {
    if (isJsonObject(each) && typeof each['id'] === 'string') byId.set(each['id'], [...(byId.get(each['id']) ?? []), each]);
  }
  const named = previousOf(proof, byId);
  if ('state' in named) return named;
  const seen = new Set<JsonObject>();
  const waiting = [...named];
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
    if (at === proof || (typeof proof['id'] === 'string' && at['id'] === proof['id'])) return broken('cyclic');
    if (seen.has(at)) continue;
    seen.add(at);
    const further = previousOf(at, byId);
    if ('state' in further) return further;
    waiting.push(...further);
  }
  return named;
}

function previousOf(proof: JsonObject, byId: ReadonlyMap<string, readonly JsonObject[]>): readonly JsonObject[] | ProofFinding {
  const stated = proof['previousProof'];
  if (stated === undefined) return [];
  const ids = asList(stated);
  if (ids.length === 0 || new Set(ids).size !== ids.length) return broken('form');
  const found: JsonObject[] = [];
  for (const id of ids) {
    if (typeof id !== 'string') return broken('form');
    const bearing = byId.get(id) ?? [];
    if (bearing.length !== 1) return broken(bearing.length === 0 ? 'dangling' : 'ambiguous');
    found.push(...bearing);
  }
  return found;
}

function broken(why: string): ProofFinding {
  return failedFinding('malformed-proof', { field: 'previousProof', why });
}
