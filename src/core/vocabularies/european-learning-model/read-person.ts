import type { Holder } from '../../model/credential.ts';
import { at, each, readString, stated } from '../claim-node.ts';
import type { ClaimNode } from '../claim-node.ts';
import { readSubjectId, readSubjectNames } from '../read-envelope.ts';
import { along } from './plumbing.ts';

/** The learner (ELM `Person`). Birth dates and identity numbers are masked until the person asks to see them. */
export function readPerson(subjects: readonly ClaimNode[]): Holder {
  return {
    names: subjects.flatMap(readSubjectNames),
    identifiers: subjects.flatMap((subject) => [
      ...each(at(subject, 'dateOfBirth')).flatMap((place) => readValue(place, 'dateOfBirth', true)),
      ...along(subject, 'nationalID', 'notation').flatMap((place) => readValue(place, 'nationalIdentityNumber', true)),
      ...each(at(subject, 'identifier')).flatMap((entry) => each(at(entry, 'notation')).flatMap((place) => readValue(place, schemeOf(entry), isOfPerson(schemeOf(entry))))),
      ...along(subject, 'contactPoint', 'emailAddress', 'id').flatMap((place) => readValue(place, 'emailAddress', false)),
    ]),
    ...readSubjectId(subjects),
  };
}

function schemeOf(entry: ClaimNode): string {
  return readString(at(entry, 'schemeName'))?.value ?? 'identifier';
}

/** What a state or an authority calls the number that it knows a person by. Rather one too many: what is masked can be shown. */
const ofPerson = /national|citizen|identi(?:ty|té|dad|dade|tät|tà)|personal|person.?id|passport|social.?security|insurance|versicherung|fiscal|tax(?!onom)|birth|personnummer|\b(?:bsn|cpr|dni|nie|nif|nin|pesel|ssn)\b/i;

/** Whether a number is one that a state or an authority knows a person by, under the names that issuers give it; a number of a student is none. */
function isOfPerson(scheme: string): boolean {
  return ofPerson.test(scheme.replace(/international(?=.{0,3}student)/i, ''));
}

function readValue(place: ClaimNode, kind: string, sensitive: boolean): Holder['identifiers'] {
  const value = readString(place);
  return value === undefined ? [] : [stated(place, { kind, value: value.value.replace(/^mailto:/i, ''), hashed: false, sensitive })];
}
