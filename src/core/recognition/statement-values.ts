import { coverageOf } from '../model/accreditation-coverage.ts';
import type { Party } from '../model/credential.ts';
import { bodyValues, dateValues, languageValues, placeValues, skillValues, termValues, textValues } from '../model/eu-values.ts';
import type { ElementReading, ElementValue } from '../model/eu-elements.ts';
import type { ExaminedCredential } from '../model/examination.ts';
import { readLocalDay } from '../model/local-day.ts';
import { sealingRelationOf, statedCountries } from '../model/sealing.ts';
import type { HolderShown, SealingBody, StatementCore, StatementElement, StatementValue, ValueSource } from '../model/recognition-statement.ts';

/** What values of one credential are told with. */
export interface Telling {
  readonly source: ValueSource;
  /** Countries that it states, two letters each, in its order. */
  readonly countries: readonly string[];
  /** Numbers of organisations, by where they stand. */
  readonly numbers: ReadonlyMap<string, Party['identifiers'][number]['value']>;
}

export function tellingOf(seen: ExaminedCredential): Telling {
  const { issuer, awardingBodies } = seen.credential;
  const parties = [issuer, ...awardingBodies, ...coverageOf(seen.credential).flatMap(({ record }) => record.organisations)];
  const numbers = parties.flatMap(({ identifiers }) => identifiers.map(({ path, value }) => [path, value] as const));
  return { source: sourceOf(seen), countries: statedCountries(seen.credential), numbers: new Map(numbers) };
}

/** Whose word the claims are; the learner's own list makes an issuer known to nobody else. */
function sourceOf({ axes, headline }: ExaminedCredential): ValueSource {
  if (axes.unchanged !== 'yes' || headline === 'sample' || headline === 'self-made') return 'not-verified';
  return axes.issuer === 'listed' || axes.issuer === 'vouched-by-domain' ? 'signed-by-issuer' : 'signed-issuer-unknown';
}

/** A value with whose word it is, and the day that a date means. */
export function tell(given: ElementValue, { source, countries, numbers }: Telling): StatementValue {
  const number = given.is.kind === 'text' ? numbers.get(given.path) : undefined;
  const value = number === undefined ? given : { ...given, text: [{ text: number.value }], number: number.kind };
  const { is } = value;
  const date = is.kind === 'date' ? is.date : isBirthDate(value) ? value.raw : undefined;
  const day = date === undefined ? undefined : readLocalDay(date, countries);
  const isWords = is.kind === 'text' || is.kind === 'odd-duration' || is.kind === 'accreditation' || (is.kind === 'skill' && is.uri === undefined) || (is.kind === 'workload' && is.system === 'unknown');
  const whose = is.kind === 'coverage' && source !== 'not-verified' ? 'compared-here' : source;
  return { ...value, source: whose, form: isWords ? 'free-text' : 'structured', ...(day === undefined ? {} : { day }) };
}

export function isBirthDate({ is }: ElementValue): boolean {
  return is.kind === 'identifier' && !is.hashed && /(?:^|[:_])(?:dateOfBirth|birthDate|birth_?date)$/i.test(is.scheme);
}

/** An element as the statement shows it: of the learner no more than the holder chose. */
export function tellElement({ id, mandatory, state, values }: ElementReading, holder: HolderShown, telling: Telling): StatementElement {
  const shown = id === 'M1' ? values.filter((value) => isShownOfHolder(value, holder)) : values;
  const withheld = values.length - shown.length;
  return { id, mandatory, state, values: shown.map((value) => tell(value, telling)), ...(withheld === 0 ? {} : { withheld }) };
}

/** Names, and the birth date where that was chosen; numbers and addresses of the learner never. */
function isShownOfHolder(value: ElementValue, holder: HolderShown): boolean {
  if (holder === 'none') return false;
  return value.is.kind === 'text' || (holder === 'name-and-birth-date' && isBirthDate(value));
}

/** What stands beside the elements. */
export function tellCore(seen: ExaminedCredential, telling: Telling): StatementCore {
  const { awarded, validUntil, achievements, profiles = [] } = seen.credential;
  const all = (values: readonly ElementValue[]): readonly StatementValue[] => values.map((value) => tell(value, telling));
  const kind = all([...termValues(profiles), ...achievements.flatMap(({ kind: word }) => (word === undefined ? [] : textValues({ ...word, value: [{ text: word.value }] })))]);
  return {
    ...(kind.length === 0 ? {} : { kind }),
    sealing: tellSealing(seen, telling),
    awarded: all(dateValues(awarded)),
    validUntil: all(dateValues(validUntil)),
    field: all(achievements.flatMap(({ fields = [], field }) => (fields.length > 0 ? termValues(fields) : textValues(field)))),
    language: all(achievements.flatMap(({ languages }) => languageValues(languages))),
    setting: all(achievements.flatMap(({ settings = [] }) => termValues(settings))),
    skills: all(achievements.flatMap(({ alignments }) => skillValues(alignments))),
  };
}

/** Who sealed beside who awarded: two lines, always. `on-behalf` only where a mandate stands in the credential. */
function tellSealing(seen: ExaminedCredential, telling: Telling): SealingBody {
  const { issuer } = seen.credential;
  const values = [...bodyValues(issuer), ...placeValues(issuer)].map((value) => tell(value, telling));
  const { certificate } = seen;
  if (certificate === undefined) return { relation: sealingRelationOf(seen), values };
  const { organisation, organisationIdentifier, country, anchor } = certificate;
  const named = { ...(organisation === undefined ? {} : { organisation }), ...(organisationIdentifier === undefined ? {} : { organisationIdentifier }), ...(country === undefined ? {} : { country }) };
  return { relation: sealingRelationOf(seen), values, certificate: { ...named, anchored: anchor !== undefined && seen.axes.unchanged === 'yes' } };
}
