import type { CredentialStatement, RecognitionStatement } from '../../core/model/recognition-statement.ts';
import { Sentence } from '../languages/sentence.tsx';
import type { UsedLabels } from '../languages/use-labels.ts';
import { StatementCredential } from './statement-credential.tsx';
import { StatementSet } from './statement-set.tsx';

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

/** A whole statement: a cover where it is of several credentials, then each with a page of its own. */
export function StatementDocument(props: StatementProps) {
  const { statement, level, id } = props;
  const [only] = statement.credentials;
  if (statement.cover === undefined && only !== undefined) return <StatementPage {...props} credential={only} />;
  const inner = level === 1 ? 2 : 3;
  return (
    <div className="form-set">
      <StatementSet {...props} />
      {statement.credentials.map((credential, at) => (
        <StatementPage key={credential.original.sha256} {...props} credential={credential} level={inner} id={`${id}-${String(at + 1)}`} />
      ))}
    </div>
  );
}

/** One credential of a statement: one page, more where it says more. */
export function StatementPage(props: StatementPageProps) {
  const { id } = props;
  return (
    <article className="form" aria-labelledby={`${id}-title`}>
      <p className="form-kind">
        <Sentence id="statement.title" />
      </p>
      <StatementCredential {...props} />
    </article>
  );
}
