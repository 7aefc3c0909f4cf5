import type { LocalizedText } from '../../../core/model/credential.ts';
import type { ExaminedCredential } from '../../../core/model/examination.ts';
import { titleOf } from './leaf-head.tsx';

/** Languages that a credential is written in, by primary tag, the title's first. */
export function contentLanguages(examined: ExaminedCredential): readonly string[] {
  const texts: readonly LocalizedText[] = [
    titleOf(examined),
    ...examined.elements.flatMap((reading) => reading.values.map((value) => value.text)),
  ];
  const tags = texts.flatMap((text) => text.flatMap((part) => part.language?.split('-')[0]?.toLowerCase() ?? []));
  return [...new Set(tags)].filter((tag) => /^[a-z]{2,3}$/.test(tag));
}

/** The best first language to show: the screen's, then English, then the credential's own. */
export function preferredContent(screen: string, chosen: string | undefined, own: readonly string[]): readonly string[] {
  return [...(chosen === undefined ? [] : [chosen]), screen, 'en', ...own];
}
