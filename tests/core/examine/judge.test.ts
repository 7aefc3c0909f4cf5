import { describe, expect, test } from 'vitest';
import { judgeCredential, judgeShare } from '../../../src/core/examine/judge.ts';
import type { CheckId, CheckResult, CheckState, ReasonCode } from '../../../src/core/model/check-result.ts';
import { classOf, headlineOf, shareHeadlineOf, worstClass } from '../../../src/core/model/verdict.ts';
import type { CredentialAxes, CredentialHeadline, Origin, ShareAxes, VerdictClass } from '../../../src/core/model/verdict.ts';
import { testNow } from '../../support/examining.ts';

const states: readonly CheckState[] = ['passed', 'failed', 'unknown', 'not-applicable'];
const reasons: Readonly<Record<string, readonly ReasonCode[]>> = {
  proof: ['signature-fits', 'no-proof', 'threw'],
  binding: ['signature-fits', 'issuer-not-bound', 'threw'],
  'validity-period': ['within', 'not-yet', 'over', 'malformed-date', 'no-dates', 'clock-wrong'],
  status: ['no-status-entry', 'in-force', 'revoked', 'suspended', 'not-asked'],
  issuer: ['on-own-list', 'listed', 'on-no-list', 'no-proof', 'threw'],
};

/** Every state with every reason of a check, and the check missing. */
function variants(id: CheckId): readonly (CheckResult | undefined)[] {
  const results = states.flatMap((state) => (reasons[id] ?? []).map((reason): CheckResult => ({ id, state, reason, facts: {}, basis: 'offline', at: testNow })));
  return [undefined, ...results];
}

const afterProof: readonly CredentialHeadline[] = ['valid', 'valid-earlier', 'no-status', 'unknown-issuer', 'expired', 'not-yet', 'on-hold', 'revoked'];

describe('credentials', () => {
  test('over all combinations of check states, nothing but a passed proof leads past not-checked', () => {
    let seen = 0;
    for (const proof of variants('proof')) {
      for (const binding of variants('binding')) {
        for (const time of variants('validity-period')) {
          for (const status of variants('status')) {
            for (const issuer of variants('issuer')) {
              const checks = [proof, binding, time, status, issuer].filter((check) => check !== undefined);
              const headline = headlineOf(judgeCredential(checks), 'received');
              seen += 1;
              if (afterProof.includes(headline) && !(proof?.state === 'passed' && (binding?.state === 'passed' || binding?.state === 'not-applicable'))) {
                throw new Error(`${headline} without a proof: ${JSON.stringify(checks)}`);
              }
              if ((proof?.state === 'failed' || binding?.state === 'failed') && headline !== 'altered') throw new Error(`${headline} though it failed`);
            }
          }
        }
      }
    }
    expect(seen).toBe(13 * 13 * 25 * 21 * 21);
  });

  test('a class of valid needs a passed issuer check, and a status answer or no entry', () => {
    for (const status of variants('status')) {
      for (const issuer of variants('issuer')) {
        for (const time of variants('validity-period')) {
          const passed = (id: CheckId): CheckResult => ({ id, state: 'passed', reason: 'signature-fits', facts: {}, basis: 'offline', at: testNow });
          const checks = [passed('proof'), passed('binding'), status, issuer, time].filter((check) => check !== undefined);
          const isValid = classOf(headlineOf(judgeCredential(checks), 'received')) === 'valid';
          const isGood = issuer?.state === 'passed' && (status?.state === 'passed' || status?.state === 'not-applicable') && (time?.state === 'passed' || time?.state === 'not-applicable');
          expect({ isValid, checks: JSON.stringify(checks) }).toEqual({ isValid: isGood, checks: JSON.stringify(checks) });
        }
      }
    }
  });

  test('one headline each, the first that applies, in the order that is decided', () => {
    const good: CredentialAxes = { unchanged: 'yes', issuer: 'listed', status: 'in-force', time: 'within' };
    const ladder: readonly (readonly [Partial<CredentialAxes>, CredentialHeadline])[] = [
      [{ unchanged: 'no', issuer: 'unknown', status: 'cancelled', time: 'over' }, 'altered'],
      [{ unchanged: 'unsigned', status: 'cancelled', time: 'over' }, 'unsigned'],
      [{ unchanged: 'could-not-check', status: 'cancelled', time: 'over' }, 'not-checked'],
      [{ time: 'could-not-check', status: 'cancelled' }, 'not-checked'],
      [{ status: 'cancelled', time: 'over', issuer: 'unknown' }, 'revoked'],
      [{ status: 'on-hold', time: 'over', issuer: 'unknown' }, 'on-hold'],
      [{ time: 'over', issuer: 'unknown', status: 'could-not-check' }, 'expired'],
      [{ time: 'not-yet', issuer: 'unknown', status: 'could-not-check' }, 'not-yet'],
      [{ issuer: 'unknown', status: 'could-not-check' }, 'unknown-issuer'],
      [{ issuer: 'own-list', status: 'could-not-check' }, 'not-checked'],
      [{ issuer: 'could-not-check' }, 'not-checked'],
      [{ status: 'in-force-earlier', time: 'not-stated' }, 'valid-earlier'],
      [{ status: 'no-list', time: 'not-stated' }, 'no-status'],
      [{ issuer: 'vouched-by-domain' }, 'valid'],
    ];
    for (const [changes, headline] of ladder) expect(headlineOf({ ...good, ...changes }, 'received')).toBe(headline);
  });

  test('a sample and a self-made record replace all but altered', () => {
    for (const origin of ['sample', 'self-made'] satisfies Origin[]) {
      for (const unchanged of ['yes', 'unsigned', 'could-not-check'] as const) {
        expect(headlineOf({ unchanged, issuer: 'unknown', status: 'cancelled', time: 'over' }, origin)).toBe(origin);
      }
      expect(headlineOf({ unchanged: 'no', issuer: 'listed', status: 'in-force', time: 'within' }, origin)).toBe('altered');
    }
  });
});

