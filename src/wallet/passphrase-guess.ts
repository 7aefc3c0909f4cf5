/** Rows of keyboards, and the alphabet, along which fingers walk. */
const runs = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm', 'qwertzuiop', 'yxcvbnm', 'azertyuiop', 'qsdfghjklm', 'wxcvbn', '1234567890', 'abcdefghijklmnopqrstuvwxyz'];
const walks: ReadonlySet<string> = new Set(
  runs.flatMap((run) => [...run].slice(1).flatMap((next, index) => [`${run[index]}${next}`, `${next}${run[index]}`])),
);

/** Fewer points than this, and a guesser gets there soon. A character nobody could foretell is one point. */
const minPoints = 6;
/** A well-known password inside is worth no more than this. */
const commonPoints = 2;
/** A year, a birthday or a house number is worth no more than this, whatever its digits. */
const shortNumberPoints = 2;
const shortNumberDigits = 8;
const [minCommon, maxCommon] = [4, 30];

/** Letters and digits only, in one form and case, so that gaps and marks do not hide a known word. */
function bare(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '');
}

/** Characters that do not follow from the ones before: no repetition, no step along a row, no unit said again. */
function countFresh(text: string): number {
  const characters = [...text];
  const unit = unitOf(characters);
  return characters.slice(0, unit).filter((character, index) => {
    const before = characters[index - 1];
    return before === undefined || (before !== character && !walks.has(`${before}${character}`));
  }).length;
}

/** Length of the shortest beginning that, said again and again, gives the whole. */
function unitOf(characters: readonly string[]): number {
  for (let unit = 1; unit <= characters.length / 2; unit += 1) {
    if (characters.every((character, index) => character === characters[index % unit])) return unit;
  }
  return characters.length;
}

/** Takes well-known passwords out, the longest first at each place; gives how many there were and what is left. */
function takeCommon(text: string, common: ReadonlySet<string>): { readonly found: number; readonly rest: readonly string[] } {
  const rest: string[] = [];
  let [found, at, plain] = [0, 0, ''];
  while (at < text.length) {
    const length = longestAt(text, at, common);
    if (length === 0) plain += text[at];
    else {
      found += 1;
      rest.push(plain);
      plain = '';
    }
    at += Math.max(length, 1);
  }
  return { found, rest: [...rest, plain] };
}

function longestAt(text: string, at: number, common: ReadonlySet<string>): number {
  for (let length = Math.min(maxCommon, text.length - at); length >= minCommon; length -= 1) {
    if (common.has(text.slice(at, at + length))) return length;
  }
  return 0;
}

/** Points of what is left beside known words: letters as they are, short numbers as a year would be. */
function pointsOf(rest: string): number {
  const parts = rest.match(/\p{N}+|[^\p{N}]+/gu) ?? [];
  const points = parts.map((part) => {
    const fresh = countFresh(part);
    return /^\p{N}/u.test(part) && part.length <= shortNumberDigits ? Math.min(fresh, shortNumberPoints) : fresh;
  });
  return points.reduce((sum, each) => sum + each, 0);
}

/** True for a passphrase that many people use, with or without a number behind, and for mere repetitions and runs. */
export function isGuessable(passphrase: string, common: ReadonlySet<string>): boolean {
  const text = bare(passphrase);
  if (text === '') return countFresh(passphrase) < minPoints;
  if (common.has(text) || countFresh(text) < minPoints) return true;
  const unit = [...text].slice(0, unitOf([...text])).join('');
  const { found, rest } = takeCommon(unit, common);
  return found * commonPoints + rest.reduce((sum, part) => sum + pointsOf(part), 0) < minPoints;
}

/** A short passphrase made only of words of the texts, with or without a number; or a piece of a text as it stands. */
export function isFromTexts(passphrase: string, texts: readonly string[]): boolean {
  const text = bare(passphrase);
  if (text === '') return false;
  if (texts.some((each) => bare(each).includes(text))) return true;
  const known = new Set(texts.flatMap(wordsOf));
  const words = wordsOf(passphrase);
  const others = words.filter((word) => !known.has(word));
  return words.length > others.length && words.length <= 5 && others.reduce((sum, word) => sum + pointsOf(word), 0) < minPoints;
}

function wordsOf(text: string): readonly string[] {
  return text.normalize('NFKC').toLowerCase().match(/[\p{L}\p{M}]+|\p{N}+/gu) ?? [];
}
