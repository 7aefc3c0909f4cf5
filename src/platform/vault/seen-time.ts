import { refuse } from '../../core/model/attempt.ts';
import type { Attempt } from '../../core/model/attempt.ts';
import { notHere } from './vault-door.ts';
import type { VaultSession } from './vault-session.ts';
import { settingsOf } from './vault-snapshot.ts';
import { putSettings } from './vault-shelf.ts';

const hourMs = 3_600_000;

async function setSeen(session: VaultSession, now: number): Promise<Attempt<void>> {
  const vault = session.vault();
  if (vault === undefined) return refuse('vault/locked');
  return session.commit({ put: [putSettings(vault, now, (settings) => ({ ...settings, lastSeenAt: now }))] });
}

/**
 * [Note: Last seen time] The latest instant at which this vault was used is sealed in it, so that a clock that was put
 * back is noticed (B49). It is brought forward by what is done here, at most once an hour, and only the owner's word sets
 * it back. It belongs to this vault alone: no backup carries it, no restore brings it. A vault with a damaged record is
 * left as it is: nothing is written there that nobody asked for. Where the write fails, the older time stays.
 */
export async function noteTime(session: VaultSession): Promise<void> {
  const vault = session.vault();
  if (vault === undefined || vault.damaged.size > 0 || vault.rebuilt.size > 0) return;
  const now = session.tools.clock.now();
  const { lastSeenAt } = settingsOf(vault).settings;
  if (lastSeenAt === undefined || now >= lastSeenAt + hourMs) await setSeen(session, now);
}

/** The owner says that the clock of the device is right: its time becomes the last seen one, also where that is earlier. */
export async function trustClock(session: VaultSession): Promise<Attempt<void>> {
  return session.vault() === undefined ? notHere(session) : setSeen(session, session.tools.clock.now());
}
