import type { ErrorCode } from '../../core/model/error-code.ts';
import type { VaultStatus } from '../../wallet/ports.ts';
import { readWait } from './attempts.ts';
import { parseHeader, headerVersion } from './vault-header.ts';
import type { VaultHeader } from './vault-header.ts';
import type { VaultSession } from './vault-session.ts';
import { summarizeSlots } from './vault-snapshot.ts';

function notToBeHad(code: ErrorCode): VaultStatus {
  if (code === 'vault/newer-schema') return { kind: 'newer-schema' };
  if (code === 'vault/elsewhere') return { kind: 'elsewhere' };
  return { kind: 'unavailable', code };
}

/** The copies of the header that can be read, newest first. */
export function readableHeaders(session: VaultSession): readonly VaultHeader[] {
  const rows = [...session.headers()].sort((one, other) => other.counter - one.counter);
  return rows.map(parseHeader).filter((header) => header !== undefined);
}

/** The status of a vault that is there but not open. */
export async function lockedStatus(session: VaultSession): Promise<VaultStatus> {
  const newest = readableHeaders(session)[0];
  if (newest === undefined) return { kind: 'unavailable', code: 'store/corrupt' };
  const slots = summarizeSlots(newest.slots);
  const waitUntil = await readWait(session.tools);
  return waitUntil === undefined ? { kind: 'locked', slots } : { kind: 'locked', slots, waitUntil };
}

/**
 * Looks what is on this device. "Absent" is said only where storage answered and holds nothing at all: a failed read, or
 * records without a header, never lead to a new vault over an old one (C15).
 */
export async function findVault(session: VaultSession): Promise<VaultStatus> {
  const { storage } = session.tools;
  const opened = await storage.open();
  if (!opened.ok) return notToBeHad(opened.error.code);
  const rows = await storage.readHeaders();
  if (!rows.ok) return notToBeHad(rows.error.code);
  session.setHeaders(rows.value);
  if (rows.value.length === 0) {
    const records = await storage.listRecords();
    if (!records.ok) return notToBeHad(records.error.code);
    return records.value.length === 0 ? { kind: 'absent' } : { kind: 'unavailable', code: 'store/corrupt' };
  }
  const tooNew = readableHeaders(session).some(({ minReader }) => minReader > headerVersion);
  return tooNew ? { kind: 'newer-schema' } : lockedStatus(session);
}
