import type { Attempt } from '../model/attempt.ts';
import { refuse, succeed } from '../model/attempt.ts';
import { isJsonObject } from '../model/json.ts';
import type { JsonObject } from '../model/json.ts';
import { maxCredentialBytes } from '../model/limits.ts';
import { decodeBase64url } from '../encoding/base64url.ts';
import { readStrictJson } from '../encoding/strict-json.ts';
import type { ParsedJson } from '../encoding/strict-json.ts';
import { encodeUtf8 } from '../encoding/utf8.ts';

/** A compact JWS (RFC 7515 7.1) taken apart; nothing is verified. */
export interface CompactToken {
  readonly token: string;
  readonly header: JsonObject;
  readonly payload: JsonObject;
  /** The payload with the way back to its bytes. */
  readonly payloadJson: ParsedJson;
  readonly signingInput: Uint8Array;
  readonly signature: Uint8Array;
}

/** Three parts with dots between; loose about the alphabet, so that a padded token is ours and broken, not unknown. */
const looksLikeToken = /^ey[\w+/=-]*\.[\w+/=-]*\.[\w+/=-]*$/;

export function isCompactToken(text: string | undefined): text is string {
  return text !== undefined && looksLikeToken.test(text);
}

/** SD-JWT and SD-JWT+KB (RFC 9901 4): a token with disclosures after tildes. */
export function isSelectiveToken(text: string | undefined): text is string {
  return text !== undefined && /^ey[\w-]*\.[\w-]*\.[\w-]*~[\w.~-]*$/.test(text);
}

/**
 * Takes a compact JWS apart. Header and payload must be strict base64url of a strict JSON object (RFC 7515 5.2);
 * the signature may be empty here, which no suite accepts. Errors: `open/malformed` with the part, and those of the
 * strict reader.
 */
export function readCompactToken(token: string): Attempt<CompactToken> {
  if (token.length > maxCredentialBytes) return refuse('receive/too-large', { limit: maxCredentialBytes, bytes: token.length });
  const [first = '', second = '', third = ''] = token.split('.');
  const header = readPart(first, 'header');
  if (!header.ok) return header;
  const payload = readPart(second, 'payload');
  if (!payload.ok) return payload;
  const signature = decodeBase64url(third);
  if (!signature.ok) return refuse('open/malformed', { ...signature.error.facts, part: 'signature' });
  return succeed({
    token,
    header: header.value.object,
    payload: payload.value.object,
    payloadJson: payload.value.json,
    signingInput: encodeUtf8(`${first}.${second}`),
    signature: signature.value,
  });
}

function readPart(text: string, part: string): Attempt<{ readonly object: JsonObject; readonly json: ParsedJson }> {
  const bytes = decodeBase64url(text);
  if (!bytes.ok) return refuse('open/malformed', { ...bytes.error.facts, part });
  const json = readStrictJson(bytes.value);
  if (!json.ok) return refuse(json.error.code, { ...json.error.facts, part });
  return isJsonObject(json.value.value)
    ? succeed({ object: json.value.value, json: json.value })
    : refuse('open/wrong-shape', { part });
}
