import type { ReactNode } from 'react';
import { toDisplayText } from '../../../core/model/display-text.ts';
import type { NotSummed } from '../../../core/model/stacking.ts';
import type { MessageId } from '../../languages/en.ts';
import { workloadText } from '../../components/credential/element-value.tsx';
import { Sentence } from '../../languages/sentence.tsx';
import { useFormats } from '../../languages/use-formats.ts';
import { useText } from '../../languages/use-text.ts';
import { NamedItem } from './credit-sums.tsx';
import type { TogetherProps } from './credit-sums.tsx';
import { ItemTitle } from './item-name.tsx';

/** What is in no sum, each with the reason. */
export function LeftOut({ facts: { notSummed }, byId }: TogetherProps) {
  const text = useText();
  if (notSummed.length === 0) return null;
  return (
    <section className="stack" aria-labelledby="together-left">
      <h2 id="together-left">{text('together.left')}</h2>
      <p className="small muted">{text('together.left.help')}</p>
      <dl className="elements">
        {notSummed.map((one, at) => (
          <div className="element" data-state="ours" key={`${one.item} ${String(at)}`}>
            <dt>
              <NamedItem item={byId.get(one.item)} {...(one.title === undefined ? {} : { title: one.title })} />
            </dt>
            <dd>
              <Reason one={one} byId={byId} />
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function idOf({ why, by }: NotSummed): MessageId {
  if (why !== 'same-item') return `together.why.${why}`;
  return by === 'achievement' ? 'together.why.same-achievement' : by === 'title-and-day' ? 'together.why.same-title' : 'together.why.same-item';
}

function Reason({ one, byId }: { readonly one: NotSummed; readonly byId: TogetherProps['byId'] }): ReactNode {
  const text = useText();
  const formats = useFormats();
  const { stated = [], written = [] } = one;
  const other = one.with === undefined ? undefined : byId.get(one.with);
  const amounts = [...stated.map(({ value, raw }) => (Number.isFinite(value.amount) ? workloadText({ kind: 'workload', ...value }, text) : undefined) ?? raw), ...written.map(({ raw }) => raw)];
  const amount = <bdi>{formats.list([...new Set(amounts.map((words) => toDisplayText(words, 60)))])}</bdi>;
  return <Sentence id={idOf(one)} values={{ amount, other: other === undefined ? <>{text('leaf.untitled')}</> : <ItemTitle item={other} name /> }} />;
}
