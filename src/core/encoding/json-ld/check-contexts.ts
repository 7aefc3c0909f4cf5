import type { JsonObject, JsonValue } from '../../model/json.ts';
import { asList, isJsonObject } from '../../model/json.ts';
import { bundledContextUrls, contextVersions, credentialsV1, credentialsV2, typesLikeProperties } from './context-urls.ts';

/** Why a document's contexts are not accepted. */
export type ContextTrouble =
  /** An `@context` that names a document which is not bundled. Nothing is fetched. */
  | { readonly outcome: 'unknown-context'; readonly url: string }
  /** A way of writing that could make terms mean something else than they say. `at` is a JSON pointer. */
  | { readonly outcome: 'context-not-allowed'; readonly why: ContextRule; readonly at: string };

type ContextRule =
  | 'missing'
  | 'base-not-first'
  | 'versions-mixed'
  | 'inline'
  | 'nested'
  | 'keyword'
  | 'full-iri-key'
  | 'type-as-key'
  | 'digests'
  /** Found by `checkWords`. */
  | 'no-type'
  /** Found by `checkRoot`. */
  | 'same-id'
  /** Behind those that a proof without a graph was made in. */
  | 'appended';

export type ContextCheck = { readonly outcome: 'ok' } | ContextTrouble;

/** Members whose values are credentials of their own and may so have contexts of their own. */
const embeddingMembers: ReadonlySet<string> = new Set(['verifiableCredential', 'endorsement']);
/** A credential as it is, or in its envelope (VCDM 2.0, 4.13.1). */
const embeddedTypes: ReadonlySet<JsonValue> = new Set(['VerifiableCredential', 'EnvelopedVerifiableCredential']);
const literalKeys: ReadonlySet<string> = new Set(['@value', '@language', '@direction']);
/** RFC 9901 4.2: digests that stand for members which are not here, an end or a status perhaps. */
const digestKeys: ReadonlySet<string> = new Set(['_sd', '_sd_alg', '...']);

interface Place {
  readonly value: JsonValue;
  /** Where it stands: the place around it and the step from there; the pointer is only written when needed. */
  readonly parent: Place | undefined;
  readonly step: string | number;
  /** The member that holds the value, arrays looked through. */
  readonly member: string;
  /** The contexts of the nearest credential around. */
  readonly around: readonly JsonValue[];
}

function pointerTo(place: Place | undefined, last?: string): string {
  let pointer = last === undefined ? '' : `/${escapePointer(last)}`;
  for (let at = place; at?.parent !== undefined; at = at.parent) pointer = `/${escapePointer(String(at.step))}${pointer}`;
  return pointer;
}

/**
 * The context policy, the same for every document that is secured by Data Integrity and for what a token says:
 *
 * 1. `@context` is there, its first entry is the base context of VCDM 1.1 or 2.0, and never two versions of one (B32).
 * 2. Every entry is the URL of a known context: a bundled one (B27), or what the caller knows besides. An inline object
 *    is refused unless it is empty, because any other can change what a term means (B28, B29).
 * 3. A nested `@context` stands only on the root of an embedded credential, under the same rules, or in that
 *    credential's own proof, repeating what stands around it (B31).
 * 4. No other key begins with `@`, save the three of a text with a language; no key contains a colon or is the
 *    name of a type (B31): these say the same triples in other words, which a reader of plain JSON would not see.
 * 5. No key is one of SD-JWT: what stands behind its digests was signed too, and is not read here.
 *
 * Iterative and total; the first trouble in document order of depth is given.
 */
