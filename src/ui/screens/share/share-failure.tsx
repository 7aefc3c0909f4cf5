import { useLingui } from '@lingui/react';
import { Link } from 'wouter';
import type { WalletError } from '../../../core/model/wallet-error.ts';
import { useWalletState } from '../../app/wallet-context.ts';
import { DocText } from '../../components/doc-text.tsx';
import { useText } from '../../languages/use-text.ts';
import { Failure } from '../../components/failure.tsx';

/** The share could not be made: why, that nothing was sent, and what to do. */
export function ShareFailure({ error, again, ids }: { readonly error: WalletError; readonly again: () => void; readonly ids: string }) {
  const text = useText();
  const gone = error.code === 'vault/not-found';
  const outside = error.code === 'present/cannot-enclose';
  return (
    <section className="stack">
      <h2>{text('share.failed.title')}</h2>
      <Failure error={error} />
      {outside ? <Outside id={error.facts['item']} /> : null}
      <div className="row">
        {gone ? (
          <Link className="btn" data-kind="main" href="/">
            {text('share.toList')}
          </Link>
        ) : outside ? null : (
          <button className="btn" data-kind="main" type="button" onClick={again}>
            {text('share.again')}
          </button>
        )}
        <Link className="btn" data-kind={outside ? 'main' : 'second'} href={`/share/${ids}/what`}>
          {text('share.change.what')}
        </Link>
      </div>
    </section>
  );
}

/** Which one it is of those that were chosen, and how it can be shared. */
function Outside({ id }: { readonly id: unknown }) {
  const text = useText();
  const { i18n } = useLingui();
  const kept = useWalletState().vault.items.find((item) => item.id === id);
  if (kept === undefined) return null;
  return (
    <>
      <p className="doc">
        <b>{kept.title.length === 0 ? text('leaf.untitled') : <DocText text={kept.title} prefer={[i18n.locale, 'en']} name />}</b>
      </p>
      <p>{text('share.failed.alone')}</p>
    </>
  );
}
