import { readStrictJson } from '../../core/encoding/strict-json.ts';
import { toInstant } from '../../core/model/instant.ts';
import { asList, isJsonObject } from '../../core/model/json.ts';
import type { JsonObject, JsonValue } from '../../core/model/json.ts';
import type { ResolveKey } from '../../core/model/public-key.ts';
import type { OwnListEntry, TrustListFile } from '../../core/model/trust.ts';
import { readTrustList, trustListKinds } from '../../core/trust/registry.ts';

/** Entries for the own list, or a file for the readers of trust lists, or what is wrong. */
type ReadList = { readonly entries: readonly OwnListEntry[] } | { readonly file: TrustListFile } | { readonly wrong: string };

/**
 * A list of known issuers: entries of Mecum's own list (`keyThumbprint`, `issuerId`, `name`, `since`), or DIDs as text or
 * as `{ did, name }` whose keys the identifier or a fetched document tells; else a trust list, a register or certificates
 * of a kind that the core reads.
 */
export async function readList(bytes: Uint8Array, resolve: ResolveKey): Promise<ReadList> {
  const own = await readOwnList(bytes, resolve);
  if ('entries' in own) return own;
  const file: TrustListFile = { bytes };
  if (!trustListKinds.some((kind) => kind.recognize(file))) return own;
  return (await readTrustList(file)) === undefined ? { wrong: 'a trust list that is broken' } : { file };
}

async function readOwnList(bytes: Uint8Array, resolve: ResolveKey): Promise<Exclude<ReadList, { file: unknown }>> {
  const json = readStrictJson(bytes);
  if (!json.ok) return { wrong: `a kind of list that this version does not read (${json.error.code})` };
  const root = json.value.value;
  const items = isJsonObject(root) ? asList(root['issuers']) : asList(root);
  const entries: OwnListEntry[] = [];
  for (const item of items) {
    const entry = await readEntry(item, resolve);
    if (entry === undefined) return { wrong: 'a list with an entry that this version does not read' };
    entries.push(entry);
  }
  return entries.length === 0 ? { wrong: 'a list without entries that this version reads' } : { entries };
}

async function readEntry(item: JsonValue, resolve: ResolveKey): Promise<OwnListEntry | undefined> {
  if (typeof item === 'string') return entryOfDid(item, item, resolve);
  if (!isJsonObject(item)) return undefined;
  const did = item['did'];
  if (typeof did === 'string') return entryOfDid(did, textOf(item, 'name') ?? did, resolve);
  const [keyThumbprint, issuerId, name] = [textOf(item, 'keyThumbprint'), textOf(item, 'issuerId'), textOf(item, 'name')];
  if (keyThumbprint === undefined || issuerId === undefined || name === undefined) return undefined;
  const since = item['since'];
  return { id: textOf(item, 'id') ?? keyThumbprint, keyThumbprint, issuerId, name, since: toInstant(typeof since === 'number' ? since : 0) };
}

async function entryOfDid(did: string, name: string, resolve: ResolveKey): Promise<OwnListEntry | undefined> {
  const found = await resolve(did);
  if (found.outcome !== 'key') return undefined;
  return { id: did, keyThumbprint: found.key.thumbprint, issuerId: did, name, since: toInstant(0) };
}

function textOf(object: JsonObject, key: string): string | undefined {
  const value = object[key];
  return typeof value === 'string' ? value : undefined;
}
