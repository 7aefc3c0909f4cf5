import { sha256Hex } from '../../encoding/sha256.ts';
import { readStrictJson } from '../../encoding/strict-json.ts';
import { refuse, succeed } from '../../model/attempt.ts';
import { parseDid } from '../../model/ids.ts';
import { parseInstant } from '../../model/instant.ts';
import { isJsonObject } from '../../model/json.ts';
import type { JsonObject } from '../../model/json.ts';
import type { ReadTrustList, TrustListMeta, TrustQuery } from '../../model/trust.ts';

/**
 * A registry of known DIDs in the format of the Digital Credentials Consortium: `{ meta, registry: { did: { name, … } } }`.
 * Matched by the DID whose key was resolved, to the letter.
 */
export const readDidRegistry: ReadTrustList = async ({ bytes }) => {
  const json = readStrictJson(bytes);
  if (!json.ok) return json;
  const root = json.value.value;
  if (!isJsonObject(root) || !isJsonObject(root['registry'])) return refuse('open/malformed', { part: 'registry' });
  const names = new Map(Object.entries(root['registry']).flatMap(([did, entry]) => {
    const name = isJsonObject(entry) ? entry['name'] : undefined;
    return parseDid(did) !== undefined && typeof name === 'string' && name.trim() !== '' ? [[did, name] as const] : [];
  }));
  const meta = await metaOf(root, bytes);
  const lookUp = ({ controller }: TrustQuery) => {
    const name = controller === undefined ? undefined : names.get(controller);
    return name === undefined ? [] : [{ basis: 'listed' as const, name, list: meta.title, listMeta: meta }];
  };
  return succeed({ meta, lookUp, anchors: [] });
};

async function metaOf(root: JsonObject, bytes: Uint8Array): Promise<TrustListMeta> {
  const about = isJsonObject(root['meta']) ? root['meta'] : {};
  const { created, updated, title, name } = about;
  const day = typeof updated === 'string' ? updated : created;
  const issuedAt = typeof day === 'string' ? parseInstant(day) : undefined;
  const shown = typeof title === 'string' ? title : name;
  return {
    kind: 'did-registry',
    title: typeof shown === 'string' && shown.trim() !== '' ? shown : 'DID registry',
    digest: await sha256Hex(bytes),
    signature: 'unsigned',
    ...(typeof day === 'string' ? { edition: day } : {}),
    ...(issuedAt === undefined ? {} : { issuedAt }),
  };
}
