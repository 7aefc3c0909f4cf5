import type { ReactNode } from 'react';
import { toDisplayText } from '../../core/model/display-text.ts';
import { formatInstant } from '../../core/model/instant.ts';
import type { Instant } from '../../core/model/instant.ts';
import type { CredentialStatement } from '../../core/model/recognition-statement.ts';
import { DocText } from '../components/doc-text.tsx';
import type { MessageId } from '../languages/en.ts';
import { Sentence } from '../languages/sentence.tsx';
import { useFormats } from '../languages/use-formats.ts';
import { useText } from '../languages/use-text.ts';
import { Heading } from './heading.tsx';

/** A numbered section of the form, one level below the title. */
export function Section({ number, title, level, id, children }: { readonly number: string; readonly title: MessageId; readonly level: 1 | 2 | 3; readonly id: string; readonly children: ReactNode }) {
  const text = useText();
  return (
    <section className="form-section">
      <Heading level={(level + 1) as 2 | 3 | 4} id={id}>
        {`${number} ${text(title)}`}
      </Heading>
      {children}
    </section>
  );
}

/** A moment for paper: the same everywhere, with its time zone. */
export function Moment({ at }: { readonly at: Instant }) {
  const formats = useFormats();
  const written = formatInstant(at);
  return (
    <time dateTime={written}>
      <Sentence id="statement.moment" values={{ date: <>{formats.day(written.slice(0, 10))}</>, clock: <bdi>{written.slice(11, 16)}</bdi> }} />
    </time>
  );
}

/** The title of a credential; ours where it has none. */
export function CredentialTitle({ credential, prefer }: { readonly credential: CredentialStatement; readonly prefer: readonly string[] }) {
  const { title } = credential;
  return title.length === 0 ? <Sentence id="leaf.untitled" /> : <DocText text={title} prefer={prefer} max={2_000} />;
}

/** The SHA-256 of a file in hex. */
export function Digest({ hex }: { readonly hex: string }) {
  return (
    <bdi className="form-code" dir="ltr">
      SHA-256 {toDisplayText(hex, 200)}
    </bdi>
  );
}
