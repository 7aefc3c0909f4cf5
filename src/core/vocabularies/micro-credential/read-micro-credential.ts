import type { Credential, Holder, Party, StatedDate } from '../../model/credential.ts';
import { formatInstant, toInstant } from '../../model/instant.ts';
import { toVocabularyId } from '../../model/ids.ts';
import type { JsonObject } from '../../model/json.ts';
import { at, each, peekString, present, readDate, readString, readText, stated, understand } from '../claim-node.ts';
import type { ClaimNode } from '../claim-node.ts';
import { furtherClaims } from '../further-claims.ts';
import { readEnvelope, rootOf } from '../read-envelope.ts';
import { readFlatAchievement } from './read-flat-achievement.ts';
import { allAt, firstAt } from './first-at.ts';

/**
 * Micro-credentials as SD-JWT VC, flat: the claim names of the WE BUILD rulebook (`VerifiableMicroCredential`), of DC4EU and
 * of the Commission's learning credential, all named after Annex I of the Council Recommendation. A name that two of them
 * share is read once; what is stated twice in two ways stays among the further claims.
 */
export function readMicroCredential(claims: JsonObject): Credential {
  const root = rootOf(claims);
  // How the token is packed, bound and typed: shown by its own lines, not as claims about learning.
  for (const key of ['cnf', 'vct#integrity']) understand(at(root, key));
  const title = firstAt(root, ['title'], ['title_of_the_micro_credential', 'title'], ['achievement_title']);
  const { validFrom: starts, ...envelope } = readEnvelope(root);
  const achievement = readFlatAchievement(root);
  const issued = readDate(firstAt(root, ['issuanceDate'], ['dateOfIssuing'], ['date_of_issuance'])) ?? readSeconds(at(root, 'iat'));
  const known = {
    ...envelope,
    types: readVct(root),
    issuer: readIssuer(root),
    awardingBodies: readAwardingBodies(root),
    holder: readHolder(root),
    achievements: [{ ...achievement, ...present({ title: readText(title) }) }],
    evidence: [],
    ...present({
      id: readString(at(root, 'identifier')) ?? readString(at(root, 'jti')),
      title: readText(title),
      description: readText(firstAt(root, ['additionalNote'], ['description'])),
      issued,
      // When it was issued says nothing of when it begins to count.
      validFrom: starts?.path === '/validFrom' ? starts : readSeconds(at(root, 'nbf')),
      validUntil: envelope.validUntil ?? readSeconds(at(root, 'exp')) ?? readDate(at(root, 'date_of_expiry')),
    }),
  };
  return { reader: { vocabulary: toVocabularyId('micro-credential'), version: 4 }, ...known, further: furtherClaims(root, new Set()) };
}

function readVct(root: ClaimNode): readonly string[] {
  const vct = readString(at(root, 'vct'));
  return vct === undefined ? [] : [vct.value];
}

/** RFC 7519 2: a NumericDate. */
export function readSeconds(node: ClaimNode | undefined): StatedDate | undefined {
  if (typeof node?.value !== 'number' || !Number.isSafeInteger(node.value) || node.value < 0 || node.value > 253_402_300_799) return undefined;
  const instant = toInstant(node.value * 1_000);
  return stated(node, { text: formatInstant(instant), at: instant });
}

function readIssuer(root: ClaimNode): Party {
  const country = readString(firstAt(root, ['issuerCountry'], ['country_or_region_of_the_issuer', 'country'], ['issuing_country']));
  return {
    identifiers: [],
    parents: [],
    places: country === undefined ? [] : [{ country }],
    ...present({ id: readString(at(root, 'iss')), name: readText(firstAt(root, ['issuing_authority'], ['issuerName'])) }),
  };
}

/** A name as a claim of its own, or an object with `legalName`. */
function readAwardingBodies(root: ClaimNode): readonly Party[] {
  const name = readText(firstAt(root, ['awardingBody'], ['awarding_body', 'legalName'], ['awarding_body', 'title']));
  if (name === undefined) return [];
  const numbers = [...each(at(root, 'awardingBodyIdentifier')), ...allAt(root, ['awarding_body', 'taxIdentifier'])];
  const identifiers = numbers.flatMap((place) => {
    const text = readString(place);
    return text === undefined ? [] : [stated(place, { kind: 'identifier', value: text.value })];
  });
  return [{ name, identifiers, places: [], parents: [], ...present({ url: peekString(firstAt(root, ['awardingBodyHomepage'], ['awarding_body', 'url'])) }) }];
}

const learner = 'identification_of_the_learner';
/** Identity numbers and birth dates are masked until the person asks to see them. */
const identifierPlaces: readonly { readonly kind: string; readonly sensitive: boolean; readonly places: readonly (readonly string[])[] }[] = [
  { kind: 'dateOfBirth', sensitive: true, places: [['dateOfBirth'], [learner, 'dateOfBirth'], ['birthdate']] },
  { kind: 'nationalId', sensitive: true, places: [['nationalID'], [learner, 'nationalId']] },
  { kind: 'learnerIdentification', sensitive: true, places: [['learner_identification']] },
  { kind: 'emailAddress', sensitive: false, places: [['mail'], [learner, 'contactInformation'], ['email']] },
];

function readHolder(root: ClaimNode): Holder {
  const given = readText(firstAt(root, ['givenName'], [learner, 'givenNames'], ['given_name']));
  const family = readText(firstAt(root, ['familyName'], [learner, 'familyName'], ['family_name']));
  const identifiers = identifierPlaces.flatMap(({ kind, sensitive, places }) => {
    const place = firstAt(root, ...places);
    const text = readString(place);
    return place === undefined || text === undefined ? [] : [stated(place, { kind, value: text.value, hashed: false, sensitive })];
  });
  return { names: [given, family].filter((name) => name !== undefined), identifiers, ...present({ id: readString(at(root, 'sub')) }) };
}
