import type { Attempt } from '../../model/attempt.ts';
import { refuse, succeed } from '../../model/attempt.ts';
import { toFormatId } from '../../model/ids.ts';
import { isJsonObject } from '../../model/json.ts';
import type { JsonValue } from '../../model/json.ts';
import { maxCredentialsPerFile } from '../../model/limits.ts';
import type { OpenedCollection, OpenedPacking } from '../../model/opened.ts';
import type { Received } from '../../model/received.ts';
import { readStrictJson } from '../../encoding/strict-json.ts';
import { encodeUtf8 } from '../../encoding/utf8.ts';
import type { Glimpse } from '../glimpse.ts';
import { innerItem, innerReceived } from '../inner-items.ts';
import { isItem } from '../json-kind.ts';
import { wrappedPlaces } from './wrapped-json.ts';
import { decodeBase64Text, wrappingOf } from './wrapped-text.ts';

const format = toFormatId('wrapped');

/**
 * Something within a text that only carries it: JSON in a JSON string, base64, a `data:` address, an object of some service
 * with the credential as a member. What is inside is found by its content; alone, the whole text is the file that is kept.
 */
export function openWrapped(glimpse: Glimpse): Attempt<OpenedPacking | OpenedCollection> {
  if (glimpse.looksLikeJson) return openObject(glimpse);
  const { received, text = '' } = glimpse;
  const bytes = unwrapText(text, received);
  return bytes.ok ? succeed(packing(received, innerReceived(received, bytes.value, undefined), 'text/plain')) : bytes;
}

function packing({ bytes }: Received, holds: Received, mediaType: string): OpenedPacking {
  return { kind: 'packing', format, raw: bytes, mediaType, holds };
}

function unwrapText(text: string, { bytes }: Received): Attempt<Uint8Array> {
  switch (wrappingOf(text)) {
    case 'json-string': {
      const json = readStrictJson(bytes);
      if (!json.ok) return json;
      return typeof json.value.value === 'string' ? succeed(encodeUtf8(json.value.value)) : refuse('open/wrong-shape');
    }
    case 'data-address':
      return unwrapAddress(text);
    case 'base64':
      return succeedOr(decodeBase64Text(text), 'base64');
    default:
      return refuse('receive/unrecognized');
  }
}

function succeedOr(bytes: Uint8Array | undefined, encoding: string): Attempt<Uint8Array> {
  return bytes === undefined ? refuse('open/malformed', { encoding }) : succeed(bytes);
}

/** RFC 2397: what stands behind the first comma, in base64 or with percent signs. The media type counts for nothing. */
function unwrapAddress(text: string): Attempt<Uint8Array> {
  const comma = text.indexOf(',');
  const content = text.slice(comma + 1);
  if (/;\s*base64\s*$/i.test(text.slice(0, comma))) return succeedOr(decodeBase64Text(content), 'base64');
  try {
    return succeed(encodeUtf8(decodeURIComponent(content)));
  } catch {
    return refuse('open/malformed', { encoding: 'percent' });
  }
}

function openObject(glimpse: Glimpse): Attempt<OpenedPacking | OpenedCollection> {
  const json = glimpse.json();
  if (!json.ok) return json;
  const document = json.value.value;
  if (!isJsonObject(document)) return refuse('open/wrong-shape');
  const places = wrappedPlaces(document, isItem);
  if (places.length > maxCredentialsPerFile) return refuse('open/too-many-nodes', { limit: maxCredentialsPerFile, credentials: places.length });
  const inner = places.map((place) => innerItem(valueAt(document, place), json.value, place, glimpse.received));
  const [only] = inner;
  if (inner.length === 1 && only?.ok === true) return succeed(packing(glimpse.received, only.value, 'application/json'));
  return succeed({ kind: 'collection', format, inner });
}

function valueAt(value: JsonValue, place: readonly (string | number)[]): JsonValue {
  let here = value;
  for (const step of place) here = (here as Readonly<Record<string | number, JsonValue>>)[step] ?? null;
  return here;
}
