import { Sentence } from '../languages/sentence.tsx';
import { Heading } from './heading.tsx';
import type { StatementProps } from './statement-document.tsx';

/** The cover of a set: what is in it, and what asks for a second look. */
export function StatementSet({ level, id }: StatementProps) {
  return (
    <section className="form" aria-labelledby={`${id}-title`}>
      <Heading level={level} id={`${id}-title`}>
        <Sentence id="statement.title" />
      </Heading>
    </section>
  );
}
