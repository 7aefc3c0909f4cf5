import type { Clock, Presence } from './ports.ts';

export const idleMs = 5 * 60_000;
export const hiddenMs = 60_000;
export const longestMs = 12 * 3_600_000;
/** A picker, camera or preview of ours holds the lock off no longer than this. */
export const longestHoldMs = 5 * 60_000;

/** A clock set back by more than this tells nothing of how long nobody was there. */
const setBackMs = 60_000;

export interface AutoLock {
  /** Starts counting: the vault was opened now. */
  readonly opened: () => void;
  readonly closed: () => void;
  readonly holdOpen: () => () => void;
}

/**
 * Locks when nobody is there: after five idle minutes, after a minute out of sight, on leaving, and after twelve hours
 * in any case, and when the clock was set back. Time is read from the clock at each tick, so a machine that slept locks on waking.
 */
export function createAutoLock(clock: Clock, presence: Presence, lock: () => Promise<void>): AutoLock {
  let openedAt: number | undefined;
  let activeAt = 0;
  let hiddenSince: number | undefined;
  const holds = new Map<symbol, number>();
  let ticking: ReturnType<typeof setInterval> | undefined;

  const isHeld = (now: number): boolean => [...holds.values()].some((since) => now - since < longestHoldMs);

  function isDue(now: number): boolean {
    if (openedAt === undefined) return false;
    if (now - openedAt >= longestMs || now < Math.max(openedAt, activeAt) - setBackMs) return true;
    if (isHeld(now)) return false;
    return now - activeAt >= idleMs || (hiddenSince !== undefined && now - hiddenSince >= hiddenMs);
  }

  function tick(): void {
    if (isDue(clock.now())) void lock();
  }

  presence.subscribe((event) => {
    const now = clock.now();
    tick();
    if (event === 'active') activeAt = now;
    if (event === 'hidden') hiddenSince = now;
    if (event === 'visible') hiddenSince = undefined;
    if (event === 'leaving' && openedAt !== undefined && !isHeld(now)) void lock();
  });

  return {
    opened: () => {
      openedAt = activeAt = clock.now();
      hiddenSince = undefined;
      clearInterval(ticking);
      ticking = setInterval(tick, 5_000);
    },
    closed: () => {
      openedAt = undefined;
      clearInterval(ticking);
    },
    holdOpen: () => {
      const hold = Symbol('hold');
      holds.set(hold, clock.now());
      return () => {
        holds.delete(hold);
        activeAt = clock.now();
      };
    },
  };
}
