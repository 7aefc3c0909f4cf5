import { refuse, succeed } from '../../model/attempt.ts';
import type { Attempt } from '../../model/attempt.ts';
import { toFormatId } from '../../model/ids.ts';
import { isJsonObject } from '../../model/json.ts';
import type { JsonObject, JsonValue } from '../../model/json.ts';
import type { Defect, OpenedPresentation, Secured } from '../../model/opened.ts';
import { encodeUtf8 } from '../../encoding/utf8.ts';
import { readCompactToken } from '../compact-token.ts';
import { foundProofs } from '../find-proofs.ts';
import type { FormatTools } from '../format.ts';
import type { Glimpse } from '../glimpse.ts';
import { typeOf } from '../jwt-credential/open.ts';
import { dateDefects } from '../jwt-credential/registered-claims.ts';
import type { SelectiveToken } from './read-sd-jwt.ts';

function defect(field: string, reason: Defect['reason'] = 'malformed-proof'): Defect {
  return { reason, facts: { field } };
}

/**
 * SD-JWT+KB (RFC 9901 4.3, 7.3): a share. What the holder signed is her Key Binding JWT; the SD-JWT without it is the
 * credential inside, examined on its own. Whether the key is that of `cnf`, and for whom and when it was signed, is judged
 * later.
 */
export function openKeyBinding(read: SelectiveToken, keyBinding: string, glimpse: Glimpse, tools: FormatTools): Attempt<OpenedPresentation> {
  const token = readCompactToken(keyBinding);
  if (!token.ok) return refuse(token.error.code, { ...token.error.facts, of: 'kb-jwt' });
  const { header, payload, signingInput, signature } = token.value;
  const { cnf } = read.payload;
  const confirmation = isJsonObject(cnf) ? cnf : undefined;
  // The hash is a strong one that is not built in: what the holder signed over cannot be compared.
  const isUnread = read.digest === undefined && read.defects.length === 0;
  const secured: Secured = isUnread ? { form: 'other', document: payload, name: 'SD-JWT' } : { form: 'kb-jwt', header, payload, signingInput, signature, confirmation };
  const { transport, arrivedAt } = glimpse.received;
  return succeed({
    kind: 'presentation',
    format: toFormatId('sd-jwt+kb'),
    raw: glimpse.received.bytes,
    secured,
    defects: [...claimDefects(header, payload), ...(isUnread ? [] : hashDefects(read, payload['sd_hash'])), ...(confirmation === undefined ? [defect('cnf')] : [])],
    proofs: foundProofs(secured, tools),
    inner: [succeed({ bytes: encodeUtf8(read.bare), mediaType: 'application/dc+sd-jwt', transport, arrivedAt })],
  });
}

/** RFC 9901 4.3: its type, and four claims that must be there in their form. */
function claimDefects(header: JsonObject, payload: JsonObject): readonly Defect[] {
  const { iat, aud, nonce } = payload;
  return [
    ...(typeOf(header) === 'kb+jwt' ? [] : [defect('typ')]),
    ...(iat === undefined ? [defect('iat')] : []),
    ...(isText(aud) ? [] : [defect('aud')]),
    ...(isText(nonce) ? [] : [defect('nonce')]),
    ...dateDefects(payload),
  ];
}

function isText(value: JsonValue | undefined): boolean {
  return typeof value === 'string' && value !== '';
}

/** 4.3.1: the digest of all that stands before the Key Binding JWT, so that no disclosure is added or taken away. */
function hashDefects({ bare, digest }: SelectiveToken, hash: JsonValue | undefined): readonly Defect[] {
  if (typeof hash !== 'string') return [defect('sd_hash')];
  // No digest: the SD-JWT itself is broken.
  return digest?.(bare) === hash ? [] : [defect('sd_hash', 'changed')];
}
