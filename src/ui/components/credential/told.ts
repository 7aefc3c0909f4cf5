import type { Credential } from '../../../core/model/credential.ts';
import { statedCountries } from '../../../core/model/sealing.ts';

/** What the values of one credential are told with, beside themselves. */
export interface Told {
  /** The language that is read, where the credential is written in several: what is in another one says so. */
  readonly shown?: string;
  /** Countries that it states: a midnight is one of these. */
  readonly countries: readonly string[];
  /** By path: what a text is within a result, where it is not the result itself. */
  readonly ofResult: ReadonlyMap<string, 'name' | 'scale'>;
  /** By path: claims that no element says, such as the address of a concept that is on no list. */
  readonly further: ReadonlyMap<string, string>;
}

export const nothingTold: Told = { countries: [], ofResult: new Map(), further: new Map() };

export function toldOf(credential: Credential, shown: string | undefined): Told {
  const results = credential.achievements.flatMap((achievement) => achievement.results);
  const ofResult = results.flatMap(({ name, scale, scheme }) => [
    ...(name === undefined ? [] : [[name.path, 'name'] as const]),
    ...[scale, scheme].flatMap((text) => (text === undefined ? [] : [[text.path, 'scale'] as const])),
  ]);
  return {
    ...(shown === undefined ? {} : { shown }),
    countries: statedCountries(credential),
    ofResult: new Map(ofResult),
    further: new Map(credential.further.map(({ path, text }) => [path, text])),
  };
}

/** The web address of the concept whose label stands at `path`, where the credential gives one that is on no list. */
export function conceptAddress({ further }: Told, path: string): string | undefined {
  const address = further.get(path.replace(/\/(?:prefLabel|title|name)(?:\/[^/]*)?$/, '/id'));
  return address !== undefined && /^https?:\/\//.test(address) ? address : undefined;
}
