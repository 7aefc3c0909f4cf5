import { setupI18n } from '@lingui/core';
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

/** Loads a language and switches every screen to it; `lang` and `dir` of the page follow. */
export async function activateLanguage(language: Language): Promise<void> {
  const messages = await language.load();
  i18n.loadAndActivate({ locale: language.tag, messages });
  document.documentElement.lang = language.tag;
  document.documentElement.dir = language.dir;
}

/** The person's own choice: switches and remembers. */
export async function setLanguage(language: Language): Promise<void> {
  writeSetting(key, language.tag);
  await activateLanguage(language);
}
