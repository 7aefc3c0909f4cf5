import { refuse, succeed } from '../../model/attempt.ts';
import type { Attempt } from '../../model/attempt.ts';
import { isJsonObject } from '../../model/json.ts';
import type { JsonObject, JsonValue } from '../../model/json.ts';
import { maxCredentialBytes } from '../../model/limits.ts';
import { isSelectiveToken } from '../compact-token.ts';
import type { Glimpse } from '../glimpse.ts';

/**
 * The compact text of an SD-JWT: as received, or of its JSON serialization with one signature (RFC 9901 8), whose parts
 * are the same texts. Error: `open/wrong-shape` with the member.
 */
export function selectiveTextOf(glimpse: Glimpse): Attempt<string> {
  if (isSelectiveToken(glimpse.text)) return succeed(glimpse.text);
  const { bytes } = glimpse.received;
  if (bytes.length > maxCredentialBytes) return refuse('receive/too-large', { limit: maxCredentialBytes, bytes: bytes.length });
  const json = glimpse.json();
  if (!json.ok) return json;
  return isJsonObject(json.value.value) ? compactOf(json.value.value) : refuse('open/wrong-shape');
}

function compactOf(document: JsonObject): Attempt<string> {
  const signed = oneSignature(document);
  const { payload } = document;
  const { protected: head, signature, header } = signed ?? {};
  const { disclosures, kb_jwt: keyBinding = '' } = isJsonObject(header) ? header : {};
  const texts = [head, payload, signature, keyBinding];
  if (!texts.every(isPart)) return refuse('open/wrong-shape', { member: 'signature' });
  if (!Array.isArray(disclosures) || !disclosures.every(isPart)) return refuse('open/wrong-shape', { member: 'disclosures' });
  return succeed(`${head as string}.${payload as string}.${signature as string}~${(disclosures as readonly string[]).map((text) => `${text}~`).join('')}${keyBinding as string}`);
}

/** Flattened, or general with exactly one signature: of several, the unprotected header of the first only would count. */
function oneSignature(document: JsonObject): JsonObject | undefined {
  const { signatures } = document;
  if (signatures === undefined) return document;
  const [first] = Array.isArray(signatures) && signatures.length === 1 ? (signatures as readonly JsonValue[]) : [];
  return 'signature' in document || !isJsonObject(first) ? undefined : first;
}

/** No tilde in a part, which would make two of it. */
function isPart(value: JsonValue | undefined): boolean {
  return typeof value === 'string' && !value.includes('~');
}

/** True for the JSON serialization of an SD-JWT with one signature: its disclosures stand in the unprotected header. */
export function isSelectiveJson(document: JsonObject): boolean {
  const signed = oneSignature(document);
  const header = signed?.['header'];
  return typeof document['payload'] === 'string' && isJsonObject(header) && Array.isArray(header['disclosures']);
}
