import { useEffect } from 'react';
import { Link } from 'wouter';
import { asideSince, putAside } from '../../app/put-aside.ts';
import { useWallet, useWalletState } from '../../app/wallet-context.ts';
import { useText } from '../../languages/use-text.ts';

const dayMs = 24 * 60 * 60 * 1000;

/** One calm line, for a day and at most once in seven, where changes wait for a backup a week after the last one or after it was put aside. */
export function BackupReminder() {
  const text = useText();
  const wallet = useWallet();
  const { lastVerifiedAt, changesSince } = useWalletState().vault.backup;
  const now = wallet.now();
  const since = lastVerifiedAt ?? asideSince('backup');
  const due = since !== undefined && changesSince > 0 && now - since >= 7 * dayMs;
  const shown = now - (asideSince('reminder') ?? 0);
  const again = due && shown >= 7 * dayMs;
  useEffect(() => {
    if (again) putAside('reminder', wallet.now());
  }, [again, wallet]);
  if (!again && !(due && shown < dayMs)) return null;
  return (
    <p className="row between small muted">
      {text('home.reminder', { count: changesSince })}
      <Link className="btn" data-kind="quiet" data-edge="end" href="/settings/backup">
        {text('home.reminder.make')}
      </Link>
    </p>
  );
}
