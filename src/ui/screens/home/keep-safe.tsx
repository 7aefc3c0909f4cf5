import { useState } from 'react';
import { Link } from 'wouter';
import { asideSince, putAside } from '../../app/put-aside.ts';
import type { SafeLine } from '../../app/put-aside.ts';
import { useWallet, useWalletState } from '../../app/wallet-context.ts';
import { useText } from '../../languages/use-text.ts';

/** After the first save: test the recovery code, make a backup, install. A line stays until it is done or put aside for good. */
export function KeepSafe() {
  const text = useText();
  const wallet = useWallet();
  const { vault, installation } = useWalletState();
  const [, redraw] = useState(0);
  const open: Readonly<Record<SafeLine, boolean>> = {
    code: true,
    backup: vault.backup.lastVerifiedAt === undefined,
    install: installation.canInstall && !installation.installed,
  };
  const lines = (['code', 'backup', 'install'] as const).filter((what) => open[what] && asideSince(what) === undefined);
  if (lines.length === 0) return null;
  const dismiss = (what: SafeLine): void => {
    putAside(what, wallet.now());
    redraw((count) => count + 1);
  };
  return (
    <section className="panel" aria-labelledby="keep-safe">
      <h2 id="keep-safe">{text('home.safe')}</h2>
      <ul className="stack" data-gap="s" role="list">
        {lines.map((what) => (
          <li key={what} className="row between">
            {what === 'install' ? (
              <button className="btn" data-kind="quiet" data-edge="start" type="button" onClick={() => void wallet.installation.install()}>
                {text('home.safe.install')}
              </button>
            ) : (
              <Link className="btn" data-kind="quiet" data-edge="start" href={what === 'code' ? '/settings/backup/test' : '/settings/backup'}>
                {text(`home.safe.${what}`)}
              </Link>
            )}
            <button className="btn" data-kind="quiet" data-edge="end" type="button" onClick={() => dismiss(what)}>
              {text('home.safe.dismiss')}
              <span className="unseen"> {text('home.safe.dismiss.of', { what: text(`home.safe.${what}`) })}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
