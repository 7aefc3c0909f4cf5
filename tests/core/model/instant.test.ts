import { describe, expect, test } from 'vitest';
import { formatInstant, parseInstant, toInstant } from '../../../src/core/model/instant.ts';

describe('dateTimeStamp', () => {
  test.each<[string, string]>([
    ['2026-11-21T12:00:00Z', '2026-11-21T12:00:00Z'],
    ['2026-11-21T12:00:00.999999999Z', '2026-11-21T12:00:00Z'],
    ['2026-11-21T14:30:00+02:30', '2026-11-21T12:00:00Z'],
    ['2026-11-21T07:00:00-05:00', '2026-11-21T12:00:00Z'],
    ['2024-02-29T23:59:59-14:00', '2024-03-01T13:59:59Z'],
    ['0001-01-01T00:00:00Z', '0001-01-01T00:00:00Z'],
    ['9999-12-31T23:59:59Z', '9999-12-31T23:59:59Z'],
  ])('%s is read', (text, expected) => {
    const instant = parseInstant(text);
    expect(instant === undefined ? undefined : formatInstant(instant)).toBe(expected);
  });

  test.each(['2023-02-29T00:00:00Z', '2026-02-30T00:00:00Z', '2026-01-01T24:00:00Z', '2026-01-01T23:59:60Z', '2026-01-01T00:00:00+15:00', '2026-01-01T00:00:00+14:30', '2026-01-01', '0000-01-01T00:00:00Z', '-2026-01-01T00:00:00Z', '2026-1-1T0:0:0Z', '２０２６-01-01T00:00:00Z', ''])(
    'B47 B48 %j is no instant',
    (text) => {
      expect(parseInstant(text)).toBeUndefined();
    },
  );

  test('milliseconds count', () => {
    expect(parseInstant('1970-01-01T00:00:01.5Z')).toBe(toInstant(1_500));
  });
});
