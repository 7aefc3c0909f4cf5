import { useLingui } from '@lingui/react';
import { useWalletState } from '../../app/wallet-context.ts';
import { DocText } from '../../components/doc-text.tsx';
import { Icon } from '../../components/icon.tsx';
import { Sentence } from '../../languages/sentence.tsx';
import { useText } from '../../languages/use-text.ts';
import { Failure } from '../../components/failure.tsx';
import type { Outcome, StatementView } from './use-statement.ts';

/** Print, save, or send with the originals and a signature; and what came of it. */
export function StatementWays({ view, outcome }: { readonly view: StatementView; readonly outcome: Outcome | undefined }) {
  const text = useText();
  return (
    <div className="stack no-print">
      {outcome?.kind === 'failed' ? <Failed error={outcome.error} /> : null}
      <div className="muted" role="status">
        {outcome?.kind === 'saved' ? text('statement.saved') : outcome?.kind === 'signing' ? text('share.preparing') : null}
      </div>
      <p className="small muted">{text('statement.sign.help')}</p>
      <div className="row">
        <button className="btn" data-kind="second" type="button" onClick={view.save}>
          <Icon name="download" />
          {text('statement.save')}
        </button>
        <button className="btn" data-kind="second" type="button" onClick={view.sign}>
          {text('statement.sign')}
        </button>
      </div>
      <div className="actions">
        <button className="btn" data-kind="main" type="button" onClick={view.print}>
          {text('statement.print')}
        </button>
      </div>
    </div>
  );
}

/** Where a credential cannot stand in a signed share: which one, and what works instead. */
function Failed({ error }: { readonly error: Parameters<typeof Failure>[0]['error'] }) {
  const { i18n } = useLingui();
  const { items } = useWalletState().vault;
  const kept = error.code === 'present/cannot-enclose' ? items.find(({ id }) => id === error.facts['item']) : undefined;
  if (kept === undefined) return <Failure error={error} />;
  return (
    <div role="alert">
      <p>
        <Sentence id="statement.sign.outside" values={{ title: kept.title.length === 0 ? <Sentence id="leaf.untitled" /> : <DocText text={kept.title} prefer={[i18n.locale, 'en']} name /> }} />
      </p>
    </div>
  );
}
