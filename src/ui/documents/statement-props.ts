import type { CredentialStatement, RecognitionStatement } from '../../core/model/recognition-statement.ts';
import type { UsedLabels } from '../languages/use-labels.ts';

/** What a statement is drawn with, on a screen, on paper or in a file: data only, nothing is asked and nothing has to be pressed. */
export interface StatementProps {
  readonly statement: RecognitionStatement;
  /** Languages for what issuers wrote, best first. */
  readonly prefer: readonly string[];
  /** Labels of European codes, countries and languages; `useLabels(prefer)` once they are at hand. */
  readonly labels: UsedLabels;
  /** Level of the first heading, 1 where it stands alone. Its sections are one level below, never deeper than two. */
  readonly level: 1 | 2 | 3;
  /** What all ids in it begin with: two documents on one page never share one. */
  readonly id: string;
}

export interface StatementPageProps extends StatementProps {
  readonly credential: CredentialStatement;
}
