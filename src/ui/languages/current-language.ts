import { setupI18n } from '@lingui/core';
import type { Messages } from '@lingui/core';
import { readSetting, writeSetting } from '../app/look.ts';
import { chooseLanguage } from './registry.ts';
import type { Language } from './registry.ts';

const key = 'mecum/look/language';

/** The one message formatter of the page. */
export const i18n = setupI18n();

/** The language chosen on this device, else the browser's best. */
export function preferredLanguage(): Language {
  const chosen = readSetting(key);
  return chooseLanguage([...(chosen === undefined ? [] : [chosen]), ...navigator.languages]);
}

let rest: Promise<void> = Promise.resolve();

/** Settles when the words of every screen are here. */
export function allWords(): Promise<void> {
  return rest;
}

function activate(language: Language, messages: Messages): void {
  i18n.loadAndActivate({ locale: language.tag, messages });
  document.documentElement.lang = language.tag;
  document.documentElement.dir = language.dir;
}

/** Brings the words of the first screens, and begins to load all others. */
export async function startLanguage(language: Language): Promise<void> {
  activate(language, await language.load());
  rest = language.loadRest().then((messages) => i18n.load(language.tag, messages));
}

/** The person's own choice: switches every screen at once, and remembers it. */
export async function setLanguage(language: Language): Promise<void> {
  const [first, others] = await Promise.all([language.load(), language.loadRest()]);
  activate(language, { ...first, ...others });
  rest = Promise.resolve();
  writeSetting(key, language.tag);
}
