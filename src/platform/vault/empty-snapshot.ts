import { noOwnRecords } from '../../core/model/own-records.ts';
import type { VaultSnapshot, VaultStatus } from '../../wallet/ports.ts';

/** What there is to see of a vault that is not open: its status alone. */
export function emptySnapshot(status: VaultStatus): VaultSnapshot {
  return Object.freeze({
    status,
    items: [],
    damaged: [],
    issuers: [],
    lists: [],
    shares: [],
    own: noOwnRecords,
    holders: [],
    backup: { changesSince: 0, sheetSeen: false },
  });
}
