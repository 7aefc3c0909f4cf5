import { useState } from 'react';
import type { ReactNode } from 'react';
import { toDisplayText } from '../../../core/model/display-text.ts';
import type { NotSummed } from '../../../core/model/stacking.ts';
import type { MessageId } from '../../languages/en.ts';
import { workloadText } from '../../components/credential/element-value.tsx';
import { ShowAll } from '../../components/show-all.tsx';
import { Sentence } from '../../languages/sentence.tsx';
import { useFormats } from '../../languages/use-formats.ts';
import { useText } from '../../languages/use-text.ts';
import { NamedItem } from './credit-sums.tsx';
import type { TogetherProps } from './credit-sums.tsx';
import { ItemTitle } from './item-name.tsx';

/** Names shown before "Show all"; on paper all of them stand. */
const firstNames = 5;

/** What is in no sum, each with the reason. */
export function LeftOut({ facts: { notSummed }, byId }: TogetherProps) {
  const text = useText();
  if (notSummed.length === 0) return null;
  return (
    <section className="stack" aria-labelledby="together-left">
      <h2 id="together-left">{text('together.left')}</h2>
      <p className="small muted">{text('together.left.help')}</p>
      <dl className="elements">
        {folded(notSummed).map((those, at) => (
          <ForOneReason key={at} those={those} byId={byId} />
        ))}
      </dl>
    </section>
  );
}

/** Those of one reason together: a record may hold a hundred that nobody signed. */
function folded(notSummed: readonly NotSummed[]): readonly (readonly NotSummed[])[] {
  const found = new Map<string, readonly NotSummed[]>();
  for (const one of notSummed) {
    const { why, by, with: other, stated, written } = one;
    const key = JSON.stringify([why, by, other, stated, written]);
    found.set(key, [...(found.get(key) ?? []), one]);
  }
  return [...found.values()];
}

function ForOneReason({ those, byId }: { readonly those: readonly NotSummed[]; readonly byId: TogetherProps['byId'] }) {
  const [all, setAll] = useState(false);
  const [first] = those;
  if (first === undefined) return null;
  return (
    <div className="element" data-state="ours">
      {those.map(({ item, title, why }, at) => (
        <dt className={all || at < firstNames ? undefined : 'paper'} key={`${item} ${String(at)}`}>
          <NamedItem item={byId.get(item)} bare={why === 'altered'} {...(title === undefined ? {} : { title })} />
        </dt>
      ))}
      <dd>
        <Reason one={first} byId={byId} />
      </dd>
      <ShowAll first={firstNames} count={those.length} all={all} onAll={setAll} />
    </div>
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
