import { succeed } from '../../model/attempt.ts';
import type { Attempt } from '../../model/attempt.ts';
import { toFormatId } from '../../model/ids.ts';
import { asList, isJsonObject } from '../../model/json.ts';
import type { JsonObject } from '../../model/json.ts';
import type { Defect, OpenedCredential, OpenedPresentation, Secured } from '../../model/opened.ts';
import { readStrictJson } from '../../encoding/strict-json.ts';
import { encodeUtf8 } from '../../encoding/utf8.ts';
import { requireCredentialShape, without } from '../credential-shape.ts';
import { foundProofs } from '../find-proofs.ts';
import type { FormatTools } from '../format.ts';
import type { Glimpse } from '../glimpse.ts';
import { innerItems } from '../inner-items.ts';
import { holderOf } from '../json-presentation/open.ts';
import { contentDefects, typeOf } from '../jwt-credential/open.ts';
import { dateDefects, mergeNames, nameDefects } from '../jwt-credential/registered-claims.ts';
import { openKeyBinding } from './open-key-binding.ts';
import { readSdJwt } from './read-sd-jwt.ts';
import type { SelectiveToken } from './read-sd-jwt.ts';
import { selectiveTextOf } from './selective-text.ts';
import { typeMetadataDefects, vcDefects } from './vc-defects.ts';

const format = toFormatId('sd-jwt');
/** RFC 9901 11.3.2. */
const jsonMediaType = 'application/sd-jwt+json';
/** `typ` of an SD-JWT VC (its section 3.2.1, and its drafts). */
const vcTypes: ReadonlySet<string> = new Set(['dc+sd-jwt', 'vc+sd-jwt']);
/** `typ` of a credential and of a presentation of the W3C data model (VC-JOSE-COSE 3.2, and its drafts); a SHOULD there. */
const vcdmTypes: ReadonlySet<string> = new Set(['', 'vc+sd-jwt', 'vc-ld+sd-jwt', 'vc+ld+json+sd-jwt']);
const presentationTypes: ReadonlySet<string> = new Set(['', 'vp+sd-jwt', 'vp-ld+sd-jwt', 'vp+ld+json+sd-jwt']);
const registered = ['iss', 'sub', 'jti', 'nbf', 'exp', 'iat', 'aud', 'nonce', 'cnf'] as const;

/**
 * SD-JWT (RFC 9901) by a strict reader of our own: SD-JWT VC (`vct`), and credentials and presentations of the W3C data
 * model (VC-JOSE-COSE 3.2); which of them is told by what it says. With a Key Binding JWT it is a share of its holder.
 */
export function openSdJwt(glimpse: Glimpse, tools: FormatTools): Attempt<OpenedCredential | OpenedPresentation> {
  const text = selectiveTextOf(glimpse);
  if (!text.ok) return text;
  const read = readSdJwt(text.value);
  if (!read.ok) return read;
  const { payload, keyBinding } = read.value;
  if (keyBinding !== undefined) return openKeyBinding(read.value, keyBinding, glimpse, tools);
  if (payload['vct'] !== undefined || typeOf(read.value.token.header) === 'dc+sd-jwt') return succeed(openVc(read.value, glimpse, tools));
  return isPresentation(payload) ? openPresentation(read.value, glimpse, tools) : openVcdm(read.value, glimpse, tools);
}

function isPresentation(payload: JsonObject): boolean {
  return asList(payload['type']).includes('VerifiablePresentation') || ('verifiableCredential' in payload && !('credentialSubject' in payload));
}

/** A hash that is strong and not built in leaves the disclosures unread: named, never judged. */
function securedBy(read: SelectiveToken, model: 'vct' | 'vcdm'): Secured {
  const { header, payload, signingInput, signature } = read.token;
  if (read.digest === undefined && read.defects.length === 0) return { form: 'other', document: payload, name: `SD-JWT ${typeof payload['_sd_alg'] === 'string' ? payload['_sd_alg'].slice(0, 20) : ''}`.trim() };
  const roots = rootsOf(read.payload, model);
  const hiddenThatDecide = read.disclosures.hidden.filter(({ path }) => roots.some((root) => decides(path, root))).reduce((sum, { count }) => sum + count, 0);
  return { form: 'sd-jwt', header, payload: read.payload, signingInput, signature, model, hiddenThatDecide };
}

/** The whole, and the members of a W3C credential by which it is judged. */
const deciding: ReadonlySet<string> = new Set(['', '@context', 'type', 'issuer', 'holder', 'credentialStatus', 'status', 'validFrom', 'validUntil', 'issuanceDate', 'expirationDate']);

