import { expect, test } from 'vitest';
import type { Check } from '../../../src/core/checks/check.ts';
import { resultOf } from '../../../src/core/checks/check.ts';
import { judgeCredential } from '../../../src/core/examine/judge.ts';
import { runChecks } from '../../../src/core/examine/run-checks.ts';
import type { CheckId } from '../../../src/core/model/check-result.ts';
import type { Instant } from '../../../src/core/model/instant.ts';
import { headlineOf } from '../../../src/core/model/verdict.ts';
import { testNow } from '../../support/examining.ts';

type Subject = { readonly now: Instant };
const all = ['proof', 'binding', 'issuer', 'status', 'validity-period'] as const;
const fine = { proof: 'signature-fits', binding: 'signature-fits', issuer: 'on-own-list', status: 'no-status-entry', 'validity-period': 'within' } as const;

function checkOf(id: (typeof all)[number], throws: CheckId | undefined): Check<Subject> {
  return {
    id,
    run: ({ now }) => {
      if (id === throws) throw new Error('broken');
      return resultOf(id, now, id === 'status' ? 'not-applicable' : 'passed', fine[id]);
    },
  };
}

function headlineWhere(throws?: CheckId): string {
  const checks = runChecks(all.map((id) => checkOf(id, throws)), { now: testNow });
  expect(checks.map(({ id }) => id)).toEqual(all);
  if (throws !== undefined) expect(checks.find(({ id }) => id === throws)).toMatchObject({ state: 'unknown', reason: 'threw' });
  return headlineOf(judgeCredential(checks), 'received');
}

test('a check that throws is unknown, the others still run, and the verdict is never a good one', () => {
  expect(headlineWhere()).toBe('no-status');
  for (const id of all) expect([id, headlineWhere(id)]).toEqual([id, 'not-checked']);
});
