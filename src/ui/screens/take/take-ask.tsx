import { useRef } from 'react';
import { useLingui } from '@lingui/react';
import type { ExaminedCredential } from '../../../core/model/examination.ts';
import { maxOwnTextCharacters } from '../../../core/model/limits.ts';
import type { CvFacts } from '../../../wallet/cv-entry.ts';
import { useDraft } from '../../components/own/drafts.ts';
import { TextArea } from '../../components/own/text-area.tsx';
import { Sentence } from '../../languages/sentence.tsx';
import { useFormats } from '../../languages/use-formats.ts';
import { useText } from '../../languages/use-text.ts';
import { CopyButton } from './copy-button.tsx';
import { feedbackText, mailAddress, titlesOf } from './cv-words.ts';

/** Nothing typed: the text that is ready, in the language of now. */
const asReady: { readonly typed: string | undefined } = { typed: undefined };

/** A message to the awarding body that the learner finishes and sends herself. */
export function TakeAsk({ examined, facts }: { readonly examined: ExaminedCredential; readonly facts: CvFacts }) {
  const text = useText();
  const formats = useFormats();
  const { i18n } = useLingui();
  const title = titlesOf(facts, [i18n.locale, 'en'])[0] ?? '';
  const ready = feedbackText(examined, { title, date: facts.dates[0] ?? '' }, { text, formats, locale: i18n.locale });
  const { words: { typed }, change, done, discard } = useDraft(asReady);
  const message = typed ?? ready;
  const section = useRef<HTMLElement>(null);
  // The button that was pressed goes with the words.
  const beginAnew = (): void => {
    discard();
    section.current?.querySelector('textarea')?.focus();
  };
  const { mail } = facts;
  const subject = text('take.ask.subject', { known: title === '' ? 'no' : 'yes', title });
  return (
    <section className="stack" aria-labelledby="take-ask" ref={section}>
      <h2 id="take-ask">{text('take.ask')}</h2>
      <p>{text('take.ask.help')}</p>
      {mail === undefined ? null : (
        <p>
          <Sentence id="take.ask.to" values={{ mail: <bdi dir="ltr">{mail}</bdi> }} />
        </p>
      )}
      <TextArea label={text('take.ask.text')} value={message} rows={rowsFor(message)} onChange={(value) => change({ typed: value === ready ? undefined : value.slice(0, maxOwnTextCharacters * 2) })} />
      <div className="row">
        <CopyButton words={message} label="take.ask.copy" onCopied={done} />
        {mail === undefined ? null : <MailLink address={mailAddress(mail, subject, message)} />}
        {typed === undefined ? null : (
          <button className="btn" data-kind="quiet" type="button" onClick={beginAnew}>
            {text('take.ask.anew')}
          </button>
        )}
      </div>
    </section>
  );
}

/** As high as what is in it, and never higher than the window of a phone. */
function rowsFor(words: string): number {
  const rows = words.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / 34)), 1);
  return Math.min(Math.max(rows, 6), 12);
}

function MailLink({ address }: { readonly address: string | undefined }) {
  const text = useText();
  if (address === undefined) return <span className="small muted">{text('take.ask.long')}</span>;
  return (
    <a className="btn" data-kind="second" href={address} rel="noreferrer">
      {text('take.ask.mail')}
    </a>
  );
}
