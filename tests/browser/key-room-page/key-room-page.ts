import { succeed } from '../../../src/core/model/attempt.ts';
import type { HolderKeyRecord, HolderKeyStore } from '../../../src/platform/vault/key-room.ts';
import { systemClock, systemRandomness } from '../../../src/platform/system.ts';

const kept: HolderKeyRecord[] = [];
const store: HolderKeyStore = {
  list: async () => succeed(kept.map((record) => ({ ...record, privateKey: record.privateKey.slice() }))),
  keep: async (record) => {
    kept.push({ ...record, privateKey: record.privateKey.slice() });
    return succeed(undefined);
  },
};

/** The real key room on records in memory, within reach of the test script; loaded as the vault worker loads it. */
export const bench = {
  now: () => systemClock.now(),
  open: async () => (await import('../../../src/platform/keys/open-key-room.ts')).openKeyRoom({ store, randomness: systemRandomness, clock: systemClock }),
};
Object.assign(globalThis, { bench });
