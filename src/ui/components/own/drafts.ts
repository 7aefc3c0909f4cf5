import { useState } from 'react';
import { useLocation } from 'wouter';
import { createFlow, useFlow } from '../../app/flow.ts';
import { useWallet } from '../../app/wallet-context.ts';

/**
 * [Note: Words that are not saved yet] What a person typed and did not save outlives Back, the lock and another tab: it
 * stays in the memory of this page, by the address where it was typed, and is drawn only there, behind the lock. Nothing
 * of it is stored in clear; so a reload would lose it, and the browser asks before. Deleting everything forgets it.
 */
const drafts = new Map<string, object>();

function isHere(): boolean {
  return drafts.has(`/${location.hash.replace(/^#?\/?/, '')}`);
}

/** The browser's own question, in its words, where the page that is left has words that are not saved. */
function askBefore(event: BeforeUnloadEvent): void {
  if (isHere()) event.preventDefault();
}

function hold(at: string, value: object): void {
  drafts.set(at, value);
  globalThis.addEventListener?.('beforeunload', askBefore);
}

function release(at: string): void {
  drafts.delete(at);
  if (drafts.size === 0) globalThis.removeEventListener?.('beforeunload', askBefore);
}

/** Forgets everything that was typed: nothing is kept here any more. */
export function forgetDrafts(): void {
  for (const at of drafts.keys()) release(at);
}

function isSame(one: unknown, other: unknown): boolean {
  if (Array.isArray(one) && Array.isArray(other)) return one.length === other.length && one.every((part, at) => part === other[at]);
  return one === other;
}

/** Words at an address: what was typed there before and not saved, else what is kept. */
export function createDraft<T extends object>(at: string, kept: T) {
  const before = drafts.get(at) as T | undefined;
  const flow = createFlow<{ readonly words: T; readonly found: boolean }>({ words: before ?? kept, found: before !== undefined });
  return {
    flow,
    change: (part: Partial<T>): void => {
      const words = { ...flow.get().words, ...part };
      const isAsKept = (Object.keys(words) as (keyof T)[]).every((name) => isSame(words[name], kept[name]));
      if (isAsKept) release(at);
      else hold(at, words);
      flow.set({ ...flow.get(), words });
    },
    /** They are saved. */
    done: (): void => release(at),
    /** Back to what is kept. */
    discard: (): void => {
      release(at);
      flow.set({ words: kept, found: false });
    },
  };
}

const watched = new WeakSet<object>();

/** The words of a form on this page, as they stand; `found` where they were typed on an earlier visit. */
export function useDraft<T extends object>(kept: T) {
  const wallet = useWallet();
  const [path] = useLocation();
  const [draft] = useState(() => createDraft(path, kept));
  if (!watched.has(wallet)) {
    watched.add(wallet);
    wallet.state.subscribe(() => {
      if (wallet.state.get().vault.status.kind === 'absent') forgetDrafts();
    });
  }
  return { ...draft, ...useFlow(draft.flow) };
}

/** Whether something was typed on this page and not saved. */
export function useHasDraft(): boolean {
  const [path] = useLocation();
  return drafts.has(path);
}
