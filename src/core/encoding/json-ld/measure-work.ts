import type { JsonObject, JsonValue } from '../../model/json.ts';
import { maxCanonicalizedNodes, maxContextEntries, maxValueComparisons } from '../../model/limits.ts';

/** The values counted so far of the thing with this id, by property. */
function countsOf(valuesOf: Map<string, Map<string, number>>, id: string): Map<string, number> {
  let counts = valuesOf.get(id);
  if (counts === undefined) {
    counts = new Map();
    valuesOf.set(id, counts);
  }
  return counts;
}

/**
 * True where canonicalizing would take too long: more nodes or named contexts than a share of many credentials has, or very
 * many values of one property of one thing, which the library compares each with each. Things with the same id are one thing.
 */
export function isTooMuchWork(document: JsonObject): boolean {
  let nodes = 0;
  let comparisons = 0;
  let contexts = 0;
  const valuesOf = new Map<string, Map<string, number>>();
  const waiting: JsonValue[] = [document];
  for (let value = waiting.pop(); value !== undefined; value = waiting.pop()) {
    nodes += 1;
    if (nodes > maxCanonicalizedNodes) return true;
    if (typeof value !== 'object' || value === null) continue;
    if (Array.isArray(value)) {
      for (const item of value as readonly JsonValue[]) waiting.push(item);
      continue;
    }
    const thing = value as JsonObject;
    const id = thing['id'];
    const counted = typeof id === 'string' ? countsOf(valuesOf, id) : undefined;
    contexts += Array.isArray(thing['@context']) ? thing['@context'].length : 0;
    if (contexts > maxContextEntries) return true;
    for (const key of Object.keys(thing)) {
      const member = thing[key] ?? null;
      waiting.push(member);
      const before = counted?.get(key) ?? 0;
      const values = before + (Array.isArray(member) ? member.flat(Infinity).length : 1);
      counted?.set(key, values);
      comparisons += values * values - before * before;
      if (comparisons > maxValueComparisons) return true;
    }
  }
  return false;
}
