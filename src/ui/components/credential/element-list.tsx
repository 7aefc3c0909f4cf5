import { useState } from 'react';
import { completenessOf } from '../../../core/model/completeness.ts';
import { toDisplayText } from '../../../core/model/display-text.ts';
import type { ElementReading, ElementValue } from '../../../core/model/eu-elements.ts';
import { useFormats } from '../../languages/use-formats.ts';
import { useText } from '../../languages/use-text.ts';
import { DocText } from '../doc-text.tsx';
import { ElementValueRow } from './element-value.tsx';
import { elementLabel, isShown, missingWords } from './element-words.ts';

/** Outcomes shown before "Show all"; on paper, where nothing can be pressed, all of them stand. */
const firstOutcomes = 5;

interface RowsProps {
  readonly elements: readonly ElementReading[];
  readonly prefer: readonly string[];
}

function Outcomes({ values, prefer }: { readonly values: readonly ElementValue[]; readonly prefer: readonly string[] }) {
  const text = useText();
  const [all, setAll] = useState(false);
  return (
    <>
      <dd>
        {values.length === 1 ? (
          <OutcomeText value={values[0] as ElementValue} prefer={prefer} />
        ) : (
          <ul>
            {values.map((value, index) => (
              <li key={value.path} className={all || index < firstOutcomes ? undefined : 'paper'}>
                <OutcomeText value={value} prefer={prefer} />
              </li>
            ))}
          </ul>
        )}
      </dd>
      {values.length > firstOutcomes ? (
        <dd className="says">
          <button className="btn" data-kind="quiet" data-edge="start" type="button" aria-expanded={all} onClick={() => setAll(!all)}>
            {all ? text('element.show-less', { count: firstOutcomes }) : text('element.show-all', { count: values.length })}
          </button>
        </dd>
      ) : null}
    </>
  );
}

/** An outcome or a skill in the issuer's words; the address of a skill is text, never a link. */
function OutcomeText({ value, prefer }: { readonly value: ElementValue; readonly prefer: readonly string[] }) {
  const { text, raw, is } = value;
  const words = <DocText text={text.length > 0 ? text : [{ text: raw }]} prefer={prefer} />;
  if (is.kind !== 'skill' || is.uri === undefined || text.length === 0) return words;
  return (
    <>
      {words}{' '}
      <bdi className="raw" dir="ltr">
        {toDisplayText(is.uri, 2_000)}
      </bdi>
    </>
  );
}

function Row({ reading, prefer }: { readonly reading: ElementReading; readonly prefer: readonly string[] }) {
  const text = useText();
  const missing = reading.values.length > 0 ? undefined : missingWords(reading);
  const credits = reading.values.some((value) => value.is.kind === 'workload' && value.is.system === 'ECTS');
  return (
    <div className="element" {...(missing === undefined ? {} : { 'data-state': 'missing' })}>
      <dt>{text(elementLabel(reading.id))}</dt>
      {missing === undefined ? null : <dd>{text(missing)}</dd>}
      {reading.id === 'M6' && reading.values.length > 0 ? (
        <Outcomes values={reading.values} prefer={prefer} />
      ) : (
        reading.values.map((value) => <ElementValueRow key={`${value.path} ${value.raw}`} value={value} prefer={prefer} />)
      )}
      {credits ? <dd className="says">{text('element.credits.help')}</dd> : null}
      {reading.state === 'conflict' ? <dd className="says">{text('element.conflict')}</dd> : null}
    </div>
  );
}

/** The European standard elements in their order: what is stated, and our sentence for what is not. */
export function ElementList({ elements, prefer }: RowsProps) {
  return (
    <dl className="elements">
      {elements.filter(isShown).map((reading) => (
        <Row key={reading.id} reading={reading} prefer={prefer} />
      ))}
    </dl>
  );
}

/** "10 of 11 mandatory elements stated. Missing: …" Nothing here is a grade. */
export function CompletenessLine({ elements }: { readonly elements: readonly ElementReading[] }) {
  const text = useText();
  const formats = useFormats();
  const { stated, excused, gaps } = completenessOf(elements);
  return (
    <p className="small muted sumup">
      {text('element.summary', { stated, excused })}
      {gaps.length === 0 ? null : ` ${text('element.gaps', { gaps: formats.list(gaps.map((id) => text(elementLabel(id)))) })}`}
    </p>
  );
}
