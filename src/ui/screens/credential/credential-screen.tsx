import { useState } from 'react';
import type { ReactNode } from 'react';
import { Link, useLocation, useParams } from 'wouter';
import { toItemId } from '../../../core/model/ids.ts';
import type { OpenItem } from '../../../wallet/wallet.ts';
import { focusHeading } from '../../app/focus-heading.ts';
import { Page } from '../../app/page.tsx';
import { Asking } from '../../components/asking.tsx';
import { CredentialView } from '../../components/credential-view.tsx';
import { ErrorWords } from '../../components/error-words.tsx';
import { Icon } from '../../components/icon.tsx';
import { KnowIssuer } from '../../components/know-issuer/know-issuer.tsx';
import { CredentialList } from '../../components/list/credential-list.tsx';
import { ItemActions } from '../../components/list/item-actions.tsx';
import { useWide } from '../../components/use-wide.ts';
import { Waiting } from '../../components/waiting.tsx';
import { useText } from '../../languages/use-text.ts';
import { OwnNote } from './own-note.tsx';
import { OlderCopies } from './older-copies.tsx';
import { useCredential } from './use-credential.ts';

/** One credential in three layers, beside the list where there is room. */
export function CredentialScreen() {
  const { id = '' } = useParams<{ id: string }>();
  return <OneCredential key={id} id={id} />;
}

function OneCredential({ id }: { readonly id: string }) {
  const text = useText();
  const { flow, again } = useCredential(id);
  if (flow.kind === 'open') return <Opened item={flow.item} again={again} />;
  return (
    <Frame id={id} title={text('home.title')}>
      {flow.kind === 'opening' ? (
        <Waiting words="credential.opening" />
      ) : (
        <div className="empty">
          <h1 tabIndex={-1}>{text('credential.missing')}</h1>
          <p className="intro">
            <ErrorWords error={flow.error} />
          </p>
        </div>
      )}
    </Frame>
  );
}

interface FrameProps {
  readonly id: string;
  readonly title: string;
  readonly action?: ReactNode;
  readonly children: ReactNode;
}

function Frame({ id, title, action, children }: FrameProps) {
  const text = useText();
  const wide = useWide();
  const [, navigate] = useLocation();
  return (
    <Page title={title} back={{ to: '/', label: text('home.title') }} action={action} ground="desk" flow two>
      {wide ? (
        <section className="pane" aria-label={text('home.list')}>
          <div className="stack" data-gap="l">
            <h2>{text('home.title')}</h2>
            <CredentialList current={toItemId(id)} onRemoved={() => navigate('/')} />
          </div>
        </section>
      ) : null}
      <div className="here">{children}</div>
    </Page>
  );
}

function Opened({ item, again }: { readonly item: OpenItem; readonly again: () => Promise<void> }) {
  const text = useText();
  const [, navigate] = useLocation();
  const [more, setMore] = useState(false);
  const { examined, summary } = item;
  const altered = examined.headline === 'altered';
  const button = (
    <button className="btn" data-kind="quiet" data-edge="end" type="button" onClick={() => setMore(true)}>
      <Icon name="ellipsis" />
      {text('credential.more')}
    </button>
  );
  return (
    <Frame id={summary.id} title={altered ? text('verdict.altered') : summary.title[0]?.text ?? text('leaf.untitled')} action={button}>
      <CredentialView examined={examined} mode="own" namesOurKey={item.namesOurKey} />
      <Asking examination={examined} room="wallet" again={again} />
      <KnowIssuer examined={examined} />
      <OwnNote copies={[summary.id, ...item.older.map(({ id }) => id)]} />
      <OlderCopies older={item.older} />
      <div className="actions">
        <Link className="btn" data-kind={altered ? 'second' : 'main'} href={`/share/${summary.id}`}>
          <Icon name="share-2" />
          {text('credential.share')}
        </Link>
      </div>
      {more ? (
        <ItemActions
          summary={summary}
          onClose={() => setMore(false)}
          onRemoved={() => {
            navigate('/', { replace: true });
            focusHeading();
          }}
        />
      ) : null}
    </Frame>
  );
}
