import { Link } from 'wouter';
import type { VaultStatus } from '../../../wallet/ports.ts';
import { Page } from '../../app/page.tsx';
import { useWallet } from '../../app/wallet-context.ts';
import { useText } from '../../languages/use-text.ts';
import { QuietLink } from '../quiet-link.tsx';

type Kind = Extract<VaultStatus['kind'], 'elsewhere' | 'newer-schema' | 'unavailable'>;

const words = {
  elsewhere: { title: 'elsewhere.title', text: 'elsewhere.text' },
  'newer-schema': { title: 'newer.title', text: 'newer.text' },
  unavailable: { title: 'unavailable.title', text: 'unavailable.text' },
} as const;

/** Why the credentials cannot be reached in this tab, and what to do. Nothing is changed. */
export function StandIn({ kind }: { readonly kind: Kind }) {
  const text = useText();
  return (
    <Page title={text(words[kind].title)} first>
      <div className="lockbox">
        <div className="stack" data-gap="s">
          <h1>{text(words[kind].title)}</h1>
          <p className="intro">{text(words[kind].text)}</p>
        </div>
        <WayOut kind={kind} />
        <QuietLink to="/check" icon="search-check" words="lock.check" />
      </div>
    </Page>
  );
}

function WayOut({ kind }: { readonly kind: Kind }) {
  const text = useText();
  const wallet = useWallet();
  if (kind === 'elsewhere') {
    return (
      <button className="btn" data-kind="main" data-wide="" type="button" onClick={() => void wallet.takeOver()}>
        {text('elsewhere.use')}
      </button>
    );
  }
  if (kind === 'newer-schema') {
    return (
      <Link className="btn" data-kind="main" data-wide="" href="/settings/storage">
        {text('newer.update')}
      </Link>
    );
  }
  return (
    <button className="btn" data-kind="main" data-wide="" type="button" onClick={() => void wallet.start()}>
      {text('unavailable.again')}
    </button>
  );
}
