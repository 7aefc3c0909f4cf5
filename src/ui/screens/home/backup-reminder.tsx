import { Link } from 'wouter';
import { useWallet, useWalletState } from '../../app/wallet-context.ts';
import { useText } from '../../languages/use-text.ts';

const sevenDaysMs = 7 * 24 * 60 * 60 * 1000;

/** One calm line where changes wait for a backup and the last one is a week old. */
export function BackupReminder() {
  const text = useText();
  const { now } = useWallet();
  const { lastVerifiedAt, changesSince } = useWalletState().vault.backup;
  if (lastVerifiedAt === undefined || changesSince === 0 || now() - lastVerifiedAt < sevenDaysMs) return null;
  return (
    <p className="row between small muted">
      {text('home.reminder', { count: changesSince })}
      <Link className="btn" data-kind="quiet" data-edge="end" href="/settings/backup">
        {text('home.reminder.make')}
      </Link>
    </p>
  );
}
