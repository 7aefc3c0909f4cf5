import canonicalize from 'canonicalize';
import type { Attempt } from '../model/attempt.ts';
import { refuse, succeed } from '../model/attempt.ts';
import type { JsonValue } from '../model/json.ts';
import { isWellFormedText } from './utf8.ts';

/**
 * Canonical JSON text (RFC 8785, JCS). Refuses what JCS cannot write without loss: lone surrogates (3.2.2.2) with
 * `open/not-utf8`, and numbers that are not finite or not -0-free with `open/unsafe-number`.
 */
export function toCanonicalJson(value: JsonValue): Attempt<string> {
  const trouble = findTrouble(value);
  if (trouble !== undefined) return refuse(trouble);
  const text = canonicalize(value);
  return text === undefined ? refuse('open/malformed') : succeed(text);
}

function findTrouble(root: JsonValue): 'open/not-utf8' | 'open/unsafe-number' | undefined {
  const waiting: JsonValue[] = [root];
  for (let value = waiting.pop(); value !== undefined; value = waiting.pop()) {
    if (typeof value === 'string' && !isWellFormedText(value)) return 'open/not-utf8';
    if (typeof value === 'number' && (!Number.isFinite(value) || Object.is(value, -0))) return 'open/unsafe-number';
    if (typeof value !== 'object' || value === null) continue;
    for (const [key, member] of Object.entries(value)) {
      if (!isWellFormedText(key)) return 'open/not-utf8';
      waiting.push(member as JsonValue);
    }
  }
  return undefined;
}
