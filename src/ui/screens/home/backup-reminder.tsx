import { useEffect } from 'react';
import { Link } from 'wouter';
import { asideSince, putAside } from '../../app/put-aside.ts';
import { useWallet, useWalletState } from '../../app/wallet-context.ts';
import { useText } from '../../languages/use-text.ts';
import { reminderDue } from './reminder-due.ts';

/** One calm line, for a day and at most once in seven, where changes wait for a backup a week after the last one or after it was put aside. */
export function BackupReminder() {
  const text = useText();
  const wallet = useWallet();
  const { lastVerifiedAt, changesSince } = useWalletState().vault.backup;
  const due = changesSince > 0 ? reminderDue(lastVerifiedAt ?? asideSince('backup'), asideSince('reminder'), wallet.now()) : 'no';
  useEffect(() => {
    if (due === 'begin') putAside('reminder', wallet.now());
  }, [due, wallet]);
  if (due === 'no') return null;
  return (
    <p className="row between small muted">
      {text('home.reminder', { count: changesSince })}
      <Link className="btn" data-kind="quiet" data-edge="end" href="/settings/backup">
        {text('home.reminder.make')}
      </Link>
    </p>
  );
}
