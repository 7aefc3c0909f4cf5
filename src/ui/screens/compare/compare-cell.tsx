import { useState } from 'react';
import type { ReactNode } from 'react';
import type { ComparedCell, ComparedElement } from '../../../core/model/comparison.ts';
import type { ExaminedCredential } from '../../../core/model/examination.ts';
import { ElementValueRow } from '../../components/credential/element-value.tsx';
import { missingWords } from '../../components/credential/element-words.ts';
import { useText } from '../../languages/use-text.ts';
import { ItemTitle } from '../together/item-name.tsx';

/** Values shown before "Show all"; on paper all of them stand. */
const firstValues = 5;

interface CellProps {
  readonly cell: ComparedCell;
  readonly outcome: ComparedElement['outcome'];
  readonly prefer: readonly string[];
  /** Whose word it is; absent where it is that of each. */
  readonly of?: ExaminedCredential;
}

/** What one credential says of one element: its values, each that all the others state too marked in words. */
export function CompareCell({ cell, outcome, prefer, of }: CellProps) {
  const text = useText();
  const [all, setAll] = useState(false);
  const { values, shared } = cell;
  const missing = values.length > 0 ? undefined : (missingWords(cell) ?? 'leaf.not-stated');
  return (
    <dl>
      {of === undefined ? <dt className="unseen">{text('compare.each')}</dt> : <dt className="small muted"><ItemTitle item={of} name /></dt>}
      {missing === undefined ? null : <dd data-ours="">{text(missing)}</dd>}
      {values.map((value, at) => (
        <Late key={`${value.path} ${value.raw}`} late={!all && at >= firstValues}>
          <ElementValueRow value={value} prefer={prefer} />
          {outcome !== 'same' && shared.includes(at) ? <dd className="says small">{text('compare.also')}</dd> : null}
        </Late>
      ))}
      {cell.state === 'conflict' ? <dd className="says small">{text('element.conflict')}</dd> : null}
      {values.length > firstValues ? (
        <dd className="no-print">
          <button className="btn" data-kind="quiet" data-edge="start" type="button" aria-expanded={all} onClick={() => setAll(!all)}>
            {all ? text('compare.less', { count: firstValues }) : text('compare.all', { count: values.length })}
          </button>
        </dd>
      ) : null}
    </dl>
  );
}

/** On paper at once, on a screen on demand. */
function Late({ late, children }: { readonly late: boolean; readonly children: ReactNode }) {
  return late ? <div className="paper">{children}</div> : children;
}
