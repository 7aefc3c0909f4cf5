import { isJsonObject } from '../../model/json.ts';
import type { JsonObject, JsonValue } from '../../model/json.ts';

const prefix = 'urn:bnid:';
const named = new RegExp(`<${prefix}(n[0-9]+)>`, 'g');

/**
 * The document with a name for every node that has none ("skolemization", VC-DI-ECDSA 3.4.5 and 3.4.6), or undefined where
 * that cannot be done by the JSON alone: blank names of its own, our prefix, contexts inside.
 */
export function nameNodes(document: JsonObject): JsonObject | undefined {
  let count = 0;
  let isPlain = true;
  const name = (value: JsonValue, isRoot: boolean): JsonValue => {
    if (Array.isArray(value)) return (value as readonly JsonValue[]).map((item) => name(item, false));
    if (!isJsonObject(value) || value['@value'] !== undefined) return value;
    const { id } = value;
    if ((!isRoot && value['@context'] !== undefined) || (typeof id === 'string' && (id.startsWith('_:') || id.startsWith(prefix)))) isPlain = false;
    const own = id === undefined ? { id: `${prefix}n${count++}` } : {};
    const members = Object.entries(value).map(([key, member]): [string, JsonValue] => [key, key === '@context' ? member : name(member, false)]);
    return { ...own, ...Object.fromEntries(members) };
  };
  const whole = name(document, true);
  return isPlain && isJsonObject(whole) ? whole : undefined;
}

/** N-Quads in which the names are blank nodes again. */
export function unnameNodes(nquads: string): string {
  return nquads.replace(named, '_:$1');
}
