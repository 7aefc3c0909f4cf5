import type { JsonObject, JsonValue } from '../../model/json.ts';
import { isJsonObject } from '../../model/json.ts';

/** Members that answers of services and exports of wallets put a credential in, as seen in the wild. */
const holders = [
  'credential', 'credentials', 'verifiableCredential', 'verifiableCredentials', 'vc', 'vcs', 'vp', 'presentation',
  'verifiablePresentation', 'signedCredential', 'signedVc', 'jwt', 'vcJwt', 'assertion', 'badge', 'data', 'content', 'document', 'raw', 'original',
  'result', 'response', 'record', 'boost',
] as const;

type Place = readonly (string | number)[];
type IsItem = (value: JsonValue) => boolean;

/**
 * The places of an object that is no credential itself and holds some: in its members, and in those of an object there or
 * of the objects in a list there (`{"data": {"credential": …}}`, `{"credentials": [{"credential": …}]}`), every one of them.
 */
export function wrappedPlaces(document: JsonObject, isItem: IsItem): readonly Place[] {
  return holders.flatMap((member) => placesAt(document[member] ?? null, [member], isItem, 1));
}

function placesAt(value: JsonValue, place: Place, isItem: IsItem, deeper: number): readonly Place[] {
  if (Array.isArray(value)) return (value as readonly JsonValue[]).flatMap((item, index) => placesAt(Array.isArray(item) ? null : item, [...place, index], isItem, deeper));
  if (isWrappedItem(value, isItem)) return [place];
  if (!isJsonObject(value) || deeper === 0) return [];
  return holders.flatMap((member) => placesAt(value[member] ?? null, [...place, member], isItem, deeper - 1));
}

/** A credential, a token, or JSON written as a text. */
function isWrappedItem(value: JsonValue, isItem: IsItem): boolean {
  if (typeof value !== 'string') return isJsonObject(value) && isItem(value);
  return beginsAsToken(value) || /^\s*[{[]\s*["{]/.test(value) || /^data:[a-z]+\/[a-z0-9.+-]+[;,]/i.test(value);
}

/** Part by part: one pattern over a long text runs out of stack. */
function beginsAsToken(text: string): boolean {
  const [header = '', payload = '', rest] = text.startsWith('ey') ? text.split('.', 3) : [];
  return rest !== undefined && header.length >= 10 && payload !== '' && /^[\w-]*$/.test(header) && /^[\w-]*$/.test(payload);
}
