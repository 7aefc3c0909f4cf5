import { useEffect, useState } from 'react';
import type { Attempt } from '../../../core/model/attempt.ts';
import type { WalletError } from '../../../core/model/wallet-error.ts';
import { ActionForm } from '../../components/action-form.tsx';
import { errorText } from '../../components/error-text.ts';
import { Field } from '../../components/field.tsx';
import { useText } from '../../languages/use-text.ts';
import { Failure } from '../../components/failure.tsx';
import type { Restore } from './restore-screen.tsx';
import type { RestoreFlow } from './use-restore.ts';

type ProtectFlow = Extract<RestoreFlow, { kind: 'protect' }>;

/** The lock of this device, before anything is kept here. */
export function RestoreProtect({ restore, flow }: { readonly restore: Restore; readonly flow: ProtectFlow }) {
  const text = useText();
  const passkey = usePasskey(restore.passkeyAvailable);
  const [chosen, setChosen] = useState<'passkey' | 'words'>();
  const [words, setWords] = useState('');
  const [empty, setEmpty] = useState(false);
  const way = chosen ?? (passkey ? 'passkey' : 'words');
  const weak = way === 'words' && flow.error?.code === 'vault/weak-secret';
  const problem = empty ? text('confirm.empty.words') : weak && flow.error !== undefined ? errorText(text, flow.error) : undefined;
  const submit = async (): Promise<void> => {
    const missing = way === 'words' && words.trim() === '';
    setEmpty(missing);
    if (!missing) await restore.protect(way === 'passkey' ? 'passkey' : { passphrase: words });
  };
  return (
    <ActionForm submit={text('restore.protect.do')} onSubmit={submit}>
      {flow.error === undefined || weak ? null : <Failure error={flow.error} />}
      {passkey ? (
        <fieldset className="field">
          <legend>{text('protect.how')}</legend>
          <div className="choices">
            {(['passkey', 'words'] as const).map((kind) => (
              <label className="choice" key={kind}>
                <input type="radio" name="lock" checked={way === kind} onChange={() => setChosen(kind)} />
                <span>
                  <b>{text(`restore.protect.${kind}`)}</b>
                  <span>{text(`restore.protect.${kind}.help`)}</span>
                </span>
              </label>
            ))}
          </div>
        </fieldset>
      ) : null}
      {way === 'words' ? <NewWords words={words} setWords={setWords} problem={problem} suggest={restore.suggest} /> : null}
      <p>{text(flow.secret.type === 'recovery' ? 'restore.protect.sheet' : 'restore.protect.newSheet')}</p>
    </ActionForm>
  );
}

function usePasskey(available: () => Promise<boolean>): boolean {
  const [passkey, setPasskey] = useState(false);
  useEffect(() => {
    let here = true;
    void available().then((answer) => here && setPasskey(answer));
    return () => {
      here = false;
    };
  }, [available]);
  return passkey;
}

interface NewWordsProps {
  readonly words: string;
  readonly setWords: (words: string) => void;
  readonly problem: string | undefined;
  readonly suggest: () => Promise<Attempt<string>>;
}

/** The words stay readable: they are to be written down now. */
function NewWords({ words, setWords, problem, suggest }: NewWordsProps) {
  const text = useText();
  const [failed, setFailed] = useState<WalletError>();
  const make = async (): Promise<void> => {
    const made = await suggest();
    setFailed(made.ok ? undefined : made.error);
    if (made.ok) setWords(made.value);
  };
  return (
    <div className="stack">
      <Field
        label={text('restore.protect.words.label')}
        hint={text('restore.protect.words.hint')}
        problem={failed === undefined ? problem : errorText(text, failed)}
        type="text"
        dir="auto"
        autoComplete="new-password"
        autoCapitalize="none"
        spellCheck={false}
        value={words}
        onChange={(event) => {
          setFailed(undefined);
          setWords(event.target.value);
        }}
      />
      <div>
        <button className="btn" data-kind="second" type="button" onClick={() => void make()}>
          {text('restore.protect.words.suggest')}
        </button>
      </div>
    </div>
  );
}
