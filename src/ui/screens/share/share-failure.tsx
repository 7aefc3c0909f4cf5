import { Link } from 'wouter';
import type { WalletError } from '../../../core/model/wallet-error.ts';
import { useText } from '../../languages/use-text.ts';
import { Failure } from '../settings/failure.tsx';

/** The share could not be made: why, that nothing was sent, and what to do. */
export function ShareFailure({ error, again, ids }: { readonly error: WalletError; readonly again: () => void; readonly ids: string }) {
  const text = useText();
  const gone = error.code === 'vault/not-found';
  return (
    <section className="stack">
      <h2>{text('share.failed.title')}</h2>
      <Failure error={error} />
      <div className="row">
        {gone ? (
          <Link className="btn" data-kind="main" href="/">
            {text('share.toList')}
          </Link>
        ) : (
          <button className="btn" data-kind="main" type="button" onClick={again}>
            {text('share.again')}
          </button>
        )}
        <Link className="btn" data-kind="second" href={`/share/${ids}/what`}>
          {text('share.change.what')}
        </Link>
      </div>
    </section>
  );
}
