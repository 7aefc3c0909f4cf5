import { Fragment, useMemo, useState } from 'react';
import { completenessOf } from '../../../core/model/completeness.ts';
import { toDisplayText } from '../../../core/model/display-text.ts';
import type { ElementReading, ElementValue } from '../../../core/model/eu-elements.ts';
import type { ExaminedCredential } from '../../../core/model/examination.ts';
import { useFormats } from '../../languages/use-formats.ts';
import { useText } from '../../languages/use-text.ts';
import { ShowAll } from '../show-all.tsx';
import { ElementValueRow } from './element-value.tsx';
import { elementLabel, isShown, missingWords } from './element-words.ts';
import { hashedOnly, MadeOutTo } from './made-out-to.tsx';
import { SealedBy } from './sealed-by.tsx';
import { nothingTold, toldOf } from './told.ts';
import type { Told } from './told.ts';
import { Words } from './words.tsx';

/** Outcomes shown before "Show all"; on paper, where nothing can be pressed, all of them stand. */
const firstOutcomes = 5;

interface RowsProps {
  readonly elements: readonly ElementReading[];
  readonly prefer: readonly string[];
  /** The credential itself, where it is at hand: who sealed it, and what its values are told with. */
  readonly examined?: ExaminedCredential;
  /** The language that is read, where the credential is written in several. */
  readonly shown?: string | undefined;
  /** A sentence on what each element is. */
  readonly explained?: boolean;
  /** Of her own credential: whether she typed the address that matches, and what happens when she does. */
  readonly hers?: { readonly isMatched: boolean; readonly onMatch: () => void };
}

interface TextsProps {
  readonly values: readonly ElementValue[];
  readonly prefer: readonly string[];
  readonly told: Told;
}

function Outcomes({ values, prefer, told }: TextsProps) {
  const [all, setAll] = useState(false);
  return (
    <>
      <dd>
        {values.length === 1 ? (
          <OutcomeText value={values[0] as ElementValue} prefer={prefer} told={told} />
        ) : (
          <ul>
            {values.map((value, index) => (
              <li key={value.path} className={all || index < firstOutcomes ? undefined : 'paper'}>
                <OutcomeText value={value} prefer={prefer} told={told} />
              </li>
            ))}
          </ul>
        )}
      </dd>
      <ShowAll first={firstOutcomes} count={values.length} all={all} onAll={setAll} />
    </>
  );
}

/** An outcome or a skill in the issuer's words; the address of a skill is text, never a link. */
function OutcomeText({ value, prefer, told }: Omit<TextsProps, 'values'> & { readonly value: ElementValue }) {
  const { text, raw, is } = value;
  const words = <Words text={text.length > 0 ? text : [{ text: raw }]} prefer={prefer} shown={told.shown} />;
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

interface RowProps extends Omit<RowsProps, 'elements' | 'shown'> {
  readonly reading: ElementReading;
  readonly told: Told;
}

function Row({ reading, prefer, told, examined, explained, hers }: RowProps) {
  const text = useText();
  const { id, values, state } = reading;
  const missing = values.length > 0 && state !== 'not-stated' ? undefined : missingWords(reading);
  const credits = values.some((value) => value.is.kind === 'workload' && value.is.system === 'ECTS');
  const hashed = id === 'M1' && hers !== undefined && examined !== undefined ? hashedOnly(examined.credential.holder) : [];
  return (
    <div className="element" {...(missing === undefined ? {} : { 'data-state': 'missing' })}>
      <dt>{text(elementLabel(id))}</dt>
      {explained === true ? <dd className="says">{text(`explain.${id}`)}</dd> : null}
      {missing === undefined ? null : <dd>{text(missing)}</dd>}
      {id === 'M6' && values.length > 0 ? (
        <Outcomes values={values} prefer={prefer} told={told} />
      ) : (
        values.map((value) => <ElementValueRow key={`${value.path} ${value.raw}`} value={value} prefer={prefer} told={told} />)
      )}
      {hashed.length === 0 || hers === undefined ? null : <MadeOutTo identifiers={hashed} {...hers} />}
      {id === 'O3' && hasNoScale(examined) ? <dd className="says">{text('grade.no-scale')}</dd> : null}
      {credits ? <dd className="says">{text('element.credits.help')}</dd> : null}
      {state === 'conflict' ? <dd className="says">{text('element.conflict')}</dd> : null}
    </div>
  );
}

/** A grade says little without its scale, so that it has none is said. */
function hasNoScale(examined: ExaminedCredential | undefined): boolean {
  const results = examined?.credential.achievements.flatMap((achievement) => achievement.results) ?? [];
  return results.length > 0 && results.every(({ scale, scheme }) => scale === undefined && scheme === undefined);
}

/** The European standard elements in their order: what is stated, and our sentence for what is not. */
export function ElementList({ elements, prefer, examined, shown, ...more }: RowsProps) {
  const told = useMemo(() => (examined === undefined ? nothingTold : toldOf(examined.credential, shown)), [examined, shown]);
  const whole = examined === undefined ? {} : { examined };
  return (
    <dl className="elements">
      {elements.filter(isShown).map((reading) => (
        <Fragment key={reading.id}>
          <Row reading={reading} prefer={prefer} told={told} {...whole} {...more} />
          {reading.id === 'M4' && examined !== undefined ? <SealedBy examined={examined} prefer={prefer} /> : null}
        </Fragment>
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
