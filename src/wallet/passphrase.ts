import { refuse, succeed } from '../core/model/attempt.ts';
import type { Attempt } from '../core/model/attempt.ts';
import { dammDigit, digitValue } from '../core/model/check-digit.ts';
import { minPassphraseCharacters } from '../core/model/limits.ts';
import { isFromTexts, isGuessable } from './passphrase-guess.ts';
import { loadCommon, loadWords, randomBelow } from './passphrase-lists.ts';
import type { NewSlot, Randomness, Secret } from './ports.ts';

const wordCount = 6;
const groupCount = 4;
const groupDigits = 6;

/**
 * A passphrase of the app's making. `words`: six English words of 7,776 (77 bits). `digits`: 24 digits in four groups of
 * six, each five random digits and a check digit over the group's number and the five (66 bits), for any language.
 * `device/not-loaded`: the words were not there.
 */
export async function suggestPassphrase(kind: 'words' | 'digits', randomness: Randomness): Promise<Attempt<string>> {
  if (kind === 'digits') return succeed(Array.from({ length: groupCount }, (_, index) => makeGroup(index, randomness)).join(' '));
  const words = await loadWords();
  if (!words.ok) return words;
  return succeed(Array.from({ length: wordCount }, () => words.value[randomBelow(words.value.length, randomness)]).join(' '));
}

function makeGroup(index: number, randomness: Randomness): string {
  const five = String(randomBelow(100_000, randomness)).padStart(5, '0');
  return `${five}${dammDigit(`${index + 1}${five}`)}`;
}

function digitsOf(typed: string): string | undefined {
  const digits = [...typed.replace(/[\p{White_Space}\p{Pd}\p{Cf}.,·]/gu, '')].map(digitValue);
  return digits.length === groupCount * groupDigits && !digits.includes(undefined) ? digits.join('') : undefined;
}

function groupsOf(digits: string): readonly string[] {
  return Array.from({ length: groupCount }, (_, index) => digits.slice(index * groupDigits, (index + 1) * groupDigits));
}

/** The first group (1-4) with a mistyped digit, where 24 digits were typed in any script; else undefined. */
export function findMistypedGroup(typed: string): number | undefined {
  const digits = digitsOf(typed);
  const wrong = digits === undefined ? -1 : groupsOf(digits).findIndex((group, index) => dammDigit(`${index + 1}${group}`) !== 0);
  return wrong === -1 ? undefined : wrong + 1;
}

/**
 * A passphrase as the app would have written it, where it is of the app's making however it was typed: digits of any
 * script with or without gaps, words with capitals or with other gaps. Any other passphrase stays as it is.
 * `device/not-loaded`: the words were not there.
 */
export async function tidyPassphrase(typed: string): Promise<Attempt<string>> {
  const digits = digitsOf(typed);
  if (digits !== undefined && findMistypedGroup(typed) === undefined) return succeed(groupsOf(digits).join(' '));
  const parts = typed.trim().toLowerCase().split(/[\p{White_Space}\p{Pd}]+/u);
  if (parts.length !== wordCount) return succeed(typed);
  const words = await loadWords();
  if (!words.ok) return words;
  const known = new Set(words.value);
  return succeed(parts.every((part) => known.has(part)) ? parts.join(' ') : typed);
}

/** A secret or a new slot with its passphrase tidied; every other kind as it is. `device/not-loaded`: the words were not there. */
export async function tidySecret<T extends Secret | NewSlot>(secret: T): Promise<Attempt<T>> {
  if (secret.type !== 'passphrase') return succeed(secret);
  const tidy = await tidyPassphrase(secret.passphrase);
  return tidy.ok ? succeed({ ...secret, passphrase: tidy.value }) : tidy;
}

/**
 * Whether a passphrase of a person's own may lock the vault: at least 12 characters (of its NFC form), not one that many
 * people use, no mere repetition or run along the keyboard, not taken from the credentials at hand.
 * `vault/weak-secret` with the `reason`: `short`, `common`, `from-credential`. `device/not-loaded`: the list was not there.
 */
export async function judgePassphrase(
  passphrase: string,
  { credentialTexts }: { readonly credentialTexts: readonly string[] },
): Promise<Attempt<void>> {
  const text = passphrase.normalize('NFC');
  if ([...text.trim()].length < minPassphraseCharacters) return refuse('vault/weak-secret', { reason: 'short' });
  const common = await loadCommon();
  if (!common.ok) return common;
  if (isGuessable(text, new Set(common.value))) return refuse('vault/weak-secret', { reason: 'common' });
  if (isFromTexts(text, credentialTexts)) return refuse('vault/weak-secret', { reason: 'from-credential' });
  return succeed(undefined);
}
