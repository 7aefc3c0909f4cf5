import type { Want } from '../../../core/model/answers.ts';
import type { WalletError } from '../../../core/model/wallet-error.ts';
import type { Wallet } from '../../../wallet/wallet.ts';
import { createFlow } from '../../app/flow.ts';

/** What became of one question. */
type Outcome =
  | { readonly kind: 'asking' }
  | { readonly kind: 'answered' }
  /** The person added a file in its place. */
  | { readonly kind: 'file' }
  | { readonly kind: 'failed'; readonly error: WalletError };

export interface AskState {
  readonly busy: boolean;
  /** Stop was pressed: what was asked until then is kept, and the verdict is as it was. */
  readonly isStopped?: true;
  /** What was asked on this page, in the order of asking. */
  readonly asked: readonly { readonly want: Want; readonly outcome: Outcome }[];
}

/** One line of the section: a question, what became of it, and whether its answer is still missed. */
export interface AskLine {
  readonly want: Want;
  readonly outcome?: Outcome;
  readonly isWanted: boolean;
}

/** What was asked, then what would have to be asked now. */
export function askLines({ asked }: AskState, wants: readonly Want[]): readonly AskLine[] {
  const isWanted = ({ url }: Want): boolean => wants.some((want) => want.url === url);
  const before = asked.map(({ want, outcome }) => ({ want, outcome, isWanted: isWanted(want) }));
  const fresh = wants.filter(({ url }) => !asked.some(({ want }) => want.url === url));
  return [...before, ...fresh.map((want) => ({ want, isWanted: true }))];
}

/** What the button asks: what was named and not asked yet, and what had no answer, or one that did not help. */
export function stillToAsk(lines: readonly AskLine[]): readonly Want[] {
  return lines.flatMap(({ want, outcome, isWanted }) => (isWanted && outcome?.kind !== 'file' ? [want] : []));
}

/** What came of all questions together. */
export function outcomeOf(lines: readonly AskLine[]): 'ask.failed' | 'ask.is.unhelpful' | 'ask.done' | 'ask.more' {
  const wanted = lines.filter(({ isWanted }) => isWanted);
  if (wanted.some(({ outcome }) => outcome?.kind === 'failed')) return 'ask.failed';
  // What came as a file may be asked for still, however well it served.
  if (wanted.some(({ outcome }) => outcome?.kind === 'answered')) return 'ask.is.unhelpful';
  return wanted.some(({ outcome }) => outcome === undefined) ? 'ask.more' : 'ask.done';
}

/** Examines once more what wanted the answers. */
type Again = (signal?: AbortSignal) => Promise<void>;

/** Asking on one page, outside React. */
export function createAskFlow(wallet: Pick<Wallet, 'ask' | 'answerByFile' | 'transports'>, room: 'wallet' | 'check') {
  const flow = createFlow<AskState>({ busy: false, asked: [] });
  let isLeft = false;
  let running: AbortController | undefined;

  function set(want: Want, outcome: Outcome): void {
    const { asked } = flow.get();
    const isKnown = asked.some((line) => line.want.url === want.url);
    const line = { want, outcome };
    flow.set({ ...flow.get(), asked: isKnown ? asked.map((known) => (known.want.url === want.url ? line : known)) : [...asked, line] });
  }

  return {
    flow,
    /** The page is here until the returned function is called: who leaves it, or locks, asks nobody any more. */
    attend: (): (() => void) => {
      isLeft = false;
      return () => {
        isLeft = true;
      };
    },
    /** Asks exactly these, one after another; what an answer leads to waits for the next press. */
    ask: async (wants: readonly Want[], again: Again): Promise<void> => {
      if (flow.get().busy || wants.length === 0) return;
      const { signal } = (running = new AbortController());
      flow.set({ busy: true, asked: flow.get().asked });
      for (const want of wants) {
        if (isLeft || signal.aborted) break;
        set(want, { kind: 'asking' });
        const asked = await wallet.ask(want, room);
        set(want, asked.ok ? { kind: 'answered' } : { kind: 'failed', error: asked.error });
      }
      if (!signal.aborted) await again(signal);
      flow.set({ ...flow.get(), busy: false, ...(signal.aborted ? { isStopped: true } : {}) });
    },
    /** Asks nobody further, and ends the look that the answers led to. */
    stop: (): void => running?.abort(),
    addFile: async (want: Want, file: File, again: Again): Promise<void> => {
      const read = await wallet.transports.readFile(file, 'file');
      if (!read.ok) return set(want, { kind: 'failed', error: read.error });
      const taken = await wallet.answerByFile(want, read.value, room);
      if (!taken.ok) return set(want, { kind: 'failed', error: taken.error });
      await again();
      set(want, { kind: 'file' });
    },
  };
}
