import { setupI18n } from '@lingui/core';
import { messages } from 'virtual:catalog/en';
import type { Text } from '../../src/ui/languages/use-text.ts';

/** The formatter of the screens, with English. */
export const englishI18n = setupI18n({ locale: 'en', messages: { en: messages } });

/** The English sentence for an id. */
export const english: Text = (id, values) => englishI18n._(id, values as Record<string, unknown> | undefined);
