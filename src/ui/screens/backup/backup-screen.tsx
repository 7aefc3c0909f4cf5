import { Link } from 'wouter';
import { Day } from '../../components/day.tsx';
import { Icon } from '../../components/icon.tsx';
import { Page } from '../../app/page.tsx';
import { Sentence } from '../../languages/sentence.tsx';
import { useText } from '../../languages/use-text.ts';
import { Failure } from '../../components/failure.tsx';
import { useStepFocus } from '../settings/use-step-focus.ts';
import { BackupForm } from './backup-form.tsx';
import { CodeTest } from './code-test.tsx';
import { TestFile } from './test-file.tsx';
import { useBackup } from './use-backup.ts';

type Backup = ReturnType<typeof useBackup>;

/** The same page with the test of the code open and in view. */
export function TestScreen() {
  return <BackupScreen testing />;
}

export function BackupScreen({ testing }: { readonly testing?: true }) {
  const text = useText();
  const backup = useBackup();
  useStepFocus(backup.flow.kind);
  return (
    <Page title={text('backup.title')} back={{ to: '/settings', label: text('settings.title') }} flow>
      <div className="stack" data-gap="s">
        <h1 tabIndex={-1}>{text('backup.title')}</h1>
        <StateLine {...backup} />
      </div>
      <section className="stack">
        <Steps {...backup} />
      </section>
      <section className="stack">
        <h2>{text('backup.sheet')}</h2>
        <p>{text('backup.sheet.intro')}</p>
        {backup.state.sheetSeen ? null : <p className="muted">{text('backup.sheet.unseen')}</p>}
        <div>
          <Link className="btn" data-kind="second" href="/settings/recovery">
            <Icon name="printer" />
            {text('backup.sheet.open')}
          </Link>
        </div>
      </section>
      <CodeTest asked={testing === true} />
      <Originals {...backup} />
    </Page>
  );
}

function StateLine({ state, count, flow }: Backup) {
  const text = useText();
  if (flow.kind === 'done') {
    return (
      <p className="intro" role="status">
        {text('backup.done', { count: flow.count })}
      </p>
    );
  }
  if (state.lastVerifiedAt === undefined) return <p className="intro">{text('backup.state.never', { count })}</p>;
  return (
    <p className="intro">
      <Sentence id="backup.state.made" values={{ date: <Day date={state.lastVerifiedAt} />, count, changes: state.changesSince }} />
    </p>
  );
}

function Steps({ flow, backup }: Backup) {
  const text = useText();
  switch (flow.kind) {
    case 'making':
      return <p role="status">{text('backup.making')}</p>;
    case 'testing':
      return <p role="status">{text('backup.testing')}</p>;
    case 'saved':
      return <TestFile flow={flow} backup={backup} />;
    case 'idle':
    case 'done':
    case 'failed':
      return (
        <>
          {flow.kind === 'failed' ? <BackupFailure error={flow.error} /> : null}
          <BackupForm make={backup.make} />
        </>
      );
  }
}

function BackupFailure({ error }: { readonly error: Extract<Backup['flow'], { kind: 'failed' }>['error'] }) {
  const text = useText();
  if (error.code === 'send/cancelled') return <p role="status">{text('backup.cancelled')}</p>;
  return (
    <>
      <Failure error={error} />
      <p>{text('backup.failed')}</p>
    </>
  );
}

function Originals({ originals, originalsFlow: flow, count }: Backup) {
  const text = useText();
  if (count === 0) return null;
  return (
    <section className="stack">
      <h2>{text('backup.originals')}</h2>
      <p>{text('backup.originals.help')}</p>
      {flow.kind === 'failed' && flow.error.code !== 'send/cancelled' ? <Failure error={flow.error} /> : null}
      <p role="status">{flow.kind === 'saved' ? text('backup.originals.saved', { count: flow.count }) : ''}</p>
      <div>
        <button className="btn" data-kind="second" type="button" onClick={() => void originals.save()}>
          <Icon name="download" />
          {text('backup.originals.do')}
        </button>
      </div>
    </section>
  );
}
