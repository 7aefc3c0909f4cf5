import { toCountryCode } from '../../model/country-alpha3.ts';
import type { AccreditationDetail, AccreditationLimit, AccreditationRecord, ListedTerm, Party, Stated, StatedText } from '../../model/credential.ts';
import { at, each, present, readDate, readString, readText, stated } from '../claim-node.ts';
import type { ClaimNode } from '../claim-node.ts';
import { codeAt, eqfAt } from '../eu-terms.ts';
import { fieldCodeOf } from '../read-codes.ts';
import { readOrganisation } from './read-organisation.ts';
import { addressOf, along, alongAll, readLabel, readNote } from './plumbing.ts';
import { readTerms } from './read-kinds.ts';

type Terms = readonly Stated<ListedTerm>[];

/** What accreditations say: their titles and kinds, what else is told of them, and what tells how far they reach. */
export interface Accreditations {
  readonly terms: Terms;
  readonly details: readonly AccreditationDetail[];
  readonly records: readonly AccreditationRecord[];
}

/** ELM `Accreditation`s; `given` is the body at which they stand. One that is embedded again as it stood is told once, here or in `told`. */
export function readAccreditations(nodes: readonly ClaimNode[], given?: Party, told: readonly ClaimNode[] = []): Accreditations {
  const seen = new Set(told.map(({ value }) => JSON.stringify(value)));
  const found = nodes.filter(({ value }) => {
    const known = seen.size;
    return seen.add(JSON.stringify(value)).size > known;
  });
  const records = found.map((node) => readRecord(node, given));
  return {
    terms: records.flatMap(({ terms }) => terms),
    details: records.flatMap(({ details }) => details),
    // Of an address or a title alone there is nothing to compare.
    records: records.filter((record) => record.terms.length + record.details.length > 0 && isComparable(record)),
  };
}

function isComparable({ from, until, organisations, limits }: AccreditationRecord): boolean {
  return from !== undefined || until !== undefined || organisations.length > 0 || limits.length > 0;
}

export function together(...several: readonly Accreditations[]): Accreditations {
  return {
    terms: several.flatMap(({ terms }) => terms),
    details: several.flatMap(({ details }) => details),
    records: several.flatMap(({ records }) => records),
  };
}

function readRecord(node: ClaimNode, given: Party | undefined): AccreditationRecord {
  const from = readDate(each(at(node, 'dateIssued'))[0]) ?? readDate(each(at(node, 'accreditationDateIssued'))[0]);
  const until = readDate(each(at(node, 'expiryDate'))[0]);
  const named = [...each(at(node, 'organisation')), ...each(at(node, 'limitOrganisation'))].map((organisation) => readOrganisation(peek(organisation)));
  return {
    path: node.path,
    raw: typeof node.value === 'string' ? node.value : JSON.stringify(node.value),
    terms: readTitle(node),
    details: readDetails(node),
    organisations: named.length > 0 || given === undefined ? named : [given],
    limits: readLimits(node),
    ...present({ from, until }),
  };
}

/** By its title, with its kind where that is one of the European list; else its address. */
function readTitle(node: ClaimNode): Terms {
  const title = at(node, 'title');
  const text = readText(title);
  const kinds = readTerms(each(at(node, 'dcType')), 'qualityAssurance');
  const only = kinds.length === 1 ? kinds[0]?.value : undefined;
  const coded = only?.code === undefined ? referenceOf(node) : { code: only.code, ...(only.list === undefined ? {} : { list: only.list }) };
  const named: Terms = title === undefined || text === undefined ? kinds : [stated(title, { text: text.value, ...coded }), ...(kinds.length > 1 ? kinds : [])];
  return named.length > 0 || along(node, 'accreditingAgent', 'legalName').some((name) => readText(peek(name)) !== undefined) ? named : readReferenceTo(node);
}

/**
 * The issuer's own reference, by which the decision can be found: a number, a report, or an address that is one everywhere.
 * Nobody shows it, so that it stays among the further claims.
 */
