import type { JsonValue } from '../../src/core/model/json.ts';

/** The value at a JSON pointer (RFC 6901), or undefined. */
export function atPointer(root: JsonValue, pointer: string): JsonValue | undefined {
  let here: JsonValue | undefined = root;
  for (const step of pointer.split('/').slice(1)) {
    if (typeof here !== 'object' || here === null) return undefined;
    const key = step.replaceAll('~1', '/').replaceAll('~0', '~');
    here = Array.isArray(here) ? (here as readonly JsonValue[])[Number(key)] : (here as Record<string, JsonValue>)[key];
  }
  return here;
}

/** Everything in a normalised credential that claims to stand somewhere: `path` with the `raw` text found there. */
export function statedIn(value: unknown): readonly { readonly path: string; readonly raw: string }[] {
  if (Array.isArray(value)) return value.flatMap(statedIn);
  if (typeof value !== 'object' || value === null) return [];
  const { path, raw, ...rest } = value as Record<string, unknown>;
  const own = typeof path === 'string' && typeof raw === 'string' ? [{ path, raw }] : [];
  return [...own, ...Object.values(rest).flatMap(statedIn)];
}
