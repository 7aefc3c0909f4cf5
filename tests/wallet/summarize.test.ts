import { expect, test } from 'vitest';
import { toInstant } from '../../src/core/model/instant.ts';
import type { ItemSummary } from '../../src/core/model/stored.ts';
import { summarize } from '../../src/wallet/summarize.ts';
import { examineCredentialOf, instantOf, testNow } from '../support/examining.ts';
import { badge } from '../support/signing.ts';

async function summaryOf(changes: Record<string, unknown>): Promise<ItemSummary> {
  return summarize(await examineCredentialOf(badge('did:example:issuer', changes)), 'received', testNow);
}

test('the day of issue is the one that is written, whatever the time zones of its maker and its reader', async () => {
  for (const written of ['2026-06-14T00:00:00Z', '2026-06-14T23:59:59Z', '2026-06-14T00:30:00+02:00', '2026-06-14T22:00:00-09:00']) {
    expect(await summaryOf({ awardedDate: written })).toMatchObject({ issued: instantOf(written), issuedOn: '2026-06-14' });
  }
});

test('an award that is no date leaves the day to the start, and no date at all to nobody', async () => {
  expect(await summaryOf({ awardedDate: 'spring', validFrom: '2026-01-02T00:00:00Z' })).toMatchObject({ issuedOn: '2026-01-02' });
  const none = await summaryOf({ awardedDate: 'spring', validFrom: undefined });
  expect({ issued: none.issued, issuedOn: none.issuedOn }).toEqual({ issued: undefined, issuedOn: undefined });
});

test('a day without a time is a date of issue as well, and one that no calendar has is none', async () => {
  const { credential, ...rest } = await examineCredentialOf(badge('did:example:issuer', {}));
  const { validFrom: _start, awarded: _award, ...undated } = credential;
  const dated = (text: string) => summarize({ ...rest, credential: { ...undated, issued: { value: { text }, path: '/issuanceDate', raw: text } } }, 'received', testNow);
  expect(dated('2026-06-14')).toMatchObject({ issued: instantOf('2026-06-14T00:00:00Z'), issuedOn: '2026-06-14' });
  expect(dated('2026-02-30')).not.toHaveProperty('issued');
  expect(dated('20260614')).not.toHaveProperty('issued');
});

test('the list and the page give the same date: that of issuing before that of the award', async () => {
  const { credential, ...rest } = await examineCredentialOf(badge('did:example:issuer', {}));
  const date = (text: string) => ({ value: { text, at: instantOf(text) }, path: '/', raw: text });
  const both = { ...credential, issued: date('2026-06-14T10:00:00Z'), awarded: date('2026-05-01T10:00:00Z') };
  expect(summarize({ ...rest, credential: both }, 'received', testNow).issuedOn).toBe('2026-06-14');
});

test('the list and the page give the same day where a midnight of a stated country is written in UTC', async () => {
  const { credential, ...rest } = await examineCredentialOf(badge('did:example:issuer', {}));
  const text = '2022-12-31T23:00:00Z';
  const issued = { value: { text, at: instantOf(text) }, path: '/issued', raw: text };
  const place = { country: { value: 'SI', path: '/issuer/location', raw: 'SVN' } };
  const dayOf = (places: readonly (typeof place)[]) => summarize({ ...rest, credential: { ...credential, awardingBodies: [], issuer: { ...credential.issuer, places }, issued } }, 'received', testNow).issuedOn;
  expect(dayOf([place])).toBe('2023-01-01');
  expect(dayOf([])).toBe('2022-12-31');
});

test('what was in force when it was asked is so of that day where it is kept later', async () => {
  const examined = await examineCredentialOf(badge('did:example:issuer', {}));
  const axes = { ...examined.axes, status: 'in-force' } as const;
  const checks = [{ id: 'status', state: 'passed', reason: 'in-force', facts: {}, basis: 'live', at: testNow }] as const;
  const statusAt = (hours: number) => summarize({ ...examined, axes, checks }, 'received', toInstant(testNow + hours * 3_600_000)).axes.status;
  expect([statusAt(-24), statusAt(0), statusAt(1), statusAt(2)]).toEqual(['in-force', 'in-force', 'in-force', 'in-force-earlier']);
});

test('keeps when somebody last answered if it is cancelled, and nothing where nobody did', async () => {
  const examined = await examineCredentialOf(badge('did:example:issuer', {}));
  const status = { id: 'status', state: 'passed', reason: 'in-force', facts: {}, basis: 'cached', at: toInstant(testNow - 86_400_000) } as const;
  const askedAt = (change: object) => summarize({ ...examined, checks: [{ ...status, ...change }] }, 'received', testNow).askedAt;
  expect(askedAt({})).toBe(status.at);
  expect(askedAt({ state: 'failed' })).toBe(status.at);
  expect(askedAt({ state: 'unknown' })).toBeUndefined();
  expect(askedAt({ basis: 'offline' })).toBeUndefined();
  expect(summarize(examined, 'received', testNow).askedAt).toBeUndefined();
});

test('the list and the page give the same title: that of the one achievement before that of the file around it, of several the other way round', async () => {
  const { credential, ...rest } = await examineCredentialOf(badge('did:example:issuer', {}));
  const around = { ...credential, title: { value: [{ text: 'Official transcript' }], path: '/name', raw: 'Official transcript' } };
  const said = rest.elements.find(({ id }) => id === 'M2')?.values[0]?.text;
  expect(said).toBeDefined();
  expect(summarize({ ...rest, credential: around }, 'received', testNow).title).toEqual(said);
  const several = rest.elements.map((reading) => (reading.id === 'M2' ? { ...reading, values: [...reading.values, ...reading.values] } : reading));
  expect(summarize({ ...rest, elements: several, credential: around }, 'received', testNow).title).toEqual(around.title.value);
  const untitled = rest.elements.filter(({ id }) => id !== 'M2');
  expect(summarize({ ...rest, elements: untitled, credential: around }, 'received', testNow).title).toEqual(around.title.value);
});
