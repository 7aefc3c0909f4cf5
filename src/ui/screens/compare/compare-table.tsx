import { useState } from 'react';
import { useLingui } from '@lingui/react';
import { compareElements } from '../../../core/model/comparison.ts';
import type { ComparedCell, ComparedElement } from '../../../core/model/comparison.ts';
import type { ElementValue } from '../../../core/model/eu-elements.ts';
import type { ExaminedCredential } from '../../../core/model/examination.ts';
import { statedCountries } from '../../../core/model/sealing.ts';
import { Chip } from '../../components/chip.tsx';
import { elementLabel } from '../../components/credential/element-words.ts';
import { toldOf } from '../../components/credential/told.ts';
import { useText } from '../../languages/use-text.ts';
import { ItemIssuer, PlacedTitle } from '../together/item-name.tsx';
import { CompareCell, SharedCell } from './compare-cell.tsx';
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
  const rows = (compareElements(items.map(({ elements }) => elements), items.map(({ credential }) => statedCountries(credential)), items.map(({ credential }) => toldOf(credential, undefined).parts)) ?? []).filter(isTold);
  const differing = rows.filter(differs).length;
  return (
    <>
      <div className="stack no-print" data-gap="s">
        <label className={`choice ${styles.only ?? ''}`}>
          <input type="checkbox" checked={only} onChange={() => setOnly(!only)} />
          <span>{text('compare.differing')}</span>
        </label>
        <p className="muted" role="status">
          {text('compare.shown', { differing })}
        </p>
      </div>
      <table className={`${styles.table ?? ''} ${styles.wide ?? ''}`} aria-label={text('compare.title')}>
        <thead>
          <tr>
            <th scope="col">
              <span className="unseen">{text('compare.element')}</span>
            </th>
            {items.map((item) => (
              <th scope="col" key={item.id}>
                <Head item={item} among={items} />
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

function Head({ item, among }: { readonly item: ExaminedCredential; readonly among: readonly ExaminedCredential[] }) {
  return (
    <div className="stack" data-gap="s">
      <span className={styles.name}>
        <PlacedTitle item={item} among={among} />
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

interface RowProps {
  readonly row: ComparedElement;
  readonly items: readonly ExaminedCredential[];
}

/** One element: what each of them says stands once over all columns, the rest of each in its own. */
function Row({ row, items }: RowProps) {
  const text = useText();
  const { i18n } = useLingui();
  const prefer = [i18n.locale, 'en'];
  const { id, outcome, cells } = row;
  const [[first], [firstItem]] = [cells, items];
  if (first === undefined || firstItem === undefined) return null;
  const sharedOf = ({ values, shared }: ComparedCell): readonly ElementValue[] => values.filter((_, at) => shared.includes(at));
  const restOf = ({ values, shared }: ComparedCell): readonly ElementValue[] => values.filter((_, at) => !shared.includes(at));
  const isOne = outcome === 'same' || (outcome === 'none' && new Set(cells.map(({ state }) => state)).size === 1);
  const hasShared = !isOne && first.shared.length > 0;
  const cellsOfEach = cells.map((cell, at) => {
    const item = items[at];
    return <td key={item?.id ?? at}>{item === undefined ? null : <CompareCell of={item} among={items} reading={cell} values={restOf(cell)} prefer={prefer} />}</td>;
  });
  return (
    <>
      <tr>
        <th scope="row" rowSpan={hasShared ? 2 : 1}>
          <b>{text(elementLabel(id))}</b>
          {outcome === 'same' ? null : <span className="small muted">{text(`compare.${outcome}`)}</span>}
        </th>
        {isOne || hasShared ? (
          <td colSpan={items.length}>
            <SharedCell of={firstItem} reading={first} values={isOne ? first.values : sharedOf(first)} prefer={prefer} />
          </td>
        ) : (
          cellsOfEach
        )}
      </tr>
      {hasShared ? <tr data-rest="">{cellsOfEach}</tr> : null}
    </>
  );
}
