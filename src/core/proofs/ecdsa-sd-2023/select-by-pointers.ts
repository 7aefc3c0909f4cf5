import { isJsonObject } from '../../model/json.ts';
import type { JsonObject, JsonValue } from '../../model/json.ts';

type Path = readonly string[];

/**
 * The part of a document that JSON pointers (RFC 6901) select, with the name and the type of everything on the way
 * (VC-DI-ECDSA 3.4.11 to 3.4.13); undefined where there are no pointers, `no-match` where one leads nowhere.
 */
export function selectByPointers(document: JsonObject, pointers: readonly string[]): JsonObject | 'no-match' | undefined {
  if (pointers.length === 0) return undefined;
  const paths: Path[] = [];
  for (const pointer of pointers) {
    if (pointer !== '' && !pointer.startsWith('/')) return 'no-match';
    paths.push(pointer.split('/').slice(1).map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~')));
  }
  const selected = select(document, paths);
  return selected === undefined || !isJsonObject(selected) ? 'no-match' : { ...selected, '@context': document['@context'] ?? null };
}

function select(value: JsonValue, paths: readonly Path[]): JsonValue | undefined {
  if (paths.some((path) => path.length === 0)) return value;
  const isList = Array.isArray(value);
  if (!isList && !isJsonObject(value)) return undefined;
  const bySteps = new Map<string, Path[]>();
  for (const [step = '', ...rest] of paths) {
    const others = bySteps.get(step);
    if (others === undefined) bySteps.set(step, [rest]);
    else others.push(rest);
  }
  const parts = new Map<string, JsonValue>();
  for (const [step, rest] of bySteps) {
    if (!Object.hasOwn(value, step) || (isList && !/^(?:0|[1-9][0-9]*)$/.test(step))) return undefined;
    const part = select((value as Readonly<Record<string, JsonValue>>)[step] ?? null, rest);
    if (part === undefined) return undefined;
    parts.set(step, part);
  }
  if (isList) return [...parts].sort(([one], [other]) => Number(one) - Number(other)).map(([, part]) => part);
  const named = ['id', 'type'].filter((member) => value[member] !== undefined).map((member): [string, JsonValue] => [member, value[member] ?? null]);
  return Object.fromEntries([...named, ...parts]);
}
