import type { Attempt } from '../../model/attempt.ts';
import { refuse, succeed } from '../../model/attempt.ts';
import { toFormatId } from '../../model/ids.ts';
import { isJsonObject } from '../../model/json.ts';
import type { JsonObject } from '../../model/json.ts';
import type { Defect, OpenedCredential, Secured } from '../../model/opened.ts';
import type { CompactToken } from '../compact-token.ts';
import { requireCredentialShape, without } from '../credential-shape.ts';
import { enclosedCredentials } from '../enclosed-credentials.ts';
import { foundProofs } from '../find-proofs.ts';
import type { FormatTools } from '../format.ts';
import type { Glimpse } from '../glimpse.ts';
import { withOuterClaims } from './outer-claims.ts';
import { dateDefects, mergeDates, mergeNames, nameDefects } from './registered-claims.ts';
import type { MergedClaims } from './registered-claims.ts';

/** `typ` of a token whose payload is the credential itself (VC-JOSE-COSE 3.1.1; its drafts and their media types). */
const typesOfVersion2: ReadonlySet<string> = new Set(['vc+jwt', 'vc+ld+jwt', 'vc-ld+jwt', 'vc+ld+json+jwt']);
/** `typ` of VC 1.1 tokens and of Open Badges 3.0's own form; absent is allowed by both. */
const typesOfVersion1: ReadonlySet<string> = new Set(['', 'jwt', 'vc']);
const registered = ['iss', 'sub', 'jti', 'nbf', 'exp', 'iat', 'aud', 'nonce'] as const;

/**
 * A credential as a compact JWS: VC 1.1 with the `vc` claim (6.3.1; also where the claims stand beside it as well),
 * VC 2.0 as `vc+jwt` (VC-JOSE-COSE), Open Badges 3.0's own form with the credential as payload (8.2.4). Rules of the
 * packing that are broken are defects: no signature makes them good.
 */
export function openJwtCredential(glimpse: Glimpse, tools: FormatTools): Attempt<OpenedCredential> {
  const token = glimpse.token();
  if (token === undefined) return refuse('receive/unrecognized');
  if (!token.ok) return token;
  const opened = openToken(token.value, glimpse.received.bytes, tools);
  if (!opened.ok) return opened;
  const { payload, payloadJson } = token.value;
  const { vc } = payload;
  const enclosed = enclosedCredentials(isJsonObject(vc) ? vc : payload, payloadJson, isJsonObject(vc) ? ['vc'] : [], glimpse.received);
  return succeed({ ...opened.value, ...enclosed });
}

/** The same for a token however its parts were written (RFC 7515 7); `raw` is what was received. */
export function openToken(token: CompactToken, raw: Uint8Array, tools: FormatTools): Attempt<OpenedCredential> {
  const { payload } = token;
  const type = typeOf(token.header);
  const inside = credentialIn(payload);
  // Before the registered claims take any place: an issuer in a wrong shape is not made good by `iss`.
  const shaped = requireCredentialShape(inside.claims);
  if (!shaped.ok) return shaped;
  const merged = withRegistered(inside.claims, payload, type);
  const secured: Secured = securedByToken(token);
  return succeed({
    kind: 'credential',
    format: toFormatId('jwt-credential'),
    raw,
    mediaType: typesOfVersion2.has(type) ? 'application/vc+jwt' : 'application/jwt',
    claims: merged.claims,
    secured,
    defects: [...typeDefects(type, payload), ...contentDefects(token.header, 'vp'), ...dateDefects(payload), ...nameDefects(payload), ...inside.defects, ...merged.defects],
    proofs: foundProofs(secured, tools),
  });
}

export function securedByToken(token: CompactToken): Secured {
  const { header, payload, signingInput, signature } = token;
  return { form: 'jwt', token: token.token, header, payload, signingInput, signature };
}

/** `typ` in lower case, without the `application/` that RFC 7515 4.1.9 lets a producer leave out. */
export function typeOf(header: JsonObject): string {
  const { typ } = header;
  if (typ === undefined) return '';
  return typeof typ === 'string' ? typ.toLowerCase().replace(/^application\//, '') : 'not-text';
}

/** Tokens made for another purpose never count as a credential (RFC 8725 3.11, B17). */
function typeDefects(type: string, payload: JsonObject): readonly Defect[] {
  const isKnown = typesOfVersion1.has(type) || typesOfVersion2.has(type);
  const hasForeignClaim = typesOfVersion2.has(type) && ('vc' in payload || 'vp' in payload);
  return isKnown && !hasForeignClaim ? [] : [{ reason: 'malformed-proof', facts: { field: 'typ', typ: type.slice(0, 60) } }];
}

/**
 * RFC 7515 4.1.10 and 7519 5.2: where a header says what it secures, that is no token within the token, and nothing of
 * the other kind.
 */
export function contentDefects({ cty }: JsonObject, otherKind: 'vc' | 'vp'): readonly Defect[] {
  const content = typeof cty === 'string' ? cty.toLowerCase().replace(/^application\//, '') : cty;
  const isOther = typeof content === 'string' && (content === 'jwt' || content.startsWith(otherKind));
  return content === undefined || (typeof content === 'string' && !isOther) ? [] : [{ reason: 'malformed-proof', facts: { field: 'cty' } }];
}

/** The credential in the token before the registered claims are read into it. */
function credentialIn(payload: JsonObject): MergedClaims {
  const { vc } = payload;
  const outer = without(payload, ...registered);
  return isJsonObject(vc) ? withOuterClaims(vc, without(outer, 'vc')) : { claims: outer, defects: [] };
}

function withRegistered(credential: JsonObject, payload: JsonObject, type: string): MergedClaims {
  const named = mergeNames(credential, payload);
  // VC-JOSE-COSE: `exp` and `nbf` of a `vc+jwt` speak of the token; they are judged with its signature.
  if (typesOfVersion2.has(type)) return named;
  const dated = mergeDates(named.claims, payload);
  return { claims: dated.claims, defects: [...named.defects, ...dated.defects] };
}
