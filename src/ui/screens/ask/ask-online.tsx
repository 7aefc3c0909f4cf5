import { useEffect, useRef, useState } from 'react';
import type { Want } from '../../../core/model/answers.ts';
import { announce } from '../../app/announce.ts';
import { useFlow } from '../../app/flow.ts';
import { useWallet, useWalletState } from '../../app/wallet-context.ts';
import { askingId } from '../../components/asking-id.ts';
import { errorText } from '../../components/error-text.ts';
import { Icon } from '../../components/icon.tsx';
import { linkHost } from '../../components/link-host.ts';
import type { MessageId } from '../../languages/en.ts';
import { Sentence } from '../../languages/sentence.tsx';
import { useText } from '../../languages/use-text.ts';
import { PickButton } from '../scan/pick-button.tsx';
import { CopyAddress } from './copy-address.tsx';
import { askLines, createAskFlow, outcomeOf, stillToAsk } from './ask-flow.ts';
import type { AskLine } from './ask-flow.ts';

interface AskOnlineProps {
  readonly wants: readonly Want[];
  readonly room: 'wallet' | 'check';
  /** Examines once more what wanted the answers. */
  readonly again: (signal?: AbortSignal) => Promise<void>;
  /** The verdict of now, as a sentence. */
  readonly now: string | undefined;
}

/**
 * What would have to be asked, of whom, one line each. Nothing is sent before the button; what an answer leads to is named
 * and waits for another press.
 */
export function AskOnline({ wants, room, again, now }: AskOnlineProps) {
  const text = useText();
  const wallet = useWallet();
  const { offline } = useWalletState().installation;
  const [asking] = useState(() => createAskFlow(wallet, room));
  const state = useFlow(asking.flow);
  useEffect(() => asking.attend(), [asking]);
  const lines = askLines(state, wants);
  const open = stillToAsk(lines);
  const done = state.asked.length > 0 && !state.busy;
  const said = done ? [text(state.isStopped ? 'error.receive/stopped' : outcomeOf(lines)), now].filter((sentence) => sentence !== undefined).join(' ') : '';
  useEffect(() => {
    if (said !== '') announce(said);
  }, [said, state.asked]);
  const title = useRef<HTMLHeadingElement>(null);
  const isOver = open.length === 0 && !state.busy;
  useEffect(() => {
    // The button that had the focus is gone.
    if (isOver && document.activeElement === document.body) title.current?.focus();
  }, [isOver]);
  const stop = (): void => {
    asking.stop();
    // The button that had the focus goes with it.
    title.current?.focus();
  };
  return (
    <section className="stack">
      <div className="stack" data-gap="s">
        <h2 id={askingId} ref={title} tabIndex={-1}>
          {text('ask.title')}
        </h2>
        {open.length === 0 ? null : <p className="muted">{text(offline ? 'ask.offline' : 'ask.intro')}</p>}
      </div>
      <ul className="checks" role="list">
        {lines.map((line) => (
          <Line key={line.want.url} line={line} busy={state.busy} addFile={(file) => asking.addFile(line.want, file, again)} />
        ))}
      </ul>
      {done && now !== undefined ? <p>{now}</p> : null}
      {isOver ? null : (
        <div className="row">
          <button className="btn" data-kind="second" type="button" aria-disabled={state.busy} onClick={() => void asking.ask(open, again)}>
            {text(state.busy ? 'ask.asking' : state.asked.length > 0 && open.every(({ url }) => state.asked.some(({ want }) => want.url === url)) ? 'ask.again' : 'ask.do')}
          </button>
          {state.busy ? <LateStop stop={stop} /> : null}
        </div>
      )}
    </section>
  );
}

const stopAfterMs = 1_000;

/** Stop, for what takes longer than a moment. */
function LateStop({ stop }: { readonly stop: () => void }) {
  const text = useText();
  const [isLate, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), stopAfterMs);
    return () => clearTimeout(timer);
  }, []);
  return isLate ? (
    <button className="btn" data-kind="quiet" type="button" onClick={stop}>
      {text('frame.stop')}
    </button>
  ) : null;
}

/** What is asked, in plain words; the host is part of the sentence. */
const questions: Readonly<Record<Want['purpose'], MessageId>> = {
  'did-document': 'ask.what.key',
  key: 'ask.what.key',
  'status-list': 'ask.what.status',
  'badge-part': 'ask.what.badge',
  credential: 'ask.what.credential',
};

function outcomeId({ outcome }: AskLine, isUnhelpful: boolean): MessageId | undefined {
  if (outcome === undefined || outcome.kind === 'failed') return undefined;
  return isUnhelpful ? 'ask.is.unhelpful' : `ask.is.${outcome.kind}`;
}

interface LineProps {
  readonly line: AskLine;
  /** Pages are being asked: what their answers are worth is known afterwards. */
  readonly busy: boolean;
  readonly addFile: (file: File) => Promise<void>;
}

function Line({ line, busy, addFile }: LineProps) {
  const text = useText();
  const { holdOpen } = useWallet();
  const { want, outcome, isWanted } = line;
  const isFile = outcome?.kind === 'file';
  const isDone = isFile || outcome?.kind === 'answered';
  // What came as a file may be asked for still, however well it served.
  const isUnhelpful = outcome?.kind === 'answered' && isWanted && !busy;
  const says = outcomeId(line, isUnhelpful);
  /** Auto-lock waits while the system's picker is open. */
  const holdForPicker = (): void => addEventListener('focus', holdOpen(), { once: true });
  const failed = outcome?.kind === 'failed' ? outcome.error : undefined;
  const takesFile = isUnhelpful || (failed !== undefined && failed.code !== 'remote/refused-address');
  const picker = <PickButton label={text(isFile ? 'ask.file.other' : 'ask.file')} edge="start" onPick={addFile} onOpen={holdForPicker} />;
  return (
    <li className="check" data-tone={isDone && !isUnhelpful ? 'info' : 'neutral'}>
      <Icon name={failed !== undefined || isUnhelpful ? 'circle-question-mark' : isDone ? 'check' : 'circle-dashed'} />
      <span className="check-ask">
        <Sentence id={questions[want.purpose]} values={{ host: <bdi>{linkHost(want.url) ?? want.url}</bdi> }} />
      </span>
      {says === undefined && failed === undefined ? null : (
        <span className="check-why">{failed === undefined ? (says === undefined ? '' : text(says)) : errorText(text, failed)}</span>
      )}
      {takesFile ? (
        <div className="check-why">
          <CopyAddress address={want.url}>{picker}</CopyAddress>
        </div>
      ) : null}
      {isFile && isWanted ? <div className="check-why">{picker}</div> : null}
    </li>
  );
}
