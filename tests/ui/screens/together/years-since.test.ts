import { expect, test } from 'vitest';
import { parseInstant } from '../../../../src/core/model/instant.ts';
import { yearsSince } from '../../../../src/ui/screens/together/years-since.ts';

const now = parseInstant('2026-03-01T12:00:00Z');

test.each([
  ['2026-03-01', 0],
  ['2025-03-02', 0],
  ['2025-03-01T23:30:00Z', 1],
  ['2024-02-29', 2],
  ['1999-10-01T22:00:00Z', 26],
  ['2026-03-02', undefined],
  ['last spring', undefined],
  ['', undefined],
])('%s is so many whole years ago: %s', (text, years) => {
  if (now === undefined) throw new Error('no instant');
  expect(yearsSince(text, now)).toBe(years);
});
