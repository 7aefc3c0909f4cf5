import { euElements } from '../../core/model/eu-element-table.ts';
import type { ElementState } from '../../core/model/eu-elements.ts';
import type { JsonObject } from '../../core/model/json.ts';
import { vocabularyFor } from '../../core/vocabularies/registry.ts';
import { annexOneShapes } from '../sampling/annex-one-shapes.ts';
import { elementNames } from './element-names.ts';

const cellOf: Readonly<Record<ElementState, string>> = {
  stated: 'yes',
  'stated-as-text': 'words',
  conflict: 'yes',
  'not-applicable': '–',
  'not-stated': '–',
  'not-shared': '–',
};

function row(...cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}

/**
 * Which of the European elements are read from which shape, as Markdown: one micro-credential with all sixteen, written in each
 * shape as far as that has a place for them, is read now. What a cell does not say, the shape has no place for.
 */
export async function elementsText(): Promise<string> {
  const rows: string[] = [];
  for (const { name, claims } of annexOneShapes()) {
    const vocabulary = vocabularyFor(claims as JsonObject);
    const credential = (await vocabulary.load())(claims as JsonObject);
    rows.push(row(name, `\`${vocabulary.id}\``, ...euElements.map((element) => cellOf[element.read(credential).state])));
  }
  const header = ['Shape', 'Vocabulary', ...euElements.map(({ id }) => id)];
  return [
    row(...header),
    row(...header.map(() => '---')),
    ...rows,
    '',
    `${euElements.map(({ id }) => `${id} ${elementNames[id]}`).join(', ')}.`,
    '',
  ].join('\n');
}
