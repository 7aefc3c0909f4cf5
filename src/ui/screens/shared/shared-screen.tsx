import { useLingui } from '@lingui/react';
import type { ReactNode } from 'react';
import type { EuElementId } from '../../../core/model/eu-elements.ts';
import type { SharedAlong, ShareRecord } from '../../../core/model/stored.ts';
import { Day, Moment } from '../../components/day.tsx';
import { DocText } from '../../components/doc-text.tsx';
import { Icon } from '../../components/icon.tsx';
import { Page } from '../../app/page.tsx';
import type { MessageId } from '../../languages/en.ts';
import { Sentence } from '../../languages/sentence.tsx';
import { useFormats } from '../../languages/use-formats.ts';
import { useText } from '../../languages/use-text.ts';
import { Failure } from '../../components/failure.tsx';
import { useShared } from './use-shared.ts';

export function SharedScreen() {
  const text = useText();
  const { shares, ...actions } = useShared();
  if (shares.length === 0) {
    return (
      <Page title={text('shared.title')} back={{ to: '/settings', label: text('settings.title') }}>
        <div className="stack" data-gap="s">
          <h1 tabIndex={-1}>{text('shared.title')}</h1>
          <p className="intro" role="status">{text(actions.flow.kind === 'forgotten' ? 'shared.forgotten' : 'shared.empty')}</p>
        </div>
      </Page>
    );
  }
  return (
    <Page title={text('shared.title')} back={{ to: '/settings', label: text('settings.title') }}>
      <div className="stack" data-gap="s">
        <h1 tabIndex={-1}>{text('shared.title')}</h1>
        <p className="intro">{text('shared.intro')}</p>
      </div>
      {shares.map((share) => (
        <SharedEntry key={share.id} share={share} />
      ))}
      <ForgetAll {...actions} />
    </Page>
  );
}

const alongNames: readonly (readonly [SharedAlong, MessageId])[] = [
  ['statement', 'statement.title'],
  ['prior-learning', 'prior.title'],
  ['note', 'note.title'],
];

function SharedEntry({ share }: { readonly share: ShareRecord }) {
  const text = useText();
  const formats = useFormats();
  const { receiver, purpose, expires, items, along = [] } = share;
  const went = alongNames.flatMap(([kind, name]) => (along.includes(kind) ? [text(name)] : []));
  return (
    <section className="stack" data-gap="s">
      <h2>
        {receiver === '' ? text('shared.forAnyone') : <Sentence id="shared.for" values={{ receiver: <bdi>{receiver}</bdi> }} />}
      </h2>
      <p className="muted">
        <Moment at={share.at} full />
      </p>
      <dl>
        {purpose === '' ? null : (
          <Row term={text('shared.purpose')}>
            <bdi>{purpose}</bdi>
          </Row>
        )}
        {items.map((item) => (
          <SharedItem key={item.id} item={item} />
        ))}
        {went.length === 0 ? null : <Row term={text(items.length === 0 ? 'shared.what' : 'shared.along')}>{formats.list(went)}</Row>}
        <Row term={text('shared.until')}>{expires === undefined ? text('shared.until.none') : <Day date={expires} />}</Row>
        <Row term={text('shared.way')}>{text(`shared.way.${share.way}`)}</Row>
        <Row term={text('shared.result')}>{text(`shared.result.${share.result}`)}</Row>
        <Row term={text('shared.proof')}>{text(`shared.proof.${share.proof}`)}</Row>
      </dl>
    </section>
  );
}

const elementIds: readonly EuElementId[] = ['M1', 'M2', 'M3', 'M4', 'M5', 'M6', 'M7', 'M8', 'M9', 'M10', 'M11', 'O1', 'O2', 'O3', 'O4', 'O5'];

/** Which parts of a credential went out: their names, never what they say. */
function SharedItem({ item }: { readonly item: ShareRecord['items'][number] }) {
  const text = useText();
  const formats = useFormats();
  const { i18n } = useLingui();
  const names = elementIds.filter((id) => item.fields.includes(id)).map((id) => text(`element.${id}`));
  return (
    <Row term={text('shared.what')}>
      {item.title.length === 0 ? text('leaf.untitled') : <DocText text={item.title} prefer={[i18n.locale, 'en']} name />}
      <br />
      <span className="small muted">{names.length === 0 ? text('shared.fields.all') : formats.list(names)}</span>
    </Row>
  );
}

function Row({ term, children }: { readonly term: string; readonly children: ReactNode }) {
  return (
    <div className="summary">
      <dt>{term}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function ForgetAll({ flow, ask, keep, forget }: Omit<ReturnType<typeof useShared>, 'shares'>) {
  const text = useText();
  if (flow.kind !== 'asking' && flow.kind !== 'forgetting') {
    return (
      <div className="stack">
        {flow.kind === 'failed' ? <Failure error={flow.error} /> : null}
        <div>
          <button className="btn" data-kind="quiet" data-edge="start" type="button" onClick={ask}>
            <Icon name="trash-2" />
            {text('shared.forget')}
          </button>
        </div>
      </div>
    );
  }
  return (
    <section className="panel" role="alert" aria-labelledby="forget-title">
      <h2 id="forget-title">{text('shared.forget.question')}</h2>
      <p>{text('shared.forget.help')}</p>
      <div className="row">
        <button className="btn" data-kind="main" type="button" onClick={() => void forget()}>
          {text('shared.forget.do')}
        </button>
        <button className="btn" data-kind="second" type="button" onClick={keep}>
          {text('shared.forget.no')}
        </button>
      </div>
    </section>
  );
}
