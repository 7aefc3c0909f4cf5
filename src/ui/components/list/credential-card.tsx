import { useLingui } from '@lingui/react';
import { memo } from 'react';
import { Link } from 'wouter';
import type { ListedItem } from '../../../wallet/wallet.ts';
import { useText } from '../../languages/use-text.ts';
import { Chip } from '../chip.tsx';
import { Day } from '../day.tsx';
import { DocText, maxTitleCharacters, plainText } from '../doc-text.tsx';
import { Icon } from '../icon.tsx';
import { IssuerName } from '../issuer-name.tsx';

/** More than two lines on a phone: the rest is on the credential's own page, and read out here. */
const longNameCharacters = 100;

function isLong({ issuerMatch, summary }: ListedItem): boolean {
  const names = issuerMatch === undefined ? summary.claimedIssuer.map((part) => part.text) : [issuerMatch.name];
  return names.some((name) => name.length > longNameCharacters);
}

/** Where the list scrolls by itself and the open one lies below its window: a third of the way down, with cards before and after it. */
function showInList(card: HTMLElement | null): void {
  const list = card?.closest('.pane > .stack');
  if (card === null || list === null || list === undefined) return;
  // Again for some frames: the cards around it get their true heights only when they are in view.
  const show = (again: number): void => {
    if (card.offsetTop + card.offsetHeight > list.clientHeight) list.scrollTop = card.offsetTop - list.clientHeight / 3;
    if (again > 0) requestAnimationFrame(() => show(again - 1));
  };
  show(4);
}

interface CardProps {
  readonly item: ListedItem;
  readonly current: boolean;
  readonly onMore: (item: ListedItem) => void;
}

/** A credential in a list: title, issuer, date, state. The whole row is one link; "More" lies above it. */
export const CredentialCard = memo(function CredentialCard({ item, current, onMore }: CardProps) {
  const text = useText();
  const { i18n } = useLingui();
  const { summary, headline, older, issuerMatch } = item;
  const prefer = [i18n.locale, 'en'];
  const title = plainText(summary.title, prefer) || text('leaf.untitled');
  const isDated = summary.issued !== undefined || older.length > 0;
  return (
    <li className="card" {...(isDated ? {} : { 'data-bare': '' })} {...(current ? { 'aria-current': 'true' as const, ref: showInList } : {})}>
      <h3 className="card-title">
        <Link href={`/credential/${summary.id}`}>
          {summary.title.length === 0 ? text('leaf.untitled') : <DocText text={summary.title} prefer={prefer} max={maxTitleCharacters} />}
        </Link>
      </h3>
      {issuerMatch === undefined && summary.claimedIssuer.length === 0 ? null : (
        <p className="card-by" {...(isLong(item) ? { 'data-long': '' } : {})}>
          <IssuerName known={issuerMatch?.name} claimed={summary.claimedIssuer} prefer={prefer} />
        </p>
      )}
      {isDated ? (
        <p className="card-when">
          {summary.issued === undefined ? null : <Day date={summary.issuedOn ?? summary.issued} />}
          {older.length === 0 ? null : <span className="small"> · {text('home.older', { count: older.length })}</span>}
        </p>
      ) : null}
      <button className="btn" data-kind="quiet" data-edge="end" type="button" onClick={() => onMore(item)}>
        <Icon name="ellipsis" />
        {text('frame.more')}
        <span className="unseen">: {title}</span>
      </button>
      <Chip headline={headline} />
    </li>
  );
});
