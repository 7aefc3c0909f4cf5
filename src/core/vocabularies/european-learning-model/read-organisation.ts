import { toCountryCode } from '../../model/country-alpha3.ts';
import type { Party, Stated } from '../../model/credential.ts';
import { at, each, peekString, present, readString, readText, stated } from '../claim-node.ts';
import type { ClaimNode } from '../claim-node.ts';
import { addressOf, along, readLabel } from './plumbing.ts';

const legalIdentifiers = ['eIDASIdentifier', 'registration', 'vatIdentifier', 'taxIdentifier'] as const;

/** An ELM `Organisation`, or only its address. */
export function readOrganisation(node: ClaimNode | undefined): Party {
  if (node === undefined) return { identifiers: [], places: [], parents: [] };
  if (typeof node.value === 'string') return { identifiers: [], places: [], parents: [], ...present({ id: readString(node) }) };
  return {
    identifiers: [...legalIdentifiers.flatMap((member) => each(at(node, member)).flatMap((entry) => readIdentifier(entry, member))), ...each(at(node, 'identifier')).flatMap((entry) => readIdentifier(entry))],
    places: each(at(node, 'location')).flatMap(readPlaces),
    parents: each(at(node, 'subOrganizationOf')).flatMap((parent) => readText(at(parent, 'legalName')) ?? []),
    ...present({
      id: readString(at(node, 'id')),
      name: readText(at(node, 'legalName')) ?? readText(at(node, 'prefLabel')) ?? readText(at(node, 'altLabel')),
      url: peekString(each(at(each(at(node, 'homepage'))[0], 'contentURL'))[0]),
      email: peekString(along(node, 'contactPoint', 'emailAddress', 'id')[0]),
    }),
  };
}

/** Who seals: an ELM `Organisation`, or by the `name` that every W3C credential may give its issuer (VCDM 2.0, Issuer). */
export function readSealer(node: ClaimNode | undefined): Party {
  const party = readOrganisation(node);
  return party.name === undefined ? { ...party, ...present({ name: readText(at(node, 'name')) }) } : party;
}

function readIdentifier(entry: ClaimNode, member?: string): Party['identifiers'] {
  const place = at(entry, 'notation');
  const value = readString(place);
  if (place === undefined || value === undefined) return [];
  return [stated(place, { kind: member ?? readString(at(entry, 'schemeName'))?.value ?? 'identifier', value: value.value })];
}

/** Every address of a location, and the regions that stand beside it; with the country where there is one of each. */
function readPlaces(location: ClaimNode): Party['places'] {
  const countries = along(location, 'address', 'countryCode').flatMap((concept) => readCountry(concept) ?? []);
  const regions = each(at(location, 'spatialCode')).flatMap((concept) => readLabel(concept) ?? []);
  const [[country, ...countriesMore], [region, ...regionsMore]] = [countries, regions];
  if (country !== undefined && region !== undefined && countriesMore.length + regionsMore.length === 0) return [{ country, region }];
  return [...countries.map((one) => ({ country: one })), ...regions.map((one) => ({ region: one }))];
}

/** Two letters where the address is one of the EU's list of countries, else the issuer's words. */
function readCountry(concept: ClaimNode): Stated<string> | undefined {
  const code = toCountryCode(addressOf(concept));
  const place = at(concept, 'prefLabel') ?? at(concept, 'id') ?? concept;
  if (code !== undefined) return stated(place, code);
  const label = readLabel(concept);
  const [first] = label?.value ?? [];
  return label === undefined || first === undefined ? readString(at(concept, 'id')) : { ...label, value: first.text };
}
