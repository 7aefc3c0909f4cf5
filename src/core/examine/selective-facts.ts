import type { SecuringFacts } from '../checks/check.ts';
import { readJwk } from '../encoding/read-key.ts';
import { issuerIdOf, withMember } from '../formats/credential-shape.ts';
import { parseInstant } from '../model/instant.ts';
import { asList, isJsonObject } from '../model/json.ts';
import type { JsonObject, JsonValue } from '../model/json.ts';
import { succeed } from '../model/attempt.ts';
import type { Credential } from '../model/credential.ts';
import { toDisplayText } from '../model/display-text.ts';
import type { ElementReading } from '../model/eu-elements.ts';
import type { ExaminationContext, ExaminedCredential } from '../model/examination.ts';
import { toFormatId } from '../model/ids.ts';
import { maxClaimCharacters } from '../model/limits.ts';
import type { OpenedCredential, OpenedPresentation } from '../model/opened.ts';
import type { Received } from '../model/received.ts';
import type { ResolveKey } from '../model/public-key.ts';

/** True for an SD-JWT VC, whose claims are not those of the W3C data model. */
function isTyped({ secured }: Pick<OpenedCredential, 'secured'>): boolean {
  return secured.form === 'sd-jwt' && secured.model === 'vct';
}

/** Who says it issued: `iss` of an SD-JWT VC, which may leave it to the certificate; else `issuer` of the claims. */
export function issuerOf(opened: OpenedCredential): string | undefined {
  return isTyped(opened) ? opened.issuerId : issuerIdOf(opened.claims);
}

/**
 * The credential with the issuer that was judged: `iss` of an SD-JWT VC, whatever the claims call their issuer. That is
 * listed among the further claims, where it says nothing about who signed.
 */
export function withJudgedIssuer(credential: Credential, opened: OpenedCredential): Credential {
  const { issuerId } = opened;
  const { id: stated, ...issuer } = credential.issuer;
  if (!isTyped(opened) || stated?.path === '/iss') return credential;
  const id = issuerId === undefined ? {} : { id: { value: issuerId, path: '/iss', raw: issuerId } };
  const other = stated === undefined ? [] : [{ path: stated.path, text: toDisplayText(stated.value, maxClaimCharacters) }];
  return { ...credential, issuer: { ...issuer, ...id }, further: [...credential.further.filter(({ path }) => path !== '/iss'), ...other] };
}

/** Dates of the claims that are judged, by the side they stand on: names of the data model, which others use as well. */
const sides = { validFrom: 'start', issuanceDate: 'start', validUntil: 'end', expirationDate: 'end' } as const;
/** Ends under names that only such tokens have (the Commission's learning credential, and drafts of it). */
const otherEnds = ['date_of_expiry', 'expiry_date'] as const;
const wholeDay = /^\d{4}-\d{2}-\d{2}$/;

/** A whole day begins where it begins first on earth, and ends where it ends last; anything else as it is written. */
function momentOf(value: JsonValue, side: 'start' | 'end'): JsonValue {
  if (typeof value !== 'string' || !wholeDay.test(value)) return value;
  const moment = side === 'start' ? `${value}T00:00:00+14:00` : `${value}T23:59:59-12:00`;
  return parseInstant(moment) === undefined ? value : moment;
}

/**
 * The claims as dates and status are judged in them. An SD-JWT VC states whole days (`issuanceDate: 2026-06-15`), ends under
 * other names, and may carry a whole credential as a claim, whose own dates and status count as well (B46, B58). Claims of
 * the W3C data model are taken as written.
 */
export function judgedClaims(opened: OpenedCredential): JsonObject {
  if (!isTyped(opened)) return opened.claims;
  const { elm } = opened.claims;
  const places = isJsonObject(elm) ? [opened.claims, elm] : [opened.claims];
  const stated = (...names: readonly string[]): readonly JsonValue[] => places.flatMap((place) => names.flatMap((name) => asList(place[name])));
  let { claims } = opened;
  for (const [name, side] of Object.entries(sides)) claims = withValues(claims, name, stated(name).map((value) => momentOf(value, side)));
  claims = withValues(claims, 'expirationDate', [...asList(claims['expirationDate']), ...stated(...otherEnds).map((value) => momentOf(value, 'end'))]);
  for (const name of ['credentialStatus', 'status']) claims = withValues(claims, name, stated(name));
  return claims;
}

