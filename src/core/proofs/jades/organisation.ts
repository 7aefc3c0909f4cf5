import { toCanonicalJson } from '../../encoding/canonical-json.ts';
import { toCountryCode } from '../../model/country-alpha3.ts';
import { asList, isJsonObject } from '../../model/json.ts';
import type { JsonObject, JsonValue } from '../../model/json.ts';

/** How an organisation of the credential stands to the organisation identifier of the certificate. */
export type OrganisationMatch = 'same' | 'other' | 'not-stated';

/** X.520 organizationIdentifier with the semantics of ETSI EN 319 412-1, 5.1.4: register, country, number. */
const identifierPattern = /^([A-Z]{3})([A-Z]{2})-(.{1,200})$/;
/** The members of an ELM organisation that hold legal identifiers, and the register each means; `eIDASIdentifier` means any. */
const members: readonly (readonly [member: string, register: string | undefined])[] = [
  ['eIDASIdentifier', undefined],
  ['registration', 'NTR'],
  ['vatIdentifier', 'VAT'],
  ['taxIdentifier', 'TIN'],
];

/**
 * Whether an organisation states the identifier of the certificate: written in full, or as the number beside its country
 * in the member of that register. Another number of the same register and country is another organisation; anything
 * else compares nothing.
 */
export function matchOrganisation(organisation: JsonObject, identifier: string): OrganisationMatch {
  const parts = identifierPattern.exec(identifier);
  const [, register = '', country = '', number = ''] = parts ?? [];
  let differs = false;
  for (const [member, means] of members) {
    for (const entry of asList(organisation[member]).filter(isJsonObject)) {
      const texts = [entry['notation'], entry['id']].filter((text) => typeof text === 'string').map((text) => text.trim());
      if (texts.includes(identifier)) return 'same';
      const isOfRegister = parts !== null && (means === undefined || means === register);
      const isOfCountry = countryOf(entry) === country;
      const written = texts[0] ?? '';
      if (isOfRegister && ((isOfCountry && written === number) || (means === 'VAT' && written === `${country}${number}`))) return 'same';
      const other = texts.map((text) => identifierPattern.exec(text)).find((found) => found !== null);
      if (other !== undefined && other[1] === register && other[2] === country) differs = true;
      if (isOfRegister && means !== undefined && isOfCountry && written !== '' && typeof entry['notation'] === 'string') differs = true;
    }
  }
  return differs ? 'other' : 'not-stated';
}

/** The country of a legal identifier, as two letters. */
function countryOf({ spatial }: JsonObject): string | undefined {
  const [only, ...more] = asList(spatial);
  const id = isJsonObject(only) ? only['id'] : only;
  if (typeof id !== 'string' || more.length > 0) return undefined;
  return toCountryCode(id) ?? (/^[A-Z]{2}$/.test(id) ? id : undefined);
}

/** For whom the seal was made: the sealer itself, another body by a stated mandate, another body without one, or nobody named. */
export type Mandate = 'own-body' | 'mandate-stated' | 'mandate-missing' | 'not-stated';

const mandateAddress = /^https?:\/\/(?:data\.europa\.eu\/snb|publications\.europa\.eu\/resource\/authority\/snb)\/evidence-type\/c_18016257$/;
const accreditationAddress = /^https?:\/\/(?:data\.europa\.eu\/snb|publications\.europa\.eu\/resource\/authority\/snb)\/evidence-type\/c_991b06c6$/;

/**
 * Whether the bodies that award are the one that sealed. Who sealed is the certificate's; so a body is the same only if it
 * states the certificate's identifier, or is the very issuer of the credential with no name of its own. A mandate is the
 * sealer's word: that it is there is said, never that it is true.
 */
export function readMandate(payload: JsonObject, identifier: string | undefined): Mandate {
  const bodies = awardingBodies(payload);
  if (bodies.length === 0) return 'not-stated';
  const issuer = payload['issuer'];
  if (bodies.every((body) => isSealer(body, issuer, identifier))) return 'own-body';
  return evidences(payload, mandateAddress).some(saysSomething) ? 'mandate-stated' : 'mandate-missing';
}

/** Whether the credential refers to an accreditation. */
export function claimsAccreditation(payload: JsonObject): boolean {
  return evidences(payload, accreditationAddress).length > 0;
}

function isSealer(body: JsonValue, issuer: JsonValue | undefined, identifier: string | undefined): boolean {
  const [bodyId, issuerId] = [idOf(body), idOf(issuer)];
  if (isJsonObject(body) && identifier !== undefined && matchOrganisation(body, identifier) === 'same') return true;
  if (bodyId === undefined || bodyId !== issuerId) return false;
  return !isJsonObject(body) || body['legalName'] === undefined || (isJsonObject(issuer) && isSame(body['legalName'], issuer['legalName']));
}

function idOf(value: JsonValue | undefined): string | undefined {
  const id = isJsonObject(value) ? value['id'] : value;
  return typeof id === 'string' ? id : undefined;
}

function isSame(one: JsonValue | undefined, other: JsonValue | undefined): boolean {
  if (one === undefined || other === undefined) return false;
  const [first, second] = [toCanonicalJson(one), toCanonicalJson(other)];
  return first.ok && second.ok && first.value === second.value;
}

/** Every `awardedBy.awardingBody` below the subject, however deep. */
function awardingBodies(payload: JsonObject): readonly JsonValue[] {
  const found: JsonValue[] = [];
  const waiting: JsonValue[] = [payload['credentialSubject'] ?? null];
  for (let value = waiting.pop(); value !== undefined; value = waiting.pop()) {
    if (typeof value !== 'object' || value === null) continue;
    if (isJsonObject(value)) for (const process of asList(value['awardedBy']).filter(isJsonObject)) found.push(...asList(process['awardingBody']));
    for (const inner of Object.values(value)) waiting.push(inner as JsonValue);
  }
  return found;
}

function evidences(payload: JsonObject, type: RegExp): readonly JsonObject[] {
  return asList(payload['evidence'])
    .filter(isJsonObject)
    .filter((evidence) => asList(evidence['dcType']).some((concept) => type.test(idOf(concept) ?? '')));
}

function saysSomething(evidence: JsonObject): boolean {
  return ['evidenceStatement', 'embeddedEvidence', 'evidenceTarget'].some((member) => asList(evidence[member]).some((value) => value !== ''));
}
