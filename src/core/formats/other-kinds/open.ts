import type { Attempt } from '../../model/attempt.ts';
import { refuse, succeed } from '../../model/attempt.ts';
import { toFormatId } from '../../model/ids.ts';
import { isJsonObject } from '../../model/json.ts';
import type { JsonObject } from '../../model/json.ts';
import { maxCredentialBytes } from '../../model/limits.ts';
import type { OpenedCredential } from '../../model/opened.ts';
import { decodeBase64url } from '../../encoding/base64url.ts';
import { readStrictJson } from '../../encoding/strict-json.ts';
import { encodeUtf8 } from '../../encoding/utf8.ts';
import { isSelectiveToken, readCompactToken } from '../compact-token.ts';
import { without } from '../credential-shape.ts';
import type { Glimpse } from '../glimpse.ts';
import { jsonKindOf } from '../json-kind.ts';

/**
 * Credentials of kinds that have a name and that this version does not judge: SD-JWT, JWS in JSON (European digital
 * credentials and others), Open Badges 2.0 and 1.x. They are shown as far as they can be read, kept byte for byte,
 * and "could not be checked"; they are never taken for unsigned and never for valid.
 */
export function openOtherKind(glimpse: Glimpse): Attempt<OpenedCredential> {
  const { bytes } = glimpse.received;
  if (bytes.length > maxCredentialBytes) return refuse('receive/too-large', { limit: maxCredentialBytes, bytes: bytes.length });
  const read = readOther(glimpse);
  if (!read.ok) return read;
  const { document, claims, name, mediaType } = read.value;
  return succeed({
    kind: 'credential',
    format: toFormatId('other-kinds'),
    raw: bytes,
    mediaType,
    claims,
    secured: { form: 'other', document, name },
    defects: [],
    proofs: [{ name }],
  });
}

interface OtherKind {
  readonly document: JsonObject;
  readonly claims: JsonObject;
  readonly name: string;
  readonly mediaType: string;
}

function readOther(glimpse: Glimpse): Attempt<OtherKind> {
  if (isSelectiveToken(glimpse.text)) return readSelective(glimpse.text);
  const token = glimpse.token();
  if (token !== undefined) {
    if (!token.ok) return token;
    return succeed({ document: token.value.payload, claims: token.value.payload, name: 'Open Badges 2.0', mediaType: 'application/jwt' });
  }
  const json = glimpse.json();
  if (!json.ok) return json;
  const document = json.value.value;
  if (!isJsonObject(document)) return refuse('open/wrong-shape');
  if (jsonKindOf(glimpse) === 'badge-2') {
    return succeed({ document, claims: document, name: 'Open Badges 2.0', mediaType: 'application/json' });
  }
  return succeed({ document, claims: payloadOf(document), name: 'JWS JSON', mediaType: 'application/jose+json' });
}

function readSelective(text: string): Attempt<OtherKind> {
  const token = readCompactToken(text.slice(0, text.indexOf('~')));
  if (!token.ok) return token;
  const { payload } = token.value;
  return succeed({ document: payload, claims: without(payload, '_sd', '_sd_alg', 'cnf'), name: 'SD-JWT', mediaType: 'application/dc+sd-jwt' });
}

/** The payload of a JWS in JSON: base64url of JSON, or (RFC 7797) the JSON text itself; else the envelope. */
function payloadOf(document: JsonObject): JsonObject {
  const payload = document['payload'];
  if (typeof payload !== 'string') return document;
  const decoded = payload.trimStart().startsWith('{') ? undefined : decodeBase64url(payload);
  const json = readStrictJson(decoded?.ok === true ? decoded.value : encodeUtf8(payload));
  return json.ok && isJsonObject(json.value.value) ? json.value.value : document;
}
