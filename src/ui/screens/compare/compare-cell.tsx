import { useMemo, useState } from 'react';
import type { ReactNode } from 'react';
import type { ElementReading, ElementValue } from '../../../core/model/eu-elements.ts';
import type { ExaminedCredential } from '../../../core/model/examination.ts';
import { missingWords } from '../../components/credential/element-words.ts';
import { toldOf } from '../../components/credential/told.ts';
import { ShowAll } from '../../components/show-all.tsx';
import { useText } from '../../languages/use-text.ts';
import { BriefValue } from '../together/brief-value.tsx';
import { PlacedTitle } from '../together/item-name.tsx';

/** Values shown before "Show all"; on paper all of them stand. */
const firstValues = 5;

interface ValuesProps {
  /** Whose values they are: of what all of them state, the first. */
  readonly of: ExaminedCredential;
  readonly values: readonly ElementValue[];
  readonly prefer: readonly string[];
}

interface CellProps extends ValuesProps {
  readonly reading: ElementReading;
}

/** What one credential says of one element, beside what each of them says. */
export function CompareCell({ of, among, reading, values, prefer }: CellProps & { readonly among: readonly ExaminedCredential[] }) {
  const text = useText();
  const nothing = reading.values.length > 0 ? 'compare.nothing-more' : (missingWords(reading) ?? 'element.M10.missing');
  return (
    <dl>
      <dt className="small muted">
        <PlacedTitle item={of} among={among} name />
      </dt>
      {values.length > 0 ? <Values of={of} values={values} prefer={prefer} /> : <dd data-ours="">{text(nothing)}</dd>}
      {reading.state === 'conflict' ? <dd className="says small">{text('element.conflict')}</dd> : null}
    </dl>
  );
}

/** What each of them says: once for all. Without values, our sentence for what is missing. */
export function SharedCell({ of, reading, values, prefer }: CellProps) {
  const text = useText();
  return (
    <dl data-each="">
      <dt className={values.length > 0 ? 'small muted' : 'unseen'}>{text(values.length > 0 ? 'compare.each' : 'compare.none')}</dt>
      {values.length > 0 ? <Values of={of} values={values} prefer={prefer} /> : <dd data-ours="">{text(missingWords(reading) ?? 'element.M10.missing')}</dd>}
    </dl>
  );
}

function Values({ of: { credential }, values, prefer }: ValuesProps) {
  const [all, setAll] = useState(false);
  const told = useMemo(() => toldOf(credential, undefined), [credential]);
  return (
    <>
      {values.map((value, at) => (
        <Late key={`${value.path} ${value.raw}`} late={!all && at >= firstValues}>
          <BriefValue value={value} prefer={prefer} told={told} />
        </Late>
      ))}
      <ShowAll first={firstValues} count={values.length} all={all} onAll={setAll} />
    </>
  );
}

/** On paper at once, on a screen on demand. */
function Late({ late, children }: { readonly late: boolean; readonly children: ReactNode }) {
  return late ? <div className="paper">{children}</div> : children;
}
