import { describe, expect, test } from 'vitest';
import { offsetsOf } from '../../../src/core/model/country-offsets.ts';
import { isCountryCode } from '../../../src/core/model/country-codes.ts';
import { possibleDays, readLocalDay } from '../../../src/core/model/local-day.ts';

const allCodes = Array.from({ length: 26 * 26 }, (_, at) => String.fromCharCode(65 + Math.floor(at / 26), 65 + (at % 26))).filter(isCountryCode);

describe('the day that a date means', () => {
  test.each([
    ['1999-10-01T22:00:00Z', ['IT'], '1999-10-02', 'IT'],
    ['2022-12-31T23:00:00Z', ['DE'], '2023-01-01', 'DE'],
    ['2022-12-31T22:00:00Z', ['FI'], '2023-01-01', 'FI'],
    ['2023-06-30T21:00:00Z', ['FI'], '2023-07-01', 'FI'],
    ['2023-06-30T21:00:00Z', ['GR'], '2023-07-01', 'GR'],
    ['2023-06-30T23:00:00Z', ['IE'], '2023-07-01', 'IE'],
    ['2023-06-30T20:00:00Z', ['GE'], '2023-07-01', 'GE'],
    ['2024-02-28T23:00:00.000Z', ['FR'], '2024-02-29', 'FR'],
    ['2023-06-30T22:00:00+00:00', ['US', 'ES'], '2023-07-01', 'ES'],
    ['2023-07-31T23:00:00Z', ['ES'], '2023-08-01', 'ES'], // on the Canary Islands
    ['2023-07-31T23:00:00Z', ['SE'], undefined, undefined],
    ['0987-06-30T22:00:00Z', ['SI'], '0987-07-01', 'SI'],
  ])('%s with %j means %s', (text, countries, meant, country) => {
    const day = readLocalDay(text, countries);
    expect([day?.written, day?.meant, day?.country]).toEqual([text.slice(0, 10), meant, country]);
    expect(day?.basis).toBe(meant === undefined ? 'zone-not-stated' : 'midnight');
  });

  test('an hour that is midnight in no stated country moves nothing, and is said to lack its zone', () => {
    for (const [text, countries] of [
      ['2023-01-31T21:00:00Z', ['FI']],
      ['2023-07-31T23:00:00Z', ['DE']],
      ['2023-01-31T22:00:00Z', ['DE']],
      ['2023-01-31T23:00:00Z', []],
      ['2023-01-31T23:00:00Z', ['US', 'XX', '']],
      ['2023-01-31T23:00:00', ['DE']],
    ] as const) {
      expect(readLocalDay(text, countries), `${text} ${countries.join()}`).toEqual({ written: text.slice(0, 10), basis: 'zone-not-stated' });
    }
  });

  test('only the exact hour moves a day: a second, a minute or another zone beside it does not', () => {
    for (const text of ['2023-01-31T23:00:01Z', '2023-01-31T23:30:00Z', '2023-01-31T22:59:59Z', '2023-01-31T23:00:00.001Z', '2023-01-31T23:00:00+01:00', '2023-01-31T00:00:00Z', '2023-01-31T19:00:00Z']) {
      expect(readLocalDay(text, ['DE', 'FI', 'GE']), text).toEqual({ written: '2023-01-31', basis: 'zone-stated' });
    }
    expect(readLocalDay('2023-01-31', ['DE'])).toEqual({ written: '2023-01-31', basis: 'day' });
  });

  test('what is no calendar date has no day', () => {
    for (const text of ['', '31.01.2023', '2023-02-30', '2023-02-30T23:00:00Z', '12023-01-01', '2023-01-012', 'soon', '2023-13-01T23:00:00Z']) expect(readLocalDay(text, ['DE']), text).toBeUndefined();
  });

  test('summer time begins and ends on the last Sundays, at 01:00 UTC', () => {
    expect(readLocalDay('2024-03-30T23:00:00Z', ['DE'])?.meant).toBe('2024-03-31');
    expect(readLocalDay('2024-03-31T22:00:00Z', ['DE'])?.meant).toBe('2024-04-01');
    expect(readLocalDay('2024-03-31T23:00:00Z', ['DE'])?.meant).toBeUndefined();
    expect(readLocalDay('2024-10-26T22:00:00Z', ['DE'])?.meant).toBe('2024-10-27');
    expect(readLocalDay('2024-10-27T23:00:00Z', ['DE'])?.meant).toBe('2024-10-28');
    expect(readLocalDay('2024-10-27T22:00:00Z', ['DE'])?.meant).toBeUndefined();
  });

  test('a birth date may mean both days, whatever country is stated', () => {
    expect(possibleDays('1999-10-01T22:00:00Z')).toEqual(['1999-10-01', '1999-10-02']);
    expect(possibleDays('1999-12-31T23:00:00Z')).toEqual(['1999-12-31', '2000-01-01']);
    expect(possibleDays('1999-10-01')).toEqual(['1999-10-01']);
    expect(possibleDays('1999-10-01T00:00:00Z')).toEqual(['1999-10-01']);
    expect(possibleDays('1999-10-01T23:00:00')).toEqual(['1999-10-01']);
    expect(possibleDays('unknown')).toEqual([]);
  });
});

