import type { Instant } from '../../model/instant.ts';
import { formatInstant, parseInstant, toInstant } from '../../model/instant.ts';
import { asList, isJsonObject } from '../../model/json.ts';
import type { JsonObject, JsonValue } from '../../model/json.ts';
import type { Defect } from '../../model/opened.ts';
import { issuerIdOf, subjectIdsOf, withMember } from '../credential-shape.ts';

/** Seconds of 9999-12-31T23:59:59Z: the last date that a `dateTimeStamp` of four digits can name. */
const lastSecond = 253_402_300_799;

function defect(field: string): Defect {
  return { reason: 'malformed-proof', facts: { field } };
}

/** RFC 7519 2: NumericDate is a number; text, fractions and what is no date are a broken token, not "no end" (B20). */
export function dateDefects(payload: JsonObject): readonly Defect[] {
  return ['exp', 'nbf', 'iat'].flatMap((field) => {
    const value = payload[field];
    const isDate = value === undefined || (Number.isSafeInteger(value) && (value as number) >= 0 && (value as number) <= lastSecond);
    return isDate ? [] : [defect(field)];
  });
}

/** Registered claims that name something must be text (RFC 7519 4.1). */
export function nameDefects(payload: JsonObject): readonly Defect[] {
  return ['iss', 'sub', 'jti'].flatMap((field) => (payload[field] === undefined || typeof payload[field] === 'string' ? [] : [defect(field)]));
}

/** What the registered claims add to the credential inside, and where they contradict it (B19). */
export interface MergedClaims {
  readonly claims: JsonObject;
  readonly defects: readonly Defect[];
}

/**
 * VC 1.1, 6.3.1 and Open Badges 3.0, 8.2.4.1: `iss`, `sub`, `jti` stand for issuer, subject and id; where the
 * credential states them too they must be equal; where it does not, they take their place.
 */
export function mergeNames(credential: JsonObject, payload: JsonObject): MergedClaims {
  const { iss, sub, jti } = payload;
  const defects: Defect[] = [];
  let claims = credential;
  if (typeof iss === 'string') {
    const stated = issuerIdOf(claims);
    if (stated === undefined) claims = withMember(claims, 'issuer', isJsonObject(claims['issuer']) ? withMember(claims['issuer'], 'id', iss) : iss);
    else if (stated !== iss) defects.push(defect('iss'));
  }
  if (typeof jti === 'string') {
    if (claims['id'] === undefined) claims = withMember(claims, 'id', jti);
    else if (claims['id'] !== jti) defects.push(defect('jti'));
  }
  if (typeof sub === 'string') {
    const subjects = asList(claims['credentialSubject']).filter((subject) => isJsonObject(subject));
    const only = subjects.length === 1 ? subjects[0] : undefined;
    if (only !== undefined && only['id'] === undefined) claims = withMember(claims, 'credentialSubject', withMember(only, 'id', sub));
    else if (!subjectIdsOf(claims).includes(sub)) defects.push(defect('sub'));
  }
  return { claims, defects };
}

/** `nbf` and `exp` stand for the validity of the credential, in the names of its data model; to the second. */
export function mergeDates(credential: JsonObject, payload: JsonObject): MergedClaims {
  const isVersion2 = asList(credential['@context']).includes('https://www.w3.org/ns/credentials/v2');
  const starts = mergeDate(credential, payload['nbf'], 'nbf', isVersion2 ? ['validFrom'] : ['issuanceDate', 'validFrom']);
  const ends = mergeDate(starts.claims, payload['exp'], 'exp', isVersion2 ? ['validUntil'] : ['expirationDate', 'validUntil']);
  return { claims: ends.claims, defects: [...starts.defects, ...ends.defects] };
}

function mergeDate(claims: JsonObject, seconds: JsonValue | undefined, field: string, names: readonly string[]): MergedClaims {
  if (!Number.isSafeInteger(seconds) || (seconds as number) < 0 || (seconds as number) > lastSecond) return { claims, defects: [] };
  const instant = toInstant((seconds as number) * 1_000);
  // Null states nothing, as everywhere.
  const name = names.find((candidate) => claims[candidate] !== undefined && claims[candidate] !== null);
  if (name === undefined) return { claims: withMember(claims, names[0] ?? field, formatInstant(instant)), defects: [] };
  const stated = claims[name];
  const at = typeof stated === 'string' ? parseInstant(stated) : undefined;
  return { claims, defects: at !== undefined && sameSecond(at, instant) ? [] : [defect(field)] };
}

function sameSecond(one: Instant, other: Instant): boolean {
  return Math.abs(one - other) < 1_000;
}
