import type { Examination } from '../../core/model/examination.ts';
import type { PreparedShare } from '../../wallet/wallet.ts';
import { createFlow } from './flow.ts';

/** Examines the same thing once more, with what was answered since. Stopped, it is what it was. */
export type LookAgain = (signal?: AbortSignal) => Promise<Examination>;

/**
 * What one step of a flow hands to the next: a share on its way to the hand-over screen, an examination on its way
 * to the result screen. Plain memory of this page: never stored, gone after a reload.
 */
const shares = new Map<string, { readonly share: PreparedShare; readonly path: string }>();
let examination: Examination | undefined;
let again: LookAgain | undefined;

/** What was pasted into the page for adding stays there, so that Back finds it. That page can be seen while the wallet is locked. */
export const pastedText = createFlow('');

/** Shares kept at once: the newest few, so that Back finds them. */
const maxShares = 4;

/** Keeps a share, and the page it was made on, so that the next page can lead back there. */
export function rememberShare(share: PreparedShare, path: string = globalThis.location?.hash.slice(1) ?? '/'): void {
  shares.delete(share.id);
  shares.set(share.id, { share, path });
  for (const id of shares.keys()) {
    if (shares.size <= maxShares) break;
    shares.delete(id);
  }
}

export function recallShare(id: string): PreparedShare | undefined {
  return shares.get(id)?.share;
}

/** The page on which a share was made; the list where nobody knows. */
export function recallSharePath(id: string): string {
  return shares.get(id)?.path ?? '/';
}

export function rememberCheck(checked: Examination, lookAgain: LookAgain): void {
  examination = checked;
  again = lookAgain;
}

export function recallCheck(): Examination | undefined {
  return examination;
}

/** What was checked, checked once more: only now does the result page know of answers that came since. */
export async function checkOnceMore(signal?: AbortSignal): Promise<Examination | undefined> {
  const asked = again;
  const next = await asked?.(signal);
  // Something else may have been checked meanwhile, or this discarded.
  if (next !== undefined && again === asked) examination = next;
  return examination;
}

/** Forgets everything: on lock, and when a check is discarded. */
export function forgetFlows(): void {
  shares.clear();
  pastedText.set('');
  forgetCheck();
}

/** Forgets the examination alone: the person discarded it. */
export function forgetCheck(): void {
  examination = undefined;
  again = undefined;
}
