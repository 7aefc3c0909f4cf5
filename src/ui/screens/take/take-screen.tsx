import { useLingui } from '@lingui/react';
import { Link, useParams } from 'wouter';
import type { KeptAnew } from '../../../wallet/document-doors.ts';
import { cvFactsOf } from '../../../wallet/cv-entry.ts';
import { Page } from '../../app/page.tsx';
import { Chip } from '../../components/chip.tsx';
import { isClosed } from '../../components/credential/kind-words.ts';
import { titleOf } from '../../../core/model/credential-title.ts';
import { DocText, maxTitleCharacters } from '../../components/doc-text.tsx';
import { Waiting } from '../../components/waiting.tsx';
import { useText } from '../../languages/use-text.ts';
import { Failure } from '../../components/failure.tsx';
import { TakeAsk } from './take-ask.tsx';
import { TakeBadge } from './take-badge.tsx';
import { TakeCv } from './take-cv.tsx';
import { TakeOriginal } from './take-original.tsx';
import { useTake } from './use-take.ts';
import type { BadgeState, Saved, TakeActions } from './use-take.ts';

/** What can be taken along of one credential. Nothing here is sent by the wallet. */
export function TakeScreen() {
  const { id = '' } = useParams<{ id: string }>();
  return <TakeOne key={id} id={id} />;
}

function TakeOne({ id }: { readonly id: string }) {
  const text = useText();
  const { flow, ...actions } = useTake(id);
  const isGone = flow.kind === 'failed' && flow.error.code === 'vault/not-found';
  return (
    <Page title={text('take.title')} back={isGone ? { to: '/', label: text('frame.credentials') } : { to: `/credential/${id}`, label: text('take.back') }}>
      <h1 tabIndex={-1}>{text('take.title')}</h1>
      {flow.kind === 'opening' ? <Waiting words="credential.opening" /> : null}
      {flow.kind === 'failed' ? <Failure error={flow.error} /> : null}
      {isGone ? (
        <div>
          <Link className="btn" data-kind="main" href="/">
            {text('share.toList')}
          </Link>
        </div>
      ) : flow.kind === 'failed' ? (
        <div>
          <button className="btn" data-kind="main" type="button" onClick={actions.again}>
            {text('share.again')}
          </button>
        </div>
      ) : null}
      {flow.kind === 'open' ? <Opened item={flow.item} badge={flow.badge} saved={flow.saved} actions={actions} /> : null}
    </Page>
  );
}

interface OpenedProps {
  readonly item: KeptAnew;
  readonly badge: BadgeState;
  readonly saved: Saved | undefined;
  readonly actions: TakeActions;
}

function Opened({ item, badge, saved, actions }: OpenedProps) {
  const text = useText();
  const { i18n } = useLingui();
  const { examined } = item;
  const altered = examined.axes.unchanged === 'no';
  const isSilent = altered || isClosed(examined);
  const title = titleOf(examined);
  const facts = cvFactsOf(examined);
  return (
    <>
      <div className="stack" data-gap="s">
        {altered ? null : (
          <p className="intro doc">{title.length === 0 ? text('leaf.untitled') : <DocText text={title} prefer={[i18n.locale, 'en']} max={maxTitleCharacters} />}</p>
        )}
        <div>
          <Chip headline={examined.headline} />
        </div>
        {altered ? <p>{text('take.altered')}</p> : null}
      </div>
      <TakeOriginal examined={examined} isImage={badge.kind === 'is-image'} saved={saved} save={actions.save} />
      {!altered && (badge.kind === 'made' || badge.kind === 'failed') ? <TakeBadge examined={examined} badge={badge} saved={saved} saveBadge={actions.saveBadge} /> : null}
      {isSilent ? null : <TakeCv examined={examined} facts={facts} saved={saved} save={actions.save} />}
      {isSilent ? null : <TakeAsk examined={examined} facts={facts} />}
    </>
  );
}
