import { useLocation } from 'wouter';
import { toDisplayText } from '../../../core/model/display-text.ts';
import type { Received } from '../../../core/model/received.ts';
import { Page } from '../../app/page.tsx';
import { LinkOffer } from '../../components/asking.tsx';
import { Icon } from '../../components/icon.tsx';
import { useStop } from '../../components/use-stop.ts';
import { useTouch } from '../../components/use-touch.ts';
import { Waiting } from '../../components/waiting.tsx';
import type { MessageId } from '../../languages/en.ts';
import { useText } from '../../languages/use-text.ts';
import { ErrorSummary } from '../settings/error-summary.tsx';
import { Failure } from '../../components/failure.tsx';
import { PickFile } from '../settings/pick-file.tsx';
import { ExpectationFields } from './expectation-fields.tsx';
import { PasteField } from './paste-field.tsx';
import { useCheck } from './use-check.ts';
import type { CheckFlow, CheckProblem } from './use-check.ts';
import styles from './check.module.css';

const problemFields: Readonly<Record<CheckProblem, { readonly field: string; readonly text: MessageId }>> = {
  text: { field: 'check-text', text: 'check.text.empty' },
  code: { field: 'expect-code', text: 'check.expect.code.empty' },
  name: { field: 'expect-name', text: 'check.expect.name.empty' },
};

export function CheckScreen() {
  const text = useText();
  const [, navigate] = useLocation();
  const { flow, checkText, checkFiles, checkReceived, mayScan, ...check } = useCheck();
  const stop = useStop(check.stop);
  const problems = flow.kind === 'problems' ? flow.problems : [];
  const touch = useTouch();
  const busy = flow.kind === 'reading' || flow.kind === 'checking';
  // The way that fits the hand comes first, for the eye as for Tab.
  const scan = (
    <button key="scan" className="btn" data-kind={touch ? 'main' : 'second'} data-wide type="button" onClick={() => mayScan() && navigate('/check/scan')}>
      <Icon name="scan-line" />
      {text('check.scan')}
    </button>
  );
  const file = <PickFile key="file" label="check.file" hint="check.file.drop" several onPick={(files, transport) => void checkFiles(files, transport)} />;
  return (
    <Page title={text('check.title')}>
      <div className="stack" data-gap="s">
        <h1 tabIndex={-1}>{text('check.title')}</h1>
        <p className="intro">{text('check.intro')}</p>
      </div>
      <ErrorSummary problems={problems.map((problem) => ({ field: problemFields[problem].field, text: text(problemFields[problem].text) }))} />
      {flow.kind === 'refused' ? <Refused flow={flow} take={(received) => void checkReceived(received)} /> : null}
      {busy ? (
        <Waiting words={flow.kind === 'reading' ? 'check.reading' : 'check.checking'} stop={stop} />
      ) : (
        <>
          <div className={styles.ways}>{touch ? [scan, file] : [file, scan]}</div>
          <PasteField missing={problems.includes('text')} onCheck={checkText} />
          <ExpectationFields problems={problems} />
        </>
      )}
    </Page>
  );
}

/** It could not even be read: one sentence. What was pasted is shown as text, never opened. */
function Refused({ flow, take }: { readonly flow: Extract<CheckFlow, { kind: 'refused' }>; readonly take: (received: Received) => void }) {
  const text = useText();
  const { error } = flow;
  const part = error.facts['part'];
  const of = error.facts['parts'];
  if (flow.text !== undefined && error.code === 'receive/web-address') {
    return (
      <LinkOffer address={flow.text} take={take}>
        <section className="stack" data-gap="s">
          <Failure error={error} />
          <p className="raw" dir="ltr">
            {toDisplayText(flow.text, 2_000)}
          </p>
        </section>
      </LinkOffer>
    );
  }
  return (
    <section className="stack" data-gap="s">
      {typeof part === 'number' && typeof of === 'number' ? <p role="alert">{text('check.part', { part, of })}</p> : <Failure error={error} />}
    </section>
  );
}
