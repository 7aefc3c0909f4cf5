import { useState } from 'react';
import { useLocation } from 'wouter';
import { useWallet, useWalletState } from '../../app/wallet-context.ts';
import { useText } from '../../languages/use-text.ts';

type What = 'code' | 'backup' | 'install';

/** What a person put aside; the recovery line stays away for good, for the vault remembers it. */
const putAside = new Set<What>();

/** After the first save: test the recovery code, make a backup, install. Each line can be put aside. */
export function KeepSafe() {
  const text = useText();
  const wallet = useWallet();
  const [, navigate] = useLocation();
  const { vault, installation } = useWalletState();
  const [, redraw] = useState(0);
  const open: Readonly<Record<What, boolean>> = {
    code: !vault.backup.sheetSeen,
    backup: vault.backup.lastVerifiedAt === undefined,
    install: installation.canInstall && !installation.installed,
  };
  const lines = (['code', 'backup', 'install'] as const).filter((what) => open[what] && !putAside.has(what));
  if (lines.length === 0) return null;
  const dismiss = (what: What): void => {
    putAside.add(what);
    if (what === 'code') void wallet.markSheetSeen();
    redraw((count) => count + 1);
  };
  const go = (what: What): void => {
    if (what === 'install') void wallet.installation.install();
    else navigate('/settings/backup');
  };
  return (
    <section className="panel" aria-labelledby="keep-safe">
      <h2 id="keep-safe">{text('home.safe')}</h2>
      <ul className="stack" data-gap="s" role="list">
        {lines.map((what) => (
          <li key={what} className="row between">
            <button className="btn" data-kind="quiet" data-edge="start" type="button" onClick={() => go(what)}>
              {text(`home.safe.${what}`)}
            </button>
            <button className="btn" data-kind="quiet" data-edge="end" type="button" onClick={() => dismiss(what)}>
              {text('home.safe.dismiss')}
              <span className="unseen">: {text(`home.safe.${what}`)}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
