import { decodeBase64url } from '../../encoding/base64url.ts';
import { readStrictJson } from '../../encoding/strict-json.ts';
import type { ParsedJson } from '../../encoding/strict-json.ts';
import { encodeUtf8 } from '../../encoding/utf8.ts';
import type { Attempt } from '../../model/attempt.ts';
import { refuse, succeed } from '../../model/attempt.ts';
import { toFormatId } from '../../model/ids.ts';
import { isJsonObject } from '../../model/json.ts';
import type { JsonObject, JsonValue } from '../../model/json.ts';
import { maxCredentialBytes } from '../../model/limits.ts';
import type { Defect, OpenedCredential, Secured } from '../../model/opened.ts';
import { requireCredentialShape } from '../credential-shape.ts';
import { foundProofs } from '../find-proofs.ts';
import type { FormatTools } from '../format.ts';
import type { Glimpse } from '../glimpse.ts';
import { openToken } from '../jwt-credential/open.ts';

const mediaType = 'application/jose+json';

/**
 * A credential as JWS in JSON (RFC 7515 7.2), general or flattened. With one signature and nothing outside it, it is the
 * token of the same parts, and is read as that token is; a JAdES seal (ETSI TS 119 182-1) is recognised by its own
 * members. Several signatures, or a header that nobody signed, are named and not judged (B18).
 */
export function openJwsJson(glimpse: Glimpse, tools: FormatTools): Attempt<OpenedCredential> {
  const { bytes } = glimpse.received;
  if (bytes.length > maxCredentialBytes) return refuse('receive/too-large', { limit: maxCredentialBytes, bytes: bytes.length });
  const json = glimpse.json();
  if (!json.ok) return json;
  const document = json.value.value;
  if (!isJsonObject(document)) return refuse('open/wrong-shape');
  const signatures = signaturesOf(document);
  const [only, ...more] = signatures ?? [];
  if (only === undefined) return unjudged(glimpse, document, [{ reason: 'malformed-proof', facts: { field: 'signatures' } }]);
  if (more.length > 0) return unjudged(glimpse, document, [], 'several-signatures');
  const part = readSignature(document, only);
  if (!part.ok) return part;
  return openSigned(glimpse, document, part.value, tools);
}

/** Its signatures; undefined where it has none, or both ways of writing them (RFC 7515 7.2.2). */
function signaturesOf(document: JsonObject): readonly JsonObject[] | undefined {
  const { signatures, signature } = document;
  if (signatures === undefined) return typeof signature === 'string' ? [document] : undefined;
  const list = Array.isArray(signatures) ? (signatures as readonly JsonValue[]) : [];
  const isGeneral = list.length > 0 && list.every(isJsonObject) && signature === undefined && document['protected'] === undefined && document['header'] === undefined;
  return isGeneral ? list : undefined;
}

interface SignedPart {
  readonly protectedText: string;
  readonly header: JsonObject;
  readonly unprotected: JsonObject;
  readonly signatureText: string;
  readonly signature: Uint8Array;
}

function readSignature(document: JsonObject, entry: JsonObject): Attempt<SignedPart> {
  const { protected: protectedText, signature: signatureText, header: unprotected } = entry;
  if (typeof document['payload'] !== 'string' || typeof signatureText !== 'string') return refuse('open/malformed', { part: 'signature' });
  if (unprotected !== undefined && !isJsonObject(unprotected)) return refuse('open/malformed', { part: 'header' });
  const signature = decodeBase64url(signatureText);
  if (!signature.ok) return refuse('open/malformed', { ...signature.error.facts, part: 'signature' });
  const header = typeof protectedText === 'string' ? readHeader(protectedText) : succeed({});
  if (!header.ok) return header;
  const text = typeof protectedText === 'string' ? protectedText : '';
  return succeed({ protectedText: text, header: header.value, unprotected: unprotected ?? {}, signatureText, signature: signature.value });
}

