import type { LocalizedText } from '../../../core/model/credential.ts';
import type { ExaminedCredential } from '../../../core/model/examination.ts';
import { titleOf } from './leaf-head.tsx';

/** Tags of ISO 639-2 for no language in particular: nothing that could be chosen. */
const noLanguage: readonly string[] = ['und', 'mul', 'mis', 'zxx'];

/** Languages that a credential is written in, by primary tag, the title's first. */
export function contentLanguages(examined: ExaminedCredential): readonly string[] {
  const texts: readonly LocalizedText[] = [
    titleOf(examined),
    ...examined.elements.flatMap((reading) => reading.values.map((value) => value.text)),
  ];
  const tags = texts.flatMap((text) => text.flatMap((part) => part.language?.split('-')[0]?.toLowerCase() ?? []));
  return [...new Set(tags)].filter((tag) => /^[a-z]{2,3}$/.test(tag) && !noLanguage.includes(tag));
}

/** The best first language to show: the screen's, then English, then the credential's own. */
export function preferredContent(screen: string, chosen: string | undefined, own: readonly string[]): readonly string[] {
  return [...(chosen === undefined ? [] : [chosen]), screen, 'en', ...own];
}
