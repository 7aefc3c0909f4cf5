import { refuse, succeed } from '../core/model/attempt.ts';
import type { Attempt } from '../core/model/attempt.ts';
import { toInstant } from '../core/model/instant.ts';
import type { Instant } from '../core/model/instant.ts';
import type { OpenedEvidence, OwnRecord, OwnRecords } from '../core/model/own-records.ts';
import type { Ports } from './ports.ts';
import { toHex } from './to-hex.ts';

/** Where the owner writes: reads what is kept now, writes one thing after another. */
export interface OwnDesk {
  /** Runs when all before it are done, so that no change is made from what another has just replaced. `vault/absent`, `vault/locked`. */
  readonly inTurn: <T>(write: (own: OwnRecords) => Promise<Attempt<T>>) => Promise<Attempt<T>>;
  readonly now: () => Instant;
  /** What every new record begins with. */
  readonly begin: () => { readonly id: string; readonly origin: 'owner'; readonly createdAt: Instant; readonly updatedAt: Instant };
  readonly newId: () => string;
  readonly keep: <T extends OwnRecord>(record: T, files?: readonly OpenedEvidence[]) => Promise<Attempt<T>>;
  readonly keptItems: () => ReadonlySet<string>;
}

export function createOwnDesk({ vault, clock, randomness }: Ports): OwnDesk {
  let last: Promise<unknown> = Promise.resolve();
  const newId = (): string => toHex(randomness.bytes(16));
  return {
    inTurn: (write) => {
      const turn = last.then(async () => {
        const { status, own } = vault.snapshot.get();
        if (status.kind === 'open') return write(own);
        return refuse(status.kind === 'absent' ? 'vault/absent' : 'vault/locked');
      });
      last = turn.catch(() => undefined);
      return turn;
    },
    now: clock.now,
    begin: () => ({ id: newId(), origin: 'owner', createdAt: clock.now(), updatedAt: clock.now() }),
    newId,
    keep: async (record, files = []) => {
      // A clock that was ahead once must not make newer words the older ones: of two in a merge the later stay.
      const before = Object.values(vault.snapshot.get().own).flat().find(({ id }) => id === record.id);
      const later = before !== undefined && before.updatedAt > record.updatedAt ? { ...record, updatedAt: toInstant(before.updatedAt + 1) } : record;
      const kept = await vault.keepOwn(later, files);
      return kept.ok ? succeed(later) : kept;
    },
    keptItems: () => new Set(vault.snapshot.get().items.map(({ id }) => id)),
  };
}
