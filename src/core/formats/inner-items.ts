import type { Attempt } from '../model/attempt.ts';
import { refuse, succeed } from '../model/attempt.ts';
import { asList, isJsonObject } from '../model/json.ts';
import type { JsonObject, JsonValue } from '../model/json.ts';
import { maxCredentialsPerFile } from '../model/limits.ts';
import type { Received } from '../model/received.ts';
import type { ParsedJson } from '../encoding/strict-json.ts';
import { encodeUtf8 } from '../encoding/utf8.ts';

/** Media types that may stand in an envelope, and what the text behind must look like (VCDM 2.0, 4.13 and 4.14). */
const envelopes: readonly { readonly mediaTypes: readonly string[]; readonly text: RegExp }[] = [
  { mediaTypes: ['application/vc+jwt', 'application/vc-ld+jwt', 'application/vc+ld+json+jwt'], text: /^ey[\w-]+\.[\w-]+\.[\w-]*$/ },
  { mediaTypes: ['application/vp+jwt', 'application/vp-ld+jwt', 'application/vp+ld+json+jwt'], text: /^ey[\w-]+\.[\w-]+\.[\w-]*$/ },
  { mediaTypes: ['application/vc+sd-jwt', 'application/dc+sd-jwt', 'application/vc-ld+sd-jwt', 'application/vp+sd-jwt'], text: /^ey[\w-]+\.[\w-]+\.[\w-]*~[\w.~-]*$/ },
];

/**
 * The items of a list as bytes of their own: an object is the exact slice of the source text, a text is a token, an
 * enveloped credential is the token in its `data:` address. One bad item is an item that failed, never the whole list.
 */
export function innerItems(
  json: ParsedJson,
  place: readonly (string | number)[],
  value: JsonValue | undefined,
  outer: Received,
): Attempt<readonly Attempt<Received>[]> {
  const items = asList(value);
  if (items.length > maxCredentialsPerFile) {
    return refuse('open/too-many-nodes', { limit: maxCredentialsPerFile, credentials: items.length });
  }
  const isArray = Array.isArray(value);
  return succeed(items.map((item, index) => innerItem(item, json, isArray ? [...place, index] : place, outer)));
}

/** One value of a document as bytes of its own. */
export function innerItem(item: JsonValue, json: ParsedJson, place: readonly (string | number)[], outer: Received): Attempt<Received> {
  if (typeof item === 'string') return succeed(innerReceived(outer, encodeUtf8(item), undefined));
  if (!isJsonObject(item)) return refuse('open/wrong-shape', { place: place.join('/') });
  if (isEnvelope(item)) return openEnvelope(item, outer);
  const slice = json.sliceAt(place);
  return slice === undefined ? refuse('open/malformed', { place: place.join('/') }) : succeed(innerReceived(outer, slice.slice(), 'application/json'));
}

/** True for EnvelopedVerifiableCredential and EnvelopedVerifiablePresentation. */
function isEnvelope(item: JsonObject): boolean {
  const types = asList(item['type']);
  return types.includes('EnvelopedVerifiableCredential') || types.includes('EnvelopedVerifiablePresentation');
}

/** The token in a `data:` address; a foreign media type or a text of another kind is refused (B43). */
export function openEnvelope(item: JsonObject, outer: Received): Attempt<Received> {
  const id = item['id'];
  if (typeof id !== 'string' || !id.startsWith('data:')) return refuse('open/wrong-media-type', { mediaType: 'none' });
  const comma = id.indexOf(',');
  const mediaType = comma < 0 ? id.slice(5, 105) : id.slice(5, Math.min(comma, 105)).toLowerCase();
  const token = comma < 0 ? '' : id.slice(comma + 1);
  const isRight = envelopes.some((envelope) => envelope.mediaTypes.includes(mediaType) && envelope.text.test(token));
  return isRight ? succeed(innerReceived(outer, encodeUtf8(token), mediaType)) : refuse('open/wrong-media-type', { mediaType });
}

/** Bytes that stood inside others: the same way here, a name only where the packing gives one. */
export function innerReceived(outer: Received, bytes: Uint8Array, mediaType: string | undefined, fileName?: string): Received {
  const { transport, arrivedAt } = outer;
  return { bytes, transport, arrivedAt, ...(mediaType === undefined ? {} : { mediaType }), ...(fileName === undefined ? {} : { fileName }) };
}
