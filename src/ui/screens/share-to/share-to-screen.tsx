import type { ReactNode } from 'react';
import { maxChallengeCharacters, maxReceiverCharacters } from '../../../core/model/limits.ts';
import { Page } from '../../app/page.tsx';
import type { MessageId } from '../../languages/en.ts';
import { useText } from '../../languages/use-text.ts';
import { ErrorSummary } from '../settings/error-summary.tsx';
import { FieldError } from '../settings/failure.tsx';
import { useShareTo } from './use-share-to.ts';

const ends = ['interview', 'application', 'none'] as const;

export function ShareToScreen() {
  const text = useText();
  const { ids, form, problems, proves, change, proceed } = useShareTo();
  const receiverProblem = problems.includes('receiver') ? text('share.to.receiver.long', { max: maxReceiverCharacters }) : undefined;
  const challengeProblem = problems.includes('challenge') ? text('share.to.challenge.long', { max: maxChallengeCharacters }) : undefined;
  return (
    <Page title={text('share.to.title')} back={{ to: `/share/${ids}`, label: text('share.title') }} flow>
      <form
        className="stack"
        data-gap="l"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          proceed();
        }}
      >
        <div className="stack" data-gap="s">
          <h1 tabIndex={-1}>{text('share.to.title')}</h1>
          <p className="intro">{text('share.to.intro')}</p>
        </div>
        <ErrorSummary
          problems={[
            ...(receiverProblem === undefined ? [] : [{ field: 'share-receiver', text: receiverProblem }]),
            ...(challengeProblem === undefined ? [] : [{ field: 'share-challenge', text: challengeProblem }]),
          ]}
        />
        <TextField id="share-receiver" label="share.to.receiver" hint="share.to.receiver.hint" error={receiverProblem} value={form.receiver} onChange={(receiver) => change({ receiver })} />
        <TextField id="share-purpose" label="share.to.purpose" hint="share.to.purpose.hint" value={form.purpose} onChange={(purpose) => change({ purpose })} />
        <fieldset className="field" aria-describedby="share-end-hint">
          <legend>{text('share.to.end')}</legend>
          <p className="hint" id="share-end-hint">
            {text('share.to.end.hint')}
          </p>
          <div className="choices">
            {ends.map((end) => (
              <label className="choice" key={end}>
                <input type="radio" name="end" checked={form.end === end} onChange={() => change({ end })} />
                <span>
                  <b>{text(`share.to.end.${end}`)}</b>
                  {end === 'none' ? null : <span>{text(`share.to.end.${end}.help`)}</span>}
                </span>
              </label>
            ))}
          </div>
        </fieldset>
        <HowSigned proves={proves} />
        <TextField id="share-challenge" label="share.to.challenge" hint="share.to.challenge.hint" error={challengeProblem} value={form.challenge} onChange={(challenge) => change({ challenge })} />
        <div className="actions">
          <button className="btn" data-kind="main" type="submit">
            {text('share.to.continue')}
          </button>
        </div>
      </form>
    </Page>
  );
}

/** Not a choice: whether the key fits is a fact of the credentials. */
function HowSigned({ proves }: { readonly proves: boolean }) {
  const text = useText();
  return (
    <section className="stack" data-gap="s">
      <h2>{text('share.to.proof')}</h2>
      <p>
        <strong>{text(proves ? 'share.proof.prove' : 'share.proof.sign')}</strong>
      </p>
      <p className="muted">{text(proves ? 'share.proof.prove.help' : 'share.proof.sign.help')}</p>
      {proves ? null : <p className="small muted">{text('share.proof.notOffered')}</p>}
    </section>
  );
}

interface TextFieldProps {
  readonly id: string;
  readonly label: MessageId;
  readonly hint: MessageId;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly error?: ReactNode;
}

function TextField({ id, label, hint, value, onChange, error }: TextFieldProps) {
  const text = useText();
  const wrong = typeof error === 'string';
  return (
    <div className="field">
      <label htmlFor={id}>{text(label)}</label>
      <p className="hint" id={`${id}-hint`}>
        {text(hint)}
      </p>
      {wrong ? <FieldError id={`${id}-error`} text={error} /> : null}
      <input
        id={id}
        className="input"
        dir="auto"
        autoComplete="off"
        value={value}
        onChange={(event) => onChange(event.target.value)}
        aria-invalid={wrong}
        aria-describedby={wrong ? `${id}-hint ${id}-error` : `${id}-hint`}
      />
    </div>
  );
}
