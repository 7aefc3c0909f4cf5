import { expect, it } from 'vitest';
import type { ExaminedShare } from '../../../../src/core/model/examination.ts';
import { ExaminationView } from '../../../../src/ui/screens/check-result/examination-view.tsx';
import { bareExample, hashedExample } from '../../../support/example-pages.ts';
import { markup, textOf } from '../../said.tsx';

const words = '{ "type": "RecognitionStatement", "purpose": "</pre><b>Admission\u202E" }';
const statement = { sha256: '0'.repeat(64), json: new TextEncoder().encode(words) };
const share = {
  kind: 'share',
  format: bareExample.format,
  axes: { unchanged: 'yes', holder: 'no-key', binding: 'label-only', end: 'none' },
  headline: 'no-owner-key',
  checks: [],
  parts: [hashedExample],
  class: 'note',
} as const satisfies ExaminedShare;
const page = (examination: ExaminedShare): string => markup(<ExaminationView examination={examination} mode="check" level={1} />);

it('a statement that came with a share can be read and saved, as inert text, whether one credential came or several', () => {
  for (const parts of [[hashedExample], [hashedExample, bareExample]]) {
    const html = page({ ...share, parts, statement });
    const text = textOf(html);
    for (const said of ['Read the recognition statement', 'Save the statement', '"purpose": "']) expect(text).toContain(said);
    expect(html).not.toContain('<b>Admission');
    expect(html).not.toContain('\u202E');
  }
});

it('nothing offers a statement where none came', () => {
  expect(textOf(page(share))).not.toContain('Read the recognition statement');
});
