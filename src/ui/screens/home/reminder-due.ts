const dayMs = 24 * 60 * 60 * 1000;

/**
 * Whether the line is shown now: `begin` where its day begins. At most for a day in seven, and a week after `since`, the last
 * backup or the day it was put aside. A time to come is of a clock that was wrong: nothing waits for it.
 */
export function reminderDue(since: number | undefined, shownAt: number | undefined, now: number): 'no' | 'begin' | 'on' {
  const agoMs = (at: number): number => (at > now ? Number.POSITIVE_INFINITY : now - at);
  if (since === undefined || agoMs(since) < 7 * dayMs) return 'no';
  const shownMs = agoMs(shownAt ?? 0);
  if (shownMs >= 7 * dayMs) return 'begin';
  return shownMs < dayMs ? 'on' : 'no';
}
