import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { I18nProvider } from '@lingui/react';
import { renderToStaticMarkup } from 'react-dom/server';
import type { ExaminedCredential } from '../../../src/core/model/examination.ts';
import { credentialsIn } from '../../../src/core/model/examination.ts';
import { labelsEdition, parseLabels } from '../../../src/core/model/label-file.ts';
import type { RecognitionStatement, StatementOrder } from '../../../src/core/model/recognition-statement.ts';
import { createStatement } from '../../../src/core/recognition/create-statement.ts';
import { StatementDocument } from '../../../src/ui/documents/statement-document.tsx';
import { provideLabels, wantLabels } from '../../../src/ui/languages/current-labels.ts';
import { useLabels } from '../../../src/ui/languages/use-labels.ts';
import { examineBytes, testNow } from '../../support/examining.ts';
import { englishI18n } from '../english.ts';

const fixtures = join(import.meta.dirname, '../../fixtures/credentials');

/** One micro-credential in three formats, made by this project. */
export const annexFiles = ['jws-json/european-learning-model--annex-one.json', 'jwt-credential/open-badges-3--annex-one.jwt', 'sd-jwt/micro-credential--annex-one.txt'];

export async function examineFile(file: string): Promise<readonly ExaminedCredential[]> {
  return credentialsIn(await examineBytes(new Uint8Array(readFileSync(join(fixtures, file)))));
}

export function statementOf(items: readonly ExaminedCredential[], changes: Partial<StatementOrder> = {}): RecognitionStatement {
  return createStatement(items, { now: testNow, wallet: { name: 'Mecum', version: '0.1.0' }, holder: 'name', lists: [], ...changes });
}

/** The labels that the app ships, at hand at once. */
export async function loadLabels(...languages: readonly string[]): Promise<void> {
  provideLabels(async (language) => parseLabels(JSON.parse(readFileSync(`public/labels/${language}-${labelsEdition}.json`, 'utf8'))));
  wantLabels(languages, () => undefined)();
  await new Promise((resolve) => setTimeout(resolve, 50));
}

function Labelled({ statement, prefer, level }: { readonly statement: RecognitionStatement; readonly prefer: readonly string[]; readonly level: 1 | 2 | 3 }) {
  return <StatementDocument statement={statement} prefer={prefer} labels={useLabels(prefer)} level={level} id="st" />;
}

/** The document as markup: no wallet, nothing that has to be pressed. */
export function drawn(statement: RecognitionStatement, prefer: readonly string[] = ['en'], level: 1 | 2 | 3 = 1): string {
  return renderToStaticMarkup(
    <I18nProvider i18n={englishI18n}>
      <Labelled statement={statement} prefer={prefer} level={level} />
    </I18nProvider>,
  );
}

/** What stands on the page: each piece of text in its place, parted by a line. */
export function read(html: string): string {
  return html
    .replace(/<wbr\/?>|<span class="form-day">([^<]*)<\/span>/g, '$1')
    .replace(/<[^>]*>/g, '\n')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#x27;', "'")
    .replaceAll('&amp;', '&')
    .replaceAll('\u00a0', ' ')
    .replace(/\n+/g, '\n');
}
