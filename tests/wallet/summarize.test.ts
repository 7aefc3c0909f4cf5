import { expect, test } from 'vitest';
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
