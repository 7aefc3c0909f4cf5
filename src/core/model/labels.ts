/**
 * The words of one language for codes of the European lists (`assessment`, `learning-assessment`, `isced-f`, …), as published.
 * Irish and Maltese hold the lists `country` (two letters) and `language` (tag) too, which many browsers lack.
 */
export interface Labels {
  readonly language: string;
  readonly lists: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** Lists whose words are not the published ones: they were collected for this project. */
  readonly collected: readonly string[];
}

/** A label with the language that it is in. `official`: its words are published by the European Union. */
export interface Label {
  readonly text: string;
  readonly language: string;
  readonly official: boolean;
}

/** Languages with a file of labels: those of the European Union, Turkish and Ukrainian. */
export const labelLanguages: readonly string[] =
  'bg cs da de el en es et fi fr ga hr hu it lt lv mt nl pl pt ro sk sl sv tr uk'.split(' ');

/** The edition of the files of labels, part of their names: it changes with any of them, or the old ones would be kept for ever. */
export const labelsEdition = '2026-11-21';

/** A file of labels; undefined for what is none. Words that are no text are left out. */
export function parseLabels(file: unknown): Labels | undefined {
  const { kind, language, lists, collected } = (file ?? {}) as Readonly<Record<string, unknown>>;
  if (kind !== 'mecum/1/labels' || typeof language !== 'string' || typeof lists !== 'object' || lists === null) return undefined;
  return {
    language,
    lists: Object.fromEntries(Object.entries(lists).map(([list, words]) => [list, onlyTexts(words)])),
    collected: Array.isArray(collected) ? collected.filter((list) => typeof list === 'string') : [],
  };
}

function onlyTexts(words: unknown): Readonly<Record<string, string>> {
  const pairs = typeof words === 'object' && words !== null ? Object.entries(words) : [];
  return Object.fromEntries(pairs.filter((pair): pair is [string, string] => typeof pair[1] === 'string' && pair[1] !== ''));
}

/** Languages of labels for a list of wishes, best first: each by its primary tag, and English last. */
export function wishedLabels(prefer: readonly string[]): readonly string[] {
  const primary = prefer.map((tag) => tag.split('-')[0]?.toLowerCase() ?? '');
  const english = primary.indexOf('en');
  const wished = (english === -1 ? primary : primary.slice(0, english)).filter((tag) => labelLanguages.includes(tag));
  return [...new Set([...wished, 'en'])];
}

/** The label of a code in the first of these files that has one; undefined where none has. */
export function findLabel(files: readonly Labels[], list: string, code: string): Label | undefined {
  for (const { language, lists, collected } of files) {
    const words = Object.hasOwn(lists, list) ? lists[list] : undefined;
    const text = words !== undefined && Object.hasOwn(words, code) ? words[code] : undefined;
    if (text !== undefined) return { text, language, official: !collected.includes(list) };
  }
  return undefined;
}
