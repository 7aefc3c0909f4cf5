import type { JsonObject, JsonValue } from '../../model/json.ts';
import { isJsonObject } from '../../model/json.ts';

/** Members that answers of services and exports of wallets put a credential in, as seen in the wild. */
const holders = [
  'credential', 'credentials', 'verifiableCredential', 'verifiableCredentials', 'vc', 'vcs', 'vp', 'presentation',
  'verifiablePresentation', 'signedCredential', 'signedVc', 'jwt', 'vcJwt', 'assertion', 'badge', 'data', 'content', 'document', 'raw', 'original',
] as const;

/** The places of an object that is no credential itself and holds some: the member, and in a list the number. */
export function wrappedPlaces(document: JsonObject, isItem: (value: JsonValue) => boolean): readonly (readonly (string | number)[])[] {
  return holders.flatMap((member) => placesIn(document[member], [member], isItem));
}

function placesIn(value: JsonValue | undefined, place: readonly [string], isItem: (value: JsonValue) => boolean): readonly (readonly (string | number)[])[] {
  if (value === undefined) return [];
  if (!Array.isArray(value)) {
    if (isWrappedItem(value, isItem)) return [place];
    // One wrapping deeper: `{"data": {"credential": …}}`, `{"credentials": [{"credential": …}]}`.
    return isJsonObject(value) && 'credential' in value && isWrappedItem(value['credential'] ?? null, isItem) ? [[...place, 'credential']] : [];
  }
  return (value as readonly JsonValue[]).flatMap((item, index) => {
    if (isWrappedItem(item, isItem)) return [[...place, index]];
    const inner = isJsonObject(item) ? (item['credential'] ?? null) : null;
    return isWrappedItem(inner, isItem) ? [[...place, index, 'credential']] : [];
  });
}

/** A credential, a token, or JSON written as a text. */
function isWrappedItem(value: JsonValue, isItem: (value: JsonValue) => boolean): boolean {
  if (typeof value !== 'string') return isJsonObject(value) && isItem(value);
  return beginsAsToken(value) || /^\s*[{[]\s*["{]/.test(value) || /^data:[a-z]+\/[a-z0-9.+-]+[;,]/i.test(value);
}

/** Part by part: one pattern over a long text runs out of stack. */
function beginsAsToken(text: string): boolean {
  const [header = '', payload = '', rest] = text.startsWith('ey') ? text.split('.', 3) : [];
  return rest !== undefined && header.length >= 10 && payload !== '' && /^[\w-]*$/.test(header) && /^[\w-]*$/.test(payload);
}
