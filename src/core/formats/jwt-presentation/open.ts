import type { Attempt } from '../../model/attempt.ts';
import { refuse, succeed } from '../../model/attempt.ts';
import { toFormatId } from '../../model/ids.ts';
import { isJsonObject } from '../../model/json.ts';
import type { Defect, OpenedPresentation } from '../../model/opened.ts';
import { foundProofs } from '../find-proofs.ts';
import type { FormatTools } from '../format.ts';
import type { Glimpse } from '../glimpse.ts';
import { innerItems } from '../inner-items.ts';
import { holderOf } from '../json-presentation/open.ts';
import { contentDefects, securedByToken, typeOf } from '../jwt-credential/open.ts';
import { dateDefects, nameDefects } from '../jwt-credential/registered-claims.ts';

const types: ReadonlySet<string> = new Set(['', 'jwt', 'vp', 'vp+jwt', 'vp+ld+jwt', 'vp-ld+jwt', 'vp+ld+json+jwt']);

/** A presentation as a compact JWS: VC 1.1 with the `vp` claim (6.3.1), VC 2.0 as `vp+jwt` (VC-JOSE-COSE 3.1.2). */
export function openJwtPresentation(glimpse: Glimpse, tools: FormatTools): Attempt<OpenedPresentation> {
  const token = glimpse.token();
  if (token === undefined) return refuse('receive/unrecognized');
  if (!token.ok) return token;
  const { payload, payloadJson, header } = token.value;
  const claim = payload['vp'];
  const [document, place] = isJsonObject(claim) ? [claim, ['vp', 'verifiableCredential']] : [payload, ['verifiableCredential']];
  const inner = innerItems(payloadJson, place, document['verifiableCredential'], glimpse.received);
  if (!inner.ok) return inner;
  const stated = holderOf(document);
  if (!stated.ok) return stated;
  const issuer = payload['iss'];
  const holder = stated.value ?? (typeof issuer === 'string' ? issuer : undefined);
  const contradiction: readonly Defect[] =
    typeof issuer === 'string' && stated.value !== undefined && stated.value !== issuer ? [{ reason: 'malformed-proof', facts: { field: 'iss' } }] : [];
  // Credentials beside `vp` would be others to another reader.
  const twice: readonly Defect[] =
    document !== payload && 'verifiableCredential' in payload ? [{ reason: 'malformed-proof', facts: { field: 'verifiableCredential', why: 'stated-twice' } }] : [];
  const type = typeOf(header);
  const typed: readonly Defect[] = types.has(type) ? [] : [{ reason: 'malformed-proof', facts: { field: 'typ', typ: type.slice(0, 60) } }];
  const secured = securedByToken(token.value);
  return succeed({
    kind: 'presentation',
    format: toFormatId('jwt-presentation'),
    raw: glimpse.received.bytes,
    secured,
    defects: [...typed, ...contentDefects(header, 'vc'), ...dateDefects(payload), ...nameDefects(payload), ...contradiction, ...twice],
    proofs: foundProofs(secured, tools),
    inner: inner.value,
    ...(holder === undefined ? {} : { holder }),
  });
}
