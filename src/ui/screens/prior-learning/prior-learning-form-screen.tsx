import { useParams } from 'wouter';
import type { PriorLearning } from '../../../core/model/own-records.ts';
import { Page } from '../../app/page.tsx';
import { useWalletState } from '../../app/wallet-context.ts';
import { errorText } from '../../components/error-text.ts';
import { StepForm } from '../../components/step-form.tsx';
import { useText } from '../../languages/use-text.ts';
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

const fields = ['title', 'what', 'when', 'files'];

function Form({ before }: { readonly before: PriorLearning | undefined }) {
  const text = useText();
  const made = usePriorLearningForm(before);
  const { form, error, found, change, discard, save } = made;
  const problemOf = (field: string): string | undefined => (error?.facts['field'] === field ? errorText(text, error) : undefined);
  return (
    <StepForm
      title={text(before === undefined ? 'prior.new' : 'prior.edit')}
      back={{ to: '/prior-learning', label: text('prior.title') }}
      intro={text('prior.intro')}
      submit={text('own.save')}
      onSubmit={save}
      error={error}
      fields={fields}
      found={found}
      onDiscard={discard}
    >
      <PriorLearningFields form={form} change={change} problemOf={problemOf} />
      <EvidenceFiles {...made} problem={problemOf('files')} />
    </StepForm>
  );
}
