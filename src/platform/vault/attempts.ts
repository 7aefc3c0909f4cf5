import { refuse, succeed } from '../../core/model/attempt.ts';
import type { Attempt } from '../../core/model/attempt.ts';
import { toInstant } from '../../core/model/instant.ts';
import type { Instant } from '../../core/model/instant.ts';
import type { Clock } from '../../wallet/ports.ts';
import type { AttemptsRow, VaultStorage } from '../storage/vault-storage.ts';

/** Wrong secrets that cost no waiting. */
const freeTries = 2;
const longestWaitMs = 30_000;

/** Waiting time after the n-th wrong secret in a row: 0, 0, 1, 2, 4, 8, 16, then 30 seconds. Never a wipe. */
export function waitAfter(failed: number): number {
  return failed <= freeTries ? 0 : Math.min(longestWaitMs, 1_000 * 2 ** (failed - freeTries - 1));
}

interface Tools {
  readonly storage: Pick<VaultStorage, 'readAttempts' | 'writeAttempts'>;
  readonly clock: Clock;
}

/** The row as it must be: it lies in the clear and may be damaged, which must neither lock anybody out nor let waiting be passed over. */
function sound({ failed, waitUntil }: AttemptsRow): AttemptsRow {
  const counts = Number.isSafeInteger(failed) && failed >= 0;
  return { failed: counts ? failed : freeTries, waitUntil: Number.isFinite(waitUntil) ? waitUntil : Number.POSITIVE_INFINITY };
}

/** When the next try is possible; absent: now. A clock that was set back never makes anybody wait longer than 30 s. */
export async function readWait({ storage, clock }: Tools): Promise<Instant | undefined> {
  const row = await storage.readAttempts();
  if (!row.ok) return undefined;
  const now = clock.now();
  const { failed, waitUntil } = sound(row.value);
  if (waitUntil <= now) return undefined;
  if (waitUntil - now <= longestWaitMs) return toInstant(waitUntil);
  await storage.writeAttempts({ failed, waitUntil: now + longestWaitMs });
  return toInstant(now + longestWaitMs);
}

/** Counts a wrong secret; answers when the next try is possible. */
export async function countWrong({ storage, clock }: Tools): Promise<Attempt<Instant | undefined>> {
  const row = await storage.readAttempts();
  if (!row.ok) return row;
  const failed = sound(row.value).failed + 1;
  const waitMs = waitAfter(failed);
  const waitUntil = clock.now() + waitMs;
  const written = await storage.writeAttempts({ failed, waitUntil });
  if (!written.ok) return written;
  return succeed(waitMs === 0 ? undefined : toInstant(waitUntil));
}

/** Forgets wrong secrets after a right one. */
export async function countRight({ storage }: Tools): Promise<void> {
  const row = await storage.readAttempts();
  if (row.ok && row.value.failed > 0) await storage.writeAttempts({ failed: 0, waitUntil: 0 });
}

/** Refuses while waiting is due: `vault/wait` with `waitUntil`. */
export async function mayTry(tools: Tools): Promise<Attempt<void>> {
  const waitUntil = await readWait(tools);
  return waitUntil === undefined ? succeed(undefined) : refuse('vault/wait', { waitUntil });
}
