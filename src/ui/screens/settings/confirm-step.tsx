import { useState } from 'react';
import type { MessageId } from '../../languages/en.ts';
import { Field } from '../../components/field.tsx';
import { Closed } from '../../components/closed.tsx';
import { Icon } from '../../components/icon.tsx';
import { useText } from '../../languages/use-text.ts';
import { Failure } from '../../components/failure.tsx';
import { useConfirm } from './use-confirm.ts';

/** "Is it you?": asked before a secret is shown and before everything is deleted. */
export function ConfirmStep({ intro, onConfirmed }: { readonly intro: MessageId; readonly onConfirmed: () => void }) {
  const text = useText();
  const confirm = useConfirm(onConfirmed);
  const { flow, hasPasskey, hasWords } = confirm;
  const empty = flow.kind === 'asking' ? flow.empty : undefined;
  return (
    <section className="stack" data-gap="l" aria-labelledby="confirm-title">
      <div className="stack" data-gap="s">
        <h2 id="confirm-title">{text('confirm.title')}</h2>
        <p>{text(intro)}</p>
      </div>
      {flow.kind === 'asking' && flow.error !== undefined ? <Failure error={flow.error} /> : null}
      <p className="small muted" role="status">
        {flow.kind === 'proving' ? text('confirm.working') : ''}
      </p>
      {hasPasskey ? (
        <div>
          <button className="btn" data-kind="main" type="button" onClick={() => void confirm.byPasskey()}>
            <Icon name="lock" />
            {text('confirm.passkey')}
          </button>
        </div>
      ) : null}
      {hasWords ? (
        <SecretForm
          id="confirm-words"
          label="confirm.words.label"
          type="password"
          main={!hasPasskey}
          error={empty === 'words' ? text('confirm.empty.words') : undefined}
          onGive={confirm.byWords}
        />
      ) : null}
      <Closed name={text('confirm.code')}>
        <SecretForm
          id="confirm-code"
          label="confirm.code.label"
          hint="confirm.code.hint"
          type="text"
          main={false}
          error={empty === 'code' ? text('confirm.empty.code') : undefined}
          onGive={confirm.byCode}
        />
      </Closed>
    </section>
  );
}

interface SecretFormProps {
  readonly id: string;
  readonly label: MessageId;
  readonly hint?: MessageId;
  readonly type: 'password' | 'text';
  readonly main: boolean;
  readonly error: string | undefined;
  readonly onGive: (secret: string) => Promise<void>;
}

function SecretForm({ id, label, hint, type, main, error, onGive }: SecretFormProps) {
  const text = useText();
  const [secret, setSecret] = useState('');
  return (
    <form
      className="stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void onGive(secret);
      }}
    >
      <Field
        id={id}
        label={text(label)}
        {...(hint === undefined ? {} : { hint: text(hint) })}
        problem={error}
        type={type}
        dir={type === 'text' ? 'ltr' : 'auto'}
        inputMode={type === 'text' ? 'numeric' : 'text'}
        autoComplete={type === 'password' ? 'current-password' : 'off'}
        spellCheck={false}
        value={secret}
        onChange={(event) => setSecret(event.target.value)}
      />
      <div>
        <button className="btn" data-kind={main ? 'main' : 'second'} type="submit">
          {text('confirm.open')}
        </button>
      </div>
    </form>
  );
}
