import { useText } from '../../languages/use-text.ts';
import { CreditSums } from './credit-sums.tsx';
import { EachItem } from './each-item.tsx';
import { FlowStates, Gone, LookedAt, SeveralPage } from './flow-states.tsx';
import { LeftOut } from './left-out.tsx';
import { IssuersWords, Overlaps } from './overlaps.tsx';
import { SeveralBar } from './several-bar.tsx';
import { byItemId, useExaminedIds } from './use-examined-ids.ts';

/** Facts about putting credentials together, for whoever decides. No verdict, no total, no progress. */
export function TogetherScreen() {
  const text = useText();
  const { flow, ids } = useExaminedIds({ least: 1, most: Number.MAX_SAFE_INTEGER, find: (doors, anew) => doors.stacking(anew) });
  if (flow.kind !== 'ready') return <FlowStates flow={flow} title="together.title" ids={ids} wrongNumber={() => 'review.save.none'} />;
  const facts = { facts: flow.found, byId: byItemId(flow.items) };
  return (
    <SeveralPage title="together.title" ids={ids}>
      <div className="stack" data-gap="s">
        <h1 tabIndex={-1}>{text('together.title')}</h1>
        <p className="intro">{text('statement.set.decides')}</p>
        <LookedAt />
        <Gone count={flow.gone} />
      </div>
      <CreditSums {...facts} />
      <LeftOut {...facts} />
      <Overlaps {...facts} />
      <IssuersWords {...facts} />
      <EachItem items={flow.items} />
      <SeveralBar ids={ids} />
    </SeveralPage>
  );
}
