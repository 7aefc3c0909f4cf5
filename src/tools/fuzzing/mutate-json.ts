import type { Random } from './random.ts';

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
type Place = readonly (string | number)[];

/** Changes a text that stands as a value: a token, JSON within JSON, or words. */
export type MutateText = (text: string, random: Random) => string;

const members = [
  '@context', '@graph', '@id', '@included', '@language', '@nest', '@reverse', '@set', '@type', '@value', 'achievement', 'awardedDate', 'badge', 'cnf', 'credentialSchema',
  'credentialStatus', 'credentialSubject', 'evidence', 'exp', 'expirationDate', 'expires', 'id', 'identityHash', 'iss', 'issuanceDate', 'issuedOn', 'issuer', 'jti', 'name', 'nbf',
  'previousProof', 'proof', 'recipient', 'refreshService', 'relatedResource', 'status', 'sub', 'termsOfUse', 'type', 'validFrom', 'validUntil', 'vc', 'vct', 'verifiableCredential', 'verification', 'vp',
] as const;

const values: readonly Json[] = [
  null, true, false, 0, -1, 1, 0.5, 1e21, 9_007_199_254_740_991, '', ' ', 'x', [], {}, [[]], [null], { '@value': 'x' }, { id: 'https://example.org/x' }, 'did:key:z6MkhaXgBZDvotDkL5257faiztiGiC2QtKLGpbnnEGta2doK',
  'https://example.org/', '1970-01-01T00:00:00Z', '2099-12-31T23:59:59Z', '2026-02-30T00:00:00Z', 'VerifiableCredential', 'VerifiablePresentation', 'https://www.w3.org/ns/credentials/v2',
  'https://www.w3.org/2018/credentials/v1', { name: 'https://schema.org/name' }, { '@vocab': 'https://example.org/' }, 'eddsa-jcs-2022', 'DataIntegrityProof', '\u202egnp.exe', 'a\u0000b',
];

/** Changes a JSON document in one to three places, keeping it JSON; now and then in a way only text can say. */
export function mutateJson(text: string, random: Random, mutateText: MutateText, other: string): string {
  const document = { root: JSON.parse(text) as Json };
  const donor = parsed(other);
  for (let times = 1 + random.below(3); times > 0; times -= 1) changeOnce(document, random, mutateText, donor);
  const written = JSON.stringify(document.root, null, random.pick([0, 0, 1, 2]));
  return random.chance(0.1) ? mutateSpelling(written, random) : written;
}

function parsed(text: string): Json {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return null;
  }
}

function placesOf(value: Json, place: Place, places: Place[]): Place[] {
  places.push(place);
  if (typeof value !== 'object' || value === null || places.length > 3_000) return places;
  for (const [key, inner] of Object.entries(value)) placesOf(inner, [...place, Array.isArray(value) ? Number(key) : key], places);
  return places;
}

function valueAt(value: Json, place: Place): Json {
  let here = value;
  for (const step of place) here = (here as Record<string | number, Json>)[step] ?? null;
  return here;
}

function changeOnce(document: { root: Json }, random: Random, mutateText: MutateText, donor: Json): void {
  const places = placesOf(document.root, ['root'], []).filter((place) => place.length > 1);
  if (places.length === 0) return;
  const place = random.pick(places);
  const parent = valueAt(document, place.slice(0, -1)) as Record<string | number, Json>;
  const key = place.at(-1) ?? '';
  const value = parent[key] ?? null;
  switch (random.below(11)) {
    case 0:
      if (Array.isArray(parent)) parent.splice(Number(key), 1);
      else delete parent[key];
      return;
    case 1:
      parent[key] = structuredClone(random.pick(values));
      return;
    case 2:
      parent[key] = [value];
      return;
    case 3:
      parent[key] = Array.isArray(value) ? (value[0] ?? null) : [value, structuredClone(value)];
      return;
    case 4:
      rename(parent, key, random);
      return;
    case 5:
      insert(value, random, structuredClone(random.chance(0.5) ? random.pick(values) : valueAt(document, random.pick(places))));
      return;
    case 6:
      parent[key] = structuredClone(valueAt(document, random.pick(places)));
      return;
    case 7:
      parent[key] = structuredClone(valueAt({ root: donor }, random.pick(placesOf(donor, ['root'], []))));
      return;
    case 8:
      if (Array.isArray(value)) value.reverse();
      else parent[key] = typeof value === 'number' ? value + random.pick([1, -1, 0.5, 1e-9]) : value;
      return;
    default:
      parent[key] = typeof value === 'string' ? mutateText(value, random) : value;
  }
}

function rename(parent: Record<string | number, Json>, key: string | number, random: Random): void {
  const value = parent[key] ?? null;
  if (typeof key === 'number') return;
  delete parent[key];
  parent[random.pick([random.pick(members), `@${key}`, key.toUpperCase(), `${key} `, `ex:${key}`, `${key}\u200b`])] = value;
}

function insert(value: Json, random: Random, inserted: Json): void {
  if (Array.isArray(value)) value.splice(random.below(value.length + 1), 0, inserted);
  else if (typeof value === 'object' && value !== null) value[random.pick(members)] = inserted;
}

/** What only the text of a document can say: a member twice, another spelling, numbers that do not fit, words behind it. */
function mutateSpelling(text: string, random: Random): string {
  const names = [...text.matchAll(/"([^"\\]{1,60})"\s*:/g)];
  const name = names.length === 0 ? undefined : random.pick(names);
  switch (random.below(6)) {
    case 0:
      return name === undefined ? text : `${text.slice(0, name.index)}"${name[1]}":${JSON.stringify(random.pick(values))},${text.slice(name.index)}`;
    case 1:
      return name?.[1] === undefined ? text : `${text.slice(0, name.index + 1)}\\u${name[1].charCodeAt(0).toString(16).padStart(4, '0')}${text.slice(name.index + 2)}`;
    case 2:
      return text.replace(/:\s*\d+/, `:${random.pick(['1e999', '-0', '0x10', '01', '9007199254740993', '1.0', '1E0'])}`);
    case 3:
      return `${text}${random.pick([' ', '\n', '\0', text, '{}', ',', '//'])}`;
    case 4:
      return `${random.pick(['\ufeff', ' ', '\n', '['])}${text}`;
    default:
      return text.replaceAll('/', '\\/');
  }
}
