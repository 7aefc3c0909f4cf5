import { useEffect, useRef, useState } from 'react';
import { toDisplayText } from '../../../core/model/display-text.ts';
import { newerEdition } from '../../../core/model/trust.ts';
import { Page } from '../../app/page.tsx';
import { useFlow } from '../../app/flow.ts';
import { useWallet } from '../../app/wallet-context.ts';
import { Waiting } from '../../components/waiting.tsx';
import { Sentence } from '../../languages/sentence.tsx';
import { useText } from '../../languages/use-text.ts';
import { Failure } from '../../components/failure.tsx';
import { PickFile } from '../settings/pick-file.tsx';
import { useStepFocus } from '../settings/use-step-focus.ts';
import { ListCard } from './list-card.tsx';
import { createListsFlow } from './lists-flow.ts';
import type { ListsFlow } from './lists-flow.ts';
import { NewList } from './new-list.tsx';

/** Who says who somebody is: the lists that the learner added, and those that came with the app. */
export function TrustListsScreen() {
  const text = useText();
  const wallet = useWallet();
  const [made] = useState(() => createListsFlow(wallet));
  useEffect(() => made.end, [made]);
  const flow = useFlow(made.flow);
  const { lists, question, leaving, error } = flow;
  useStepFocus(question === undefined ? 'lists' : 'question');
  const shown = lists?.filter(({ kept }) => kept === undefined || kept.id !== leaving?.kept?.id);
  /** Auto-lock waits while the system's picker is open. */
  const holdForPicker = (): void => addEventListener('focus', wallet.holdOpen(), { once: true });
  const metas = shown?.flatMap(({ meta }) => meta ?? []) ?? [];
  return (
    <Page title={text('lists.title')} back={{ to: '/settings', label: text('settings.title') }}>
      <div className="stack" data-gap="s">
        <h1 tabIndex={-1}>{text('lists.title')}</h1>
        <p className="intro">{text('lists.intro')}</p>
      </div>
      <Told flow={flow} undo={made.undo} />
      {error === undefined ? null : <Failure error={error} />}
      {flow.reading ? (
        <Waiting words="lists.looking" />
      ) : question === undefined ? (
        <PickFile label="lists.add" hint="lists.add.hint" onOpen={holdForPicker} onPick={([file], transport) => void (file === undefined ? undefined : made.choose(file, transport))} />
      ) : (
        <NewList question={question} add={made.add} leave={made.leave} />
      )}
      {shown === undefined ? (
        <Waiting words="lists.reading" />
      ) : (
        <ul className="cards" role="list">
          {shown.map((list) => (
            <ListCard key={list.kept?.id ?? list.meta?.digest} list={list} isReplaced={list.meta !== undefined && newerEdition(list.meta, metas) !== undefined} remove={made.remove} />
          ))}
        </ul>
      )}
    </Page>
  );
}

/** What was done, with the way back where there is one. */
function Told({ flow, undo }: { readonly flow: ListsFlow; readonly undo: () => Promise<void> }) {
  const text = useText();
  const { leaving, isGone, notice, error } = flow;
  const place = useRef<HTMLDivElement>(null);
  const isTold = leaving !== undefined || notice !== undefined || error !== undefined;
  useEffect(() => {
    // The button that had the focus is gone.
    if (isTold && document.activeElement === document.body) place.current?.focus();
  }, [isTold, leaving, notice, error]);
  return (
    <div className="row" role="status" ref={place} tabIndex={-1}>
      {leaving === undefined ? null : (
        <>
          <span>
            <Sentence id="lists.removed" values={{ title: <bdi>{leaving.meta === undefined ? text('lists.unreadable') : toDisplayText(leaving.meta.title, 300)}</bdi> }} />
          </span>
          {isGone ? null : (
            <button className="btn" data-kind="second" type="button" onClick={() => void undo()}>
              {text('issuers.undo')}
            </button>
          )}
        </>
      )}
      {notice === undefined ? null : <span>{text(`lists.notice.${notice}`)}</span>}
    </div>
  );
}
