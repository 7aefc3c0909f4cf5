import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { PresenceEvent } from '../../src/wallet/ports.ts';
import { createAutoLock, hiddenMs, idleMs, longestHoldMs, longestMs } from '../../src/wallet/auto-lock.ts';
import { createFixedClock } from '../support/fixed-clock.ts';

const tickMs = 5_000;

function setUp() {
  const clock = createFixedClock('2026-11-22T08:00:00Z');
  let tell: (event: PresenceEvent) => void = () => undefined;
  let locked = 0;
  const autoLock = createAutoLock(
    clock,
    {
      subscribe: (listener) => {
        tell = listener;
        return () => undefined;
      },
    },
    async () => {
      locked += 1;
      autoLock.closed();
    },
  );
  const pass = (milliseconds: number): void => {
    clock.move(milliseconds);
    vi.advanceTimersByTime(tickMs);
  };
  return { autoLock, tell: (event: PresenceEvent) => tell(event), pass, lockedTimes: () => locked };
}

describe('auto-lock', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('locks after five idle minutes, not before', () => {
    const { autoLock, pass, lockedTimes } = setUp();
    autoLock.opened();
    pass(idleMs - 1);
    expect(lockedTimes()).toBe(0);
    pass(1);
    expect(lockedTimes()).toBe(1);
  });

  it('activity starts the five minutes again', () => {
    const { autoLock, tell, pass, lockedTimes } = setUp();
    autoLock.opened();
    pass(idleMs - 1);
    tell('active');
    pass(idleMs - 1);
    expect(lockedTimes()).toBe(0);
  });

  it('locks after a minute out of sight, and at once on leaving', () => {
    const first = setUp();
    first.autoLock.opened();
    first.tell('hidden');
    first.pass(hiddenMs);
    expect(first.lockedTimes()).toBe(1);
    const second = setUp();
    second.autoLock.opened();
    second.tell('leaving');
    expect(second.lockedTimes()).toBe(1);
  });

  it('waits while our own picker is up, but no longer than five minutes', () => {
    const { autoLock, tell, pass, lockedTimes } = setUp();
    autoLock.opened();
    const release = autoLock.holdOpen();
    tell('hidden');
    pass(longestHoldMs - 1);
    expect(lockedTimes()).toBe(0);
    pass(1);
    expect(lockedTimes()).toBe(1);
    release();
  });

  it('locks after twelve hours whatever happens', () => {
    const { autoLock, tell, pass, lockedTimes } = setUp();
    autoLock.opened();
    for (let passed = 0; passed < longestMs - idleMs; passed += idleMs / 2) {
      tell('active');
      pass(idleMs / 2);
    }
    expect(lockedTimes()).toBe(0);
    autoLock.holdOpen();
    tell('active');
    pass(idleMs);
    expect(lockedTimes()).toBe(1);
  });

  it('C26 locks when the clock is set back, for then nobody knows how long nobody was there', () => {
    for (const back of [3_600_000, 10 * 365 * 86_400_000]) {
      const { autoLock, pass, lockedTimes } = setUp();
      autoLock.opened();
      autoLock.holdOpen();
      pass(-back);
      expect(lockedTimes()).toBe(1);
    }
    const corrected = setUp();
    corrected.autoLock.opened();
    corrected.pass(-2_000);
    expect(corrected.lockedTimes()).toBe(0);
  });

  it('does nothing while the vault is closed', () => {
    const { pass, tell, lockedTimes } = setUp();
    tell('leaving');
    pass(longestMs);
    expect(lockedTimes()).toBe(0);
  });
});
