import { useState } from 'react';
import type { LocalizedText } from '../../../core/model/credential.ts';
import type { ExaminedCredential } from '../../../core/model/examination.ts';
import type { ItemId } from '../../../core/model/ids.ts';
import { titleOf } from '../../../core/model/credential-title.ts';

/** Tags of ISO 639-2 for no language in particular: nothing that could be chosen. */
const noLanguage: readonly string[] = ['und', 'mul', 'mis', 'zxx'];

/** Languages that a credential is written or drawn in, by primary tag, the title's first. */
export function contentLanguages(examined: ExaminedCredential): readonly string[] {
  const texts: readonly LocalizedText[] = [
    titleOf(examined),
    ...examined.elements.flatMap((reading) => reading.values.map((value) => value.text)),
  ];
  const drawn = (examined.credential.pictures ?? []).flatMap(({ of, language }) => (of === 'display' ? (language ?? []) : []));
  const written = texts.flatMap((text) => text.flatMap((part) => part.language ?? []));
  const tags = [...written, ...drawn].flatMap((tag) => tag.split('-')[0]?.toLowerCase() ?? []);
  return [...new Set(tags)].filter((tag) => /^[a-z]{2,3}$/.test(tag) && !noLanguage.includes(tag));
}

/** The best first language to show: the screen's, then English, then the credential's own. */
export function preferredContent(screen: string, chosen: string | undefined, own: readonly string[]): readonly string[] {
  return [...(chosen === undefined ? [] : [chosen]), screen, 'en', ...own];
}

/** The language that is read, of those there are; undefined where there is only one. */
export function shownLanguage(prefer: readonly string[], languages: readonly string[]): string | undefined {
  if (languages.length < 2) return undefined;
  return prefer.map((wish) => wish.split('-')[0] ?? wish).find((wish) => languages.includes(wish)) ?? languages[0];
}

/** What was chosen for each credential, until the page is left or loaded anew. */
const chosen = new Map<ItemId, string>();

/** The language chosen for one credential: it stays for the visit, and nowhere else. */
export function useChosenLanguage(id: ItemId): readonly [string | undefined, (language: string) => void] {
  const [language, setLanguage] = useState(chosen.get(id));
  return [
    language,
    (wish) => {
      chosen.set(id, wish);
      setLanguage(wish);
    },
  ];
}