describe('shares', () => {
  const shareReasons: Readonly<Record<string, readonly ReasonCode[]>> = {
    'share-proof': ['signature-fits', 'changed', 'wrong-signer', 'no-proof', 'unknown-suite', 'threw'],
    holder: ['proven-now', 'proven-dated', 'not-proven', 'names-no-key', 'other-key', 'threw'],
    challenge: ['challenge-matched', 'challenge-wrong', 'challenge-used', 'domain-wrong', 'label-only', 'no-binding', 'threw'],
    end: ['within', 'ended', 'no-end', 'not-yet', 'clock-wrong', 'threw'],
  };
  const all = (id: CheckId): readonly (CheckResult | undefined)[] => [
    undefined,
    ...states.flatMap((state) => (shareReasons[id] ?? []).map((reason): CheckResult => ({ id, state, reason, facts: {}, basis: 'offline', at: testNow }))),
  ];

  test('over all combinations, proven needs a passed proof, a passed holder check and an end that can be judged', () => {
    for (const proof of all('share-proof')) {
      for (const holder of all('holder')) {
        for (const challenge of all('challenge')) {
          for (const end of all('end')) {
            const checks = [proof, holder, challenge, end].filter((check) => check !== undefined);
            const headline = shareHeadlineOf(judgeShare(checks));
            const isProven = proof?.state === 'passed' && holder?.state === 'passed' && challenge?.state !== 'failed' && (end?.state === 'passed' || end?.state === 'not-applicable') && end.reason !== 'ended';
            if ((headline === 'proven') !== isProven) throw new Error(`${headline}: ${JSON.stringify(checks)}`);
            if (proof?.state === 'failed' && headline !== 'share-altered') throw new Error(`${headline} though it failed`);
          }
        }
      }
    }
    expect(all('end')).toHaveLength(25);
  });

  test('one headline each, the first that applies, in the order that is decided', () => {
    const good: ShareAxes = { unchanged: 'yes', holder: 'proven-now', binding: 'challenge-matched', end: 'within' };
    const ladder: readonly (readonly [Partial<ShareAxes>, string])[] = [
      [{ unchanged: 'no', binding: 'challenge-wrong', end: 'ended', holder: 'other-key' }, 'share-altered'],
      [{ binding: 'challenge-wrong', end: 'ended', holder: 'other-key' }, 'wrong-receiver'],
      [{ end: 'ended', holder: 'other-key' }, 'share-ended'],
      [{ holder: 'other-key' }, 'other-owner'],
      [{ holder: 'not-proven' }, 'owner-unproven'],
      [{ unchanged: 'unsigned', holder: 'no-key' }, 'owner-unproven'],
      [{ unchanged: 'could-not-check', holder: 'other-key' }, 'owner-unproven'],
      [{ holder: 'no-key' }, 'no-owner-key'],
      [{ holder: 'proven-dated', binding: 'label-only', end: 'none' }, 'proven'],
      [{}, 'proven'],
    ];
    for (const [changes, headline] of ladder) expect(shareHeadlineOf({ ...good, ...changes })).toBe(headline);
  });
});

test('a container is as good as its worst part, and an empty one is unknown', () => {
  const order: readonly VerdictClass[] = ['refused', 'invalid', 'unknown', 'lapsed', 'unconfirmed', 'note', 'valid'];
  order.forEach((worst, index) => {
    expect(worstClass(order.slice(index).toReversed())).toBe(worst);
  });
  expect(worstClass([])).toBe('unknown');
});
