import { Link } from 'wouter';
import { toDisplayText } from '../../../core/model/display-text.ts';
import type { Examination, Unreadable } from '../../../core/model/examination.ts';
import { Page } from '../../app/page.tsx';
import { useWalletState } from '../../app/wallet-context.ts';
import { LinkOffer } from '../../components/asking.tsx';
import { Band } from '../../components/band.tsx';
import { linkHost } from '../../components/link-host.ts';
import { unreadableWords } from '../../components/verdict-words.ts';
import { useText } from '../../languages/use-text.ts';
import type { ReviewView } from './use-review.ts';

/** The first part that could not be read; a share or file without any credential counts as unreadable too. */
function unreadableOf(examination: Examination): Unreadable {
  if (examination.kind === 'unreadable') return examination;
  const parts = examination.kind === 'credential' ? [] : examination.parts;
  const inner = parts.find((part) => part.kind !== 'credential');
  if (inner !== undefined) return unreadableOf(inner);
  return { kind: 'unreadable', error: { code: 'receive/unrecognized', facts: {} }, looksLike: 'json', class: 'refused' };
}

/** Where a file belongs that is no credential. */
function WayOn({ looksLike }: Pick<Unreadable, 'looksLike'>) {
  const text = useText();
  const { vault } = useWalletState();
  if (looksLike === 'keys') return <p>{text('review.keys')}</p>;
  if (looksLike !== 'list') return null;
  if (vault.status.kind === 'absent') return <p>{text('review.list.later')}</p>;
  return (
    <div className="stack" data-gap="s">
      <p>{text('review.list')}</p>
      <div>
        <Link className="btn" data-kind="second" href="/settings/lists">
          {text('review.list.open')}
        </Link>
      </div>
    </div>
  );
}

/** We cannot read it: nothing can be saved, the file is unchanged. What it is gets named and shown, never opened. */
export function ReviewUnreadable({ examination, view }: { readonly examination: Examination; readonly view: ReviewView }) {
  const text = useText();
  const unreadable = unreadableOf(examination);
  const { foreign } = unreadable;
  const offersLink = foreign?.kind === 'web-address' && linkHost(foreign.text) !== undefined;
  const shown = (
    <>
      <Band words={unreadableWords(unreadable)} prefer={[]} heading={1} />
      <WayOn looksLike={unreadable.looksLike} />
      {foreign === undefined ? null : (
        <div className="stack" data-gap="s">
          <p className="small muted">{text('review.foreign')}</p>
          <p className="raw" dir="ltr">
            {toDisplayText(foreign.text, 500)}
          </p>
        </div>
      )}
    </>
  );
  return (
    <Page title={text('review.page')} back={{ to: '/add', label: text('frame.add') }} ground="desk" flow>
      {foreign?.kind === 'web-address' ? (
        <LinkOffer address={foreign.text} take={view.takeInstead} heading>
          {shown}
        </LinkOffer>
      ) : (
        shown
      )}
      <div className="actions">
        <button className="btn" data-kind={offersLink ? 'second' : 'main'} type="button" onClick={view.leave}>
          {text('review.another')}
        </button>
      </div>
    </Page>
  );
}
