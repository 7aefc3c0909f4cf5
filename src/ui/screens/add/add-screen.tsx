import type { SubmitEvent } from 'react';
import { Link } from 'wouter';
import { toDisplayText } from '../../../core/model/display-text.ts';
import { Page } from '../../app/page.tsx';
import { LinkOffer } from '../../components/asking.tsx';
import { errorText } from '../../components/error-text.ts';
import { Problem } from '../../components/field.tsx';
import { Icon } from '../../components/icon.tsx';
import { useTouch } from '../../components/use-touch.ts';
import { Waiting } from '../../components/waiting.tsx';
import { useText } from '../../languages/use-text.ts';
import { PickFile } from '../settings/pick-file.tsx';
import { useStepFocus } from '../settings/use-step-focus.ts';
import { useStop } from '../../components/use-stop.ts';
import { useAdd } from './use-add.ts';

/** Three ways in: a code, a file, pasted text. With a finger the camera comes first, with a mouse the file. */
export function AddScreen() {
  const text = useText();
  const touch = useTouch();
  const add = useAdd();
  const { flow } = add;
  const stop = useStop(add.stop);
  useStepFocus(flow.kind === 'failed' || flow.kind === 'backup' ? 'answered' : 'asking');
  if (flow.kind === 'reading' || flow.kind === 'checking') {
    return (
      <Page title={text('add.title')}>
        <h1 tabIndex={-1}>{text('add.title')}</h1>
        <Waiting words={flow.kind === 'reading' ? 'add.reading' : 'add.checking'} stop={stop} />
      </Page>
    );
  }
  const scan = <ScanWay key="scan" main={touch} />;
  const file = <FileWay key="file" {...add} />;
  return (
    <Page title={text('add.title')}>
      <h1 tabIndex={-1}>{text('add.title')}</h1>
      <Outcome {...add} />
      {touch ? [scan, file] : [file, scan]}
      <PasteWay {...add} />
    </Page>
  );
}

function Outcome({ flow, addReceived }: ReturnType<typeof useAdd>) {
  const text = useText();
  if (flow.kind === 'backup') {
    return (
      <div className="panel" role="alert" data-step>
        <p>{text('add.backup')}</p>
        <div>
          <Link className="btn" data-kind="second" href="/restore">
            <Icon name="history" />
            {text('add.backup.restore')}
          </Link>
        </div>
      </div>
    );
  }
  if (flow.kind !== 'failed') return null;
  const link = flow.error.code === 'receive/web-address' ? flow.text : undefined;
  const problem = <Problem>{errorText(text, flow.error)}</Problem>;
  return (
    <div className="stack" data-gap="s" role="alert" data-step>
      {link === undefined ? (
        problem
      ) : (
        <LinkOffer address={link} take={(received) => void addReceived(received)}>
          {problem}
          <p>
            {text('add.foreign')} <bdi className="raw">{toDisplayText(link, 500)}</bdi>
          </p>
        </LinkOffer>
      )}
    </div>
  );
}

function ScanWay({ main }: { readonly main: boolean }) {
  const text = useText();
  return (
    <div className="stack">
      <Link className="btn" data-kind={main ? 'main' : 'second'} data-wide="" href="/add/scan">
        <Icon name="scan-line" />
        {text('add.scan')}
      </Link>
      <p className="hint">{text('add.scan.help')}</p>
    </div>
  );
}

function FileWay({ addFiles, holdForPicker }: ReturnType<typeof useAdd>) {
  const text = useText();
  return (
    <section className="stack">
      <h2>{text('add.file.title')}</h2>
      <PickFile label="add.file" hint="add.file.drop" several onOpen={holdForPicker} onPick={(files, transport) => void addFiles(files, transport)} />
    </section>
  );
}

function PasteWay({ flow, pasted, setPasted, addText }: ReturnType<typeof useAdd>) {
  const text = useText();
  const empty = flow.kind === 'nothing-pasted';
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    if (pasted.trim() === '') event.currentTarget.querySelector('textarea')?.focus();
    void addText(pasted);
  };
  return (
    <form className="field" onSubmit={submit} noValidate>
      <h2>
        <label htmlFor="paste">{text('add.text.title')}</label>
      </h2>
      <p className="hint" id="paste-hint">
        {text('add.text.hint')}
      </p>
      {empty ? <Problem id="paste-problem">{text('add.text.empty')}</Problem> : null}
      <textarea
        className="input"
        id="paste"
        rows={4}
        spellCheck={false}
        dir="ltr"
        value={pasted}
        aria-describedby={empty ? 'paste-hint paste-problem' : 'paste-hint'}
        {...(empty ? { 'aria-invalid': true } : {})}
        onChange={(event) => setPasted(event.target.value)}
      />
      <div>
        <button className="btn" data-kind="second" type="submit">
          {text('add.text.read')}
        </button>
      </div>
    </form>
  );
}
