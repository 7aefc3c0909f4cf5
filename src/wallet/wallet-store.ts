import type { Instant } from '../core/model/instant.ts';
import type { ItemId } from '../core/model/ids.ts';
import { listItems } from './list-items.ts';
import type { Observable, Ports } from './ports.ts';
import type { Review, WalletState } from './wallet.ts';

interface Held {
  readonly pending?: Review;
  readonly removed?: { readonly ids: readonly ItemId[]; readonly until: Instant };
}

/** The wallet's own memory beside the vault, and the one snapshot that screens read. */
export interface WalletStore {
  readonly state: Observable<WalletState>;
  readonly setPending: (review: Review | undefined) => void;
  readonly setRemoved: (removed: WalletState['removed']) => void;
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
    const vault = ports.vault.snapshot.get();
    const judging = { now: ports.clock.now(), builtAt: ports.builtAt, ownList: vault.issuers };
    const list = listItems(vault.items, new Set(held.removed?.ids ?? []), judging);
    return Object.freeze({ vault, list, installation: ports.installation.state.get(), ...held });
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
    refresh,
  };
}
