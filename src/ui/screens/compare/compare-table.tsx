import { useState } from 'react';
import { useLingui } from '@lingui/react';
import { compareElements } from '../../../core/model/comparison.ts';
import type { ComparedCell, ComparedElement } from '../../../core/model/comparison.ts';
import type { ExaminedCredential } from '../../../core/model/examination.ts';
import { Chip } from '../../components/chip.tsx';
import { elementLabel } from '../../components/credential/element-words.ts';
import { useText } from '../../languages/use-text.ts';
import { ItemIssuer, ItemTitle } from '../together/item-name.tsx';
import { CompareCell } from './compare-cell.tsx';
import styles from './compare.module.css';

/** Optional elements that nobody states are no gap. */
function isTold({ mandatory, outcome, cells }: ComparedElement): boolean {
  return mandatory || outcome !== 'none' || cells.some(({ state }) => state === 'not-shared');
}

function differs({ outcome }: ComparedElement): boolean {
  return outcome === 'differ' || outcome === 'some';
}

/** Two to four credentials, element by element in the European order. No winner, no ranking. */
export function CompareTable({ items }: { readonly items: readonly ExaminedCredential[] }) {
  const text = useText();
  const [only, setOnly] = useState(false);
  const rows = (compareElements(items.map(({ elements }) => elements)) ?? []).filter(isTold);
  const differing = rows.filter(differs).length;
  return (
    <>
      <div className="stack no-print" data-gap="s">
        <label className="choice">
          <input type="checkbox" checked={only} onChange={() => setOnly(!only)} />
          <span>{text('compare.differing')}</span>
        </label>
        <p className="muted" role="status">
          {text('compare.shown', { differing })}
        </p>
      </div>
      <table className={`${styles.table ?? ''} ${styles.wide ?? ''}`}>
        <thead>
          <tr>
            <th scope="col">
              <span className="unseen">{text('compare.element')}</span>
            </th>
            {items.map((item) => (
              <th scope="col" key={item.id}>
                <Head item={item} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {(only ? rows.filter(differs) : rows).map((row) => (
            <Row key={row.id} row={row} items={items} />
          ))}
        </tbody>
      </table>
    </>
  );
}

function Head({ item }: { readonly item: ExaminedCredential }) {
  return (
    <div className="stack" data-gap="s">
      <span className={styles.name}>
        <ItemTitle item={item} />
      </span>
      <span className="small muted">
        <ItemIssuer item={item} />
      </span>
      <span>
        <Chip headline={item.headline} />
      </span>
    </div>
  );
}

function Row({ row, items }: { readonly row: ComparedElement; readonly items: readonly ExaminedCredential[] }) {
  const text = useText();
  const { i18n } = useLingui();
  const prefer = [i18n.locale, 'en'];
  const { id, outcome, cells } = row;
  const [first] = cells;
  const isOne = outcome === 'same' || (outcome === 'none' && new Set(cells.map(({ state }) => state)).size === 1);
  return (
    <tr>
      <th scope="row">
        <b>{text(elementLabel(id))}</b> <span className="small muted">{text(`compare.${outcome}`)}</span>
      </th>
      {isOne && first !== undefined ? (
        <td colSpan={items.length}>
          <CompareCell cell={first} outcome={outcome} prefer={prefer} />
        </td>
      ) : (
        cells.map((cell: ComparedCell, at) => {
          const item = items[at];
          return (
            <td key={item?.id ?? at}>
              <CompareCell cell={cell} outcome={outcome} prefer={prefer} {...(item === undefined ? {} : { of: item })} />
            </td>
          );
        })
      )}
    </tr>
  );
}
