import type { WalletError } from '../../../core/model/wallet-error.ts';

/** A recovery code is eight groups of six digits; digits of any script count. */
const groupCount = 8;
export const groupDigits = 6;

const digit = /\p{Nd}/u;

/** The digits of a text, in any script; everything else (blanks, dashes, group numbers in a picture's text) is left out. */
export function digitsOf(text: string): string {
  return [...text].filter((character) => digit.test(character)).join('');
}

/** The text of the printed picture, `MECUM-RECOVERY:1:` and 48 digits, or any text with digits. */
function codeDigits(text: string): readonly string[] {
  return [...digitsOf(text.replace(/^\s*MECUM-RECOVERY:\d+:/i, ''))];
}

/**
 * Writes `text` into group `index` (from 0). More than six digits flow on into the next groups, so that all 48 can be
 * pasted, or typed without a pause. Returns the groups and the group where the cursor belongs.
 */
export function writeGroup(groups: readonly string[], index: number, text: string): { readonly groups: readonly string[]; readonly at: number } {
  const digits = codeDigits(text);
  const next = [...groups];
  next[index] = '';
  let at = index;
  for (let start = 0; start < digits.length && at < groupCount; start += groupDigits, at += 1) {
    next[at] = digits.slice(start, start + groupDigits).join('');
  }
  return { groups: next, at: Math.max(at - 1, index) };
}

export const emptyGroups: readonly string[] = Array.from({ length: groupCount }, () => '');

/** Nothing is typed yet. */
export function isEmptyCode(groups: readonly string[]): boolean {
  return groups.every((group) => group === '');
}

/** Groups (from 1) that do not have six digits; only the first one where nothing is typed yet. */
export function shortGroups(groups: readonly string[]): readonly number[] {
  if (isEmptyCode(groups)) return [1];
  return groups.flatMap((group, index) => ([...group].length === groupDigits ? [] : [index + 1]));
}

/** The group (from 1) whose check digit an error proves wrong. */
export function wrongGroups(error: WalletError | undefined): readonly number[] {
  const group = error?.code === 'vault/mistyped-code' ? error.facts['group'] : undefined;
  return typeof group === 'number' && group >= 1 && group <= groupCount ? [group] : [];
}

/** What is given to the wallet: the groups in reading order. */
export function toCode(groups: readonly string[]): string {
  return groups.join(' ');
}

/** How a group is printed: three and three. */
export function inThrees(group: string): string {
  const digits = [...group];
  return `${digits.slice(0, 3).join('')} ${digits.slice(3).join('')}`;
}
