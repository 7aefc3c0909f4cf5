import { useState } from 'react';
import { toDisplayText } from '../../../core/model/display-text.ts';
import { ActionForm } from '../../components/action-form.tsx';
import { Day } from '../../components/day.tsx';
import { Field } from '../../components/field.tsx';
import { Sentence } from '../../languages/sentence.tsx';
import { useText } from '../../languages/use-text.ts';
import { Failure } from '../../components/failure.tsx';
import type { Restore } from './restore-screen.tsx';
import type { RestoreFlow } from './use-restore.ts';

type PreviewFlow = Extract<RestoreFlow, { kind: 'preview' }>;

/** What is in the backup, and whether it is added to what is here or takes its place. */
export function RestorePreviewStep({ restore, flow }: { readonly restore: Restore; readonly flow: PreviewFlow }) {
  const text = useText();
  const [mode, setMode] = useState<'merge' | 'replace'>('merge');
  const [typed, setTyped] = useState('');
  const [wrongWord, setWrongWord] = useState(false);
  const word = text('restore.replace.word');
  const choosable = restore.status.kind === 'open' && restore.count > 0;
  const submit = async (): Promise<void> => {
    const fits = mode === 'merge' || typed.trim().toLocaleUpperCase() === word.toLocaleUpperCase();
    setWrongWord(!fits);
    if (fits) await restore.restore(mode);
  };
  return (
    <ActionForm
      submit={text('restore.do')}
      onSubmit={submit}
      ways={
        <button className="btn" data-kind="second" type="button" onClick={restore.startAgain}>
          {text('own.unsaved.discard')}
        </button>
      }
    >
      {flow.error === undefined ? null : (
        <div className="stack" data-gap="s">
          <Failure error={flow.error} />
          <p>{text('restore.keep')}</p>
        </div>
      )}
      <Contents flow={flow} />
      {choosable ? <ModeChoice mode={mode} setMode={setMode} /> : null}
      {choosable && mode === 'replace' ? (
        <Field
          label={text('delete.type', { word })}
          problem={wrongWord ? text('delete.wrong', { word }) : undefined}
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
      ) : null}
    </ActionForm>
  );
}

function Contents({ flow }: { readonly flow: PreviewFlow }) {
  const text = useText();
  const { preview } = flow;
  return (
    <section className="stack" aria-labelledby="backup-contents">
      <h2 id="backup-contents">{text('restore.preview')}</h2>
      <p>
        <Sentence id="restore.preview.made" values={{ date: <Day date={preview.createdAt} /> }} />{' '}
        {text('restore.preview.count', { count: preview.items.length })}
      </p>
      <ul className="cards" role="list">
        {preview.items.map((item, index) => (
          <li className="card" key={index}>
            <h3 className="card-title">
              <bdi>{item.title === '' ? text('restore.untitled') : toDisplayText(item.title, 300)}</bdi>
            </h3>
            <p className="card-by">{text(`restore.state.${item.state}`)}</p>
          </li>
        ))}
      </ul>
      <p className="small muted">
        {text('restore.preview.keys', { count: preview.keys })} {text('restore.preview.shares', { count: preview.shares })}{' '}
        {preview.issuers === 0 ? null : text('restore.preview.issuers', { count: preview.issuers })}{' '}
        {preview.lists === 0 ? null : text('restore.preview.lists', { count: preview.lists })}{' '}
        {preview.own === 0 ? null : text('restore.preview.own', { count: preview.own })}{' '}
        {preview.unknownKinds === 0 ? null : text('restore.preview.unknown', { count: preview.unknownKinds })}
      </p>
    </section>
  );
}

function ModeChoice({ mode, setMode }: { readonly mode: 'merge' | 'replace'; readonly setMode: (mode: 'merge' | 'replace') => void }) {
  const text = useText();
  return (
    <fieldset className="field">
      <legend>{text('restore.mode')}</legend>
      <div className="choices">
        {(['merge', 'replace'] as const).map((way) => (
          <label className="choice" key={way}>
            <input type="radio" name="restore-mode" checked={mode === way} onChange={() => setMode(way)} />
            <span>
              <b>{text(`restore.mode.${way}`)}</b>
              <span>{text(`restore.mode.${way}.help`)}</span>
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
