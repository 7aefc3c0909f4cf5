import type { Credential, Holder, Party, Stated, StatedText } from '../model/credential.ts';
import { isJsonObject } from '../model/json.ts';
import type { JsonObject } from '../model/json.ts';
import { at, each, peekString, present, readDate, readReference, readString, readText, readTypes, stated, understand } from './claim-node.ts';
import type { ClaimNode } from './claim-node.ts';

/** A fresh node over claims, with nothing understood yet. */
export function rootOf(claims: JsonObject): ClaimNode {
  return { value: claims, path: '', understood: new Set() };
}

/** What every W3C credential has, whatever it says (VCDM 2.0 section 4; the names of 1.1 and early drafts beside it). */
export function readEnvelope(root: ClaimNode): Pick<Credential, 'types' | 'status'> &
  Partial<Pick<Credential, 'id' | 'validFrom' | 'validUntil' | 'image'>> {
  return {
    types: readTypes(at(root, 'type')),
    status: [...each(at(root, 'credentialStatus')), ...each(at(root, 'status'))].flatMap((entry) => readStatus(entry)),
    ...present({
      id: readString(at(root, 'id')),
      validFrom: readDate(at(root, 'validFrom')) ?? readDate(at(root, 'issuanceDate')),
      validUntil: readDate(at(root, 'validUntil')) ?? readDate(at(root, 'expirationDate')),
      image: readReference(at(root, 'image')),
    }),
  };
}

function readStatus(entry: ClaimNode): readonly Stated<JsonObject>[] {
  return isJsonObject(entry.value) ? [stated(entry, entry.value)] : [];
}

/** An organisation or person: an address as text, or an object (VCDM "Issuer"; Open Badges 3.0 Profile). */
export function readParty(node: ClaimNode | undefined): Party {
  if (node === undefined) return nobody;
  if (typeof node.value === 'string') return { ...nobody, ...present({ id: readString(node) }) };
  return {
    identifiers: readIdentifiers(node),
    places: each(at(node, 'address')).map(readPlace),
    parents: each(at(node, 'parentOrg')).flatMap((parent) => readText(at(parent, 'name')) ?? []),
    ...present({
      id: readString(at(node, 'id')),
      name: readText(at(node, 'name')) ?? readPersonName(node),
      url: peekReference(at(node, 'url')),
      email: peekString(at(node, 'email')),
    }),
  };
}

/** An address that nobody shows stays among the further claims. */
function peekReference(node: ClaimNode | undefined): Party['url'] {
  return node === undefined ? undefined : readReference({ ...node, understood: new Set() });
}

const nobody: Party = { identifiers: [], places: [], parents: [] };

function readPlace(address: ClaimNode): Party['places'][number] {
  return present({
    country: readString(at(address, 'addressCountryCode')) ?? readString(at(address, 'addressCountry')),
    region: readText(at(address, 'addressRegion')),
  });
}

function readPersonName(node: ClaimNode): ReturnType<typeof readText> {
  return readText(at(node, 'legalName')) ?? readText(at(node, 'familyName'));
}

function readIdentifiers(node: ClaimNode): Party['identifiers'] {
  return each(at(node, 'otherIdentifier')).flatMap((entry) => {
    const place = at(entry, 'identifier');
    const value = readString(place);
    if (place === undefined || value === undefined) return [];
    const kind = readString(at(entry, 'identifierType'))?.value ?? 'identifier';
    return [stated(place, { kind, value: value.value })];
  });
}

/** The learner's plain names, as each vocabulary may state them on the subject. */
export function readSubjectNames(subject: ClaimNode): Holder['names'] {
  const whole = readText(at(subject, 'name')) ?? readText(at(subject, 'fullName'));
  const places = [at(subject, 'givenName') ?? at(subject, 'firstName'), at(subject, 'familyName')];
  if (whole === undefined) return places.flatMap((place) => readText(place) ?? []);
  // What the whole name holds says nothing new; another name is told beside it.
  const said = wordsIn(whole);
  const isSaid = (words: readonly string[]): boolean => words.length > 0 && words.every((word) => said.includes(word));
  const others = places.filter((place) => !isSaid(wordsIn(peek(place))));
  for (const place of places) if (!others.includes(place)) understand(place);
  return [whole, ...others.flatMap((place) => readText(place) ?? [])];
}

function wordsIn(name: StatedText | undefined): readonly string[] {
  return (name?.value ?? []).flatMap(({ text }) => text.toLowerCase().split(/[\s·,]+/)).filter((word) => word !== '');
}

/** Identity numbers and birth dates under the names that attestations give them: masked until the person asks to see them. */
const privateMembers = { dateOfBirth: 'dateOfBirth', birthDate: 'dateOfBirth', personalIdentifier: 'nationalIdentityNumber', nationalIdentityNumber: 'nationalIdentityNumber' } as const;

/** What a subject states of a person beside the name. */
export function readSubjectNumbers(subject: ClaimNode): Holder['identifiers'] {
  return Object.entries(privateMembers).flatMap(([member, kind]) => {
    const place = at(subject, member);
    const text = readString(place);
    return place === undefined || text === undefined ? [] : [stated(place, { kind, value: text.value, hashed: false, sensitive: true })];
  });
}

/** The credential's own name, unless it is only the name of who received it: that is no title, and leaks in lists. */
export function readOwnName(root: ClaimNode, { names }: Pick<Holder, 'names'>): StatedText | undefined {
  const name = at(root, 'name');
  const said = (stated: StatedText | undefined): string => (stated?.value ?? []).map(({ text }) => text.toLowerCase()).join(' ');
  const isPerson = [...names.map(said), names.map(said).join(' ')].includes(said(peek(name)));
  return isPerson ? undefined : readText(name);
}

/** The text at a place that stays among the further claims. */
function peek(node: ClaimNode | undefined): StatedText | undefined {
  return node === undefined ? undefined : readText({ ...node, understood: new Set() });
}

/**
 * The one identifier that all subjects bear. Where one of several subjects bears another or none, the credential as a
 * whole is not about any of them: no identifier is taken, and each stays among the further claims.
 */
export function readSubjectId(subjects: readonly ClaimNode[]): Pick<Holder, 'id'> {
  const ids = new Set(subjects.map((subject) => at(subject, 'id')?.value));
  return ids.size === 1 ? present({ id: readString(at(subjects[0], 'id')) }) : {};
}
