/** JSON as the strict reader gives it: plain data, no duplicate keys, no dangerous keys, finite numbers. */
export type JsonValue = null | boolean | number | string | readonly JsonValue[] | JsonObject;

/** A JSON object. Made only by the strict reader (null prototype) or by our own literals. */
export interface JsonObject {
  readonly [key: string]: JsonValue;
}

/** True for a JSON object (not null, not an array). */
export function isJsonObject(value: JsonValue | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Many JSON-LD properties are one value or an array of values; this always gives the array. Absent gives []. */
export function asList(value: JsonValue | undefined): readonly JsonValue[] {
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? (value as readonly JsonValue[]) : [value];
}
