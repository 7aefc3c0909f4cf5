import { useState } from 'react';
import type { SubmitEvent } from 'react';
import type { ExaminedCredential } from '../../../core/model/examination.ts';
import { findKnownIssuer } from '../../../core/model/trust.ts';
import type { WalletError } from '../../../core/model/wallet-error.ts';
import { announce } from '../../app/announce.ts';
import { useWallet, useWalletState } from '../../app/wallet-context.ts';
import { Sentence } from '../../languages/sentence.tsx';
import { useText } from '../../languages/use-text.ts';
import { Day } from '../day.tsx';
import { errorText } from '../error-text.ts';
import { Failure } from '../failure.tsx';
import { Field } from '../field.tsx';
import { Closed } from '../closed.tsx';

interface KnowIssuerProps {
  readonly examined: ExaminedCredential;
  /** Called after the own list changed, where the page holds an examination of its own. */
  readonly onChanged?: () => void;
}

/**
 * "I know this issuer": the key goes on the learner's own list, under her name for it, with a way back. Before the
 * first save it waits for the vault that this save makes.
 */
export function KnowIssuer({ examined, onChanged }: KnowIssuerProps) {
  const { issuers, status } = useWalletState().vault;
  const { signer, axes, headline } = examined;
  const canKeep = status.kind === 'open' || status.kind === 'absent';
  if (signer === undefined || axes.unchanged !== 'yes' || !canKeep) return null;
  const entry = findKnownIssuer(issuers, signer.keyThumbprint, examined.credential.issuer.id?.value);
  if (entry !== undefined) return <Known id={entry.id} since={entry.since} {...(onChanged === undefined ? {} : { onChanged })} />;
  if (axes.issuer !== 'unknown' || headline === 'sample') return null;
  return <AskName examined={examined} thumbprint={signer.keyThumbprint} {...(onChanged === undefined ? {} : { onChanged })} />;
}

interface KnownProps {
  readonly id: string;
  readonly since: Parameters<typeof Day>[0]['date'];
  readonly onChanged?: () => void;
}

function Known({ id, since, onChanged }: KnownProps) {
  const text = useText();
  const wallet = useWallet();
  const [problem, setProblem] = useState<WalletError>();
  const forget = async (): Promise<void> => {
    const forgotten = await wallet.forgetIssuer(id);
    if (!forgotten.ok) return setProblem(forgotten.error);
    announce(text('know.undone'));
    onChanged?.();
  };
  return (
    <>
      <p className="row between">
        <span className="muted">
          <Sentence id="know.done" values={{ date: <Day date={since} /> }} />
        </span>
        <button className="btn" data-kind="quiet" type="button" onClick={() => void forget()}>
          {text('know.undo')}
        </button>
      </p>
      {problem === undefined ? null : <Failure error={problem} />}
    </>
  );
}

interface AskNameProps extends KnowIssuerProps {
  readonly thumbprint: string;
}

function AskName({ examined, thumbprint, onChanged }: AskNameProps) {
  const text = useText();
  const wallet = useWallet();
  const [name, setName] = useState('');
  const [problem, setProblem] = useState<'empty' | WalletError>();
  const submit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    if (name.trim() === '') return setProblem('empty');
    const known = await wallet.knowIssuer(examined, name);
    if (!known.ok) return setProblem(known.error);
    announce(text('why.known'));
    onChanged?.();
  };
  const words = problem === undefined ? undefined : problem === 'empty' ? text('know.name.empty') : errorText(text, problem);
  return (
    <Closed name={text('know.title')}>
      <form className="stack" onSubmit={(event) => void submit(event)} noValidate>
        <p>{text('know.text')}</p>
        <dl>
          <dt className="small muted">{text('know.key')}</dt>
          <dd className="raw">
            <bdi dir="ltr">{thumbprint}</bdi>
          </dd>
        </dl>
        <Field
          label={text('know.name')}
          hint={text('know.name.hint')}
          value={name}
          maxLength={120}
          autoComplete="off"
          onChange={(event) => setName(event.target.value)}
          problem={words}
        />
        <div>
          <button className="btn" data-kind="second" type="submit">
            {text('know.do')}
          </button>
        </div>
      </form>
    </Closed>
  );
}
