import { isJsonObject } from '../model/json.ts';
import type { JsonObject, JsonValue } from '../model/json.ts';
import { maxPathCharacters } from '../model/limits.ts';

/**
 * True where the way to some claim is longer than any that people read: names of megabytes above thousands of claims, each
 * of which would carry it along. Such claims are not read; the document is judged, kept and shown as it stands.
 */
export function hasEndlessPath(claims: JsonObject): boolean {
  return isEndless(claims, 0);
}

function isEndless(value: JsonValue, length: number): boolean {
  if (length > maxPathCharacters) return true;
  if (Array.isArray(value)) return (value as readonly JsonValue[]).some((item) => isEndless(item, length + 6));
  return isJsonObject(value) && Object.entries(value).some(([key, inner]) => isEndless(inner, length + 1 + key.length));
}
