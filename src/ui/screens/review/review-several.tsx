import { useLingui } from '@lingui/react';
import { memo, useMemo } from 'react';
import type { Review, ReviewItem } from '../../../wallet/wallet.ts';
import { Page } from '../../app/page.tsx';
import { Asking } from '../../components/asking.tsx';
import { Chip } from '../../components/chip.tsx';
import { CredentialView } from '../../components/credential-view.tsx';
import { FilePacking } from '../../components/credential/packing-line.tsx';
import { titleOf } from '../../../core/model/credential-title.ts';
import { knownIssuer } from '../../components/credential/leaf-head.tsx';
import { DocText, plainText } from '../../components/doc-text.tsx';
import { Closed } from '../../components/closed.tsx';
import { IssuerName } from '../../components/issuer-name.tsx';
import { useGrowing } from '../../components/list/use-growing.ts';
import { claimedIssuer } from '../../components/verdict-words.ts';
import { useText } from '../../languages/use-text.ts';
import { Lost, Note } from './review-one.tsx';
import { SaveProblem } from './save-problem.tsx';
import type { ReviewView } from './use-review.ts';

/** Several credentials in one file: a list with boxes, each to be read on its own. */
export function ReviewSeveral({ review, view }: { readonly review: Review; readonly view: ReviewView }) {
  const text = useText();
  const { items, share, examination } = review;
  return (
    <Page title={text('review.page')} back={{ to: '/add', label: text('frame.add') }} flow>
      <div className="stack" data-gap="s">
        <h1 tabIndex={-1}>{text('review.several', { count: items.length })}</h1>
        <p className="intro">{text('review.several.text')}</p>
      </div>
      {share === undefined ? null : <Note words={text('review.share')} />}
      <Lost examination={examination} />
      <FilePacking examination={examination} />
      <Lines items={items} view={view} />
      <Asking examination={examination} room="wallet" again={view.askedAgain} />
      <SaveProblem flow={view.flow} />
      <div className="actions">
        <button className="btn" data-kind="main" type="button" onClick={view.save}>
          {text('review.save.some', { count: view.chosen.length })}
        </button>
        <button className="btn" data-kind="second" type="button" onClick={view.leave}>
          {text('review.leave')}
        </button>
      </div>
    </Page>
  );
}

/** A screenful at first, then the rest in small steps: a thousand lines at once would leave every tap waiting. */
function Lines({ items, view }: { readonly items: readonly ReviewItem[]; readonly view: ReviewView }) {
  const { toggle } = view;
  const chosen = useMemo(() => new Set(view.chosen), [view.chosen]);
  const drawn = useGrowing(items.length, false);
  return (
    <ul className="cards" role="list">
      {items.slice(0, drawn).map((item) => (
        <Line key={item.examination.id} item={item} isChosen={chosen.has(item.examination.id)} toggle={toggle} />
      ))}
    </ul>
  );
}

interface LineProps {
  readonly item: ReviewItem;
  readonly isChosen: boolean;
  readonly toggle: ReviewView['toggle'];
}

const Line = memo(function Line({ item, isChosen, toggle }: LineProps) {
  const text = useText();
  const { i18n } = useLingui();
  const { examination, already } = item;
  const title = titleOf(examination);
  const prefer = [i18n.locale, 'en'];
  return (
    <li>
      <label className="choice">
        <input type="checkbox" checked={isChosen} onChange={() => toggle(examination.id)} />
        <span>
          <b className="doc">{title.length === 0 ? text('leaf.untitled') : <DocText text={title} prefer={prefer} />}</b>
          <span>
            <IssuerName known={knownIssuer(examination)} claimed={claimedIssuer(examination)} prefer={prefer} />
          </span>
          {already === undefined ? null : <span>{text(already === 'same' ? 'review.have.short' : 'review.newer.short')}</span>}
          <Chip headline={examination.headline} />
        </span>
      </label>
      <Closed
        name={
          <>
            {text('review.read')}
            <span className="unseen">: {plainText(title, prefer) || text('leaf.untitled')}</span>
          </>
        }
      >
        {() => <CredentialView examined={examination} mode="review" titleLevel={2} />}
      </Closed>
    </li>
  );
});
