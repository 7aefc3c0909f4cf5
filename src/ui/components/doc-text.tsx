import type { LocalizedText } from '../../core/model/credential.ts';
import { toDisplayText, toQuotedText } from '../../core/model/display-text.ts';

/** Longest text of a stranger in one place; the whole stands in the original text of the technical layer. */
const maxCharacters = 4_000;
const maxNameCharacters = 300;
/** Longest title in the large type of a leaf or in a list. */
export const maxTitleCharacters = 200;

const rightToLeft = /^(ar|arc|ckb|dv|fa|he|iw|ks|ku-Arab|ps|sd|ug|ur|yi)(-|$)/i;

/** Reading direction of a language; unknown languages decide by their first letter. */
function directionOf(language: string | undefined): 'ltr' | 'rtl' | 'auto' {
  if (language === undefined) return 'auto';
  return rightToLeft.test(language) ? 'rtl' : 'ltr';
}

/** The wording in the first language of `prefer` that there is, else the issuer's first. */
export function shownPart(text: LocalizedText, prefer: readonly string[]): LocalizedText[number] | undefined {
  for (const wish of prefer) {
    const primary = wish.split('-')[0]?.toLowerCase();
    const found = text.find((part) => part.language?.split('-')[0]?.toLowerCase() === primary);
    if (found !== undefined) return found;
  }
  return text[0];
}

/** A stranger's text as plain, visible text. HTML stays text. */
export function plainText(text: LocalizedText, prefer: readonly string[], max = maxNameCharacters): string {
  return toDisplayText(shownPart(text, prefer)?.text ?? '', max);
}

interface DocTextProps {
  readonly text: LocalizedText;
  readonly prefer: readonly string[];
  /** A name in a sentence of ours: short, in the credential's type, without marks that could end a quotation. */
  readonly name?: true;
  /** Longest text, in characters; the whole stands in the original. */
  readonly max?: number;
}

/** Words of a credential: isolated, with their language and direction, never markup. */
export function DocText({ text, prefer, name, max = name === true ? maxNameCharacters : maxCharacters }: DocTextProps) {
  const part = shownPart(text, prefer);
  if (part === undefined) return null;
  const shown = name === true ? toQuotedText(part.text, max) : toDisplayText(part.text, max);
  return (
    <bdi
      dir={directionOf(part.language)}
      {...(part.language === undefined ? {} : { lang: part.language })}
      {...(name === true ? { className: 'doc' } : {})}
    >
      {shown}
    </bdi>
  );
}
