/** Messages of one language by id: ICU text, or the compiled form that the build makes of it. */
export type Messages = Readonly<Record<string, string>>;

/** A language of the screens. `name` is its own name for itself. */
export interface Language {
  readonly tag: string;
  readonly name: string;
  readonly dir: 'ltr' | 'rtl';
  readonly load: () => Promise<Messages>;
}

/** Every language a person can choose; the first is the source and the last resort. */
export const languages: readonly Language[] = [
  { tag: 'en', name: 'English', dir: 'ltr', load: () => import('./en.ts').then((module) => module.en) },
];

/** The language for a list of wishes, best first (BCP 47 lookup by primary tag), else English. */
export function chooseLanguage(wishes: readonly string[]): Language {
  for (const wish of wishes) {
    const exact = languages.find((language) => language.tag.toLowerCase() === wish.toLowerCase());
    const primary = languages.find((language) => language.tag === wish.split('-')[0]?.toLowerCase());
    const found = exact ?? primary;
    if (found !== undefined) return found;
  }
  return languages[0] as Language;
}
