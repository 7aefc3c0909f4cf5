import { readFileSync } from 'node:fs';
import { readStrictJson } from '../../core/encoding/strict-json.ts';
import type { JsonValue } from '../../core/model/json.ts';

/** The bytes of a file, or nothing where it cannot be read. */
export function readFile(path: string): Uint8Array | undefined {
  try {
    return new Uint8Array(readFileSync(path));
  } catch {
    return undefined;
  }
}

/** A file as JSON, or what is wrong with it. */
export function readJsonFile(path: string): { readonly json: JsonValue } | { readonly wrong: string } {
  const bytes = readFile(path);
  if (bytes === undefined) return { wrong: `cannot read ${path}` };
  const read = readStrictJson(bytes);
  return read.ok ? { json: read.value.value } : { wrong: `${path} is no JSON (${read.error.code})` };
}
