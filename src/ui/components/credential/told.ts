import type { Credential } from '../../../core/model/credential.ts';
import { statedCountries } from '../../../core/model/sealing.ts';

/** What the values of one credential are told with, beside themselves. */
export interface Told {
  /** The language that is read, where the credential is written in several: what is in another one says so. */
  readonly shown?: string;
  /** Countries that it states: a midnight is one of these. */
  readonly countries: readonly string[];
  /** By path: what a text is, where it does not say so itself: of a result its name or scale, of stacking the whole. */
  readonly parts: ReadonlyMap<string, 'name' | 'scale' | 'whole'>;
  /** By path: claims that no element says, such as the address of a concept that is on no list. */
  readonly further: ReadonlyMap<string, string>;
  /** By path: numbers that organisations are registered under, with what kind they are of. */
  readonly numbers: ReadonlyMap<string, { readonly kind: string; readonly value: string }>;
}

export const nothingTold: Told = { countries: [], parts: new Map(), further: new Map(), numbers: new Map() };

export function toldOf(credential: Credential, shown: string | undefined): Told {
  const results = credential.achievements.flatMap((achievement) => achievement.results);
  const wholes = credential.achievements.flatMap(({ stacking }) => stacking.map(({ path }) => [path, 'whole'] as const));
  const parts = results.flatMap(({ name, scale, scheme }) => [
    ...(name === undefined ? [] : [[name.path, 'name'] as const]),
    ...[scale, scheme].flatMap((text) => (text === undefined ? [] : [[text.path, 'scale'] as const])),
  ]);
  return {
    ...(shown === undefined ? {} : { shown }),
    countries: statedCountries(credential),
    parts: new Map([...parts, ...wholes]),
    numbers: new Map([credential.issuer, ...credential.awardingBodies].flatMap(({ identifiers }) => identifiers.map(({ path, value }) => [path, value] as const))),
    further: new Map(credential.further.map(({ path, text }) => [path, text])),
  };
}

/** The web address of the concept whose label stands at `path`, where the credential gives one that is on no list. */
export function conceptAddress({ further }: Told, path: string): string | undefined {
  const address = further.get(path.replace(/\/(?:prefLabel|title|name)(?:\/[^/]*)?$/, '/id'));
  return address !== undefined && /^https?:\/\//.test(address) ? address : undefined;
}
