import { useEffect, useRef, useState } from 'react';
import type { Holder } from '../../../core/model/credential.ts';
import type { WalletError } from '../../../core/model/wallet-error.ts';
import { useWallet } from '../../app/wallet-context.ts';
import { useText } from '../../languages/use-text.ts';
import { errorText } from '../error-text.ts';
import { Field } from '../field.tsx';
import { Icon } from '../icon.tsx';

interface MadeOutToProps {
  readonly identifiers: Holder['identifiers'];
  readonly isMatched: boolean;
  readonly onMatch: () => void;
}

/** What may be asked of a learner whom the credential names by a hash only. */
export function hashedOnly({ names, identifiers }: Pick<Holder, 'names' | 'identifiers'>): Holder['identifiers'] {
  const hashed = identifiers.filter(({ value }) => value.hashed);
  return names.length === 0 && hashed.length === identifiers.length ? hashed : [];
}

/** Whether the learner knows the address that was scrambled: compared on this device, kept nowhere, and for her eyes only. */
export function MadeOutTo({ identifiers, isMatched, onMatch }: MadeOutToProps) {
  const text = useText();
  const [open, setOpen] = useState(false);
  const matched = useRef<HTMLElement>(null);
  const words = identifiers.every(({ value }) => /mail/i.test(value.kind)) ? 'made-out.matches' : 'made-out.matches.any';
  useEffect(() => {
    if (isMatched && open) matched.current?.focus();
  }, [isMatched, open]);
  if (isMatched) {
    return (
      <dd data-ours tabIndex={-1} ref={matched}>
        <Told words={text(words)} isMatch />
      </dd>
    );
  }
  return (
    <dd data-ours>
      {open ? (
        <Asked identifiers={identifiers} onMatch={onMatch} />
      ) : (
        <button className="btn no-print" data-kind="quiet" data-edge="start" type="button" onClick={() => setOpen(true)}>
          {text('made-out.ask')}
        </button>
      )}
    </dd>
  );
}

/** What came of comparing, where nobody overlooks it. That it does not match is no fault of hers. */
function Told({ words, isMatch }: { readonly words: string | undefined; readonly isMatch?: true }) {
  return (
    <div role="status">
      {words === undefined ? null : (
        <p className="note" data-tone={isMatch ? 'ok' : 'info'}>
          <Icon name={isMatch ? 'check' : 'info'} />
          <span>{words}</span>
        </p>
      )}
    </div>
  );
}

type Answer = { readonly kind: 'none' } | { readonly kind: 'empty' } | { readonly kind: 'no-match' } | { readonly kind: 'failed'; readonly error: WalletError };

function Asked({ identifiers, onMatch }: Pick<MadeOutToProps, 'identifiers' | 'onMatch'>) {
  const text = useText();
  const wallet = useWallet();
  const [typed, setTyped] = useState('');
  const [answer, setAnswer] = useState<Answer>({ kind: 'none' });
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => form.current?.querySelector('input')?.focus(), []);
  const compare = async (): Promise<void> => {
    if (typed.trim() === '') return setAnswer({ kind: 'empty' });
    const matches = await (await wallet.own()).matchHolder(identifiers, typed);
    if (!matches.ok) return setAnswer({ kind: 'failed', error: matches.error });
    if (matches.value) return onMatch();
    setAnswer({ kind: 'no-match' });
  };
  return (
    <form
      className="stack no-print"
      noValidate
      ref={form}
      onSubmit={(event) => {
        event.preventDefault();
        void compare();
      }}
    >
      <Field
        label={text('made-out.label')}
        hint={text('made-out.help')}
        problem={answer.kind === 'empty' ? text('made-out.empty') : answer.kind === 'failed' ? errorText(text, answer.error) : undefined}
        value={typed}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        onChange={(event) => {
          setTyped(event.target.value);
          setAnswer({ kind: 'none' });
        }}
      />
      <Told words={answer.kind === 'no-match' ? text('made-out.no-match') : undefined} />
      <div>
        <button className="btn" data-kind="second" type="submit">
          {text('made-out.compare')}
        </button>
      </div>
    </form>
  );
}
