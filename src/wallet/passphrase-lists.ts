import { refuse, succeed } from '../core/model/attempt.ts';
import type { Attempt } from '../core/model/attempt.ts';
import type { Randomness } from './ports.ts';

/**
 * A sorted word list as a text: each word is a capital letter, which says how many letters it shares with the word
 * before (A: none, B: one, …), and the letters that are new.
 */
export function unpackWords(packed: string): readonly string[] {
  const words: string[] = [];
  let last = '';
  for (const [, shared = 'A', fresh = ''] of packed.matchAll(/([A-Z])([^A-Z]*)/g)) {
    last = last.slice(0, shared.charCodeAt(0) - 65) + fresh;
    words.push(last);
  }
  return words;
}

/** The other way: for the test that shows where the lists come from. */
export function packWords(sorted: readonly string[]): string {
  let last = '';
  return sorted
    .map((word) => {
      let shared = 0;
      while (shared < 25 && shared < last.length && word[shared] === last[shared]) shared += 1;
      last = word;
      return String.fromCharCode(65 + shared) + word.slice(shared);
    })
    .join('');
}

type PackedList = Promise<{ readonly default: { readonly words: string } }>;

function unpacked(loading: PackedList): Promise<Attempt<readonly string[]>> {
  return loading.then(
    ({ default: { words } }) => succeed(unpackWords(words)),
    () => refuse('device/not-loaded'),
  );
}

/** The 7,776 words of the Electronic Frontier Foundation's long list: 12.9 bits each. `device/not-loaded`. */
export function loadWords(): Promise<Attempt<readonly string[]>> {
  return unpacked(import('./passphrase-words.json'));
}

/**
 * Passwords that many people use: the ones that are long enough to be a passphrase, and the ones that begin or end one.
 * `device/not-loaded`.
 */
export function loadCommon(): Promise<Attempt<readonly string[]>> {
  return unpacked(import('./passphrase-common.json'));
}

/** A whole number from 0 to `bound` - 1, each as likely as the other. `bound` is at most 2^32. */
export function randomBelow(bound: number, randomness: Randomness): number {
  const limit = Math.floor(2 ** 32 / bound) * bound;
  for (;;) {
    const bytes = randomness.bytes(4);
    const number = new DataView(bytes.buffer, bytes.byteOffset, 4).getUint32(0);
    if (number < limit) return number % bound;
  }
}
