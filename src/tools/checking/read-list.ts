import { resolveKey } from '../../core/dids/registry.ts';
import { readStrictJson } from '../../core/encoding/strict-json.ts';
import { toInstant } from '../../core/model/instant.ts';
import { asList, isJsonObject } from '../../core/model/json.ts';
import type { JsonObject, JsonValue } from '../../core/model/json.ts';
import type { OwnListEntry } from '../../core/model/trust.ts';

/**
 * A list of known issuers: entries of Mecum's own list (`keyThumbprint`, `issuerId`, `name`, `since`), or DIDs as text or
 * as `{ did, name }` whose keys the identifier itself tells. Other kinds of list (PEM, ETSI trust lists) are not read by
 * this version and say so.
 */
export async function readList(bytes: Uint8Array): Promise<readonly OwnListEntry[] | { readonly wrong: string }> {
  const json = readStrictJson(bytes);
  if (!json.ok) return { wrong: `a kind of list that this version does not read (${json.error.code})` };
  const root = json.value.value;
  const items = isJsonObject(root) ? asList(root['issuers']) : asList(root);
  const entries: OwnListEntry[] = [];
  for (const item of items) {
    const entry = await readEntry(item);
    if (entry === undefined) return { wrong: 'a list with an entry that this version does not read' };
    entries.push(entry);
  }
  return entries.length === 0 ? { wrong: 'a list without entries that this version reads' } : entries;
}

async function readEntry(item: JsonValue): Promise<OwnListEntry | undefined> {
  if (typeof item === 'string') return entryOfDid(item, item);
  if (!isJsonObject(item)) return undefined;
  const did = item['did'];
  if (typeof did === 'string') return entryOfDid(did, textOf(item, 'name') ?? did);
  const [keyThumbprint, issuerId, name] = [textOf(item, 'keyThumbprint'), textOf(item, 'issuerId'), textOf(item, 'name')];
  if (keyThumbprint === undefined || issuerId === undefined || name === undefined) return undefined;
  const since = item['since'];
  return { id: textOf(item, 'id') ?? keyThumbprint, keyThumbprint, issuerId, name, since: toInstant(typeof since === 'number' ? since : 0) };
}

async function entryOfDid(did: string, name: string): Promise<OwnListEntry | undefined> {
  const found = await resolveKey(did);
  if (found.outcome !== 'key') return undefined;
  return { id: did, keyThumbprint: found.key.thumbprint, issuerId: did, name, since: toInstant(0) };
}

function textOf(object: JsonObject, key: string): string | undefined {
  const value = object[key];
  return typeof value === 'string' ? value : undefined;
}