function referenceOf(node: ClaimNode): { readonly code?: string } {
  const numbers = along(node, 'identifier', 'notation');
  const pages = [...along(node, 'report', 'contentURL'), ...along(node, 'landingPage', 'contentURL')];
  const id = at(node, 'id');
  const places = [...numbers, ...pages, ...(id !== undefined && isAddress(addressOf(node)) ? [id] : [])];
  const code = places.flatMap((place) => readString(peek(place))?.value ?? [])[0];
  if (code === undefined) return {};
  return { code };
}

function isAddress(text: string): boolean {
  return /^(?:https?|did):/.test(text);
}

function words(place: ClaimNode): Terms {
  const text = readText(place);
  return text === undefined ? [] : [stated(place, { text: text.value })];
}

/** An address alone refers to an accreditation and does not tell of it: text. */
function readReferenceTo(node: ClaimNode): Terms {
  const place = typeof node.value === 'string' ? node : at(node, 'id');
  return place === undefined || !isAddress(addressOf(node)) ? [] : words(place);
}

function readDetails(node: ClaimNode): readonly AccreditationDetail[] {
  const told = (detail: AccreditationDetail['detail'], texts: readonly (StatedText | undefined)[]): readonly AccreditationDetail[] => texts.flatMap((text) => (text === undefined ? [] : [{ detail, text }]));
  const dates = (detail: AccreditationDetail['detail'], ...keys: readonly string[]): readonly AccreditationDetail[] => told(detail, keys.flatMap((key) => each(at(node, key))).map(readText));
  return [
    ...told('agent', along(node, 'accreditingAgent').map((agent) => readText(at(agent, 'legalName')) ?? readText(at(agent, 'prefLabel')))),
    ...told('decision', along(node, 'decision').map((concept) => readLabel(concept) ?? readNote(concept))),
    ...dates('decided', 'dateIssued', 'accreditationDateIssued'),
    ...dates('until', 'expiryDate'),
    ...dates('review', 'reviewDate'),
    ...told('report', [...along(node, 'report'), ...along(node, 'landingPage')].flatMap((page) => each(at(page, 'contentURL'))).map(readText)),
  ];
}

/** Looks without marking: what an accreditation is limited to stays among the further claims, in the issuer's words. */
function peek(node: ClaimNode): ClaimNode {
  return { ...node, understood: new Set() };
}

function readLimits(node: ClaimNode): readonly Stated<AccreditationLimit>[] {
  const inside = (...keys: readonly string[]): readonly ClaimNode[] => keys.flatMap((key) => each(at(node, key))).map(peek);
  const limit = (place: ClaimNode, to: AccreditationLimit['to'], code: string | undefined): Stated<AccreditationLimit> => stated(place, { to, ...(code === undefined ? {} : { code }) });
  return [
    ...inside('limitEQFLevel', 'accreditedForEQFLevel').map((place) => limit(place, 'level', eqfAt(addressOf(place)))),
    ...inside('limitField', 'accreditedForThematicArea').map((place) => limit(place, 'field', fieldCodeOf(addressOf(place)))),
    ...inside('limitQualification').map((place) => limit(place, 'qualification', addressOf(place) || undefined)),
    ...inside('limitCredentialType').map((place) => limit(place, 'profile', profileCodeOf(place))),
    ...inside('limitJurisdiction', 'accreditedInJurisdiction').map((place) => limit(place, 'jurisdiction', toCountryCode(addressOf(place)))),
  ];
}

function profileCodeOf(concept: ClaimNode): string | undefined {
  return codeAt(addressOf(concept), 'credential');
}

/** The profiles of the credential by their address; their words stay among the further claims. */
export function readProfiles(root: ClaimNode): Terms {
  return alongAll([root], 'credentialProfiles').map(peek).flatMap((concept) => {
    const code = profileCodeOf(concept);
    return code === undefined ? [] : [stated(concept, { text: readLabel(concept)?.value ?? [], list: 'credential', code })];
  });
}
