import { decodeBase64 } from '../../encoding/base64.ts';
import { keyThumbprint } from '../../encoding/key-thumbprint.ts';
import { readJwk } from '../../encoding/read-key.ts';
import { sha256Hex } from '../../encoding/sha256.ts';
import { refuse, succeed } from '../../model/attempt.ts';
import { parseDid } from '../../model/ids.ts';
import { parseInstant } from '../../model/instant.ts';
import { asList, isJsonObject } from '../../model/json.ts';
import type { JsonObject, JsonValue } from '../../model/json.ts';
import type { IssuerMatch, ReadTrustList, TrustListMeta, TrustQuery } from '../../model/trust.ts';
import { openList } from './open-list.ts';

/** An entity of the list, with everything that a signature could be tied to. */
interface Entity {
  readonly name: string;
  readonly dids: ReadonlySet<string>;
  readonly thumbprints: ReadonlySet<string>;
  /** DER by SHA-256: an authority's, or the entity's own. */
  readonly certificates: ReadonlyMap<string, Uint8Array>;
}

/**
 * A list of trusted entities (ETSI TS 119 602, JSON binding), with DIDs and public keys beside certificates. The wrapper
 * `LoTE` may be missing and `ListIssueDatetime` misspelt, as lists in use have it. Matched by DID, key or certificate, never
 * by a name; a service that was withdrawn matches nobody.
 */
export const readLote: ReadTrustList = async (file) => {
  const opened = await openList(file);
  if (!opened.ok) return opened;
  const { root, ...signed } = opened.value;
  const list = isJsonObject(root['LoTE']) ? root['LoTE'] : root;
  const scheme = list['ListAndSchemeInformation'];
  if (!isJsonObject(scheme)) return refuse('open/malformed', { part: 'ListAndSchemeInformation' });
  const entities: Entity[] = [];
  for (const entity of asList(list['TrustedEntitiesList'])) {
    if (!isJsonObject(entity)) return refuse('open/malformed', { part: 'TrustedEntitiesList' });
    const read = await readEntity(entity);
    if (read !== undefined) entities.push(read);
  }
  const meta = { ...metaOf(scheme), digest: await sha256Hex(file.bytes), ...signed };
  const lookUp = (query: TrustQuery): readonly IssuerMatch[] => entities.flatMap((entity) => matchesOf(entity, query, meta));
  return succeed({ meta, lookUp, anchors: entities.flatMap(({ certificates }) => [...certificates.values()]) });
};

function matchesOf(entity: Entity, query: TrustQuery, meta: TrustListMeta): readonly IssuerMatch[] {
  const about = { basis: 'listed' as const, list: [meta.title, meta.edition].filter((part) => part !== undefined).join(', '), listMeta: meta };
  const isByKey = query.isKeyEnough === true && entity.thumbprints.has(query.keyThumbprint);
  if (isByKey || (query.controller !== undefined && entity.dids.has(query.controller))) return [{ ...about, name: entity.name }];
  if (query.anchor === undefined || !entity.certificates.has(query.anchor)) return [];
  // A listed authority vouches for whom its certificate names, not for itself.
  const name = query.isOwnAnchor === true ? entity.name : query.organisation;
  return name === undefined ? [] : [{ ...about, name }];
}

async function readEntity(entity: JsonObject): Promise<Entity | undefined> {
  const information = entity['TrustedEntityInformation'];
  const name = isJsonObject(information) ? localText(information['TEName']) : undefined;
  if (name === undefined) return undefined;
  const [dids, thumbprints, certificates] = [new Set<string>(), new Set<string>(), new Map<string, Uint8Array>()];
  for (const service of asList(entity['TrustedEntityServices'])) {
    const about = isJsonObject(service) ? service['ServiceInformation'] : undefined;
    const identity = isJsonObject(about) && !isWithdrawn(about) ? about['ServiceDigitalIdentity'] : undefined;
    if (!isJsonObject(identity)) continue;
    for (const did of asList(identity['DIDs'])) if (typeof did === 'string' && parseDid(did) !== undefined) dids.add(did);
    for (const jwk of asList(identity['PublicKeyValues'])) {
      const reading = isJsonObject(jwk) ? readJwk(jwk) : undefined;
      if (reading?.outcome === 'key') thumbprints.add(keyThumbprint(reading.key.jwk));
    }
    for (const der of asList(identity['X509Certificates']).flatMap(readDer)) certificates.set(await sha256Hex(der), der);
  }
  return { name, dids, thumbprints, certificates };
}

function isWithdrawn(service: JsonObject): boolean {
  const status = service['ServiceStatus'];
  return status !== undefined && !(typeof status === 'string' && /\/(?:granted|notified)\/?$/i.test(status));
}

function readDer(value: JsonValue): readonly Uint8Array[] {
  const text = isJsonObject(value) ? value['val'] : value;
  const der = typeof text === 'string' ? decodeBase64(text) : undefined;
  return der?.ok === true ? [der.value] : [];
}

/** One of several languages: English, else the first. */
function localText(value: JsonValue | undefined): string | undefined {
  const texts = asList(value).flatMap((one) => (isJsonObject(one) && typeof one['value'] === 'string' && one['value'].trim() !== '' ? [{ lang: one['lang'], text: one['value'] }] : []));
  return (texts.find(({ lang }) => lang === 'en') ?? texts[0])?.text;
}

function metaOf(scheme: JsonObject): Omit<TrustListMeta, 'digest' | 'signature'> {
  const issued = scheme['ListIssueDateTime'] ?? scheme['ListIssueDatetime'];
  const sequence = scheme['LoTESequenceNumber'];
  const operator = localText(scheme['SchemeOperatorName']);
  const [issuedAt, nextUpdate] = [issued, scheme['NextUpdate']].map((date) => (typeof date === 'string' ? parseInstant(date) : undefined));
  return {
    kind: 'lote',
    title: localText(scheme['SchemeName']) ?? operator ?? 'Trust list',
    ...(operator === undefined ? {} : { operator }),
    ...(typeof sequence === 'number' ? { edition: String(sequence) } : {}),
    ...(issuedAt === undefined ? {} : { issuedAt }),
    ...(nextUpdate === undefined ? {} : { nextUpdate }),
  };
}
