import type { Attempt } from '../../model/attempt.ts';
import { refuse, succeed } from '../../model/attempt.ts';
import { toFormatId } from '../../model/ids.ts';
import { isJsonObject } from '../../model/json.ts';
import type { JsonObject } from '../../model/json.ts';
import { maxCredentialBytes } from '../../model/limits.ts';
import type { OpenedCredential, Secured } from '../../model/opened.ts';
import type { Glimpse } from '../glimpse.ts';

/**
 * An Open Badges 2.0 assertion: as JSON, which is verified by what its own address answers, or as a compact JWS, which is
 * verified by the key of its issuer. Nothing of either can be judged by the file alone. Shapes that could be read in two
 * ways are refused (B09).
 */
export function openBadge2(glimpse: Glimpse): Attempt<OpenedCredential> {
  const { bytes } = glimpse.received;
  if (bytes.length > maxCredentialBytes) return refuse('receive/too-large', { limit: maxCredentialBytes, bytes: bytes.length });
  const token = glimpse.token();
  if (token !== undefined && !token.ok) return token;
  const json = token === undefined ? glimpse.json() : undefined;
  if (json?.ok === false) return json;
  const document = token?.value.payload ?? json?.value.value;
  if (!isJsonObject(document)) return refuse('open/wrong-shape');
  const wrong = wrongMember(document);
  if (wrong !== undefined) return refuse('open/wrong-shape', { member: wrong });
  const { token: text, header, signingInput, signature } = token?.value ?? {};
  const isSigned = text !== undefined && header !== undefined && signingInput !== undefined && signature !== undefined;
  const secured: Secured = { form: 'badge-2', document, ...(isSigned ? { signed: { header, signingInput, signature } } : {}) };
  return succeed({
    kind: 'credential',
    format: toFormatId('badge-2'),
    raw: bytes,
    mediaType: isSigned ? 'application/jwt' : 'application/json',
    claims: document,
    secured,
    defects: [],
    proofs: [foundProof(document, isSigned)],
  });
}

function foundProof(document: JsonObject, isSigned: boolean): OpenedCredential['proofs'][number] {
  const verification = document['verification'] ?? document['verify'];
  const creator = isJsonObject(verification) ? (verification['creator'] ?? verification['url']) : undefined;
  const method = isSigned ? creator : document['id'];
  return { name: isSigned ? 'Open Badges 2.0 (JWS)' : 'Open Badges 2.0', ...(typeof method === 'string' ? { verificationMethod: method.slice(0, 2_000) } : {}) };
}

/** `id` a text; badge an address or an object; recipient and verification objects. */
function wrongMember(document: JsonObject): string | undefined {
  const { id, badge, recipient, verification } = document;
  if (id !== undefined && typeof id !== 'string') return 'id';
  if (typeof badge !== 'string' && !isJsonObject(badge)) return 'badge';
  if (!isJsonObject(recipient)) return 'recipient';
  return verification === undefined || isJsonObject(verification) ? undefined : 'verification';
}
