import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { countryCodes } from '../core/model/country-codes.ts';
import { labelLanguages, labelsEdition } from '../core/model/label-file.ts';
import { doubtfulLabels } from './labelling/doubtful-labels.ts';

type Words = Readonly<Record<string, string>>;
type Lists = Readonly<Record<string, Words>>;

interface LearningLists {
  readonly source: { readonly repository: string };
  readonly lists: Readonly<Record<string, { readonly source?: string; readonly concepts: Readonly<Record<string, { readonly labels: Words }>> }>>;
}

interface Fields {
  readonly source: { readonly repository: string; readonly commit: string };
  readonly fields: Readonly<Record<string, { readonly labels: Words }>>;
}

interface AuthorityCodes {
  readonly languages: Words;
}

interface Sources {
  readonly learning: LearningLists;
  readonly fields: Fields;
  readonly codes: AuthorityCodes;
}

/** Languages whose names of countries and languages many browsers lack. */
const namedByUs: readonly string[] = ['ga', 'mt'];

const commits = 'codes 0c237ec7de5abd4223da6919aa30baff50671231, labels 554191d12bf213ca11310c03aa8c565a3416f66c';
const unicode = `Unicode CLDR ${process.versions['cldr'] ?? ''} (names of countries and languages)`;

/** The words of one language: every list that has any. */
function listsIn(language: string, { learning, fields, codes }: Sources): Lists {
  const words = (concepts: Readonly<Record<string, { readonly labels: Words }>>): Words =>
    Object.fromEntries(Object.entries(concepts).flatMap(([code, { labels }]) => (labels[language] === undefined ? [] : [[code, labels[language]]])));
  const lists = Object.fromEntries(Object.entries(learning.lists).map(([list, { concepts }]) => [list, words(concepts)]));
  const names = namedByUs.includes(language)
    ? { country: namesOf('region', language, countryCodes), language: namesOf('language', language, Object.values(codes.languages)) }
    : {};
  const all = { ...lists, 'isced-f': words(fields.fields), ...names };
  return Object.fromEntries(Object.entries(all).filter(([, entries]) => Object.keys(entries).length > 0));
}

function namesOf(type: 'region' | 'language', language: string, codes: readonly string[]): Words {
  const names = new Intl.DisplayNames(language, { type, fallback: 'none' });
  return Object.fromEntries(codes.flatMap((code) => {
    const name = names.of(code);
    return name === undefined ? [] : [[code, name]];
  }));
}

/** The lists without what looks wrong, and that apart with the reason. */
function withoutDoubtful(language: string, lists: Lists): { readonly lists: Lists; readonly marked: readonly object[] } {
  const doubtful = doubtfulLabels.filter((label) => label.language === language);
  const marked = doubtful.map(({ list, code, why }) => ({ list, code, published: lists[list]?.[code], why }));
  const isGood = (list: string, code: string): boolean => !doubtful.some((label) => label.list === list && label.code === code);
  const good = Object.entries(lists).map(([list, words]) => [list, Object.fromEntries(Object.entries(words).filter(([code]) => isGood(list, code)))] as const);
  return { lists: Object.fromEntries(good), marked };
}

function fileOf(language: string, sources: Sources): string {
  const { lists, marked } = withoutDoubtful(language, listsIn(language, sources));
  const collected = Object.keys(lists).filter((list) => sources.learning.lists[list]?.source !== undefined);
  const { fields, learning } = sources;
  const head = {
    kind: 'mecum/1/labels',
    language,
    edition: labelsEdition,
    source: [`${learning.source.repository}, ${commits}`, `${fields.source.repository}, ${fields.source.commit}`, ...(namedByUs.includes(language) ? [unicode] : [])],
    licence: `Labels: (c) European Union, 2026, CC BY 4.0. ISCED-F 2013 is a classification of UNESCO.${namedByUs.includes(language) ? ' Names of countries and languages: Unicode License V3.' : ''}`,
    collected,
    counts: Object.fromEntries(Object.entries(lists).map(([list, words]) => [list, Object.keys(words).length])),
    marked,
  };
  const rows = Object.entries(lists).map(([list, words]) => {
    const entries = Object.keys(words).sort().map((code) => `${JSON.stringify(code)}:${JSON.stringify(words[code])}`);
    return `${JSON.stringify(list)}:{\n${entries.join(',\n')}\n}`;
  });
  return `${JSON.stringify(head).slice(0, -1)},"lists":{\n${rows.join(',\n')}\n}}\n`;
}

/**
 * Makes the files of labels that the app ships, one a language, out of the published code lists: words only, sources named, a
 * code a line so that a new edition can be compared. `npm run labels -- FOLDER OUT`, where FOLDER holds `elm-lists.json`,
 * `isced-f.json` and `eu-authority-codes.json`.
 */
function main([from, to]: readonly string[]): number {
  if (from === undefined || to === undefined) {
    process.stderr.write('npm run labels -- FOLDER OUT\n');
    return 2;
  }
  const read = <T>(name: string): T => JSON.parse(readFileSync(join(from, name), 'utf8')) as T;
  const sources: Sources = { learning: read('elm-lists.json'), fields: read('isced-f.json'), codes: read('eu-authority-codes.json') };
  mkdirSync(to, { recursive: true });
  for (const language of labelLanguages) writeFileSync(join(to, `${language}-${labelsEdition}.json`), fileOf(language, sources));
  return 0;
}

process.exitCode = main(process.argv.slice(2));
