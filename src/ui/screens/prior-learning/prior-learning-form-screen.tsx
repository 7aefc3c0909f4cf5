import { useParams } from 'wouter';
import type { ReactNode } from 'react';
import { maxEvidenceBytes, maxEvidenceFiles } from '../../../core/model/limits.ts';
import type { PriorLearning } from '../../../core/model/own-records.ts';
import { Page } from '../../app/page.tsx';
import { useWallet, useWalletState } from '../../app/wallet-context.ts';
import { errorText } from '../../components/error-text.ts';
import { Field } from '../../components/field.tsx';
import { ownText } from '../../components/own/own-text.tsx';
import { TextArea } from '../../components/own/text-area.tsx';
import { useText } from '../../languages/use-text.ts';
import { Failure } from '../settings/failure.tsx';
import { PickFile } from '../settings/pick-file.tsx';
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
        <Files {...made} />
        <div className="actions">
          <button className="btn" data-kind="main" type="submit">
            {text('own.save')}
          </button>
        </div>
      </form>
    </Page>
  );
}

/** Files beside the description: those that are kept, those to be added, and a place for more. */
function Files({ form, change, pick, saveCopy }: ReturnType<typeof usePriorLearningForm>) {
  const text = useText();
  const wallet = useWallet();
  const { kept, added } = form;
  return (
    <section className="stack" aria-labelledby="prior-files">
      <h2 id="prior-files">{text('prior.files')}</h2>
      <p className="hint">{text('prior.files.hint', { count: maxEvidenceFiles, megabytes: maxEvidenceBytes / 1024 / 1024 })}</p>
      {kept.length + added.length === 0 ? null : (
        <ul className="plain">
          {kept.map((file) => (
            <FileRow key={file.id} name={file.name} size={file.size} remove={() => change({ kept: kept.filter((one) => one !== file) })}>
              <button className="btn" data-kind="quiet" type="button" onClick={() => void saveCopy(file)}>
                {text('prior.files.open')}
                <span className="unseen">: {ownText(file.name)}</span>
              </button>
            </FileRow>
          ))}
          {added.map((file, at) => (
            <FileRow key={at} name={file.name} size={file.bytes.length} remove={() => change({ added: added.filter((one) => one !== file) })} />
          ))}
        </ul>
      )}
      <PickFile
        several
        label="prior.files.pick"
        hint="check.file.drop"
        onOpen={() => addEventListener('focus', wallet.holdOpen(), { once: true })}
        onPick={(files) => void pick(files)}
      />
    </section>
  );
}

function FileRow({ name, size, remove, children }: { readonly name: string; readonly size: number; readonly remove: () => void; readonly children?: ReactNode }) {
  const text = useText();
  return (
    <li>
      <bdi>{ownText(name)}</bdi> <span className="small muted">{text('prior.files.size', { size: Math.ceil(size / 1024) })}</span>
      <div className="row">
        {children}
        <button className="btn" data-kind="quiet" type="button" onClick={remove}>
          {text('prior.files.remove')}
          <span className="unseen">: {ownText(name)}</span>
        </button>
      </div>
    </li>
  );
}
