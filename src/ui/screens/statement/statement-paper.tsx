import { useEffect } from 'react';
import { useLingui } from '@lingui/react';
import type { RecognitionStatement } from '../../../core/model/recognition-statement.ts';
import type { KeptAnew } from '../../../wallet/document-doors.ts';
import { contentLanguages, preferredContent } from '../../components/credential/content-languages.ts';
import formStyle from '../../documents/document.css?raw';
import { runningHeads } from '../../documents/running-heads.ts';
import { isPlain } from '../../../core/model/verdict.ts';
import { headlineWords } from '../../documents/statement-words.ts';
import { StatementDocument } from '../../documents/statement-document.tsx';
import { useLabels } from '../../languages/use-labels.ts';
import { useText } from '../../languages/use-text.ts';

/**
 * As wide as paper, where there is room: a form of many columns is no text to be read line by line. On paper the document has
 * a title of its own; the screen's is only there for readers of the tagged file.
 */
const around = '@media screen { .main { max-inline-size: 64rem; } } @media print { .main > .stack { position: absolute; clip-path: inset(50%); } }';

interface PaperProps {
  readonly statement: RecognitionStatement;
  readonly items: readonly KeptAnew[];
}

/** The document as it will be on paper: what is seen here is what is printed. */
export function StatementPaper({ statement, items }: PaperProps) {
  const text = useText();
  const { i18n } = useLingui();
  const own = [...new Set(items.flatMap(({ examined }) => contentLanguages(examined)))];
  const prefer = preferredContent(i18n.locale, undefined, own);
  const labels = useLabels(prefer);
  const style = around + formStyle + runningHeads(statement, text('statement.title'), prefer, (headline) => (isPlain(headline) ? undefined : text(headlineWords(headline))));
  useEffect(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(style);
    document.adoptedStyleSheets.push(sheet);
    return () => {
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((one) => one !== sheet);
    };
  }, [style]);
  return (
    <section className="sheet" aria-label={text('statement.preview')}>
      <StatementDocument statement={statement} prefer={prefer} labels={labels} level={2} id="statement" />
    </section>
  );
}
