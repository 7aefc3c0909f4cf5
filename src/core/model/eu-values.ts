import type { AccreditationCoverage } from './accreditation-coverage.ts';
import { isoCountry } from './country-alpha3.ts';
import { toDisplayText } from './display-text.ts';
import { maxTextCharacters } from './limits.ts';
import type { AccreditationDetail, Achievement, Association, Credential, Holder, Level, ListedTerm, LocalizedText, Party, Stated, StatedDate, StatedText, Workload } from './credential.ts';
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

/** A date as written; `of` where it is the start or the end of something, or the day of award beside that of issue. */
export function dateValues(date: StatedDate | undefined, of?: 'start' | 'end' | 'award'): readonly ElementValue[] {
  if (date === undefined) return [];
  const is = { kind: 'date', date: date.value.text, ...(of === undefined ? {} : { of }) } as const;
  return [{ text: plainText(date.value.text), path: date.path, raw: date.raw, is }];
}

/** Country and region of each address of a party; a code that ISO does not know stays text. */
export function placeValues(party: Party): readonly ElementValue[] {
  return party.places.flatMap(valuesOfPlace);
}

function valuesOfPlace({ country, region }: Party['places'][number]): readonly ElementValue[] {
  const code = country === undefined ? undefined : isoCountry(country.value);
  const ofCountry: readonly ElementValue[] =
    country === undefined
      ? []
      : [
          {
            text: plainText(country.value),
            path: country.path,
            raw: country.raw,
            is: code === undefined ? { kind: 'text' } : { kind: 'country', code },
          },
        ];
  return [...ofCountry, ...textValues(region)];
}

export function workloadValues(workloads: readonly Stated<Workload>[]): readonly ElementValue[] {
  return workloads.map(({ value, path, raw }) => ({ text: plainText(value.unit === undefined ? raw : `${raw} ${value.unit}`), path, raw, is: { kind: 'workload', ...value } }));
}

/** Durations without a number of hours, as they are written. */
export function durationValues(durations: readonly StatedText[] = []): readonly ElementValue[] {
  return durations.map(({ value, path, raw }) => ({ text: value, path, raw, is: { kind: 'odd-duration' } }));
}

/** Skills that stand beside the outcomes: the issuer's words and, where it is one, the address as text. */
export function skillValues(alignments: Achievement['alignments']): readonly ElementValue[] {
  return alignments.flatMap(({ isSkill, name, url }) => {
    const place = name ?? url;
    if (isSkill !== true || place === undefined) return [];
    const uri = url !== undefined && /^https?:/.test(url.value) ? { uri: url.value } : {};
    return [{ text: name?.value ?? [], path: place.path, raw: place.raw, is: { kind: 'skill', ...uri } as const }];
  });
}

/** Languages by their code, else in the issuer's words. */
export function languageValues(languages: readonly Stated<string>[]): readonly ElementValue[] {
  return languages.map(({ value, path, raw }) => ({
    text: plainText(value),
    path,
    raw,
    is: /^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,3}$/.test(value) ? { kind: 'language', code: value } : { kind: 'text' },
  }));
}

export function partialValues(partial: Stated<boolean> | undefined): readonly ElementValue[] {
  return partial === undefined ? [] : [{ text: [], path: partial.path, raw: partial.raw, is: { kind: 'partial', partial: partial.value } }];
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

export function stackableValues(stackable: Stated<boolean> | undefined): readonly ElementValue[] {
  return stackable === undefined ? [] : [{ text: [], path: stackable.path, raw: stackable.raw, is: { kind: 'stackable', stackable: stackable.value } }];
}

export function accreditationValues(details: readonly AccreditationDetail[]): readonly ElementValue[] {
  return details.map(({ detail, text }) => ({ text: text.value, path: text.path, raw: text.raw, is: { kind: 'accreditation', detail } }));
}

/** Whether accreditations cover the credential: a remark without a text, at the place where each accreditation stands. */
export function coverageValues(coverages: readonly AccreditationCoverage[]): readonly ElementValue[] {
  return coverages.map(({ record: { path, raw }, covers, because }) => ({ text: [], path, raw, is: { kind: 'coverage', covers, because } }));
}

/** How parts of a record belong together, by what they are called there, else by their ids. */
export function associationValues(associations: readonly Stated<Association>[]): readonly ElementValue[] {
  return associations.map(({ value, path, raw }) => {
    const source = value.sourceTitle?.[0]?.text ?? value.source;
    const target = value.targetTitle?.[0]?.text ?? value.target;
    return { text: plainText(`${source} – ${value.relation} – ${target}`), path, raw, is: { kind: 'association', relation: value.relation, source, target } };
  });
}

/** Values of all achievements of a credential, in order. */
export function ofAchievements(credential: Credential, read: (achievement: Credential['achievements'][number]) => readonly ElementValue[]): readonly ElementValue[] {
  return credential.achievements.flatMap(read);
}
