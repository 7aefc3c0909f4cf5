import { useEffect, useRef } from 'react';
import { useLingui } from '@lingui/react';
import { Link } from 'wouter';
import type { ListedItem } from '../../../wallet/wallet.ts';
import { Chip } from '../../components/chip.tsx';
import { Day } from '../../components/day.tsx';
import { DocText, maxTitleCharacters, plainText } from '../../components/doc-text.tsx';
import { IssuerName } from '../../components/issuer-name.tsx';
import styles from '../../components/own/own.module.css';
import { Sentence } from '../../languages/sentence.tsx';
import { useText } from '../../languages/use-text.ts';

interface CollectedCardProps {
  readonly item: ListedItem;
  readonly first: boolean;
  readonly last: boolean;
  readonly move: (by: -1 | 1) => void;
}

/** A credential in a collection: what it is, its state and dates, and its place in the order. */
export function CollectedCard({ item, first, last, move }: CollectedCardProps) {
  const text = useText();
  const { i18n } = useLingui();
  const prefer = [i18n.locale, 'en'];
  const { summary, headline, issuerMatch } = item;
  const isJudged = summary.axes.unchanged === 'yes' || summary.axes.unchanged === 'no';
  const name = plainText(summary.title, prefer) || text('leaf.untitled');
  const place = useRef<HTMLDivElement>(null);
  const pressed = useRef(false);
  // At either end one button goes; who pressed it goes on with the other.
  useEffect(() => {
    if (pressed.current && document.activeElement === document.body) place.current?.querySelector('button')?.focus();
    pressed.current = false;
  }, [first, last]);
  const press = (by: -1 | 1): void => {
    pressed.current = true;
    move(by);
  };
  return (
    <li className="card">
      <h3 className="card-title">
        <Link href={`/credential/${summary.id}`}>
          {summary.title.length === 0 ? text('leaf.untitled') : <DocText text={summary.title} prefer={prefer} max={maxTitleCharacters} />}
        </Link>
      </h3>
      {issuerMatch === undefined && summary.claimedIssuer.length === 0 ? null : (
        <p className="card-by">
          <IssuerName known={issuerMatch?.name} claimed={summary.claimedIssuer} prefer={prefer} />
        </p>
      )}
      <p className="card-when small">
        <Sentence id={isJudged ? 'collection.checked' : 'collection.added'} values={{ date: <Day date={summary.savedAt} /> }} />{' '}
        {summary.askedAt === undefined ? null : <Sentence id="collection.asked" values={{ date: <Day date={summary.askedAt} /> }} />}{' '}
        {summary.validUntil === undefined ? null : <Sentence id="collection.until" values={{ date: <Day date={summary.validUntil} /> }} />}
      </p>
      <Chip headline={headline} />
      <div className={styles.place} ref={place}>
        {([-1, 1] as const).map((by) =>
          (by === -1 ? first : last) ? null : (
            <button className="btn" data-kind="quiet" type="button" key={by} onClick={() => press(by)}>
              {text(by === -1 ? 'collection.up' : 'collection.down')}
              <span className="unseen">
                : <bdi>{name}</bdi>
              </span>
            </button>
          ),
        )}
      </div>
    </li>
  );
}
