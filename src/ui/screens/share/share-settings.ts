import type { PreparedShare, ShareSettings, Wallet } from '../../../wallet/wallet.ts';

/** What the person chose for shares in this session; `end` absent: the way decides. */
export interface ShareChoice {
  readonly receiver: string;
  readonly purpose: string;
  readonly end?: ShareSettings['end'];
  /** A code that a receiver gave answers one request: it counts for these credentials only. */
  readonly challenge?: { readonly text: string; readonly ids: string };
}

const nothingChosen: ShareChoice = { receiver: '', purpose: '' };
let choice = nothingChosen;

/** Plain memory of this page: a note about a receiver is never stored, and gone after a reload or a lock. */
export function recallShareChoice(): ShareChoice {
  return choice;
}

export function rememberShareChoice(next: ShareChoice): void {
  choice = next;
}

/** Forgets the choice, and the shares made from it. */
export function forgetShareChoice(): void {
  choice = nothingChosen;
  made.clear();
}

/** So long a share that was signed and went nowhere is as good as one signed now. */
const reusableMs = 2 * 60_000;

interface Made {
  readonly share: PreparedShare;
  readonly at: number;
}
const made = new Map<string, Made>();

function choiceOf(ids: string, settings: ShareSettings): string {
  return JSON.stringify([ids, settings]);
}

/** Remembers a share for whoever comes back to it with the same choices. */
export function rememberMade(ids: string, share: PreparedShare, now: number): void {
  made.set(choiceOf(ids, share.settings), { share, at: now });
}

/**
 * The share that was made a moment ago from these very choices and went nowhere: signatures are few a minute. One that was
 * shown or handed over is not given out again: what is shared next is a share of its own.
 */
export function recallMade(ids: string, settings: ShareSettings, wallet: Pick<Wallet, 'now' | 'state'>): PreparedShare | undefined {
  const found = made.get(choiceOf(ids, settings));
  if (found === undefined || Math.abs(wallet.now() - found.at) > reusableMs) return undefined;
  const { items, shares } = wallet.state.get().vault;
  const isKept = found.share.items.every((id) => items.some((item) => item.id === id));
  const isOut = shares.some(({ id, result }) => id === found.share.id && (result === 'shown' || result === 'handed-over'));
  return isKept && !isOut ? found.share : undefined;
}

const watched = new WeakSet<Wallet['state']>();

/** A note about a receiver, and a share made for them, are forgotten as soon as the vault is locked. To be called by whoever remembers one. */
export function forgetOnLock({ state }: Pick<Wallet, 'state'>): void {
  if (watched.has(state)) return;
  watched.add(state);
  state.subscribe(() => {
    if (state.get().vault.status.kind !== 'open') forgetShareChoice();
  });
}

/** What goes to the wallet for these credentials. */
export function settingsFor(ids: string, chosen: ShareChoice, proof: ShareSettings['proof'], end: ShareSettings['end']): ShareSettings {
  const { challenge } = chosen;
  return {
    receiver: chosen.receiver,
    purpose: chosen.purpose,
    end: chosen.end ?? end,
    proof,
    ...(challenge === undefined || challenge.ids !== ids ? {} : { challenge: challenge.text }),
  };
}
