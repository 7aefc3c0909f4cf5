import type { Attempt } from '../../model/attempt.ts';
import { refuse, succeed } from '../../model/attempt.ts';
import { toFormatId } from '../../model/ids.ts';
import { isJsonObject } from '../../model/json.ts';
import type { JsonObject } from '../../model/json.ts';
import { maxCredentialBytes } from '../../model/limits.ts';
import type { OpenedCredential } from '../../model/opened.ts';
import { without } from '../credential-shape.ts';
import type { Glimpse } from '../glimpse.ts';
import { nameOfOtherBytes, nameOfOtherJson, nameOfOtherText } from './other-name.ts';

/**
 * Credentials of kinds that have a name and that this version does not judge: Open Badges 1.x and the
 * parts of 2.0, Blockcerts, OpenCerts, encrypted tokens, COSE, older European documents in XML. They are shown as far as they can be read, kept byte for byte,
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
  const named = readNamed(glimpse);
  if (named !== undefined) return succeed(named);
  const json = glimpse.json();
  if (!json.ok) return json;
  const document = json.value.value;
  if (!isJsonObject(document)) return refuse('open/wrong-shape');
  const name = nameOfOtherJson(document);
  if (name === undefined) return refuse('open/wrong-shape');
  return succeed({ document, claims: claimsOfOther(document, name), name, mediaType: 'application/json' });
}

/** What has a name and no claims that could be read: encrypted, binary, or XML. */
function readNamed({ text, received }: Glimpse): OtherKind | undefined {
  const name = nameOfOtherText(text) ?? nameOfOtherBytes(received.bytes);
  if (name === undefined) return undefined;
  const mediaType = name === 'JWE' ? 'application/jose' : text === undefined ? 'application/cose' : 'application/xml';
  const document = Object.create(null) as JsonObject;
  return { document, claims: document, name, mediaType };
}

/** Pages and salted values of ledger formats are not claims for people: they stay in the original. */
function claimsOfOther(document: JsonObject, name: string): JsonObject {
  if (name === 'OpenCerts') return without(document, 'data', 'signature', 'proof');
  return name === 'Blockcerts' ? without(document, 'displayHtml', 'display', 'signature', 'proof', 'receipt') : document;
}
