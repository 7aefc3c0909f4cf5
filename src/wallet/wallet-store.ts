import type { Instant } from '../core/model/instant.ts';
import type { ItemId } from '../core/model/ids.ts';
import type { OwnListEntry } from '../core/model/trust.ts';
import { clockBehindOf, notBeforeOf } from './last-seen.ts';
import { listItems } from './list-items.ts';
import type { Observable, Ports } from './ports.ts';
import type { Review, WalletState } from './wallet.ts';

interface Held {
  readonly pending?: Review;
  /** Issuers known before there is a vault to keep them: they count here and are kept with the first save. */
  readonly waitingIssuers?: readonly OwnListEntry[];
  readonly removed?: { readonly ids: readonly ItemId[]; readonly until: Instant };
  /** On their way out of the vault: hidden, and no longer to be brought back. */
  readonly leaving?: readonly ItemId[];
}

/** The wallet's own memory beside the vault, and the one snapshot that screens read. */
export interface WalletStore {
  readonly state: Observable<WalletState>;
  readonly setPending: (review: Review | undefined) => void;
  readonly setRemoved: (removed: WalletState['removed']) => void;
  readonly setLeaving: (ids: readonly ItemId[]) => void;
  readonly setWaitingIssuers: (entries: readonly OwnListEntry[]) => void;
  readonly waitingIssuers: () => readonly OwnListEntry[];
  /** Judges the list anew, for the clock moves on by itself. */
  readonly refresh: () => void;
}

function without<K extends keyof Held>(held: Held, key: K): Held {
  const { [key]: _gone, ...rest } = held;
  return rest;
}

export function createWalletStore(ports: Ports): WalletStore {
  const listeners = new Set<() => void>();
  let held: Held = {};
  let state = compute();

  function compute(): WalletState {
    const { waitingIssuers = [], leaving = [], ...shown } = held;
    const kept = ports.vault.snapshot.get();
    const vault = waitingIssuers.length === 0 ? kept : { ...kept, issuers: [...kept.issuers, ...waitingIssuers] };
    const judging = { now: ports.clock.now(), notBefore: notBeforeOf(ports, vault), ownList: vault.issuers };
    const clockBehind = clockBehindOf(ports, vault, judging.now);
    const list = listItems(vault.items, new Set([...(held.removed?.ids ?? []), ...leaving]), judging);
    return Object.freeze({ vault, list, installation: ports.installation.state.get(), ...(clockBehind && { clockBehind }), ...shown });
  }

  function refresh(): void {
    state = compute();
    for (const listener of listeners) listener();
  }

  ports.vault.snapshot.subscribe(refresh);
  ports.installation.state.subscribe(refresh);

  return {
    state: {
      get: () => state,
      subscribe: (listener) => {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
    },
    setPending: (review) => {
      held = review === undefined ? without(held, 'pending') : { ...held, pending: review };
      refresh();
    },
    setRemoved: (removed) => {
      held = removed === undefined ? without(held, 'removed') : { ...held, removed };
      refresh();
    },
    setLeaving: (ids) => {
      held = ids.length === 0 ? without(held, 'leaving') : { ...held, leaving: ids };
      refresh();
    },
    setWaitingIssuers: (entries) => {
      held = entries.length === 0 ? without(held, 'waitingIssuers') : { ...held, waitingIssuers: entries };
      refresh();
    },
    waitingIssuers: () => held.waitingIssuers ?? [],
    refresh,
  };
}
