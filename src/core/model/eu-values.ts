import { isCountryCode } from './country-codes.ts';
import { toDisplayText } from './display-text.ts';
import { maxTextCharacters } from './limits.ts';
import type { Credential, Holder, Level, ListedTerm, LocalizedText, Party, Stated, StatedDate, StatedText, Workload } from './credential.ts';
import type { ElementValue } from './eu-elements.ts';

/** One text without a language, or none where it is empty. */
function plainText(text: string): LocalizedText {
  return text === '' ? [] : [{ text }];
}

export function textValues(...texts: readonly (StatedText | undefined)[]): readonly ElementValue[] {
  return texts.flatMap((text) => (text === undefined ? [] : [{ text: text.value, path: text.path, raw: text.raw, is: { kind: 'text' } as const }]));
}

export function linkValues(...links: readonly (Stated<string> | undefined)[]): readonly ElementValue[] {
  return links.flatMap((link) =>
    link === undefined ? [] : [{ text: plainText(link.value), path: link.path, raw: link.raw, is: { kind: 'link' } as const }],
  );
}

export function dateValues(...dates: readonly (StatedDate | undefined)[]): readonly ElementValue[] {
  return dates.flatMap((date) =>
    date === undefined
      ? []
      : [{ text: plainText(date.value.text), path: date.path, raw: date.raw, is: { kind: 'date', date: date.value.text } as const }],
  );
}

/** Country and region of each address of a party; a code that ISO does not know stays text. */
export function placeValues(party: Party): readonly ElementValue[] {
  return party.places.flatMap(valuesOfPlace);
}

function valuesOfPlace({ country, region }: Party['places'][number]): readonly ElementValue[] {
  const ofCountry: readonly ElementValue[] =
    country === undefined
      ? []
      : [
          {
            text: plainText(country.value),
            path: country.path,
            raw: country.raw,
            is: isCountryCode(country.value) ? { kind: 'country', code: country.value } : { kind: 'text' },
          },
        ];
  return [...ofCountry, ...textValues(region)];
}

export function workloadValues(workloads: readonly Stated<Workload>[]): readonly ElementValue[] {
  return workloads.map(({ value, path, raw }) => ({ text: plainText(raw), path, raw, is: { kind: 'workload', ...value } }));
}

export function levelValues(levels: readonly Stated<Level>[]): readonly ElementValue[] {
  return levels.map(({ value, path, raw }) => ({
    text: plainText(raw),
    path,
    raw,
    is: { kind: 'level', framework: value.framework, level: value.value },
  }));
}

export function termValues(terms: readonly Stated<ListedTerm>[]): readonly ElementValue[] {
  return terms.map(({ value, path, raw }) => ({
    text: value.text,
    path,
    raw,
    is: value.list !== undefined && value.code !== undefined ? { kind: 'term', list: value.list, code: value.code } : { kind: 'text' },
  }));
}

/** The name of a body, the numbers it is registered under, in the issuer's words, and what it is part of. */
export function bodyValues({ name, identifiers, parents }: Party): readonly ElementValue[] {
  const numbers = identifiers.map(({ value, path, raw }) => ({
    text: plainText(toDisplayText(value.kind === 'identifier' ? value.value : `${value.kind}: ${value.value}`, maxTextCharacters)),
    path,
    raw,
    is: { kind: 'text' } as const,
  }));
  return [...textValues(name), ...numbers, ...textValues(...parents)];
}

export function holderValues(holder: Holder): readonly ElementValue[] {
  return [
    ...textValues(...holder.names),
    ...holder.identifiers.map(({ value, path, raw }) => ({
      text: plainText(value.value),
      path,
      raw,
      is: { kind: 'identifier', scheme: value.kind, hashed: value.hashed, sensitive: value.sensitive } as const,
    })),
  ];
}

/** Values of all achievements of a credential, in order. */
export function ofAchievements(credential: Credential, read: (achievement: Credential['achievements'][number]) => readonly ElementValue[]): readonly ElementValue[] {
  return credential.achievements.flatMap(read);
}
