import { describe, expect, test } from 'vitest';
import type { ExaminationContext, ExaminedCredential } from '../../../src/core/model/examination.ts';
import { formatInstant, toInstant } from '../../../src/core/model/instant.ts';
import { judgeSummary } from '../../../src/wallet/list-items.ts';
import { summarize } from '../../../src/wallet/summarize.ts';
import { examineCredentialOf, instantOf, reasonOf } from '../../support/examining.ts';
import { badge, cast, signJcs, signRaw } from '../../support/signing.ts';
import type { Document } from '../../support/signing.ts';

const { issuer } = await cast();

async function dated(changes: Document, context: Partial<ExaminationContext> = {}): Promise<ExaminedCredential> {
  return examineCredentialOf(await signJcs(badge(issuer.did, { awardedDate: undefined, ...changes }), issuer), context);
}

describe('time', () => {
  test('B46 an end that has passed is expired, a start to come is not-yet, in the names of both data models', async () => {
    expect((await dated({ validUntil: '2026-11-21T11:59:59Z' })).headline).toBe('expired');
    expect((await dated({ expirationDate: '2026-11-21T11:59:59Z' })).headline).toBe('expired');
    expect((await dated({ validFrom: '2026-11-21T12:00:01Z' })).headline).toBe('not-yet');
    expect((await dated({ validFrom: undefined, issuanceDate: '2027-01-01T00:00:00Z' })).headline).toBe('not-yet');
    expect((await dated({ validFrom: '2026-01-01T00:00:00Z', issuanceDate: '2027-01-01T00:00:00Z' })).headline).toBe('not-yet');
    expect((await dated({ validUntil: '2030-01-01T00:00:00Z', expirationDate: '2026-01-01T00:00:00Z' })).headline).toBe('expired');
  });

  test('B46 within its dates, to the second, with and without fractions and zones, it is not lapsed', async () => {
    expect((await dated({ validUntil: '2026-11-21T12:00:00Z' })).axes.time).toBe('within');
    expect((await dated({ validFrom: '2026-11-21T12:00:00Z', validUntil: '2026-11-21T14:00:00.123456+02:00' })).axes.time).toBe('within');
    const none = await dated({ validFrom: undefined }, {});
    expect(none.axes.time).toBe('within');
    expect(reasonOf(none, 'validity-period')).toBe('within');
  });

  test('B46 an interval that ends before it begins is lapsed at every instant', async () => {
    const inverted = { validFrom: '2026-08-01T00:00:00Z', validUntil: '2026-07-01T00:00:00Z' };
    for (const now of ['2026-06-20T00:00:00Z', '2026-07-15T00:00:00Z', '2026-09-01T00:00:00Z']) {
      expect((await dated(inverted, { now: instantOf(now) })).class).toBe('lapsed');
    }
  });

  test.each(['2027-02-30T00:00:00Z', '2027-02-29T00:00:00Z', '2027-01-01T24:00:00Z', '2027-01-01T23:59:60Z', '2027-13-01T00:00:00Z', '2027-00-10T00:00:00Z'])(
    'B47 a day or time that no calendar has is lapsed, never "no end": %s',
    async (date) => {
      const seen = await dated({ validUntil: date });
      expect({ class: seen.class, headline: seen.headline, reason: reasonOf(seen, 'validity-period') }).toEqual({ class: 'lapsed', headline: 'expired', reason: 'malformed-date' });
      const start = await dated({ validFrom: date });
      expect({ class: start.class, headline: start.headline }).toEqual({ class: 'lapsed', headline: 'not-yet' });
    },
  );

  test.each(['2027-01-01T00:00:00', '01/02/2027', '12', 'Tue foo 2027', '12027-01-01T00:00:00Z', '2027-01-01', '2027-01-01t00:00:00z', ' 2027-01-01T00:00:00Z'])(
    'B48 a date without zone, or in another shape, is lapsed: %j',
    async (date) => {
      const seen = await dated({ validUntil: date });
      expect({ class: seen.class, reason: reasonOf(seen, 'validity-period') }).toEqual({ class: 'lapsed', reason: 'malformed-date' });
    },
  );

  test.each<[string, unknown]>([
    ['a number', 2_000_000_000],
    ['an object', { '@value': '2030-01-01T00:00:00Z' }],
    ['true', true],
    ['an array with one that has passed', ['2030-01-01T00:00:00Z', '2026-01-01T00:00:00Z']],
  ])('B48 an end that is %s never means "no end"', async (_name, value) => {
    expect((await dated({ validUntil: value })).class).toBe('lapsed');
  });

  test('B48 an array of one good date is that date', async () => {
    expect((await dated({ validUntil: ['2030-01-01T00:00:00Z'] })).axes.time).toBe('within');
    expect((await dated({ validUntil: ['2026-01-01T00:00:00Z'] })).headline).toBe('expired');
    expect((await dated({ validUntil: [[null, ['2030-01-01T00:00:00Z']]] })).axes.time).toBe('within');
    expect((await dated({ validUntil: [[], [['2026-01-01T00:00:00Z']]] })).headline).toBe('expired');
  });

  test('B49 a clock before the build or the last time seen leaves every date unknown', async () => {
    const early = { now: instantOf('2026-07-01T00:00:00Z'), notBefore: instantOf('2026-11-01T00:00:00Z') };
    const seen = await dated({ validUntil: '2030-01-01T00:00:00Z' }, early);
    expect({ headline: seen.headline, time: seen.axes.time, reason: reasonOf(seen, 'validity-period') }).toEqual({
      headline: 'not-checked',
      time: 'could-not-check',
      reason: 'clock-wrong',
    });
    expect((await dated({ validUntil: '2026-06-20T00:00:00Z' }, early)).headline).toBe('not-checked');
    expect((await dated({ validUntil: '2030-01-01T00:00:00Z' }, { ...early, now: early.notBefore })).headline).toBe('unknown-issuer');
  });

  test('without any date there is nothing to judge, even with a wrong clock', async () => {
    const document = badge(issuer.did, { validFrom: undefined, awardedDate: undefined });
    const token = await signRaw({ alg: 'EdDSA', kid: issuer.verificationMethod, typ: 'vc+jwt' }, document, issuer);
    const seen = await examineCredentialOf(token, { now: instantOf('2020-01-01T00:00:00Z'), notBefore: instantOf('2026-11-01T00:00:00Z') });
    expect({ headline: seen.headline, time: seen.axes.time }).toEqual({ headline: 'unknown-issuer', time: 'not-stated' });
  });
});

