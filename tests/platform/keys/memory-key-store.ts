import { refuse, succeed } from '../../../src/core/model/attempt.ts';
import { toInstant } from '../../../src/core/model/instant.ts';
import type { Instant } from '../../../src/core/model/instant.ts';
import type { HolderKeyRecord, HolderKeyStore, KeyRoomTools } from '../../../src/platform/vault/key-room.ts';

/** The vault's side of the key room, in memory: every read gives copies, as opening a sealed record does. */
export interface MemoryKeyStore extends HolderKeyStore {
  readonly records: HolderKeyRecord[];
  /** What `list` refuses with next, once. */
  failNextList: boolean;
}

export function createMemoryKeyStore(records: readonly HolderKeyRecord[] = []): MemoryKeyStore {
  const copy = (record: HolderKeyRecord): HolderKeyRecord => ({
    ...record,
    publicKey: record.publicKey.slice(),
    privateKey: record.privateKey.slice(),
  });
  const store: MemoryKeyStore = {
    records: records.map(copy),
    failNextList: false,
    list: async () => {
      if (store.failNextList) {
        store.failNextList = false;
        return refuse('store/unavailable');
      }
      return succeed(store.records.map(copy));
    },
    keep: async (record) => {
      if (!store.records.some(({ did }) => did === record.did)) store.records.push(copy(record));
      return succeed(undefined);
    },
  };
  return store;
}

export const testNow: Instant = toInstant(Date.UTC(2026, 10, 21, 12));

export function toolsOn(store: HolderKeyStore): KeyRoomTools {
  const randomness = { bytes: (length: number) => crypto.getRandomValues(new Uint8Array(length)) };
  return { store, randomness, clock: { now: () => testNow } };
}
