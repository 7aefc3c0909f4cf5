import { Link } from 'wouter';
import { maxCompared, minCompared } from '../../../core/model/comparison.ts';
import type { ExaminedCredential } from '../../../core/model/examination.ts';
import { useText } from '../../languages/use-text.ts';
import { FlowStates, Gone, LookedAt, SeveralPage } from '../together/flow-states.tsx';
import { ItemTitle } from '../together/item-name.tsx';
import { SeveralBar } from '../together/several-bar.tsx';
import { nothingMore, useExaminedIds } from '../together/use-examined-ids.ts';
import { CompareTable } from './compare-table.tsx';

/** Two to four credentials side by side. What an altered one says is not compared with anything. */
export function CompareScreen() {
  const text = useText();
  const { flow, ids } = useExaminedIds({ least: minCompared, most: maxCompared, find: nothingMore });
  if (flow.kind !== 'ready') return <FlowStates flow={flow} title="compare.title" ids={ids} wrongNumber={(count) => (count < minCompared ? 'compare.too-few' : 'compare.too-many')} />;
  const altered = flow.items.filter(isAltered);
  const others = flow.items.filter((item) => !isAltered(item));
  return (
    <SeveralPage title="compare.title" ids={ids}>
      <div className="stack" data-gap="s">
        <h1 tabIndex={-1}>{text('compare.title')}</h1>
        <p className="intro">{text(others.length < minCompared ? 'compare.too-few' : 'compare.intro')}</p>
        <LookedAt />
        <Gone count={flow.gone} />
      </div>
      <Altered items={altered} />
      {others.length < minCompared ? null : <CompareTable items={others} />}
      <SeveralBar ids={ids} />
    </SeveralPage>
  );
}

function isAltered({ headline }: ExaminedCredential): boolean {
  return headline === 'altered';
}

function Altered({ items }: { readonly items: readonly ExaminedCredential[] }) {
  const text = useText();
  if (items.length === 0) return null;
  return (
    <section className="panel" aria-labelledby="compare-altered">
      <h2 id="compare-altered">{text('compare.altered')}</h2>
      <p>{text('compare.altered.help')}</p>
      <ul className="plain">
        {items.map((item) => (
          <li key={item.id}>
            <Link href={`/credential/${item.id}`}>
              <ItemTitle item={item} name />
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
