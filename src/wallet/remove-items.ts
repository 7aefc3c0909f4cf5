import { succeed } from '../core/model/attempt.ts';
import type { Attempt } from '../core/model/attempt.ts';
import type { ItemId } from '../core/model/ids.ts';
import { toInstant } from '../core/model/instant.ts';
import type { Ports, VaultStatus } from './ports.ts';
import type { WalletStore } from './wallet-store.ts';

/** How long a deleted credential can be brought back. */
const undoMs = 10_000;

/** The vault is closed, and may be opened again in this tab. */
const closed: ReadonlySet<VaultStatus['kind']> = new Set(['unknown', 'locked', 'unavailable']);

export interface Removal {
  /** Hides the credentials at once and deletes them when the time to undo is over. */
  readonly remove: (ids: readonly ItemId[]) => Promise<Attempt<void>>;
  readonly undo: () => Promise<void>;
  /** Deletes now what waits: before lock, before leaving, before the next deletion, before anything is added or backed up. */
  readonly settle: () => Promise<void>;
}

export function createRemoval(ports: Ports, store: WalletStore): Removal {
  let timer: ReturnType<typeof setTimeout> | undefined;

  let leaving: Promise<unknown> = Promise.resolve();

  /** The offer to undo ends before the deletion begins: what was brought back is never deleted behind the offer. */
  async function settle(): Promise<void> {
    clearTimeout(timer);
    const waiting = store.state.get().removed;
    if (waiting !== undefined) {
      store.setLeaving(waiting.ids);
      store.setRemoved(undefined);
      leaving = removeNow(waiting.ids);
    }
    await leaving;
  }

  /** Where the vault closed before it could delete, that is done as soon as it is open again, unless another tab had it meanwhile. */
  async function removeNow(ids: readonly ItemId[]): Promise<void> {
    const removed = await ports.vault.remove(ids);
    const kindNow = (): VaultStatus['kind'] => ports.vault.snapshot.get().status.kind;
    if (removed.ok || !closed.has(kindNow())) return store.setLeaving([]);
    const stop = ports.vault.snapshot.subscribe(() => {
      if (closed.has(kindNow())) return;
      stop();
      leaving = kindNow() === 'open' ? removeNow(ids) : Promise.resolve(store.setLeaving([]));
    });
  }

  return {
    remove: async (ids) => {
      await settle();
      store.setRemoved({ ids, until: toInstant(ports.clock.now() + undoMs) });
      timer = setTimeout(() => void settle(), undoMs);
      return succeed(undefined);
    },
    undo: async () => {
      clearTimeout(timer);
      store.setRemoved(undefined);
    },
    settle,
  };
}
