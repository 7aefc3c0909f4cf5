import { asList, isJsonObject } from '../../model/json.ts';
import type { JsonObject, JsonValue } from '../../model/json.ts';
import type { Defect } from '../../model/opened.ts';
import { toCanonicalJson } from '../../encoding/canonical-json.ts';
import type { MergedClaims } from './registered-claims.ts';

/** Entries of both places are asked after: a status is never overlooked because another one stands elsewhere. */
const addedUp: ReadonlySet<string> = new Set(['credentialStatus', 'status']);

/**
 * VC 1.1, 6.3.1: where a token has a `vc` claim, this is the credential. Issuers in use write it twice, in `vc` and
 * beside it, in different detail. What both state must be equal, and is a defect where it is not, because two readers
 * would see two credentials; what only one place states is taken from there, so that no end, no status and no claim
 * that was signed is overlooked. Null states nothing, and one value and an array of it are equal, as everywhere.
 */
export function withOuterClaims(credential: JsonObject, outer: JsonObject): MergedClaims {
  const defects: Defect[] = [];
  const claims = copyOf(credential);
  for (const [name, value] of Object.entries(outer)) {
    const united = addedUp.has(name) ? addUp(claims[name], value) : unite(claims[name], value, name === 'issuer' ? asWritten : plainly);
    if (united === undefined) defects.push({ reason: 'malformed-proof', facts: { field: name.slice(0, 80), why: 'stated-twice' } });
    else claims[name] = united;
  }
  return { claims, defects };
}

function copyOf(object: JsonObject): Record<string, JsonValue> {
  return Object.assign(Object.create(null) as Record<string, JsonValue>, object);
}

function addUp(inner: JsonValue | undefined, outer: JsonValue): JsonValue {
  return inner === undefined ? outer : [...asList(inner), ...asList(outer)];
}

/** An issuer is never an array (B09): it is compared as it stands. */
function asWritten(value: JsonValue): JsonValue {
  return value;
}

function plainly(value: JsonValue): JsonValue {
  const [only, ...more] = asList(value);
  return only !== undefined && more.length === 0 ? only : value;
}

/** What both say together; undefined where they contradict each other. Objects are united member by member. */
function unite(first: JsonValue | undefined, second: JsonValue, read: (value: JsonValue) => JsonValue): JsonValue | undefined {
  if (first === undefined || first === null) return second;
  if (second === null) return first;
  const [inner, outer] = [read(first), read(second)];
  // A thing by its address alone, and the same thing with more about it.
  if (typeof inner === 'string' && isJsonObject(outer) && outer['id'] === inner) return outer;
  if (typeof outer === 'string' && isJsonObject(inner) && inner['id'] === outer) return inner;
  if (!isJsonObject(inner) || !isJsonObject(outer)) return isSame(inner, outer) ? first : undefined;
  const both = copyOf(inner);
  for (const [name, value] of Object.entries(outer)) {
    const united = unite(both[name], value, read);
    if (united === undefined) return undefined;
    both[name] = united;
  }
  return both;
}

function isSame(one: JsonValue, other: JsonValue): boolean {
  const [first, second] = [toCanonicalJson(one), toCanonicalJson(other)];
  return first.ok && second.ok && first.value === second.value;
}