/** Zones that for some years did not keep the time of the country they are listed under. */
const apart: ReadonlySet<string> = new Set(['Asia/Famagusta', 'Europe/Simferopol']);

/** Time zones of a country by the data of the machine that runs the test. */
function zonesOf(code: string): readonly string[] {
  const locale = new Intl.Locale(`und-${code}`) as Intl.Locale & { getTimeZones?: () => string[]; timeZones?: string[] };
  return (locale.getTimeZones?.() ?? locale.timeZones ?? []).filter((zone) => !apart.has(zone));
}

const clocks = new Map<string, Intl.DateTimeFormat>();

function isMidnight(zone: string, at: number): boolean {
  let clock = clocks.get(zone);
  if (clock === undefined) {
    clock = new Intl.DateTimeFormat('en-GB', { timeZone: zone, hourCycle: 'h23', hour: '2-digit', minute: '2-digit' });
    clocks.set(zone, clock);
  }
  return clock.format(at) === '00:00';
}

describe('the table of offsets beside the time zones that Intl knows', () => {
  const seasonal = allCodes.filter((code) => code !== 'XK' && offsetsOf(code).summer.join() !== offsetsOf(code).standard.join());
  const months = Array.from({ length: 24 * 12 }, (_, month) => Date.UTC(2003, month, 14));

  test('knows the countries of the European Union and their neighbours', () => {
    expect(seasonal.length).toBeGreaterThan(45);
    expect(seasonal).toEqual(expect.arrayContaining('AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK'.split(' ')));
  });

  test('every midnight of a country with European seasons, each month since 2003, is found, and no other evening hour is taken for one', () => {
    const wrong: string[] = [];
    for (const code of seasonal) {
      const zones = zonesOf(code);
      for (const day of months) {
        for (const hour of [20, 21, 22, 23]) {
          const at = day + hour * 3_600_000;
          const text = `${new Date(at).toISOString().slice(0, 19)}Z`;
          const found = readLocalDay(text, [code])?.meant !== undefined;
          if (found !== zones.some((zone) => isMidnight(zone, at))) wrong.push(`${code} ${text} ${String(found)}`);
        }
      }
    }
    expect(wrong).toEqual([]);
  });

  test('of all other countries the midnights of today are found', () => {
    const wrong: string[] = [];
    for (const code of allCodes.filter((candidate) => !seasonal.includes(candidate) && candidate !== 'XK' && candidate !== 'AQ')) {
      for (const day of [Date.UTC(2026, 0, 14), Date.UTC(2026, 6, 14)]) {
        for (const hour of [20, 21, 22, 23]) {
          const at = day + hour * 3_600_000;
          const isThere = zonesOf(code).some((zone) => isMidnight(zone, at));
          const found = readLocalDay(`${new Date(at).toISOString().slice(0, 19)}Z`, [code])?.meant !== undefined;
          if (isThere && !found) wrong.push(`${code} ${String(hour)}`);
        }
      }
    }
    expect(wrong).toEqual([]);
  });
});

test('after the last day of the year 9999 no other is meant: it could not be written as a day', () => {
  expect(readLocalDay('9999-12-31T23:00:00Z', ['NL'])).toEqual({ written: '9999-12-31', basis: 'zone-not-stated' });
  expect(possibleDays('9999-12-31T23:00:00Z')).toEqual(['9999-12-31']);
  expect(readLocalDay('9999-12-30T23:00:00Z', ['NL'])).toMatchObject({ meant: '9999-12-31' });
  expect(possibleDays('9999-12-30T23:00:00Z')).toEqual(['9999-12-30', '9999-12-31']);
});
