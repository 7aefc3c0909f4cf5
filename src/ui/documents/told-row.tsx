import type { ReactNode } from 'react';
import type { ElementState } from '../../core/model/eu-elements.ts';
import type { StatementElement, StatementValue } from '../../core/model/recognition-statement.ts';
import { elementLabel, missingWords } from '../components/credential/element-words.ts';
import type { MessageId } from '../languages/en.ts';
import type { UsedLabels } from '../languages/use-labels.ts';
import { useText } from '../languages/use-text.ts';
import { Breakable } from './breakable.tsx';
import { placesOf } from './places.ts';
import { ToldValue } from './told-value.tsx';

export interface Telling {
  readonly prefer: readonly string[];
  readonly labels: UsedLabels;
}

interface RowProps extends Telling {
  /** Number in the form: the same for every credential, so that a reader finds it again. */
  readonly number: string;
  readonly label: MessageId;
  readonly values?: readonly StatementValue[];
  readonly state?: ElementState;
  /** Our sentence where nothing is stated. */
  readonly missing?: MessageId;
  /** What stands before and after the values. */
  readonly before?: ReactNode;
  readonly children?: ReactNode;
}

/** Of more values than these, where they stand is told below them, and they take the whole width. */
const maxBeside = 8;

/** The values of one row, each in a line; a list where there are many. */
function Values({ values, prefer, labels }: Telling & { readonly values: readonly StatementValue[] }) {
  if (values.length > 2) {
    return (
      <dd>
        <ul className="form-list">
          {values.map((value, at) => (
            <li key={at}>
              <ToldValue value={value} prefer={prefer} labels={labels} />
            </li>
          ))}
        </ul>
      </dd>
    );
  }
  return values.map((value, at) => (
    <dd key={at}>
      <ToldValue value={value} prefer={prefer} labels={labels} />
    </dd>
  ));
}

/** A row of the form: number and name, what is stated, and where it stands in the signed file. */
export function Row({ number, label, values = [], state, missing, before, children, prefer, labels }: RowProps) {
  const text = useText();
  const places = placesOf(values);
  const isEmpty = values.length === 0 && before === undefined && children === undefined;
  return (
    <div className="form-row" {...(values.length > maxBeside ? { 'data-long': '' } : {})}>
      <dt>
        {number} {text(label)}
      </dt>
      {before === undefined ? null : <dd>{before}</dd>}
      <Values values={values} prefer={prefer} labels={labels} />
      {isEmpty ? <dd>{text(missing ?? 'element.M10.missing')}</dd> : null}
      {state === 'stated-as-text' || state === 'conflict' ? <dd className="form-note">{text(`statement.state.${state}`)}.</dd> : null}
      {children === undefined ? null : <dd>{children}</dd>}
      {places.length === 0 ? null : (
        <dd className="form-place">
          {places.map(({ path, raw }) => (
            <span key={`${path} ${raw ?? ''}`}>
              <bdi dir="ltr">
                <Breakable text={path} />
                {raw === undefined ? null : (
                  <>
                    {' = '}
                    <bdi dir="auto">
                      <Breakable text={raw} />
                    </bdi>
                  </>
                )}
              </bdi>
            </span>
          ))}
        </dd>
      )}
    </div>
  );
}

/** A European element as a row. */
export function ElementRow({ number, element, label, ...telling }: Telling & { readonly number: string; readonly element: StatementElement | undefined; readonly label?: MessageId }) {
  if (element === undefined) return null;
  const missing = missingWords(element);
  return (
    <Row number={number} label={label ?? elementLabel(element.id)} values={element.values} state={element.state} {...(missing === undefined ? {} : { missing })} {...telling} />
  );
}
