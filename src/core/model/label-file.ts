import type { Labels } from './labels.ts';

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
