import { useEffect, useState } from 'react';
import { useLocation } from 'wouter';
import { succeed } from '../../../core/model/attempt.ts';
import type { Attempt } from '../../../core/model/attempt.ts';
import type { Examination } from '../../../core/model/examination.ts';
import type { Received } from '../../../core/model/received.ts';
import type { WalletError } from '../../../core/model/wallet-error.ts';
import type { Wallet } from '../../../wallet/wallet.ts';
import { onArrivedLink, takeArrivedLink } from '../../app/arrived-link.ts';
import { rememberCheck } from '../../app/flow-memory.ts';
import type { LookAgain } from '../../app/flow-memory.ts';
import { createFlow, useFlow } from '../../app/flow.ts';
import type { Flow } from '../../app/flow.ts';
import { useWallet } from '../../app/wallet-context.ts';
import { expectationFrom, readExpectation } from './expectation.ts';
import type { ExpectationForm } from './expectation.ts';
import { lookAgain, together } from './look-again.ts';
import type { LookedAt } from './look-again.ts';

export type CheckProblem = 'text' | 'code' | 'name';

export type CheckFlow =
  | { readonly kind: 'idle' }
  | { readonly kind: 'reading' }
  | { readonly kind: 'checking' }
  /** The form needs something before anything is read. */
  | { readonly kind: 'problems'; readonly problems: readonly CheckProblem[] }
  /** It could not even be read; `text`: what was pasted, to be shown and never opened. */
  | { readonly kind: 'refused'; readonly error: WalletError; readonly text?: string };

/** What was seen, and the way to look once more. */
interface Looked {
  readonly seen: Examination;
  readonly again: LookAgain;
}

interface Reading {
  readonly name?: string;
  readonly read: () => Promise<Attempt<Received>>;
}

const stopped: WalletError = { code: 'receive/stopped', facts: {} };

/** Reads and checks one or several things; several stand together as a collection, each with its own verdict or the reason why there is none. */
async function examine(wallet: Wallet, readings: readonly Reading[], flow: Flow<CheckFlow>, signal: AbortSignal): Promise<Looked | WalletError> {
  const expectation = expectationFrom(readExpectation());
  const parts: LookedAt[] = [];
  for (const { read, name } of readings) {
    flow.set({ kind: 'reading' });
    const received = await read();
    if (signal.aborted) return stopped;
    if (received.ok) flow.set({ kind: 'checking' });
    const checked = received.ok ? await wallet.check(received.value, expectation, signal) : received;
    if (signal.aborted) return stopped;
    if (!checked.ok && readings.length === 1) return checked.error;
    parts.push({ seen: checked.ok ? checked.value : unreadable(checked.error, name), ...(received.ok ? { received: received.value } : {}) });
  }
  return { seen: together(parts), again: (next) => lookAgain(wallet, parts, expectation, next) };
}

function unreadable(error: WalletError, name: string | undefined): Examination {
  return { kind: 'unreadable', error, looksLike: 'binary', class: 'refused', ...(name === undefined ? {} : { fileName: name }) };
}

function isError(answer: Looked | WalletError): answer is WalletError {
  return 'code' in answer;
}

/** Checking on this page. Never starts the vault. `done` is called with the result. */
export function createCheckFlow(wallet: Wallet, done: (examination: Examination, again: LookAgain) => void) {
  const flow = createFlow<CheckFlow>({ kind: 'idle' });
  let running: AbortController | undefined;
  const run = async (readings: readonly Reading[], text?: string): Promise<void> => {
    const problems = expectationProblems(readExpectation());
    if (problems.length > 0) return flow.set({ kind: 'problems', problems });
    const { signal } = (running = new AbortController());
    const answer = await examine(wallet, readings, flow, signal);
    if (signal.aborted) return;
    if (!isError(answer)) {
      flow.set({ kind: 'idle' });
      return done(answer.seen, answer.again);
    }
    flow.set({ kind: 'refused', error: answer, ...(text === undefined ? {} : { text }) });
  };
  return {
    flow,
    /** Leaves everything as it was, at once, however long a file takes to come: nothing is shown of what was begun. */
    stop: (): void => {
      running?.abort();
      flow.set({ kind: 'idle' });
    },
    checkText: (text: string): Promise<void> => {
      if (text.trim() === '') return Promise.resolve(flow.set({ kind: 'problems', problems: ['text', ...expectationProblems(readExpectation())] }));
      return run([{ read: () => wallet.transports.readText(text, 'paste') }], text.trim());
    },
    /** Before the camera opens: an expectation that was begun must be whole. */
    mayScan: (): boolean => {
      const problems = expectationProblems(readExpectation());
      if (problems.length > 0) flow.set({ kind: 'problems', problems });
      return problems.length === 0;
    },
    /** What was fetched from a link, on the person's say. */
    checkReceived: (received: Received): Promise<void> => run([{ read: () => Promise.resolve(succeed(received)) }]),
    checkLink: (link: string): Promise<void> => run([{ read: () => wallet.transports.readText(link, 'link') }]),
    checkFiles: (files: readonly File[], transport: 'file' | 'drop'): Promise<void> =>
      files.length === 0 ? Promise.resolve() : run(files.map((file) => ({ name: file.name, read: () => wallet.transports.readFile(file, transport) }))),
  };
}

function expectationProblems(form: ExpectationForm): readonly CheckProblem[] {
  if (!form.given) return [];
  return [...(form.code.trim() === '' ? (['code'] as const) : []), ...(form.name.trim() === '' ? (['name'] as const) : [])];
}

export function useCheck() {
  const wallet = useWallet();
  const [, navigate] = useLocation();
  const [check] = useState(() =>
    createCheckFlow(wallet, (examination, again) => {
      rememberCheck(examination, again);
      navigate('/check/result');
    }),
  );
  useEffect(() => {
    const takeLink = (): void => {
      const link = takeArrivedLink();
      if (link !== undefined) void check.checkLink(link);
    };
    takeLink();
    return onArrivedLink(takeLink);
  }, [check]);
  return { ...check, flow: useFlow(check.flow) };
}
