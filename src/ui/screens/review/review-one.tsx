import type { ReactNode } from 'react';
import { Link } from 'wouter';
import type { Examination } from '../../../core/model/examination.ts';
import type { Review, ReviewItem } from '../../../wallet/wallet.ts';
import { Page } from '../../app/page.tsx';
import { Asking } from '../../components/asking.tsx';
import { FilePacking } from '../../components/credential/packing-line.tsx';
import { CredentialView } from '../../components/credential-view.tsx';
import { DocText } from '../../components/doc-text.tsx';
import { Icon } from '../../components/icon.tsx';
import { KnowIssuer } from '../../components/know-issuer/know-issuer.tsx';
import { useText } from '../../languages/use-text.ts';
import { SaveProblem } from './save-problem.tsx';
import { unreadableParts } from './use-review.ts';
import type { ReviewView } from './use-review.ts';

interface ReviewOneProps {
  readonly review: Review;
  readonly item: ReviewItem;
  readonly view: ReviewView;
}

/** One credential before it is saved: verdict, who gave it, to whom, dates, what it says. */
export function ReviewOne({ review, item, view }: ReviewOneProps) {
  const text = useText();
  const { examination, already } = item;
  const altered = examination.headline === 'altered' || review.share?.headline === 'share-altered';
  return (
    <Page title={text('review.page')} back={{ to: '/add', label: text('frame.add') }} ground="desk" flow>
      {altered ? <h1 tabIndex={-1}>{text('review.title')}</h1> : null}
      {already === undefined ? null : <Note words={text(already === 'same' ? 'review.have' : 'review.newer')} />}
      <Lost examination={review.examination} />
      <FilePacking examination={review.examination} />
      <CredentialView examined={examination} mode="review" {...(review.share === undefined ? {} : { share: review.share })} />
      <Asking examination={review.examination} room="wallet" again={view.askedAgain} />
      {altered ? <Note words={text('review.altered')} /> : <KnowIssuer examined={examination} onChanged={view.lookAgain} />}
      <SaveProblem flow={view.flow} />
      <Actions altered={altered} same={already === 'same'} view={view} />
    </Page>
  );
}

/** A remark of ours above or below the leaf, with what it is about. */
export function Note({ words, children }: { readonly words: string; readonly children?: ReactNode }) {
  return (
    <div className="note">
      <Icon name="info" />
      <div>
        <p>{words}</p>
        {children}
      </div>
    </div>
  );
}

/** What could not be read beside what could: how many, and which files where they are whole files. */
export function Lost({ examination }: { readonly examination: Examination }) {
  const text = useText();
  const parts = unreadableParts(examination);
  if (parts.length === 0) return null;
  const names = parts.flatMap(({ fileName }) => (fileName === undefined ? [] : [fileName]));
  return (
    <Note words={text('review.unreadable', { count: parts.length })}>
      {names.length === 0 ? null : (
        <ul role="list">
          {names.map((name, index) => (
            <li key={index}>
              <DocText text={[{ text: name }]} prefer={[]} name />
            </li>
          ))}
        </ul>
      )}
    </Note>
  );
}

function Actions({ altered, same, view }: { readonly altered: boolean; readonly same: boolean; readonly view: ReviewView }) {
  const text = useText();
  const button = (kind: 'main' | 'second', words: string, go: () => void) => (
    <button key={words} className="btn" data-kind={kind} type="button" onClick={go}>
      {words}
    </button>
  );
  const [save, leave] = [text('review.save'), text('review.leave')];
  if (same) {
    return (
      <div className="actions">
        <Link className="btn" data-kind="main" href={view.kept === undefined ? '/' : `/credential/${view.kept}`}>
          {text('review.open')}
        </Link>
        {button('second', leave, view.leave)}
      </div>
    );
  }
  return (
    <div className="actions">
      {altered
        ? [button('main', leave, view.leave), button('second', save, view.save)]
        : [button('main', save, view.save), button('second', leave, view.leave)]}
    </div>
  );
}