function readHeader(text: string): Attempt<JsonObject> {
  const bytes = decodeBase64url(text);
  if (!bytes.ok) return refuse('open/malformed', { ...bytes.error.facts, part: 'protected' });
  const json = readStrictJson(bytes.value);
  if (!json.ok) return refuse(json.error.code, { ...json.error.facts, part: 'protected' });
  return isJsonObject(json.value.value) ? succeed(json.value.value) : refuse('open/wrong-shape', { part: 'protected' });
}

/** A seal says so itself: the claimed time or a time-stamp under the signature, `etsiU` beside it, or text under a certificate. */
function isSeal({ header, unprotected }: SignedPart): boolean {
  return 'sigT' in header || 'adoTst' in header || 'etsiU' in unprotected || (header['b64'] === false && 'x5c' in header);
}

function openSigned(glimpse: Glimpse, document: JsonObject, part: SignedPart, tools: FormatTools): Attempt<OpenedCredential> {
  const text = String(document['payload']);
  const isText = part.header['b64'] === false;
  const seal = isSeal(part);
  // RFC 7515 7.2.1: no parameter stands in both places; and outside the signature nothing may say how to verify it (B18).
  const besides = Object.keys(part.unprotected).filter((name) => !seal || name !== 'etsiU');
  if (besides.length > 0) return unjudged(glimpse, document, [], 'unprotected-header');
  const payload = readPayload(text, isText);
  if (payload === undefined) return unjudged(glimpse, document, []);
  const signingInput = encodeUtf8(`${part.protectedText}.${text}`);
  const { header, signature } = part;
  if (seal) return openSeal(glimpse, payload.value as JsonObject, { form: 'seal', header, unprotected: part.unprotected, payload: payload.value as JsonObject, signingInput, signature }, tools);
  const token = `${part.protectedText}.${text}.${part.signatureText}`;
  const opened = openToken({ token, header, payload: payload.value as JsonObject, payloadJson: payload, signingInput, signature }, glimpse.received.bytes, tools);
  return opened.ok ? succeed({ ...opened.value, format: toFormatId('jws-json'), mediaType }) : opened;
}

/** The payload as a JSON object: base64url of it, or with `b64: false` (RFC 7797) the text itself. */
function readPayload(text: string, isText: boolean): ParsedJson | undefined {
  const decoded = isText ? succeed(encodeUtf8(text)) : decodeBase64url(text);
  const json = decoded.ok ? readStrictJson(decoded.value) : undefined;
  return json?.ok === true && isJsonObject(json.value.value) ? json.value : undefined;
}

function openSeal(glimpse: Glimpse, claims: JsonObject, secured: Secured, tools: FormatTools): Attempt<OpenedCredential> {
  const shaped = requireCredentialShape(claims);
  if (!shaped.ok) return shaped;
  const opened = { kind: 'credential', format: toFormatId('jws-json'), raw: glimpse.received.bytes, mediaType, claims, secured, defects: [] } as const;
  return succeed({ ...opened, proofs: foundProofs(secured, tools) });
}

/** Kept and shown as far as it can be read; what it is secured with is named and not judged. */
function unjudged(glimpse: Glimpse, document: JsonObject, defects: readonly Defect[], reason?: 'several-signatures' | 'unprotected-header'): Attempt<OpenedCredential> {
  const name = 'JWS JSON';
  const text = typeof document['payload'] === 'string' ? document['payload'] : '';
  const payload = readPayload(text, text.trimStart().startsWith('{'));
  const claims = (payload?.value ?? document) as JsonObject;
  const shaped = requireCredentialShape(claims);
  if (!shaped.ok) return shaped;
  const secured: Secured = { form: 'other', document, name, ...(reason === undefined ? {} : { reason }) };
  return succeed({ kind: 'credential', format: toFormatId('jws-json'), raw: glimpse.received.bytes, mediaType, claims, secured, defects, proofs: [{ name }] });
}
