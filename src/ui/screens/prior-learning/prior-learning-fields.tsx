import { OwnField } from '../../components/own/own-field.tsx';
import { TextArea } from '../../components/own/text-area.tsx';
import { useText } from '../../languages/use-text.ts';
import type { usePriorLearningForm } from './use-prior-learning-form.ts';

interface PriorLearningFieldsProps extends Pick<ReturnType<typeof usePriorLearningForm>, 'form' | 'change'> {
  readonly problemOf: (field: string) => string | undefined;
}

/** Title, words and time of prior learning. */
export function PriorLearningFields({ form, change, problemOf }: PriorLearningFieldsProps) {
  const text = useText();
  return (
    <>
      <OwnField label={text('prior.field.title')} problem={problemOf('title')} value={form.title} onChange={(title) => change({ title })} />
      <TextArea
        label={text('prior.field.what')}
        hint={text('prior.field.what.hint')}
        problem={problemOf('what')}
        value={form.what}
        rows={6}
        onChange={(what) => change({ what })}
      />
      <OwnField label={text('prior.field.when')} hint={text('prior.field.when.hint')} problem={problemOf('when')} value={form.when} onChange={(when) => change({ when })} />
    </>
  );
}
