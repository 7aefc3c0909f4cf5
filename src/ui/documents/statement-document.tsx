import { StatementCredential } from './statement-credential.tsx';
import type { StatementPageProps, StatementProps } from './statement-props.ts';
import { StatementSet } from './statement-set.tsx';

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
      <StatementCredential {...props} />
    </article>
  );
}