/** Where such a credential begins: the whole, also where it is typed as an SD-JWT VC, or a claim that carries one. */
function rootsOf(payload: JsonObject, model: 'vct' | 'vcdm'): readonly string[] {
  const isWhole = model === 'vcdm' || payload['credentialSubject'] !== undefined;
  return [...(isWhole ? [''] : []), ...(isJsonObject(payload['elm']) ? ['/elm'] : [])];
}

function decides(path: string, root: string): boolean {
  return (path === root || path.startsWith(`${root}/`)) && deciding.has(path.slice(root.length).split('/')[1] ?? '');
}

function typeDefects(read: SelectiveToken, types: ReadonlySet<string>): readonly Defect[] {
  const type = typeOf(read.token.header);
  return types.has(type) ? [] : [{ reason: 'malformed-proof', facts: { field: 'typ', typ: type.slice(0, 60) } }];
}

/** SD-JWT VC: the claims as they stand, with the registered ones among them. */
function openVc(read: SelectiveToken, glimpse: Glimpse, tools: FormatTools): OpenedCredential {
  const { token, payload, disclosures } = read;
  const secured = securedBy(read, 'vct');
  const { iss } = payload;
  return {
    kind: 'credential',
    format,
    raw: glimpse.received.bytes,
    mediaType: glimpse.looksLikeJson ? jsonMediaType : 'application/dc+sd-jwt',
    claims: payload,
    ...(typeof iss === 'string' ? { issuerId: iss } : {}),
    disclosures,
    secured,
    defects: [
      ...read.defects,
      ...typeDefects(read, vcTypes),
      ...contentDefects(token.header, 'vp'),
      ...dateDefects(payload),
      ...nameDefects(payload),
      ...vcDefects(token.header, payload, disclosures),
      ...typeMetadataDefects(token.header, payload),
    ],
    proofs: foundProofs(secured, tools),
  };
}

/** A credential of the W3C data model; `exp` and `nbf` speak of the token, as for `vc+jwt`. */
function openVcdm(read: SelectiveToken, glimpse: Glimpse, tools: FormatTools): Attempt<OpenedCredential> {
  const { token, payload, disclosures } = read;
  const shaped = requireCredentialShape(payload);
  if (!shaped.ok) return shaped;
  // What says of nothing that it is a credential is shown as it stands; the context policy keeps it from counting.
  const isCredential = '@context' in payload || 'credentialSubject' in payload;
  const merged = isCredential ? mergeNames(without(payload, ...registered), payload) : { claims: payload, defects: [] };
  const secured = securedBy(read, 'vcdm');
  return succeed({
    kind: 'credential',
    format,
    raw: glimpse.received.bytes,
    mediaType: glimpse.looksLikeJson ? jsonMediaType : 'application/vc+sd-jwt',
    claims: merged.claims,
    disclosures,
    secured,
    defects: [...read.defects, ...typeDefects(read, vcdmTypes), ...contentDefects(token.header, 'vp'), ...dateDefects(payload), ...nameDefects(payload), ...merged.defects],
    proofs: foundProofs(secured, tools),
  });
}

/** A presentation of the W3C data model: its credentials are cut out of the payload, or of what the disclosures made of it. */
function openPresentation(read: SelectiveToken, glimpse: Glimpse, tools: FormatTools): Attempt<OpenedPresentation> {
  const { token, payload, disclosures } = read;
  const isWhole = disclosures.disclosed.length === 0 && disclosures.hidden.length === 0;
  const json = isWhole ? succeed(token.payloadJson) : readStrictJson(encodeUtf8(JSON.stringify(payload)));
  if (!json.ok) return json;
  const inner = innerItems(json.value, ['verifiableCredential'], payload['verifiableCredential'], glimpse.received);
  if (!inner.ok) return inner;
  const stated = holderOf(payload);
  if (!stated.ok) return stated;
  const { iss } = payload;
  const holder = stated.value ?? (typeof iss === 'string' ? iss : undefined);
  const isOther = typeof iss === 'string' && stated.value !== undefined && stated.value !== iss;
  const contradiction: readonly Defect[] = isOther ? [{ reason: 'malformed-proof', facts: { field: 'iss' } }] : [];
  const secured = securedBy(read, 'vcdm');
  return succeed({
    kind: 'presentation',
    format,
    raw: glimpse.received.bytes,
    secured,
    defects: [...read.defects, ...typeDefects(read, presentationTypes), ...contentDefects(token.header, 'vc'), ...dateDefects(payload), ...nameDefects(payload), ...contradiction],
    proofs: foundProofs(secured, tools),
    inner: inner.value,
    ...(holder === undefined ? {} : { holder }),
  });
}
