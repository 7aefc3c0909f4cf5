/** What the app can make up to open the credentials with. */
export type MadeKind = 'made' | 'digits';

/** What it made up so far, of each kind. */
export type MadeWords = Readonly<Partial<Record<MadeKind, string>>>;

/** Adds what was made up just now. What is there stays: somebody may be writing it down. */
export function addMade(before: MadeWords, kind: MadeKind, words: string): MadeWords {
  return before[kind] === undefined ? { ...before, [kind]: words } : before;
}
