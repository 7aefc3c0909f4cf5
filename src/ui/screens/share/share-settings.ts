import type { ShareSettings, Wallet } from '../../../wallet/wallet.ts';

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

export function forgetShareChoice(): void {
  choice = nothingChosen;
}

const watched = new WeakSet<Wallet['state']>();

/** A note about a receiver is forgotten as soon as the vault is locked. To be called by whoever remembers one. */
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
