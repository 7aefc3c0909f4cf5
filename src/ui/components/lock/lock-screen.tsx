import { useEffect, useRef, useState } from 'react';
import type { SubmitEvent } from 'react';
import { announce } from '../../app/announce.ts';
import { Page } from '../../app/page.tsx';
import type { MessageId } from '../../languages/en.ts';
import { useText } from '../../languages/use-text.ts';
import { errorText } from '../error-text.ts';
import { Field, Problem } from '../field.tsx';
import { Icon } from '../icon.tsx';
import type { IconName } from '../icon.tsx';
import { useLock } from './use-lock.ts';
import type { LockWay } from './use-lock.ts';
import { QuietLink } from '../quiet-link.tsx';

const otherWays: Readonly<Record<LockWay, { readonly label: MessageId; readonly icon: IconName }>> = {
  passkey: { label: 'lock.passkey', icon: 'lock' },
  words: { label: 'lock.use-words', icon: 'pencil' },
  code: { label: 'lock.use-code', icon: 'file-text' },
};

/** The lock screen. It stands in the place of the page that was asked for, which comes after it. */
export function LockScreen() {
  const text = useText();
  const lock = useLock();
  return (
    <Page title={text('lock.title')} first>
      <div className="lockbox">
        <div className="stack" data-gap="s">
          <h1>{text('lock.title')}</h1>
          <p className="intro">{text(`lock.intro.${lock.way}`)}</p>
        </div>
        {lock.way === 'passkey' ? <ByPasskey {...lock} /> : <BySecret key={lock.way} {...lock} />}
        {lock.others.length === 0 ? null : <OtherWays others={lock.others} choose={lock.choose} />}
        <QuietLink to="/check" icon="search-check" words="lock.check" />
      </div>
    </Page>
  );
}

type Lock = ReturnType<typeof useLock>;

function ByPasskey(lock: Lock) {
  const text = useText();
  const problem = useProblem(lock);
  return (
    <div className="stack">
      <button className="btn" data-kind="main" data-wide="" type="button" onClick={lock.openByPasskey}>
        <Icon name="lock" />
        {text(lock.flow.kind === 'opening' ? 'lock.opening' : 'lock.open')}
      </button>
      <div role="alert">{problem === undefined ? null : <Problem>{problem}</Problem>}</div>
      <Waited seconds={lock.secondsLeft} />
    </div>
  );
}

function BySecret(lock: Lock) {
  const { way, flow, openBySecret } = lock;
  const text = useText();
  const [secret, setSecret] = useState('');
  const [shown, setShown] = useState(false);
  const code = way === 'code';
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    openBySecret(secret);
  };
  return (
    <form className="stack" onSubmit={submit} noValidate>
      <Field
        label={text(code ? 'lock.code' : 'lock.words')}
        hint={text(code ? 'lock.code.hint' : 'lock.words.hint')}
        type={shown || code ? 'text' : 'password'}
        autoComplete={code ? 'off' : 'current-password'}
        autoCapitalize="none"
        spellCheck={false}
        value={secret}
        onChange={(event) => setSecret(event.target.value)}
        problem={useProblem(lock)}
        urgent
        {...(code ? { dir: 'ltr' } : {})}
      />
      <Waited seconds={lock.secondsLeft} />
      {code ? null : (
        <label className="row">
          <input type="checkbox" checked={shown} onChange={(event) => setShown(event.target.checked)} />
          {text('lock.words.show')}
        </label>
      )}
      <button className="btn" data-kind="main" data-wide="" type="submit">
        {text(flow.kind === 'opening' ? 'lock.opening' : 'lock.open')}
      </button>
    </form>
  );
}

/** Why it did not open, in words. It stands beside the way that was tried. */
function useProblem({ way, flow, secondsLeft }: Lock): string | undefined {
  const text = useText();
  if (flow.kind === 'empty') return text(way === 'code' ? 'lock.code.empty' : 'lock.words.empty');
  if (secondsLeft > 0) return text('lock.wait.why');
  return flow.kind === 'refused' && flow.error.code !== 'vault/wait' ? errorText(text, flow.error) : undefined;
}

function OtherWays({ others, choose }: { readonly others: readonly LockWay[]; readonly choose: (way: LockWay) => void }) {
  const text = useText();
  return (
    <div className="stack" data-gap="s">
      <p className="group">{text('lock.other')}</p>
      <ul className="ways" role="list">
        {others.map((way) => (
          <li key={way}>
            <button className="way" type="button" onClick={() => choose(way)}>
              <Icon name={otherWays[way].icon} />
              <span>
                <b>{text(otherWays[way].label)}</b>
              </span>
              <Icon name="chevron-right" />
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** The waiting time in words, below the reason for it; only its end is read out. */
function Waited({ seconds }: { readonly seconds: number }) {
  const text = useText();
  const waited = useRef(false);
  useEffect(() => {
    if (seconds === 0 && waited.current) announce(text('lock.wait.over'));
    waited.current = seconds > 0;
  });
  return seconds === 0 ? null : <p>{text('lock.wait', { seconds })}</p>;
}
