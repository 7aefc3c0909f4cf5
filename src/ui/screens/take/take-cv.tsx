import { Fragment, useId, useState } from 'react';
import { useLingui } from '@lingui/react';
import type { ExaminedCredential } from '../../../core/model/examination.ts';
import { toJsonResume } from '../../../wallet/cv-entry.ts';
import type { CvEntry, CvFacts } from '../../../wallet/cv-entry.ts';
import { originalFileName } from '../../components/credential/original-file-name.ts';
import { Icon } from '../../components/icon.tsx';
import { Sentence } from '../../languages/sentence.tsx';
import { useFormats } from '../../languages/use-formats.ts';
import { useText } from '../../languages/use-text.ts';
import { CopyButton } from './copy-button.tsx';
import { cvLines, cvText, dateWords, entryOf, linkOf, titlesOf } from './cv-words.ts';
import type { Writing } from './cv-words.ts';
import { SavedLine } from './saved-line.tsx';
import { TakeNetwork } from './take-network.tsx';
import type { Saved, TakeActions } from './use-take.ts';

interface TakeCvProps {
  readonly examined: ExaminedCredential;
  readonly facts: CvFacts;
  readonly saved: Saved | undefined;
  readonly save: TakeActions['save'];
}

/** Everything of the entry that the learner can choose; several titles or dates are offered, never settled for her. */
function useEntry(facts: CvFacts) {
  const { i18n } = useLingui();
  const formats = useFormats();
  const prefer = [i18n.locale, 'en'];
  const titles = titlesOf(facts, prefer);
  const [title, setTitle] = useState('');
  const [date, setDate] = useState('');
  const [withLink, setWithLink] = useState(true);
  const chosen = { title: titles.includes(title) ? title : (titles[0] ?? ''), date: date === '' ? (facts.dates[0] ?? '') : date, withLink };
  return { titles, chosen, setTitle, setDate, setWithLink, entry: entryOf(facts, chosen, prefer, formats) };
}

/** A few lines for a curriculum vitae, a file for programs that write one, and an entry for a network. */
export function TakeCv({ examined, facts, saved, save }: TakeCvProps) {
  const text = useText();
  const formats = useFormats();
  const { i18n } = useLingui();
  const writing: Writing = { text, formats, locale: i18n.locale };
  const { titles, chosen, setTitle, setDate, setWithLink, entry } = useEntry(facts);
  const lines = cvLines(entry, writing);
  const link = linkOf(facts);
  if (lines.length === 0) return null;
  const dates = facts.dates.map((date) => [date, dateWords(date, writing)] as const);
  return (
    <>
      <section className="stack" aria-labelledby="take-cv">
        <h2 id="take-cv">{text('take.cv')}</h2>
        <p>{text('take.cv.help')}</p>
        <Choice label={text('take.cv.several', { what: 'title' })} value={chosen.title} options={titles.map((title) => [title, title])} choose={setTitle} />
        <Choice label={text('take.cv.several', { what: 'date' })} value={chosen.date} options={dates} choose={setDate} />
        <Shown lines={lines} address={entry.address} />
        {entry.title === '' ? <p className="small muted">{text('take.cv.untitled')}</p> : null}
        {link === undefined ? null : (
          <label className="row">
            <input type="checkbox" checked={chosen.withLink} onChange={(event) => setWithLink(event.target.checked)} />
            <span>
              <Sentence id="take.cv.link" values={{ host: <bdi dir="ltr">{link.host}</bdi> }} />
            </span>
          </label>
        )}
        <div className="row">
          <CopyButton words={cvText(lines)} label="take.cv.copy" />
        </div>
        <Resume entry={entry} facts={facts} examined={examined} saved={saved} save={save} />
      </section>
      <TakeNetwork entry={entry} writing={writing} />
    </>
  );
}

/** The text in full before it is copied. */
function Shown({ lines, address }: { readonly lines: ReturnType<typeof cvLines>; readonly address: string }) {
  return (
    <p className="panel lines doc">
      {lines.map(([first, ...others], index) => (
        <span key={index} {...(first === address ? { className: 'raw' } : {})}>
          <bdi>
            {first}
            {others.map((part) => (
              <Fragment key={part}>
                , <bdi>{part}</bdi>
              </Fragment>
            ))}
          </bdi>
        </span>
      ))}
    </p>
  );
}

interface ChoiceProps {
  readonly label: string;
  readonly value: string;
  readonly options: readonly (readonly [value: string, words: string])[];
  readonly choose: (value: string) => void;
}

/** Only where there is something to choose. */
function Choice({ label, value, options, choose }: ChoiceProps) {
  const id = useId();
  if (options.length < 2) return null;
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <select className="input" id={id} value={value} onChange={(event) => choose(event.target.value)}>
        {options.map(([option, words]) => (
          <option key={option} value={option}>
            {words}
          </option>
        ))}
      </select>
    </div>
  );
}

function Resume({ entry, facts, examined, saved, save }: TakeCvProps & { readonly entry: CvEntry }) {
  const text = useText();
  const name = `${originalFileName(examined).replace(/\.[A-Za-z0-9-]{1,8}$/, '')}-resume.json`;
  return (
    <>
      <p className="small muted">{text('take.cv.resume.help')}</p>
      <div className="row">
        <button className="btn" data-kind="second" type="button" onClick={() => void save('resume', { bytes: toJsonResume(entry, facts.isDegree), name, mediaType: 'application/json' })}>
          <Icon name="download" />
          {text('take.cv.resume')}
        </button>
        <SavedLine what="resume" saved={saved} />
      </div>
    </>
  );
}
