import { announce } from '../../app/announce.ts';
import { focusHeading } from '../../app/focus-heading.ts';
import { Page } from '../../app/page.tsx';
import { VaultGate } from '../../app/vault-gate.tsx';
import { useWallet, useWalletState } from '../../app/wallet-context.ts';
import { Icon } from '../../components/icon.tsx';
import { CredentialList } from '../../components/list/credential-list.tsx';
import { useWide } from '../../components/use-wide.ts';
import { useText } from '../../languages/use-text.ts';
import { BackupReminder } from './backup-reminder.tsx';
import { EmptyList } from './empty-list.tsx';
import { FirstRun } from './first-run.tsx';
import { KeepSafe } from './keep-safe.tsx';
import { QuietLink } from '../../components/quiet-link.tsx';

/** The way in: first run where nothing is kept, else the list once it is open. */
export function HomeScreen() {
  return (
    <VaultGate absent={<FirstRun />}>
      <Credentials />
    </VaultGate>
  );
}

function LockButton() {
  const text = useText();
  const wallet = useWallet();
  const lock = (): void => {
    void wallet.lock().then(() => announce(text('lock.title')));
  };
  return (
    <button className="btn" data-kind="quiet" data-edge="end" type="button" onClick={lock}>
      <Icon name="lock" />
      {text('frame.lock')}
    </button>
  );
}

function Credentials() {
  const text = useText();
  const wide = useWide();
  const { list, vault } = useWalletState();
  if (list.length === 0 && vault.damaged.length === 0) {
    return (
      <Page title={text('home.title')} action={<LockButton />}>
        <EmptyList />
      </Page>
    );
  }
  return (
    <Page title={text('home.title')} action={<LockButton />} two>
      <div className="here">
        <div className="stack" data-gap="l">
          <h1 tabIndex={-1}>{text('home.title')}</h1>
          <BackupReminder />
          <CredentialList onRemoved={focusHeading} />
          <div className="stack" data-gap="s">
            {list.length < 2 ? null : <QuietLink to="/share/several/what" icon="share-2" words="home.share.some" />}
            <QuietLink to="/collections" icon="files" words="collections.title" />
          </div>
          <KeepSafe />
        </div>
      </div>
      {wide ? (
        <section className="pane" aria-label={text('home.pane')}>
          <p className="muted">{text('home.pane.text')}</p>
        </section>
      ) : null}
    </Page>
  );
}
