import { encodeUtf8 } from '../encoding/utf8.ts';
import type { ExaminedCredential } from '../model/examination.ts';
import type { MadeStatement, StatementOrder } from '../model/recognition-statement.ts';
import { withParts } from './countable.ts';
import { createStatement } from './create-statement.ts';
import { statementJson } from './statement-json.ts';

/** Shorter names and numbers stand in many words by chance. */
const minCharacters = 3;
/** Scripts without capitals: many set no spaces around a name, or write small words in one with it, and a sign may be a word. */
const unspaced = /\p{Lo}/u;

/** The statement for the page and for print, and the file for another system, made of it. */
export function makeStatement(credentials: readonly ExaminedCredential[], order: StatementOrder): MadeStatement {
  const statement = createStatement(credentials, order);
  const json = JSON.stringify(statementJson(statement), undefined, 2);
  const stillNamed = order.holder === 'none' && isNamedIn(json, credentials);
  return { statement, json: encodeUtf8(`${json}\n`), ...(stillNamed ? { stillNamed } : {}) };
}

/** Whether a name, also with the family name first, a number or address of the learner stands in it as whole words: in a title, a remark, an address of evidence. */
function isNamedIn(json: string, credentials: readonly ExaminedCredential[]): boolean {
  const said = ` ${wordsOf(json)} `;
  const isSaid = (words: string): boolean => (unspaced.test(words) ? words.length > 1 && said.includes(words) : words.length >= minCharacters && said.includes(` ${words} `));
  const ofLearner = withParts(credentials).flatMap(({ credential: { holder } }) => [...holder.names.flatMap(({ value }) => value.map(({ text }) => text)), ...holder.identifiers.map(({ value }) => value.value)]);
  return ofLearner.map(wordsOf).some((words) => isSaid(words) || isSaid(words.replace(/^(.*) (\S+)$/, '$2 $1')));
}

function wordsOf(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ').trim();
}
