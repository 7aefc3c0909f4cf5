import { useEffect, useState } from 'react';
import { useLocation } from 'wouter';
import { succeed } from '../../../core/model/attempt.ts';
import type { Attempt } from '../../../core/model/attempt.ts';
import type { Received } from '../../../core/model/received.ts';
import type { WalletError } from '../../../core/model/wallet-error.ts';
import { joinReviews } from '../../../wallet/join-reviews.ts';
import type { Review, Wallet } from '../../../wallet/wallet.ts';
import { pastedText } from '../../app/flow-memory.ts';
import { createFlow, useFlow } from '../../app/flow.ts';
import { useWallet } from '../../app/wallet-context.ts';

export type AddFlow =
  | { readonly kind: 'idle' }
  | { readonly kind: 'reading' }
  | { readonly kind: 'checking' }
  /** The field is empty; nothing was read. */
  | { readonly kind: 'nothing-pasted' }
  | { readonly kind: 'backup' }
  /** `text`: what was pasted, to be shown and never opened. */
  | { readonly kind: 'failed'; readonly error: WalletError; readonly text?: string };

interface Reading {
  readonly name?: string;
  readonly read: () => Promise<Attempt<Received>>;
}
interface Refused {
  readonly error: WalletError;
  readonly name?: string;
}

/** A backup found among what was looked at: the way to restore it is shown instead. */
function isBackup({ examination }: Review): boolean {
  return examination.kind === 'unreadable' && examination.error.code === 'receive/backup';
}

/** One of several files could not be read: the others are reviewed, and it is named among them. */
function unreadable({ error, name }: Refused): Review {
  const examination = { kind: 'unreadable', error, looksLike: 'binary', class: 'refused', ...(name === undefined ? {} : { fileName: name }) } as const;
  return { examination, items: [], origin: 'received', transport: 'file' };
}

/** Reading what comes in, outside React. `done` is called with what waits for review. */
export function createAddFlow(wallet: Wallet, done: (review: Review) => void) {
  const flow = createFlow<AddFlow>({ kind: 'idle' });

  let running: AbortController | undefined;

  async function run(readings: readonly Reading[], text?: string): Promise<void> {
    const { signal } = (running = new AbortController());
    const reviews: Review[] = [];
    const refused: Refused[] = [];
    for (const { read, name } of readings) {
      flow.set({ kind: 'reading' });
      const received = await read();
      if (signal.aborted) return;
      if (received.ok) flow.set({ kind: 'checking' });
      const review = received.ok ? await wallet.receive(received.value, signal) : received;
      if (signal.aborted) return;
      if (review.ok && isBackup(review.value)) return flow.set({ kind: 'backup' });
      if (review.ok) reviews.push(review.value);
      else refused.push({ error: review.error, ...(name === undefined ? {} : { name }) });
    }
    const [first] = refused;
    if (first !== undefined && reviews.length === 0) return flow.set({ kind: 'failed', error: first.error, ...(text === undefined ? {} : { text }) });
    const joined = joinReviews([...reviews, ...refused.map(unreadable)]);
    flow.set({ kind: 'idle' });
    if (joined !== undefined) done(joined);
  }

  return {
    flow,
    /** Leaves everything as it was, at once, however long a file takes to come: nothing is reviewed, and what was pasted stays. */
    stop: (): void => {
      running?.abort();
      flow.set({ kind: 'idle' });
    },
    addFiles: (files: readonly File[], transport: 'file' | 'drop'): Promise<void> => run(files.map((file) => ({ name: file.name, read: () => wallet.transports.readFile(file, transport) }))),
    /** What was fetched from a link, on the person's say. */
    addReceived: (received: Received): Promise<void> => run([{ read: () => Promise.resolve(succeed(received)) }]),
    addText: (text: string): Promise<void> => {
      if (text.trim() === '') return Promise.resolve(flow.set({ kind: 'nothing-pasted' }));
      return run([{ read: () => wallet.transports.readText(text, 'paste') }], text.trim());
    },
  };
}

export function useAdd() {
  const wallet = useWallet();
  const [, navigate] = useLocation();
  const [add] = useState(() =>
    createAddFlow(wallet, (review) => {
      pastedText.set('');
      wallet.setPending(review);
      navigate('/review');
    }),
  );
  const arrived = useFlow(wallet.installation.arrived);
  useEffect(() => {
    if (arrived.length > 0) void add.addFiles(wallet.installation.takeArrived(), 'file');
  }, [wallet, add, arrived]);
  /** Auto-lock waits while the system's picker is open. */
  const holdForPicker = (): void => {
    const release = wallet.holdOpen();
    addEventListener('focus', release, { once: true });
  };
  return { ...add, flow: useFlow(add.flow), pasted: useFlow(pastedText), setPasted: pastedText.set, holdForPicker };
}
