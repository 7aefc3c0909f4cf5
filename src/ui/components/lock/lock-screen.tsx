import { useEffect, useRef, useState } from 'react';
import type { SubmitEvent } from 'react';
import { Link } from 'wouter';
import type { WalletError } from '../../../core/model/wallet-error.ts';
import { announce } from '../../app/announce.ts';
import { Page } from '../../app/page.tsx';
import type { MessageId } from '../../languages/en.ts';
import { useText } from '../../languages/use-text.ts';
import { errorText } from '../error-text.ts';
import { Field, Problem } from '../field.tsx';
import { Icon } from '../icon.tsx';
import type { IconName } from '../icon.tsx';
import { useLock } from './use-lock.ts';
import type { LockFlow, LockWay } from './use-lock.ts';

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
          <p className="intro">{text(lock.way === 'passkey' ? 'lock.intro.passkey' : 'lock.intro.words')}</p>
        </div>
        {lock.way === 'passkey' ? <ByPasskey {...lock} /> : <BySecret key={lock.way} {...lock} />}
        {lock.others.length === 0 ? null : <OtherWays others={lock.others} choose={lock.choose} />}
        <Waited seconds={lock.secondsLeft} />
        <div>
          <Link className="btn" data-kind="quiet" data-edge="start" href="/check">
            <Icon name="search-check" />
            {text('lock.check')}
          </Link>
        </div>
      </div>
    </Page>
  );
}

function ByPasskey({ flow, openByPasskey }: ReturnType<typeof useLock>) {
  const text = useText();
  return (
    <div className="stack">
      <button className="btn" data-kind="main" data-wide="" type="button" onClick={openByPasskey}>
        <Icon name="lock" />
        {text(flow.kind === 'opening' ? 'lock.opening' : 'lock.open')}
      </button>
      <Refused flow={flow} />
    </div>
  );
}

function Refused({ flow }: { readonly flow: LockFlow }) {
  const text = useText();
  return <div role="alert">{flow.kind === 'refused' ? <Problem>{errorText(text, flow.error)}</Problem> : null}</div>;
}

function BySecret({ way, flow, openBySecret }: ReturnType<typeof useLock>) {
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
        problem={problemOf(flow, text(code ? 'lock.code.empty' : 'lock.words.empty'), (error) => errorText(text, error))}
        {...(code ? { dir: 'ltr' } : {})}
      />
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

function problemOf(flow: LockFlow, empty: string, words: (error: WalletError) => string): string | undefined {
  if (flow.kind === 'empty') return empty;
  return flow.kind === 'refused' ? words(flow.error) : undefined;
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

/** The waiting time in words; only its end is read out. */
function Waited({ seconds }: { readonly seconds: number }) {
  const text = useText();
  const minutes = Math.ceil(seconds / 60);
  const waited = useRef(false);
  useEffect(() => {
    if (seconds === 0 && waited.current) announce(text('lock.wait.over'));
    waited.current = seconds > 0;
  });
  return (
    <p className="muted small">
      {seconds === 0 ? null : seconds > 90 ? text('lock.wait.minutes', { minutes }) : text('lock.wait', { seconds })}
    </p>
  );
}
