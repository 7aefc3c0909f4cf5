import type { ReactNode } from 'react';
import type { ItemId } from '../../core/model/ids.ts';
import type { CreditSum, NotSummed, StackingFacts } from '../../core/model/stacking.ts';
import { DocText } from '../components/doc-text.tsx';
import { Sentence } from '../languages/sentence.tsx';
import { useFormats } from '../languages/use-formats.ts';
import { useText } from '../languages/use-text.ts';
import type { StatementProps } from './statement-props.ts';
import type { NumberOf } from './statement-set.tsx';
import { ToldValue } from './told-value.tsx';

interface TogetherProps extends StatementProps {
  readonly stacking: StackingFacts;
  readonly numberOf: NumberOf;
}

/** Facts about putting credentials together: sums for each level and field, what is in none of them, what may overlap. */
export function StatementTogether(props: TogetherProps) {
  const text = useText();
  const { stacking, numberOf } = props;
  const { credits, others, notSummed } = stacking;
  const numbers = useNumbers(numberOf);
  const sum = (words: ReactNode, items: readonly ItemId[]): ReactNode => <Sentence id="statement.set.of" values={{ sum: words, items: <>{numbers(items)}</> }} />;
  return (
    <>
      {credits.length + others.length === 0 ? <p>{text('statement.set.no-sum')}</p> : null}
      <ul className="form-list" hidden={credits.length + others.length === 0}>
        {credits.map((credit, at) => (
          <li key={at}>{sum(<Credits credit={credit} {...props} />, credit.items)}</li>
        ))}
        {others.map(({ system, amount, items }) => (
          <li key={system}>
            {sum(<Sentence id="statement.set.apart" values={{ amount: <>{text(system === 'hours' ? 'element.hours' : 'element.ecvet', { amount })}</> }} />, items)}
          </li>
        ))}
      </ul>
      {notSummed.length === 0 ? null : (
        <>
          <p>
            <b>{text('statement.set.not-summed')}</b>
          </p>
          <ul className="form-list">
            {folded(notSummed).map(([{ why, with: other }, items]) => (
              <li key={`${why} ${other ?? ''}`}>{text(`statement.set.not.${why}`, { item: numbers(items), other: other === undefined ? '' : numberOf(other) })}.</li>
            ))}
          </ul>
        </>
      )}
      <Hints {...props} />
      <p>
        <b>{text('statement.set.decides')}</b>
      </p>
    </>
  );
}

/** Those of one reason together: a record may hold a hundred that nobody signed. */
function folded(notSummed: readonly NotSummed[]): readonly (readonly [NotSummed, readonly ItemId[]])[] {
  const found = new Map<string, readonly [NotSummed, ItemId[]]>();
  for (const one of notSummed) {
    const key = `${one.why} ${one.with ?? ''}`;
    const [first, items] = found.get(key) ?? [one, []];
    found.set(key, [first, items.includes(one.item) ? items : [...items, one.item]]);
  }
  return [...found.values()];
}

function useNumbers(numberOf: NumberOf): (items: readonly ItemId[]) => string {
  const formats = useFormats();
  return (items) => formats.list(items.map((item) => formats.number(numberOf(item))));
}

function Credits({ credit: { amount, level, field }, labels }: TogetherProps & { readonly credit: CreditSum }) {
  const text = useText();
  const credits = <>{text('element.credits', { amount })}</>;
  const sum = level === undefined ? <Sentence id="statement.set.no-level" values={{ amount: credits }} /> : <Sentence id="statement.set.level" values={{ amount: credits, level }} />;
  if (field === undefined) return sum;
  const label = labels.label('isced-f', field);
  return <Sentence id="statement.set.in-field" values={{ sum, field: <>{label === undefined ? <bdi>{field}</bdi> : <DocText text={[label]} prefer={[]} />}</> }} />;
}

/** What may overlap, and what issuers say of it themselves: nothing is taken off for either. */
function Hints({ stacking: { overlaps, ofIssuers }, numberOf, prefer, labels }: TogetherProps) {
  const numbers = useNumbers(numberOf);
  if (overlaps.length === 0 && ofIssuers.length === 0) return null;
  return (
    <>
      <p>
        <b>
          <Sentence id="statement.set.remarks" />
        </b>
      </p>
      <ul className="form-list">
        {overlaps.map(({ by, shared, text: words, items }, at) => (
          <li key={at}>
            <Sentence id={by === 'id' ? 'statement.set.repeated' : 'statement.set.overlap'} values={{ items: <>{numbers(items)}</>, shared: <DocText text={words.length > 0 ? words : [{ text: shared }]} prefer={prefer} max={2_000} /> }} />
          </li>
        ))}
        {ofIssuers.flatMap(({ item, values }) =>
          values.map((value, at) => (
            <li key={`${item} ${String(at)}`}>
              <Sentence id="statement.set.own-words" values={{ item: numberOf(item), words: <ToldValue value={{ ...value, source: 'signed-issuer-unknown', form: 'free-text' }} prefer={prefer} labels={labels} /> }} />
            </li>
          )),
        )}
      </ul>
    </>
  );
}
