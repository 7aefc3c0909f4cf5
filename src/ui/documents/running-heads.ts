import type { CredentialStatement, RecognitionStatement } from '../../core/model/recognition-statement.ts';
import { plainText } from '../components/doc-text.tsx';
import type { CredentialHeadline } from '../../core/model/verdict.ts';

/** Longest name or title in the head of a page; the page itself has all of it. */
const maxCharacters = 80;

/**
 * The head of every printed page: what it is, what is wrong with it, of whom, of which credential, so that a sheet that got
 * loose can be put back and reads no better than the first. `look` says what is wrong, where anything is.
 * In the middle, where it is right in every language. Browsers that know no heads of pages print none.
 */
export function runningHeads({ credentials, cover }: RecognitionStatement, title: string, prefer: readonly string[], look: (headline: CredentialHeadline) => string | undefined): string {
  const pages = credentials.map((credential, at) => {
    const name = `statement-${String(at + 1)}`;
    const place = cover === undefined ? '.form' : `.form-set > .form:nth-child(${String(at + 2)})`;
    return `@media print { ${place} { page: ${name}; } } @page ${name} { margin: 12mm 14mm; @top-center { ${head([title, look(credential.headline) ?? '', ...namesOf(credential, prefer)])} } }`;
  });
  const first = cover === undefined ? [] : ['@media print { .form-set > .form:first-child { page: statement; } } @page statement { margin: 12mm 14mm; }'];
  return [...first, ...pages].join('\n');
}

function namesOf({ elements, title }: CredentialStatement, prefer: readonly string[]): readonly string[] {
  const learner = (elements.find(({ id }) => id === 'M1')?.values ?? [])
    .filter(({ is }) => is.kind === 'text')
    .slice(0, 2)
    .map((value) => plainText(value.text, prefer, maxCharacters) || plainText([{ text: value.raw }], prefer, maxCharacters));
  return [learner.join(' '), plainText(title, prefer, maxCharacters)];
}

/** Text of strangers within a style sheet: every character that means something there is written as its number. */
function head(parts: readonly string[]): string {
  const text = parts.filter((part) => part !== '').map((part) => Array.from(part, (character) => (/[\p{L}\p{N} ]/u.test(character) ? character : `\\${(character.codePointAt(0) ?? 32).toString(16)} `)).join('')).join(' · ');
  return `content: "${text}"; font: 8pt system-ui, sans-serif;`;
}