describe('what later looks are judged by', () => {
  test('the latest start and the earliest end of claims and proof', async () => {
    const signed = await signJcs(
      badge(issuer.did, { awardedDate: undefined, validFrom: '2026-01-01T00:00:00Z', validUntil: '2030-01-01T00:00:00Z', expirationDate: '2029-01-01T00:00:00Z' }),
      issuer,
      { expires: '2028-01-01T00:00:00Z' },
    );
    expect((await examineCredentialOf(signed)).period).toEqual({ from: instantOf('2026-06-14T11:55:00Z'), until: instantOf('2028-01-01T00:00:00Z') });
    const token = await signRaw(
      { alg: 'EdDSA', kid: issuer.verificationMethod, typ: 'vc+jwt' },
      { ...badge(issuer.did), iat: 1_780_000_000, nbf: 1_790_000_000, exp: 1_800_000_000 },
      issuer,
    );
    expect((await examineCredentialOf(token)).period).toEqual({ from: 1_790_000_000_000, until: 1_800_000_000_000 });
  });

  test.each([
    [-60, 'unknown-issuer', 'unknown-issuer'],
    [120, 'unknown-issuer', 'not-yet'],
    [299, 'unknown-issuer', 'not-yet'],
    [301, 'not-yet', 'not-yet'],
  ])('of what was made %d seconds from now by another clock the list says the same as the first look', async (seconds, made, begun) => {
    const now = instantOf('2026-11-21T12:00:00Z');
    const at = now / 1_000 + seconds;
    const token = async (dates: Document): Promise<string> => signRaw({ alg: 'EdDSA', kid: issuer.verificationMethod, typ: 'vc+jwt' }, { ...badge(issuer.did), ...dates }, issuer);
    const proved = await signJcs(badge(issuer.did), issuer, { created: formatInstant(toInstant(at * 1_000)) });
    for (const [document, headline] of [[proved, made], [await token({ iat: at }), made], [await token({ nbf: at }), begun], [await token({ iat: at, nbf: at }), begun]] as const) {
      const seen = await examineCredentialOf(document, { now });
      const listed = judgeSummary(summarize(seen, 'received', now), { now, notBefore: toInstant(0), ownList: [] });
      expect([seen.headline, listed.headline]).toEqual([headline, headline]);
    }
  });

  test('a bound that is no date leaves its side open, so that what was judged stands', async () => {
    expect((await dated({ validUntil: 'soon', expirationDate: '2030-01-01T00:00:00Z' })).period).toEqual({ from: instantOf('2026-06-14T12:00:00Z') });
    expect((await dated({ validFrom: '2024', validUntil: '2030-01-01T00:00:00Z' })).period).toEqual({ until: instantOf('2030-01-01T00:00:00Z') });
  });
});
