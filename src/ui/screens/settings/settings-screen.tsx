import { useLingui } from '@lingui/react';
import { focusHeading } from '../../app/focus-heading.ts';
import { Page } from '../../app/page.tsx';
import { Day } from '../../components/day.tsx';
import { Icon } from '../../components/icon.tsx';
import { readLook } from '../../app/look.ts';
import { useWallet, useWalletState } from '../../app/wallet-context.ts';
import { languages } from '../../languages/registry.ts';
import { Sentence } from '../../languages/sentence.tsx';
import { useText } from '../../languages/use-text.ts';
import type { InstallationState, VaultSnapshot } from '../../../wallet/ports.ts';
import styles from './settings.module.css';
import { WayRow } from './way-row.tsx';
import { QuietLink } from '../../components/quiet-link.tsx';

export function SettingsScreen() {
  const text = useText();
  const { vault, installation } = useWalletState();
  return (
    <Page title={text('settings.title')}>
      <h1 tabIndex={-1}>{text('settings.title')}</h1>
      <SafeGroup vault={vault} installation={installation} />
      <GivingGroup vault={vault} />
      <AppGroup absent={vault.status.kind === 'absent'} />
      <QuietLink to="/settings/delete" icon="trash-2" words="settings.delete" />
      <p className="small muted">{text('settings.colophon', { version: installation.version })}</p>
    </Page>
  );
}

function storageSays({ ephemeral, updateWaiting, persisted }: InstallationState) {
  if (updateWaiting) return 'settings.storage.update';
  if (ephemeral) return 'settings.storage.ephemeral';
  if (persisted === undefined) return 'settings.storage.unknown';
  return persisted ? 'settings.storage.kept' : 'settings.storage.notKept';
}

function SafeGroup({ vault, installation }: { readonly vault: VaultSnapshot; readonly installation: InstallationState }) {
  const text = useText();
  return (
    <section>
      <h2 className="group">{text('settings.safe')}</h2>
      <ul className="ways" role="list">
        <LockRow vault={vault} />
        <WayRow icon="download" to="/settings/backup" name={text('settings.backup')} says={<BackupSays vault={vault} />} />
        <WayRow icon="sliders-horizontal" to="/settings/storage" name={text('settings.storage')} says={text(storageSays(installation))} />
      </ul>
    </section>
  );
}

function LockRow({ vault }: { readonly vault: VaultSnapshot }) {
  const text = useText();
  const wallet = useWallet();
  if (vault.status.kind === 'locked') return <WayRow icon="lock" to="/" name={text('settings.open')} says={text('settings.open.help')} />;
  if (vault.status.kind !== 'open') return null;
  return (
    <li>
      <button className={`way ${styles.action}`} type="button" onClick={() => void wallet.lock().then(focusHeading)}>
        <Icon name="lock" />
        <span>
          <b>{text('settings.lock')}</b>
          <span>{text('settings.lock.help')}</span>
        </span>
        <Icon name="chevron-right" size={20} />
      </button>
    </li>
  );
}

function BackupSays({ vault }: { readonly vault: VaultSnapshot }) {
  const text = useText();
  if (vault.status.kind !== 'open') return text('settings.backup.locked');
  const { lastVerifiedAt } = vault.backup;
  return lastVerifiedAt === undefined ? (
    text('settings.backup.never')
  ) : (
    <Sentence id="settings.backup.last" values={{ date: <Day date={lastVerifiedAt} /> }} />
  );
}

function GivingGroup({ vault }: { readonly vault: VaultSnapshot }) {
  const text = useText();
  const open = vault.status.kind === 'open';
  const last = vault.shares.reduce<number | undefined>((latest, { at }) => Math.max(latest ?? at, at), undefined);
  const sharedSays = !open ? text('settings.shared.help') : last === undefined ? text('settings.shared.never') : (
    <Sentence id="settings.shared.last" values={{ date: <Day date={last as Parameters<typeof Day>[0]['date']} /> }} />
  );
  const issuersSays = open ? text('settings.issuers.count', { count: vault.issuers.length }) : text('settings.issuers.help');
  return (
    <section>
      <h2 className="group">{text('settings.giving')}</h2>
      <ul className="ways" role="list">
        <WayRow icon="scan-line" to="/settings/address" name={text('settings.address')} says={text('settings.address.help')} />
        <WayRow icon="share-2" to="/settings/shared" name={text('settings.shared')} says={sharedSays} />
        <WayRow icon="users" to="/settings/issuers" name={text('settings.issuers')} says={issuersSays} />
        <WayRow icon="search-check" to="/settings/lists" name={text('lists.title')} says={open ? text('settings.lists.count', { count: vault.lists.length }) : text('settings.lists.help')} />
      </ul>
    </section>
  );
}

function AppGroup({ absent }: { readonly absent: boolean }) {
  const text = useText();
  const { i18n } = useLingui();
  const name = languages.find(({ tag }) => tag === i18n.locale)?.name ?? i18n.locale;
  const { theme } = readLook();
  return (
    <section>
      <h2 className="group">{text('settings.app')}</h2>
      <ul className="ways" role="list">
        <WayRow icon="languages" to="/settings/language" name={text('settings.language')} says={<bdi>{name}</bdi>} />
        <WayRow icon="settings" to="/settings/look" name={text('settings.look')} says={text(`look.theme.${theme}`)} />
        <WayRow icon="info" to="/settings/help" name={text('settings.help')} says={text('settings.help.help')} />
        {absent ? <WayRow icon="history" to="/restore" name={text('settings.restore')} says={text('settings.restore.help')} /> : null}
      </ul>
    </section>
  );
}