export function checkContexts(document: JsonObject, known: ReadonlySet<string> = bundledContextUrls): ContextCheck {
  const root = checkContextList(document['@context'], undefined, known);
  if (root !== undefined) return root;
  const places: Place[] = [{ value: document, parent: undefined, step: '', member: '', around: asList(document['@context']) }];
  for (let place = places.pop(); place !== undefined; place = places.pop()) {
    const { value, member, around } = place;
    if (Array.isArray(value)) {
      const parent = place;
      (value as readonly JsonValue[]).forEach((item, step) => {
        if (typeof item === 'object' && item !== null) places.push({ value: item, parent, step, member, around });
      });
    } else if (isJsonObject(value)) {
      const trouble = place.parent === undefined ? undefined : checkNested(value, place, known);
      if (trouble !== undefined) return trouble;
      const inside = place.parent === undefined || value['@context'] === undefined ? around : asList(value['@context']);
      for (const key of Object.keys(value)) {
        if (key === '@context') continue;
        const rule = checkKey(key, value);
        if (rule !== undefined) return { outcome: 'context-not-allowed', why: rule, at: pointerTo(place, key) };
        const item = value[key];
        if (typeof item === 'object' && item !== null) places.push({ value: item, parent: place, step: key, member: key, around: inside });
      }
    }
  }
  return { outcome: 'ok' };
}

const rootTypes: readonly JsonValue[] = ['VerifiableCredential', 'VerifiablePresentation'];

/**
 * The policy for what is read as plain JSON, where no graph is made: the contexts, and beside them the type. The base
 * contexts give issuer, subject, dates and status their meaning only inside a thing that says it is a credential or a
 * presentation (VCDM 2.0, 4.5); in a graph, safe mode finds that. `types` are those that count here.
 */
export function checkWords(document: JsonObject, known: ReadonlySet<string> = bundledContextUrls, types: readonly JsonValue[] = rootTypes): ContextCheck {
  const contexts = checkContexts(document, known);
  if (contexts.outcome !== 'ok') return contexts;
  const hasType = asList(document['type']).some((type) => types.includes(type));
  return hasType ? contexts : { outcome: 'context-not-allowed', why: 'no-type', at: '/type' };
}

function checkContextList(context: JsonValue | undefined, place: Place | undefined, known: ReadonlySet<string>): ContextTrouble | undefined {
  const list = asList(context);
  const refuse = (why: ContextRule): ContextTrouble => ({ outcome: 'context-not-allowed', why, at: pointerTo(place, '@context') });
  if (context === undefined || context === null || list.length === 0) return refuse(place === undefined ? 'missing' : 'nested');
  for (const entry of list) {
    if (typeof entry === 'string') {
      if (!known.has(entry)) return { outcome: 'unknown-context', url: entry.slice(0, 500) };
    } else if (!isJsonObject(entry) || Object.keys(entry).length > 0) {
      return refuse('inline');
    }
  }
  if (list[0] !== credentialsV1 && list[0] !== credentialsV2) return refuse('base-not-first');
  if (contextVersions.some((versions) => versions.filter((url) => list.includes(url)).length > 1)) return refuse('versions-mixed');
  return undefined;
}

function checkNested(value: JsonObject, place: Place, known: ReadonlySet<string>): ContextTrouble | undefined {
  const own = value['@context'];
  if (own === undefined) return undefined;
  const isCredential = embeddingMembers.has(place.member) && asList(value['type']).some((type) => embeddedTypes.has(type));
  if (isCredential) return checkContextList(own, place, known);
  const repeats = asList(own).every((entry, index) => typeof entry === 'string' && entry === place.around[index]);
  if (place.member === 'proof' && asList(own).length > 0 && repeats) return undefined;
  return { outcome: 'context-not-allowed', why: 'nested', at: pointerTo(place, '@context') };
}

function checkKey(key: string, holder: JsonObject): ContextRule | undefined {
  if (key.startsWith('@')) {
    const isText = literalKeys.has(key) && typeof holder['@value'] === 'string' && Object.keys(holder).every((each) => literalKeys.has(each));
    return isText ? undefined : 'keyword';
  }
  if (typesLikeProperties.has(key)) return 'type-as-key';
  if (digestKeys.has(key)) return 'digests';
  return key.includes(':') ? 'full-iri-key' : undefined;
}

function escapePointer(key: string): string {
  return key.replaceAll('~', '~0').replaceAll('/', '~1');
}
