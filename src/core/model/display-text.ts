/**
 * Text of a stranger made safe to stand in a line of ours (UTS #39; CVE-2021-42574): no characters that turn the
 * reading direction, none that cannot be seen, no flood of combining marks, no endless length. What is left is
 * still the issuer's own text; the exact text stays in `raw`. HTML stays text: it is never markup in this app.
 */
export function toDisplayText(text: string, maxCharacters: number): string {
  // Normalizing takes quadratic time on a long run of marks: never more of it than could be shown.
  const part = text.slice(0, maxCharacters * 8).replace(/[\uD800-\uDBFF]$/, '');
  const visible = part
    .replace(/(\p{M}{8})\p{M}+/gu, '$1')
    .normalize('NFC')
    .replace(/[\u202A-\u202E\u2066-\u2069\u200E\u200F\u061C\u200B\u2060-\u2064\u206A-\u206F\uFEFF\u00AD\u180E]/g, '')
    .replace(/[\u{E0000}-\u{E007F}]/gu, '')
    .replace(/\r\n?/g, '\n')
    .replace(/[^\P{Cc}\n\t]|[\u2028\u2029]/gu, ' ')
    .replace(/(\p{M}{4})\p{M}+/gu, '$1')
    .trim();
  const characters = Array.from(visible);
  const isWhole = part.length === text.length && characters.length <= maxCharacters;
  return isWhole ? visible : `${characters.slice(0, maxCharacters - 1).join('')}…`;
}

/** Marks that begin or end a quotation in some language. */
const quotationMarks = /["\u00AB\u00BB\u201C-\u201F\u2033\u2036\u2039\u203A\u2E42\u300C-\u300F\u301D-\u301F\uFE41-\uFE44\uFF02\uFF62\uFF63]|''|,,/gu;

/**
 * The same for text that stands between quotation marks in a sentence of ours: none of its own can end the quotation, so
 * that what follows would read as our words.
 */
export function toQuotedText(text: string, maxCharacters: number): string {
  return toDisplayText(text, maxCharacters).replace(quotationMarks, '’').replace(/\s+/gu, ' ');
}

const scripts: readonly (readonly [string, RegExp])[] = [
  ['Latin', /\p{Script=Latin}/u],
  ['Cyrillic', /\p{Script=Cyrillic}/u],
  ['Greek', /\p{Script=Greek}/u],
  ['Armenian', /\p{Script=Armenian}/u],
  ['Cherokee', /\p{Script=Cherokee}/u],
];

/** True where one word mixes scripts whose letters look alike, as in a Latin name with one Cyrillic letter. */
export function mixesScripts(text: string): boolean {
  return text.split(/[\s.,;:/()-]+/u).some((word) => scripts.filter(([, pattern]) => pattern.test(word)).length > 1);
}
