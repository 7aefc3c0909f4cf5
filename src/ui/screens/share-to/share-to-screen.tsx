import { maxChallengeCharacters, maxReceiverCharacters } from '../../../core/model/limits.ts';
import { Field } from '../../components/field.tsx';
import { StepForm } from '../../components/step-form.tsx';
import { useText } from '../../languages/use-text.ts';
import { ErrorSummary } from '../settings/error-summary.tsx';
import { useShareTo } from './use-share-to.ts';
import type { ShareToForm } from './use-share-to.ts';

const ends = ['interview', 'application', 'none'] as const;

export function ShareToScreen() {
  const text = useText();
  const { ids, form, problems, proves, change, proceed } = useShareTo();
  const receiverProblem = problems.includes('receiver') ? text('share.to.receiver.long', { max: maxReceiverCharacters }) : undefined;
  const challengeProblem = problems.includes('challenge') ? text('share.to.challenge.long', { max: maxChallengeCharacters }) : undefined;
  return (
    <StepForm
      title={text('share.to.title')}
      back={{ to: `/share/${ids}`, label: text('share.title') }}
      intro={text('share.to.intro')}
      submit={text('share.to.continue')}
      onSubmit={proceed}
    >
      <ErrorSummary
        problems={[
          ...(receiverProblem === undefined ? [] : [{ field: 'share-receiver', text: receiverProblem }]),
          ...(challengeProblem === undefined ? [] : [{ field: 'share-challenge', text: challengeProblem }]),
        ]}
      />
      <WhoAndWhy form={form} problem={receiverProblem} change={change} />
      <EndChoice end={form.end} onChoose={(end) => change({ end })} />
      <HowSigned proves={proves} />
      <Field
        id="share-challenge"
        label={text('share.to.challenge')}
        hint={text('share.to.challenge.hint')}
        problem={challengeProblem}
        dir="auto"
        autoComplete="off"
        value={form.challenge}
        onChange={(event) => change({ challenge: event.target.value })}
      />
    </StepForm>
  );
}

interface WhoAndWhyProps {
  readonly form: ShareToForm;
  readonly problem: string | undefined;
  readonly change: (part: Partial<ShareToForm>) => void;
}

/** The person's own note on who gets it and what for. */
function WhoAndWhy({ form, problem, change }: WhoAndWhyProps) {
  const text = useText();
  return (
    <>
      <Field
        id="share-receiver"
        label={text('share.to.receiver')}
        hint={text('share.to.receiver.hint')}
        problem={problem}
        dir="auto"
        autoComplete="off"
        value={form.receiver}
        onChange={(event) => change({ receiver: event.target.value })}
      />
      <Field
        id="share-purpose"
        label={text('share.to.purpose')}
        hint={text('share.to.purpose.hint')}
        dir="auto"
        autoComplete="off"
        value={form.purpose}
        onChange={(event) => change({ purpose: event.target.value })}
      />
    </>
  );
}

/** Until when the receiver is asked to use it. */
function EndChoice({ end: chosen, onChoose }: { readonly end: ShareToForm['end']; readonly onChoose: (end: ShareToForm['end']) => void }) {
  const text = useText();
  return (
    <fieldset className="field" aria-describedby="share-end-hint">
      <legend>{text('share.to.end')}</legend>
      <p className="hint" id="share-end-hint">
        {text('share.to.end.hint')}
      </p>
      <div className="choices">
        {ends.map((end) => (
          <label className="choice" key={end}>
            <input type="radio" name="end" checked={chosen === end} onChange={() => onChoose(end)} />
            <span>
              <b>{text(`share.to.end.${end}`)}</b>
              {end === 'none' ? null : <span>{text(`share.to.end.${end}.help`)}</span>}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

/** Not a choice, and not to be taken for a field: whether the key fits is a fact of the credentials. */
function HowSigned({ proves }: { readonly proves: boolean }) {
  const text = useText();
  return (
    <dl>
      <div className="summary">
        <dt>{text('share.to.proof')}</dt>
        <dd>
          <span>{text(proves ? 'share.proof.prove' : 'share.proof.sign')}</span>
          <br />
          <span className="small muted">
            {text(proves ? 'share.proof.prove.help' : 'share.proof.sign.help')}
            {proves ? null : ` ${text('share.proof.notOffered')}`}
          </span>
        </dd>
      </div>
    </dl>
  );
}
