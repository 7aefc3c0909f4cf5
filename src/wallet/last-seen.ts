import { toInstant } from '../core/model/instant.ts';
import type { Instant } from '../core/model/instant.ts';
import type { Ports, VaultSnapshot } from './ports.ts';

/** A clock that is back by less is not wrong: the day may be set by hand, and time zones are set wrongly. */
const toleratedMs = 86_400_000;

/** What the device says, and when this wallet was used last. */
export interface ClockBehind {
  readonly now: Instant;
  readonly seen: Instant;
}

/** A clock before this is wrong (B49): the later of the build and, a day less, of the last use of the open wallet. */
export function notBeforeOf({ builtAt }: Ports, { lastSeenAt }: VaultSnapshot): Instant {
  return lastSeenAt === undefined ? builtAt : toInstant(Math.max(builtAt, lastSeenAt - toleratedMs));
}

/** Present where the clock is behind the last use. Before the build it is wrong whatever anybody says. */
export function clockBehindOf(ports: Ports, snapshot: VaultSnapshot, now: Instant): ClockBehind | undefined {
  const { lastSeenAt: seen } = snapshot;
  return seen !== undefined && now >= ports.builtAt && now < notBeforeOf(ports, snapshot) ? { now, seen } : undefined;
}
