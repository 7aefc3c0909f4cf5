import type { Messages } from '@lingui/core';

/** A language of the screens. `name` is its own name for itself. */
export interface Language {
  readonly tag: string;
  readonly name: string;
  readonly dir: 'ltr' | 'rtl';
  /** What the first screens say: frame, first run, list, lock, verdicts, errors. */
  readonly load: () => Promise<Messages>;
  /** Everything else, loaded while the first screen is read. */
  readonly loadRest: () => Promise<Messages>;
}

const english: Language = {
  tag: 'en',
  name: 'English',
  dir: 'ltr',
  load: () => import('virtual:catalog/en/first').then((module) => module.messages),
  loadRest: () => import('virtual:catalog/en/rest').then((module) => module.messages),
};

/** Made-up languages that show raw English, cut text and wrong directions; never in a released build. */
const pseudo: readonly Language[] =
  __PSEUDO__
    ? [
        {
          tag: 'en-XA',
          name: 'Ƥšéûđô',
          dir: 'ltr',
          load: () => import('virtual:catalog/en-XA/first').then((module) => module.messages),
          loadRest: () => import('virtual:catalog/en-XA/rest').then((module) => module.messages),
        },
        {
          tag: 'ar-XB',
          name: 'Mirrored',
          dir: 'rtl',
          load: () => import('virtual:catalog/ar-XB/first').then((module) => module.messages),
          loadRest: () => import('virtual:catalog/ar-XB/rest').then((module) => module.messages),
        },
      ]
    : [];

/** Every language a person can choose; the first is the source and the last resort. */
export const languages: readonly Language[] = [english, ...pseudo];

/** The language for a list of wishes, best first (BCP 47 lookup: exact, then by primary tag), else English. */
export function chooseLanguage(wishes: readonly string[]): Language {
  for (const wish of wishes) {
    const exact = languages.find((language) => language.tag.toLowerCase() === wish.toLowerCase());
    const primary = languages.find((language) => language.tag === wish.split('-')[0]?.toLowerCase());
    const found = exact ?? primary;
    if (found !== undefined) return found;
  }
  return english;
}
