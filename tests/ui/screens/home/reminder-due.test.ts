import { describe, expect, it } from 'vitest';
import { reminderDue } from '../../../../src/ui/screens/home/reminder-due.ts';

const day = 24 * 60 * 60 * 1000;
const now = 1_800_000_000_000;

describe('the reminder of a backup', () => {
  it('comes a week after the last one, for a day, and not again for six', () => {
    expect(reminderDue(now - 6 * day, undefined, now)).toBe('no');
    expect(reminderDue(now - 7 * day, undefined, now)).toBe('begin');
    expect(reminderDue(now - 8 * day, now - day / 2, now)).toBe('on');
    expect(reminderDue(now - 8 * day, now - day, now)).toBe('no');
    expect(reminderDue(now - 20 * day, now - 7 * day, now)).toBe('begin');
  });

  it('never comes where nothing was put aside or saved', () => {
    expect(reminderDue(undefined, undefined, now)).toBe('no');
  });

  it('C26 does not wait for years, nor stay for years, where the clock was far ahead once', () => {
    expect(reminderDue(now + 3_650 * day, now + 3_650 * day, now)).toBe('begin');
    expect(reminderDue(now - 8 * day, now + 3_650 * day, now)).toBe('begin');
    expect(reminderDue(now + 3_650 * day, now, now)).toBe('on');
  });
});
