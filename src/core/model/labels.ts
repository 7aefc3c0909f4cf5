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

/** Languages whose labels serve a list of wishes, best first: each by its primary tag, and English last. */
export function wishedLabels(prefer: readonly string[]): readonly string[] {
  const primary = [...prefer, 'en'].map((tag) => tag.replace(/-.*/, '').toLowerCase());
  return [...new Set(primary.slice(0, primary.indexOf('en') + 1))];
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
