import { describe, expect, test } from 'vitest';
import type { CredentialSubject } from '../../../src/core/checks/check.ts';
import { statusCheck } from '../../../src/core/checks/status.ts';
import { toInstant } from '../../../src/core/model/instant.ts';
import type { StatusFinding } from '../../../src/core/model/status.ts';
import { testNow } from '../../support/examining.ts';

const securing = { form: 'jwt', malformed: false, defects: [], outcomes: [], skippedProofs: 0 } as const;
const entry = { type: 'BitstringStatusListEntry' };
const live: StatusFinding = { state: 'passed', reason: 'in-force', facts: {}, freshness: { basis: 'live', at: testNow } };
const kept: StatusFinding = { ...live, freshness: { basis: 'cached', at: testNow } };

function judged(statuses: readonly StatusFinding[] | undefined, entries = statuses?.length ?? 1): object {
  const subject: CredentialSubject = { claims: { credentialStatus: Array.from({ length: entries }, () => entry) }, securing, now: testNow, notBefore: toInstant(0), ownList: [], ...(statuses === undefined ? {} : { statuses }) };
  const { state, reason, basis } = statusCheck.run(subject);
  return { state, reason, basis };
}

describe('what the entries come to together', () => {
  test('an entry that nobody looked at leaves it open, however the others are', () => {
    expect(judged([live], 2)).toMatchObject({ state: 'unknown', reason: 'not-asked' });
    expect(judged(undefined)).toMatchObject({ state: 'unknown', reason: 'not-asked' });
    expect(judged([live, live])).toMatchObject({ state: 'passed', basis: 'live' });
  });

  test('one answer that was kept makes the whole as old as it, in either order and of the same instant', () => {
    for (const statuses of [[live, kept], [kept, live]]) expect(judged(statuses)).toMatchObject({ state: 'passed', basis: 'cached' });
  });

  test('a pass without the day of its list is none', () => {
    expect(judged([{ state: 'passed', reason: 'in-force', facts: {} }])).toMatchObject({ state: 'unknown', reason: 'threw' });
  });

  test('revoked decides, then on hold, then what is open', () => {
    const [revoked, held, open]: StatusFinding[] = [{ ...live, state: 'failed', reason: 'revoked' }, { ...live, state: 'failed', reason: 'suspended' }, { state: 'unknown', reason: 'not-asked', facts: {} }];
    for (const statuses of [[live, open, held, revoked], [revoked, held, open, live]]) expect(judged(statuses as StatusFinding[])).toMatchObject({ state: 'failed', reason: 'revoked' });
    for (const statuses of [[live, open, held], [held, open, live]]) expect(judged(statuses as StatusFinding[])).toMatchObject({ state: 'failed', reason: 'suspended' });
    for (const statuses of [[live, open], [open, live]]) expect(judged(statuses as StatusFinding[])).toMatchObject({ state: 'unknown', reason: 'not-asked' });
  });
});
