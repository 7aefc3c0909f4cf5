import { Field } from '../../components/field.tsx';
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
      <Field
        label={text('prior.field.title')}
        problem={problemOf('title')}
        urgent
        dir="auto"
        autoComplete="off"
        value={form.title}
        onChange={(event) => change({ title: event.target.value })}
      />
      <TextArea
        label={text('prior.field.what')}
        hint={text('prior.field.what.hint')}
        problem={problemOf('what')}
        value={form.what}
        rows={6}
        onChange={(what) => change({ what })}
      />
      <Field
        label={text('prior.field.when')}
        hint={text('prior.field.when.hint')}
        problem={problemOf('when')}
        urgent
        dir="auto"
        autoComplete="off"
        value={form.when}
        onChange={(event) => change({ when: event.target.value })}
      />
    </>
  );
}
