import { useEffect, useRef, useState } from 'react';
import type { Attempt } from '../../../core/model/attempt.ts';
import { noteOn } from '../../../core/model/own-records.ts';
import type { Collection, PriorLearning } from '../../../core/model/own-records.ts';
import type { HolderShown } from '../../../core/model/recognition-statement.ts';
import type { WalletError } from '../../../core/model/wallet-error.ts';
import { collectedItems } from '../../../wallet/collected.ts';
import { announce } from '../../app/announce.ts';
import { useWallet, useWalletState } from '../../app/wallet-context.ts';
import type { PortfolioForm } from '../../documents/portfolio.ts';
import { useText } from '../../languages/use-text.ts';
import type { Drawn } from '../portfolio-file/draw-portfolio.tsx';
import type { ReadyFile } from '../portfolio-file/portfolio-file.ts';
import type { PortfolioOrder } from '../portfolio-file/build-portfolio.ts';
import { useExamined } from './use-examined.ts';
import type { Examined } from './use-examined.ts';

interface Choices {
  readonly form: PortfolioForm;
  readonly holder: HolderShown;
  readonly notes: boolean;
  readonly evidence: boolean;
  /** Ids of credentials that stay at home. */
  readonly without: readonly string[];
}

/** `noteDown`: writes into the list of what was shared that it went out. `done`: credentials that are drawn; undefined once the files are put together. */
export type PortfolioFlow =
  | { readonly kind: 'choosing'; readonly error?: WalletError; readonly problem?: 'nothing' | 'too-large' | 'stopped' }
  | { readonly kind: 'making'; readonly done?: number; readonly count: number }
  | { readonly kind: 'paper'; readonly drawn: Drawn; readonly noteDown: () => Promise<void> }
  | { readonly kind: 'ready'; readonly file: ReadyFile; readonly noteDown: () => Promise<void>; readonly went?: 'saved' | 'sent'; readonly error?: WalletError };

export interface PortfolioView {
  readonly examined: Examined;
  readonly total: number;
  readonly prior: readonly PriorLearning[];
  /** Notes on credentials that go along. */
  readonly notes: ReadonlyMap<string, string>;
  readonly choices: Choices;
  readonly change: (change: Partial<Choices>) => void;
  readonly flow: PortfolioFlow;
  readonly make: () => Promise<void>;
  readonly stop: () => void;
  readonly again: () => void;
  readonly hand: (way: 'saved' | 'sent') => Promise<void>;
  readonly canSend: boolean;
}

/** What could go out, what of it does, and how far that has come. */
export function usePortfolio(collection: Collection): PortfolioView {
  const { list, vault } = useWalletState();
  const items = collectedItems(collection, list);
  const examined = useExamined(items);
  const [choices, setChoices] = useState<Choices>({ form: 'print', holder: 'name', notes: false, evidence: true, without: [] });
  const chosen = examined.looked.filter(({ anew }) => !choices.without.includes(anew.examined.id)).map(({ anew }) => anew);
  const prior = collection.priorLearning.flatMap((id) => vault.own.priorLearning.find((one) => one.id === id) ?? []);
  const notes = new Map(
    chosen.flatMap(({ examined: { id } }) => {
      const note = noteOn(vault.own.notes, id);
      return note === undefined ? [] : [[id, note] as const];
    }),
  );
  const making = useMaking({ ...choices, collection, items: chosen, prior, notes: choices.notes ? notes : new Map() });
  return {
    examined,
    total: items.length,
    prior,
    notes,
    choices,
    change: (change) => {
      setChoices({ ...choices, ...change });
      making.again();
    },
    ...making,
  };
}

type Making = Pick<PortfolioView, 'flow' | 'make' | 'stop' | 'again' | 'hand' | 'canSend'>;

/** From what was chosen to a page on paper, a page in a file or a folder. */
function useMaking(order: PortfolioOrder): Making {
  const wallet = useWallet();
  const text = useText();
  const [flow, setFlow] = useState<PortfolioFlow>({ kind: 'choosing' });
  const working = useRef<AbortController>(undefined);
  useEffect(() => () => working.current?.abort(), []);
  const count = order.items.length;
  const make = async (): Promise<void> => {
    if (count + order.prior.length === 0) return setFlow({ kind: 'choosing', problem: 'nothing' });
    const work = new AbortController();
    working.current = work;
    const ends = [wallet.installation.busy('portfolio'), wallet.holdOpen()];
    setFlow({ kind: 'making', done: 0, count });
    try {
      const { makePortfolio } = await import('../portfolio-file/make-portfolio.ts');
      const progress = (done: number): void => setFlow({ kind: 'making', count, ...(done < count ? { done } : {}) });
      const made = await makePortfolio(order, { wallet, text, signal: work.signal, progress });
      if (!work.signal.aborted) setFlow(made.ok ? made.value : { kind: 'choosing', error: made.error });
    } catch (cause) {
      // Our own mistake: the page says so, as for any other.
      setFlow(() => {
        throw cause;
      });
    } finally {
      for (const end of ends) end();
    }
  };
  const stop = (): void => {
    working.current?.abort();
    announce(text('portfolio.stopped'));
    setFlow({ kind: 'choosing', problem: 'stopped' });
  };
  const hand = async (way: 'saved' | 'sent'): Promise<void> => {
    if (flow.kind !== 'ready') return;
    const { file, noteDown } = flow;
    const release = wallet.holdOpen();
    const went: Attempt<unknown> = await (way === 'saved' ? wallet.transports.saveFile(file) : wallet.transports.sendFile(file));
    release();
    // Who closes the window of the system meant to: nothing is told then.
    const isClosed = !went.ok && went.error.code === 'send/cancelled';
    setFlow({ kind: 'ready', file, noteDown, ...(went.ok ? { went: way } : isClosed ? {} : { error: went.error }) });
    if (!went.ok) return;
    announce(text(`portfolio.${way}`));
    await noteDown();
  };
  const canSend = flow.kind === 'ready' && wallet.transports.canSend(flow.file);
  return { flow, make, stop, again: () => setFlow({ kind: 'choosing' }), hand, canSend };
}
