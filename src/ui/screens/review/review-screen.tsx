import { useEffect } from 'react';
import { Link, Redirect } from 'wouter';
import type { Review } from '../../../wallet/wallet.ts';
import { Page } from '../../app/page.tsx';
import { VaultGate } from '../../app/vault-gate.tsx';
import { useWalletState } from '../../app/wallet-context.ts';
import { Waiting } from '../../components/waiting.tsx';
import { useText } from '../../languages/use-text.ts';
import { ReviewOne } from './review-one.tsx';
import { ReviewSeveral } from './review-several.tsx';
import { ReviewUnreadable } from './review-unreadable.tsx';
import { useReview } from './use-review.ts';

/** What came in, examined and not yet kept. Nothing is saved unless the person saves it. */
export function ReviewScreen() {
  const { pending, vault } = useWalletState();
  // Back after saving: it is in the list now. After a reload the vault is locked, and what was read is gone.
  if (pending === undefined && vault.status.kind === 'open') return <Redirect to="/" replace />;
  return pending === undefined ? <NothingToReview /> : <Reviewing key={pending.items.map((item) => item.examination.id).join()} review={pending} />;
}

function NothingToReview() {
  const text = useText();
  return (
    <Page title={text('review.page')} back={{ to: '/add', label: text('frame.add') }}>
      <div className="empty">
        <h1 tabIndex={-1}>{text('review.nothing')}</h1>
        <p className="intro">{text('review.nothing.text')}</p>
        <Link className="btn" data-kind="main" href="/add">
          {text('first.add')}
        </Link>
      </div>
    </Page>
  );
}

function Reviewing({ review }: { readonly review: Review }) {
  const text = useText();
  const view = useReview(review);
  const { status } = useWalletState().vault;
  const { flow, save } = view;
  const opened = flow.kind === 'locked' && status.kind === 'open';
  useEffect(() => {
    if (opened) save();
  }, [opened, save]);
  const [only] = review.items;
  const saving = (
    <Page title={text('review.page')} back={{ to: '/add', label: text('frame.add') }} flow>
      <Waiting words="review.saving" />
    </Page>
  );
  if (flow.kind === 'locked') return <VaultGate absent={<Redirect to="/protect" replace />}>{saving}</VaultGate>;
  if (flow.kind === 'saving') return saving;
  if (only === undefined) return <ReviewUnreadable examination={review.examination} view={view} />;
  return review.items.length === 1 ? <ReviewOne review={review} item={only} view={view} /> : <ReviewSeveral review={review} view={view} />;
}
