import { refuse, succeed } from '../../model/attempt.ts';
import type { Attempt } from '../../model/attempt.ts';
import { isJsonObject } from '../../model/json.ts';
import type { JsonObject, JsonValue } from '../../model/json.ts';
import { maxDepth, maxDisclosureDepth, maxNodesPerCredential, maxPathCharacters } from '../../model/limits.ts';
import type { Disclosures } from '../../model/opened.ts';
import type { Disclosure } from './read-disclosures.ts';

/** A payload with its disclosures in their places, or the rule of RFC 9901 that it breaks. */
export type PlacedClaims = { readonly claims: JsonObject; readonly disclosures: Disclosures } | { readonly broken: string };

/** Leaves the walk, which the depth caps bound; never seen outside this file. */
class Broken extends Error {}
class TooMuch extends Error {
  readonly code: 'open/too-deep' | 'open/too-many-nodes';
  readonly limit: number;
  constructor(code: 'open/too-deep' | 'open/too-many-nodes', limit: number) {
    super(code);
    this.code = code;
    this.limit = limit;
  }
}

interface Walk {
  readonly byDigest: ReadonlyMap<string, Disclosure>;
  readonly digestsSeen: Set<string>;
  readonly used: Set<Disclosure>;
  readonly disclosed: string[];
  readonly hidden: { path: string; count: number }[];
  nodes: number;
}

interface Place {
  readonly path: string;
  readonly depth: number;
  /** How many disclosures this place is inside of. */
  readonly disclosureDepth: number;
}

/**
 * RFC 9901 7.1, step 3: puts every disclosure where its digest stands and takes all digests away. Every rule that makes
 * an SD-JWT invalid is `broken` with its name; what is only too much is a refusal (`open/too-deep`,
 * `open/too-many-nodes`).
 */
export function placeDisclosures(payload: JsonObject, disclosures: readonly Disclosure[]): Attempt<PlacedClaims> {
  const byDigest = new Map(disclosures.map((disclosure) => [disclosure.digest, disclosure]));
  // The same disclosure twice (B66).
  if (byDigest.size !== disclosures.length) return succeed({ broken: 'repeated-disclosure' });
  const walk: Walk = { byDigest, digestsSeen: new Set(), used: new Set(), disclosed: [], hidden: [], nodes: 0 };
  try {
    const claims = placeInObject(payload, { path: '', depth: 1, disclosureDepth: 0 }, walk);
    // 4. Every disclosure must have had its place.
    if (walk.used.size !== disclosures.length) return succeed({ broken: 'unreferenced-disclosure' });
    const { disclosed, hidden } = walk;
    return succeed({ claims, disclosures: { disclosed, hidden, weakSalts: disclosures.filter(({ isWeak }) => isWeak).length } });
  } catch (thrown) {
    if (thrown instanceof Broken) return succeed({ broken: thrown.message });
    if (thrown instanceof TooMuch) return refuse(thrown.code, { limit: thrown.limit });
    throw thrown;
  }
}

function place(value: JsonValue, at: Place, walk: Walk): JsonValue {
  walk.nodes += 1;
  if (walk.nodes > maxNodesPerCredential) throw new TooMuch('open/too-many-nodes', maxNodesPerCredential);
  if (at.depth > maxDepth) throw new TooMuch('open/too-deep', maxDepth);
  if (Array.isArray(value)) return placeInList(value as readonly JsonValue[], at, walk);
  return isJsonObject(value) ? placeInObject(value, at, walk) : value;
}

/** 3.c.ii: the digests of an object, and 3.e: no key of SD-JWT may be left anywhere. */
function placeInObject(object: JsonObject, at: Place, walk: Walk): JsonObject {
  const claims = Object.create(null) as Record<string, JsonValue>;
  for (const [key, value] of Object.entries(object)) {
    if (key === '_sd') continue;
    if (key === '...') throw new Broken('placeholder-outside-list');
    if (key === '_sd_alg') {
      if (at.path !== '') throw new Broken('nested-algorithm');
      continue;
    }
    claims[key] = place(value, within(at, key), walk);
  }
  let hidden = 0;
  for (const digest of digestsOf(object['_sd'])) {
    const disclosure = take(digest, walk);
    if (disclosure === undefined) {
      hidden += 1;
      continue;
    }
    const { name } = disclosure;
    // 3.c.ii.1-3: three elements, a name that is no keyword, a claim that is not there already.
    if (name === undefined) throw new Broken('list-disclosure-for-claim');
    if (name === '_sd' || name === '...' || name === '_sd_alg') throw new Broken('keyword-as-claim');
    if (Object.hasOwn(claims, name)) throw new Broken('claim-already-there');
    claims[name] = placeDisclosed(disclosure, within(at, name), walk);
  }
  if (hidden > 0) walk.hidden.push({ path: at.path, count: hidden });
  return claims;
}

/** 3.c.iii and 3.d: placeholders in a list, the ones without disclosure taken out. */
function placeInList(list: readonly JsonValue[], at: Place, walk: Walk): readonly JsonValue[] {
  const items: JsonValue[] = [];
  let hidden = 0;
  for (const item of list) {
    if (!isJsonObject(item) || !('...' in item)) {
      items.push(place(item, within(at, items.length), walk));
      continue;
    }
    const digest = item['...'];
    if (typeof digest !== 'string' || Object.keys(item).length !== 1) throw new Broken('placeholder');
    const disclosure = take(digest, walk);
    if (disclosure === undefined) {
      hidden += 1;
      continue;
    }
    if (disclosure.name !== undefined) throw new Broken('claim-disclosure-in-list');
    items.push(placeDisclosed(disclosure, within(at, items.length), walk));
  }
  if (hidden > 0) walk.hidden.push({ path: at.path, count: hidden });
  return items;
}

function placeDisclosed({ value }: Disclosure, at: Place, walk: Walk): JsonValue {
  if (at.disclosureDepth + 1 > maxDisclosureDepth) throw new TooMuch('open/too-deep', maxDisclosureDepth);
  walk.disclosed.push(at.path);
  return place(value, { ...at, disclosureDepth: at.disclosureDepth + 1 }, walk);
}

function within(at: Place, step: string | number): Place {
  const name = String(step).replaceAll('~', '~0').replaceAll('/', '~1');
  if (at.path.length + name.length >= maxPathCharacters) throw new TooMuch('open/too-deep', maxPathCharacters);
  return { path: `${at.path}/${name}`, depth: at.depth + 1, disclosureDepth: at.disclosureDepth };
}

function digestsOf(value: JsonValue | undefined): readonly string[] {
  if (value === undefined) return [];
  const digests: readonly JsonValue[] = Array.isArray(value) ? (value as readonly JsonValue[]) : [null];
  if (!digests.every((digest) => typeof digest === 'string')) throw new Broken('digest-list');
  return digests;
}

/** 4: a digest stands in one place only, whether or not it is disclosed (B65). */
function take(digest: string, walk: Walk): Disclosure | undefined {
  if (walk.digestsSeen.has(digest)) throw new Broken('repeated-digest');
  walk.digestsSeen.add(digest);
  const disclosure = walk.byDigest.get(digest);
  if (disclosure !== undefined) walk.used.add(disclosure);
  return disclosure;
}
