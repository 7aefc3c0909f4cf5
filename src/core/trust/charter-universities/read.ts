import { sha256Hex } from '../../encoding/sha256.ts';
import { readStrictJson } from '../../encoding/strict-json.ts';
import { refuse, succeed } from '../../model/attempt.ts';
import { parseInstant } from '../../model/instant.ts';
import type { Instant } from '../../model/instant.ts';
import { isJsonObject } from '../../model/json.ts';
import type { JsonObject, JsonValue } from '../../model/json.ts';
import type { IssuerMatch, ReadTrustList, TrustListMeta, TrustQuery } from '../../model/trust.ts';
import { keyHostOf } from '../key-host.ts';
import { namedHosts, ownDomains, ownerOf } from './own-domains.ts';
import type { CharterRow } from './own-domains.ts';

const columns = ['erasmusCode', 'pic', 'name', 'city', 'country', 'website', 'end'] as const;
const caps = { maxNodes: 200_000, maxStringBytes: 10_000 } as const;

/**
 * The holders of the Erasmus Charter for Higher Education, as a register of who is behind a domain. It proves that an
 * institution exists and has this website, nothing about the quality of what it teaches. Matched by the host that a key was
 * fetched from, never by a name.
 */
export const readCharterUniversities: ReadTrustList = async ({ bytes }) => {
  const json = readStrictJson(bytes, caps);
  if (!json.ok) return json;
  const root = json.value.value;
  if (!isJsonObject(root) || root['kind'] !== 'mecum/1/charter-universities') return refuse('open/malformed', { part: 'kind' });
  const rows = readRows(root);
  if (rows === undefined) return refuse('open/malformed', { part: 'rows' });
  const meta = await metaOf(root, bytes);
  const [owned, named] = [ownDomains(rows), namedHosts(rows)];
  const lookUp = ({ controller, at }: TrustQuery): readonly IssuerMatch[] => {
    const host = controller === undefined ? undefined : keyHostOf(controller);
    const owner = host === undefined ? undefined : ownerOf(host, owned, named);
    if (owner === undefined || isOver(owner.row, at)) return [];
    return [{ basis: 'vouched-by-domain', name: owner.row.name, domain: owner.domain, list: `${meta.title}, ${meta.edition ?? ''}`, listMeta: meta }];
  };
  return succeed({ meta, lookUp, anchors: [] });
};

/** A charter holds to the end of its last day, wherever that is: half a day more than in UTC. */
function isOver({ end }: CharterRow, at: Instant): boolean {
  const last = parseInstant(`${end}T23:59:59Z`);
  return last === undefined || at > last + 12 * 3_600_000;
}

function readRows(root: JsonObject): readonly CharterRow[] | undefined {
  const { rows } = root;
  if (JSON.stringify(root['columns']) !== JSON.stringify(columns) || !Array.isArray(rows)) return undefined;
  const read = (rows as readonly JsonValue[]).map(readRow);
  return read.every((row) => row !== undefined) ? read : undefined;
}

function readRow(row: JsonValue): CharterRow | undefined {
  if (!Array.isArray(row) || row.length !== columns.length || !row.every((cell) => typeof cell === 'string')) return undefined;
  const [, , name, , country, website, end] = row as readonly string[];
  return name === undefined || country === undefined || website === undefined || end === undefined ? undefined : { name, country, website, end };
}

async function metaOf(root: JsonObject, bytes: Uint8Array): Promise<TrustListMeta> {
  const text = (key: string): string => (typeof root[key] === 'string' ? root[key] : '');
  const edition = text('edition');
  const issuedAt = parseInstant(`${edition}T00:00:00Z`);
  return {
    kind: 'charter-universities',
    title: text('title'),
    operator: text('operator'),
    edition,
    digest: await sha256Hex(bytes),
    signature: 'unsigned',
    ...(issuedAt === undefined ? {} : { issuedAt }),
  };
}
