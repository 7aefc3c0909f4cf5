import type { JsonObject, JsonValue } from '../../model/json.ts';
import type { ContextTrouble } from './check-contexts.ts';

/**
 * One node may be written in two places of a document: the triples are the same, the JSON is not. What is said of the
 * whole (its end, its status) could so be moved into an inner object that bears the id of the whole, unseen by a reader
 * of plain JSON, without breaking the signature. An inner object with that id may therefore say no more than its type.
 * Published badges do have such objects: a refresh service under the address of the credential.
 */
export function checkRoot(document: JsonObject): ContextTrouble | undefined {
  const { id } = document;
  if (typeof id !== 'string') return undefined;
  const waiting: JsonValue[] = Object.values(document);
  for (let value = waiting.pop(); value !== undefined; value = waiting.pop()) {
    if (typeof value !== 'object' || value === null) continue;
    const inner = Array.isArray(value) ? {} : (value as JsonObject);
    if (inner['id'] === id && Object.keys(inner).some((key) => key !== 'id' && key !== 'type')) {
      return { outcome: 'context-not-allowed', why: 'same-id', at: '/id' };
    }
    for (const member of Object.values(value)) if (typeof member === 'object') waiting.push(member as JsonValue);
  }
  return undefined;
}
