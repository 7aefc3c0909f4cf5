import { completenessOf } from '../../core/model/completeness.ts';
import { toDisplayText } from '../../core/model/display-text.ts';
import type { ElementReading, ElementValue } from '../../core/model/eu-elements.ts';
import { credentialsIn } from '../../core/model/examination.ts';
import type { Examination, ExaminedCredential } from '../../core/model/examination.ts';
import { elementNames } from '../supporting/element-names.ts';

/** Characters of one value; the rest is counted. */
const maxCharacters = 400;

/** The European elements of every credential in a file, for a person at a command line: in order, each value with its place. */
export function elementsPage(file: string, seen: Examination): string {
  const credentials = credentialsIn(seen).flatMap(withInner);
  const lines = credentials.flatMap((credential, index) => [...(index === 0 ? [] : ['']), ...pageOf(credential)]);
  if (seen.kind === 'unreadable') lines.push(`unreadable: ${seen.error.code}`);
  else if (credentials.length === 0) lines.push('no credential in it');
  return `${[safe(file), ...lines.map((line) => (line === '' ? '' : `  ${line}`))].join('\n')}\n`;
}

function withInner(credential: ExaminedCredential): readonly ExaminedCredential[] {
  return [credential, ...(credential.parts ?? []).flatMap(credentialsIn).flatMap(withInner)];
}

/** What issuers wrote may hold commands for a terminal: nothing invisible, no controls, no endless length. */
function safe(text: string): string {
  const shown = toDisplayText(text, 1_000_000).replace(/\s+/gu, ' ');
  return shown.length > maxCharacters ? `${shown.slice(0, maxCharacters)}… (${shown.length} characters)` : shown;
}

function pageOf({ credential, elements, format, vocabulary, headline, class: verdictClass }: ExaminedCredential): readonly string[] {
  const { stated, excused, gaps } = completenessOf(elements);
  const title = credential.title?.value[0]?.text ?? '';
  const count = `${stated} of ${elements.filter(({ mandatory }) => mandatory).length} mandatory elements stated${excused === 0 ? '' : `, ${excused} said not to apply`}`;
  const missing = gaps.length === 0 ? '' : `; not stated: ${gaps.map((id) => `${id} ${elementNames[id]}`).join(', ')}`;
  return [`${title === '' ? '(no title)' : `"${safe(title)}"`} · ${format}, ${vocabulary} · ${headline} (${verdictClass})`, `${count}${missing}`, ...elements.flatMap(linesOf)];
}

const idWidth = 4;
const nameWidth = 31;
const stateWidth = 16;

/** The element and its state before the first value; the other values below it. */
function linesOf({ id, state, values }: ElementReading): readonly string[] {
  const head = `${id.padEnd(idWidth)}${elementNames[id].padEnd(nameWidth)}${state.padEnd(stateWidth)}`;
  const told = values.map((value) => `${wordsOf(value)}  ${safe(value.path)}`);
  if (told.length === 0) return [head.trimEnd()];
  return told.map((line, index) => `${index === 0 ? head : ' '.repeat(idWidth + nameWidth + stateWidth)}${line}`);
}

/** A value by its code, number or date, and in the issuer's words. */
function wordsOf(value: ElementValue): string {
  const words = value.text.map(({ text, language }) => `${safe(text)}${language === undefined ? '' : ` [${language}]`}`).join(' / ');
  const told = codeOf(value);
  if (told === '') return words === '' ? safe(value.raw) : words;
  return words === '' || words === told ? told : `${told} (${words})`;
}

function codeOf({ is, raw }: ElementValue): string {
  switch (is.kind) {
    case 'country':
    case 'language':
      return safe(is.code);
    case 'workload':
      return `${is.amount} ${is.system === 'unknown' ? safe(is.unit ?? 'of an unknown unit') : is.system}${is.part === true ? ', of a part' : ''}`;
    case 'odd-duration':
      return `${safe(raw)}, an unusual value`;
    case 'level':
      return safe(`${is.framework} ${is.level}`.trim());
    case 'term':
      return safe(`${is.list} ${is.code}`);
    case 'skill':
      return safe(is.uri ?? '');
    case 'partial':
      return is.partial ? 'a partial qualification' : 'not a partial qualification';
    case 'stackable':
      return is.stackable ? 'stackable' : 'not stackable';
    case 'identifier':
      return safe(`${is.scheme}${is.hashed ? ', hashed' : ''}`);
    case 'accreditation':
      return is.detail;
    case 'coverage':
      return [is.covers, ...is.because].join(', ');
    case 'text':
    case 'date':
    case 'link':
    case 'association':
      return '';
  }
}
