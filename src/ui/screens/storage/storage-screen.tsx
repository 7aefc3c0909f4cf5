import { Link } from 'wouter';
import type { ReactNode } from 'react';
import type { InstallationState } from '../../../wallet/ports.ts';
import { Day } from '../../components/day.tsx';
import { Icon } from '../../components/icon.tsx';
import { Page } from '../../app/page.tsx';
import type { MessageId } from '../../languages/en.ts';
import { useText } from '../../languages/use-text.ts';
import { toMegabytes, useStorage } from './use-storage.ts';

function promise({ ephemeral, persisted }: InstallationState): MessageId {
  if (ephemeral) return 'storage.ephemeral';
  if (persisted === undefined) return 'storage.unknown';
  return persisted ? 'storage.kept' : 'storage.notKept';
}

export function StorageScreen() {
  const text = useText();
  const storage = useStorage();
  const { installation, vault, flow } = storage;
  return (
    <Page title={text('storage.title')} back={{ to: '/settings', label: text('settings.title') }}>
      <div className="stack" data-gap="s">
        <h1 tabIndex={-1}>{text('storage.title')}</h1>
        <p className="intro">{text(promise(installation))}</p>
      </div>
      <OneAction {...storage} />
      {flow === 'refused' ? <p role="status">{text('storage.refused')}</p> : null}
      <dl>
        <Fact term="storage.protected">{text(installation.persisted === true ? 'storage.protected.yes' : 'storage.protected.no')}</Fact>
        <Fact term="storage.used">
          {installation.usedBytes === undefined
            ? text('storage.used.unknown')
            : text('storage.used.value', { amount: toMegabytes(installation.usedBytes) })}
        </Fact>
        <Fact term="storage.backup">
          {vault.status.kind === 'locked' ? text('storage.backup.locked') : null}
          {vault.status.kind === 'open' && vault.backup.lastVerifiedAt !== undefined ? <Day date={vault.backup.lastVerifiedAt} /> : null}
          {vault.status.kind !== 'locked' && vault.backup.lastVerifiedAt === undefined ? text('storage.backup.none') : null}
        </Fact>
        <Fact term="storage.version">
          <bdi>{installation.version}</bdi>
          <br />
          <span className="small muted">{text(installation.updateWaiting ? 'storage.update' : 'storage.update.none')}</span>
        </Fact>
        <Fact term="storage.install">{text(installation.installed ? 'storage.installed' : installation.canInstall ? 'storage.install.help' : 'storage.install.how')}</Fact>
      </dl>
      <Missing what={installation.missing} />
    </Page>
  );
}

function Fact({ term, children }: { readonly term: MessageId; readonly children: ReactNode }) {
  const text = useText();
  return (
    <div className="summary">
      <dt>{text(term)}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** The one thing worth doing now: the update, the promise of the browser, a backup, or the installation. */
function OneAction({ installation, vault, actions, ask, flow }: ReturnType<typeof useStorage>) {
  const text = useText();
  if (installation.updateWaiting) {
    return <Action name="storage.update.use" onDo={() => void actions.useUpdate()} />;
  }
  const { persisted, ephemeral, canInstall } = installation;
  if (persisted !== true && !ephemeral && flow !== 'refused') {
    return <Action name={flow === 'asking' ? 'storage.asking' : 'storage.ask'} onDo={() => void ask()} />;
  }
  if (canInstall) return <Action name="storage.install" onDo={() => void actions.install()} />;
  if (vault.status.kind !== 'open' || vault.items.length === 0 || vault.backup.changesSince === 0) return null;
  return (
    <div>
      <Link className="btn" data-kind="main" href="/settings/backup">
        <Icon name="download" />
        {text('storage.makeBackup')}
      </Link>
    </div>
  );
}

function Action({ name, onDo }: { readonly name: MessageId; readonly onDo: () => void }) {
  const text = useText();
  return (
    <div>
      <button className="btn" data-kind="main" type="button" onClick={onDo}>
        {text(name)}
      </button>
    </div>
  );
}

function Missing({ what }: { readonly what: readonly string[] }) {
  const text = useText();
  if (what.length === 0) return null;
  return (
    <section className="stack" data-gap="s">
      <h2>{text('storage.missing')}</h2>
      <ul className="plain">
        {what.map((name) => (
          <li key={name}>{text('storage.missing.item', { what: name })}</li>
        ))}
      </ul>
    </section>
  );
}
