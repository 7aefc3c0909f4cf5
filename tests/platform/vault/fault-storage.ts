import { refuse } from '../../../src/core/model/attempt.ts';
import type { Attempt } from '../../../src/core/model/attempt.ts';
import type { ErrorCode } from '../../../src/core/model/error-code.ts';
import type { VaultStorage } from '../../../src/platform/storage/vault-storage.ts';

/** A storage whose calls can be made to fail, counted from when it is armed. */
export interface FaultyStorage extends VaultStorage {
  /** Fails every call of this name from the n-th on (0: the next one), `times` times. */
  readonly arm: (call: keyof VaultStorage, code: ErrorCode, n?: number, times?: number) => void;
  readonly disarm: () => void;
}

export function createFaultyStorage(inner: VaultStorage): FaultyStorage {
  let fault: { readonly call: string; readonly code: ErrorCode; n: number; times: number } | undefined;
  function due(call: string): Attempt<never> | undefined {
    if (fault?.call !== call) return undefined;
    if (fault.n-- > 0 || fault.times-- <= 0) return undefined;
    return refuse(fault.code);
  }
  return {
    ...inner,
    readHeaders: async () => due('readHeaders') ?? inner.readHeaders(),
    readChunks: async () => due('readChunks') ?? inner.readChunks(),
    listRecords: async () => due('listRecords') ?? inner.listRecords(),
    readRecords: async (ids) => due('readRecords') ?? inner.readRecords(ids),
    commit: async (change) => due('commit') ?? inner.commit(change),
    readAttempts: async () => due('readAttempts') ?? inner.readAttempts(),
    writeAttempts: async (row) => due('writeAttempts') ?? inner.writeAttempts(row),
    arm: (call, code, n = 0, times = 1) => {
      fault = { call, code, n, times };
    },
    disarm: () => {
      fault = undefined;
    },
  };
}
