import { toDisplayText } from '../../../core/model/display-text.ts';
import type { TrustListMeta } from '../../../core/model/trust.ts';
import type { ListAtHand } from '../../../wallet/wallet.ts';
import { useWallet } from '../../app/wallet-context.ts';
import { Day } from '../../components/day.tsx';
import { Sentence } from '../../languages/sentence.tsx';
import { useText } from '../../languages/use-text.ts';

const maxNameCharacters = 300;

interface ListCardProps {
  readonly list: ListAtHand;
  /** A newer edition of it is there and counts instead. */
  readonly isReplaced: boolean;
  readonly remove: (list: ListAtHand) => Promise<void>;
}

/** An edition that is a day, in numbers. */
const isDay = (edition: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(edition);

/** One list: what it is, from when, whose it is, and who stands behind it. */
export function ListCard({ list, isReplaced, remove }: ListCardProps) {
  const text = useText();
  const { meta, kept } = list;
  const title = meta === undefined ? text('lists.unreadable') : toDisplayText(meta.title, maxNameCharacters);
  return (
    <li className="card" data-undated="">
      <h2 className="card-title" {...(meta === undefined ? { 'data-ours': '' } : {})}>
        {meta === undefined ? title : <bdi>{title}</bdi>}
      </h2>
      <p className="card-by lines">
        <span>{kept === undefined ? text('lists.bundled') : <Sentence id="lists.yours" values={{ date: <Day date={kept.addedAt} /> }} />} </span>
        {meta === undefined ? <span>{text('lists.unreadable.help')}</span> : <ListFacts meta={meta} />}
        {meta === undefined || kept === undefined ? null : <span>{text(`lists.signed.${meta.signature}`)} </span>}
        {isReplaced ? <span>{text('lists.replaced')}</span> : null}
      </p>
      {kept === undefined ? null : (
        <button className="btn" data-kind="quiet" data-edge="end" type="button" onClick={() => void remove(list)}>
          {text('issuers.remove')}
          <span className="unseen">
            : <bdi>{title}</bdi>
          </span>
        </button>
      )}
    </li>
  );
}

/** What a list says of itself, in one short line each. */
export function ListFacts({ meta }: { readonly meta: TrustListMeta }) {
  const text = useText();
  const { now } = useWallet();
  const { kind, operator, edition, issuedAt, nextUpdate } = meta;
  const isLate = nextUpdate !== undefined && nextUpdate < now();
  return (
    <>
      <span>{text(`lists.kind.${kind}`)} </span>
      {operator === undefined ? null : (
        <span>
          <Sentence id="lists.operator" values={{ operator: <bdi>{toDisplayText(operator, maxNameCharacters)}</bdi> }} />{' '}
        </span>
      )}
      {edition === undefined && issuedAt === undefined ? null : (
        <span>
          {edition === undefined ? null : (
            <>
              <Sentence id="lists.edition" values={{ edition: isDay(edition) ? <Day date={edition} /> : <bdi>{toDisplayText(edition, maxNameCharacters)}</bdi> }} />{' '}
            </>
          )}
          {issuedAt === undefined ? null : (
            <>
              <Sentence id="lists.from" values={{ date: <Day date={issuedAt} /> }} />{' '}
            </>
          )}
        </span>
      )}
      {isLate ? (
        <span>
          <Sentence id="lists.late" values={{ date: <Day date={nextUpdate} /> }} />{' '}
        </span>
      ) : null}
    </>
  );
}
