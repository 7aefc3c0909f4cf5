import { DocText } from '../components/doc-text.tsx';
import { Sentence } from '../languages/sentence.tsx';
import { Heading } from './heading.tsx';
import type { StatementPageProps } from './statement-document.tsx';

/** The parts of a page, in the order of a form. */
export function StatementCredential({ credential, prefer, level, id }: StatementPageProps) {
  const title = credential.elements.find((element) => element.id === 'M2')?.values[0];
  return (
    <>
      <Heading level={level} id={`${id}-title`}>
        {title === undefined ? <Sentence id="leaf.untitled" /> : <DocText text={title.text} prefer={prefer} />}
      </Heading>
      <p>
        <Sentence id="statement.prepared" />
      </p>
    </>
  );
}
