import { useParams } from 'wouter';
import type { PriorLearning } from '../../../core/model/own-records.ts';
import { Page } from '../../app/page.tsx';
import { useWalletState } from '../../app/wallet-context.ts';
import { errorText } from '../../components/error-text.ts';
import { useText } from '../../languages/use-text.ts';
import { Failure } from '../settings/failure.tsx';
import { EvidenceFiles } from './evidence-files.tsx';
import { PriorLearningFields } from './prior-learning-fields.tsx';
import { usePriorLearningForm } from './use-prior-learning-form.ts';

/** Describes prior learning, or changes a description. */
export function PriorLearningFormScreen() {
  const text = useText();
  const { id } = useParams<{ id?: string }>();
  const before = useWalletState().vault.own.priorLearning.find((one) => one.id === id);
  if (id === undefined || before !== undefined) return <Form key={id ?? ''} before={before} />;
  return (
    <Page title={text('prior.title')} back={{ to: '/prior-learning', label: text('prior.title') }}>
      <div className="empty">
        <h1 tabIndex={-1}>{text('prior.title')}</h1>
        <p className="intro">{text('own.missing')}</p>
      </div>
    </Page>
  );
}

function Form({ before }: { readonly before: PriorLearning | undefined }) {
  const text = useText();
  const made = usePriorLearningForm(before);
  const { form, change, save } = made;
  const { error } = form;
  const title = text(before === undefined ? 'prior.new' : 'prior.edit');
  const problemOf = (field: string): string | undefined => (error?.facts['field'] === field ? errorText(text, error) : undefined);
  const isAbove = error !== undefined && ['title', 'what', 'when'].every((field) => problemOf(field) === undefined);
  return (
    <Page title={title} back={{ to: '/prior-learning', label: text('prior.title') }} flow>
      <form
        className="stack"
        data-gap="l"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <div className="stack" data-gap="s">
          <h1 tabIndex={-1}>{title}</h1>
          <p className="intro">{text('prior.intro')}</p>
        </div>
        {isAbove ? <Failure error={error} /> : null}
        <PriorLearningFields form={form} change={change} problemOf={problemOf} />
        <EvidenceFiles {...made} />
        <div className="actions">
          <button className="btn" data-kind="main" type="submit">
            {text('own.save')}
          </button>
        </div>
      </form>
    </Page>
  );
}