/** Types that define an end among the claims that a holder may hide: the Commission's, and drafts of it. */
const typesWithOwnEnd = /^urn:(?:eu\.europa\.ec\.)?eudi:/;

/**
 * True where an end of the credential may be among the claims that its holder hides: its type has one that may be hidden,
 * claims of the whole are hidden, and neither the token nor what is shown says when it ends.
 */
export function mayHideItsEnd(opened: OpenedCredential): boolean {
  const { claims, disclosures, secured } = opened;
  const { vct } = claims;
  if (!isTyped(opened) || secured.form !== 'sd-jwt' || typeof vct !== 'string' || !typesWithOwnEnd.test(vct)) return false;
  const hides = disclosures?.hidden.some(({ path, count }) => path === '' && count > 0) === true;
  const judged = judgedClaims(opened);
  return hides && [secured.payload['exp'], judged['validUntil'], judged['expirationDate']].every((end) => end === undefined || (Array.isArray(end) && end.length === 0));
}

function withValues(claims: JsonObject, name: string, values: readonly JsonValue[]): JsonObject {
  return values.length === 0 ? claims : withMember(claims, name, values);
}

/**
 * Where claims stay hidden, an element that is not there may be one of them: it is not shared, which is not "not stated". Of
 * a proof that a holder derived nobody can tell what it leaves out, so that it may be anything.
 */
export function withHiddenElements(elements: readonly ElementReading[], { disclosures }: OpenedCredential, securing: SecuringFacts): readonly ElementReading[] {
  const isDerived = securing.outcomes.some(({ signature }) => signature.facts['copy'] === 'derived');
  if (!isDerived && (disclosures === undefined || disclosures.hidden.length === 0)) return elements;
  return elements.map((reading) => (reading.state === 'not-stated' ? { ...reading, state: 'not-shared' } : reading));
}

/** What is only known of an SD-JWT: what it shows and hides, and the key that it names as its holder's (RFC 7800). */
export async function selectiveFactsOf({ disclosures, secured }: OpenedCredential, resolveKey: ResolveKey): Promise<Pick<ExaminedCredential, 'disclosures' | 'boundKey'>> {
  const shown = disclosures === undefined ? {} : { disclosures };
  const cnf = secured.form === 'sd-jwt' ? secured.payload['cnf'] : undefined;
  if (!isJsonObject(cnf)) return shown;
  return { ...shown, boundKey: await thumbprintOf(cnf, resolveKey) };
}

/** Empty where a key is named in a way that cannot be followed: it is then nobody's key here. */
async function thumbprintOf({ jwk, kid }: JsonObject, resolveKey: ResolveKey): Promise<string> {
  if (isJsonObject(jwk)) {
    const reading = readJwk(jwk);
    return reading.outcome === 'key' ? reading.key.thumbprint : '';
  }
  const found = typeof kid === 'string' ? await resolveKey(kid) : undefined;
  return found?.outcome === 'key' && found.key.from?.basis !== 'file' ? found.key.thumbprint : '';
}

/**
 * An SD-JWT that names its holder's key and comes without key binding, to somebody who asked a question (B74). Whether a
 * binding is needed is settled by who asks, never by what came (RFC 9901 7.3, 9.5): the share is missing what makes it one.
 */
export function unboundShare(opened: OpenedCredential, received: Received, { expectation }: ExaminationContext): OpenedPresentation | undefined {
  const { secured, raw, proofs } = opened;
  const isNamed = secured.form === 'sd-jwt' && secured.payload['cnf'] !== undefined;
  if (expectation === 'none' || !isNamed) return undefined;
  return {
    kind: 'presentation',
    format: toFormatId('sd-jwt+kb'),
    raw,
    secured: { form: 'other', document: {}, name: 'kb+jwt' },
    defects: [{ reason: 'malformed-proof', facts: { field: 'kb-jwt', why: 'missing' } }],
    proofs,
    inner: [succeed(received)],
  };
}
