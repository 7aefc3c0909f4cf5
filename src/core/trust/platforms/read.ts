import { sha256Hex } from '../../encoding/sha256.ts';
import { readStrictJson } from '../../encoding/strict-json.ts';
import { refuse, succeed } from '../../model/attempt.ts';
import { isJsonObject } from '../../model/json.ts';
import type { JsonValue } from '../../model/json.ts';
import type { ReadTrustList, TrustListMeta, TrustQuery } from '../../model/trust.ts';
import { domainsAbove, keyHostOf } from '../key-host.ts';

/**
 * Known badge platforms: they hold the keys of many organisations. A match names the platform that signed; whom it names as
 * issuer stays its own word (DECISIONS, Trust).
 */
export const readPlatforms: ReadTrustList = async ({ bytes }) => {
  const json = readStrictJson(bytes);
  if (!json.ok) return json;
  const root = json.value.value;
  if (!isJsonObject(root) || root['kind'] !== 'mecum/1/platforms' || !Array.isArray(root['platforms'])) return refuse('open/malformed', { part: 'platforms' });
  const byDomain = new Map((root['platforms'] as readonly JsonValue[]).flatMap(readPlatform));
  const { title, edition } = root;
  const meta: TrustListMeta = {
    kind: 'platforms',
    title: typeof title === 'string' ? title : '',
    ...(typeof edition === 'string' ? { edition } : {}),
    digest: await sha256Hex(bytes),
    signature: 'unsigned',
  };
  const lookUp = ({ controller }: TrustQuery) => {
    const host = controller === undefined ? undefined : keyHostOf(controller);
    const domain = host === undefined ? undefined : domainsAbove(host).find((candidate) => byDomain.has(candidate));
    const name = domain === undefined ? undefined : byDomain.get(domain);
    return domain === undefined || name === undefined ? [] : [{ basis: 'platform' as const, name, domain, list: meta.title, listMeta: meta }];
  };
  return succeed({ meta, lookUp, anchors: [] });
};

function readPlatform(value: JsonValue): readonly (readonly [string, string])[] {
  if (!isJsonObject(value) || typeof value['name'] !== 'string' || !Array.isArray(value['domains'])) return [];
  const { name } = value;
  return (value['domains'] as readonly JsonValue[]).flatMap((domain) => (typeof domain === 'string' ? [[domain, name] as const] : []));
}
