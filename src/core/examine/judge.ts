import type { CheckId, CheckResult } from '../model/check-result.ts';
import type { CredentialAxes, ShareAxes } from '../model/verdict.ts';

/**
 * From check results to the four axes of a credential. A check that is missing counts as one that could not run.
 * [Note: Only a passed proof] `unchanged: 'yes'` needs a passed `proof`, and a `binding` that passed or does not apply
 * because the token brought its own key; nothing else can give it.
 */
export function judgeCredential(checks: readonly CheckResult[]): CredentialAxes {
  const unchanged = unchangedOf(find(checks, 'proof'), find(checks, 'binding'));
  return {
    unchanged,
    issuer: unchanged === 'yes' ? issuerOf(find(checks, 'issuer')) : 'could-not-check',
    status: statusOf(find(checks, 'status')),
    time: timeOf(find(checks, 'validity-period')),
  };
}

function find(checks: readonly CheckResult[], id: CheckId): CheckResult | undefined {
  return checks.find((check) => check.id === id);
}

function unchangedOf(proof: CheckResult | undefined, binding: CheckResult | undefined): CredentialAxes['unchanged'] {
  if (proof?.state === 'failed' || binding?.state === 'failed') return 'no';
  if (proof?.state === 'not-applicable') return 'unsigned';
  const isBound = binding?.state === 'passed' || binding?.state === 'not-applicable';
  return proof?.state === 'passed' && isBound ? 'yes' : 'could-not-check';
}

function issuerOf(issuer: CheckResult | undefined): CredentialAxes['issuer'] {
  if (issuer?.state === 'passed') return issuer.reason === 'on-own-list' ? 'own-list' : issuer.reason === 'vouched-by-domain' ? 'vouched-by-domain' : 'listed';
  return issuer?.reason === 'on-no-list' ? 'unknown' : 'could-not-check';
}

function statusOf(status: CheckResult | undefined): CredentialAxes['status'] {
  switch (status?.state) {
    case 'passed':
      return status.basis === 'live' ? 'in-force' : 'in-force-earlier';
    case 'failed':
      return status.reason === 'suspended' ? 'on-hold' : 'cancelled';
    case 'not-applicable':
      return 'no-list';
    default:
      return 'could-not-check';
  }
}

/** A bound that is no date counts on its own side: a start that cannot be read has not come, an end has passed. */
function timeOf(time: CheckResult | undefined): CredentialAxes['time'] {
  switch (time?.state) {
    case 'passed':
      return 'within';
    case 'not-applicable':
      return 'not-stated';
    case 'failed':
      return time.reason === 'not-yet' || time.facts['side'] === 'start' ? 'not-yet' : 'over';
    default:
      return 'could-not-check';
  }
}

/**
 * From check results to the four axes of a share. Dates that cannot be judged, and a proof from the future, leave the
 * share unproven: it never ends up as proven.
 */
export function judgeShare(checks: readonly CheckResult[]): ShareAxes {
  const end = find(checks, 'end');
  const isDatable = end?.state === 'passed' || end?.state === 'not-applicable' || end?.reason === 'ended';
  const unchanged = shareUnchangedOf(find(checks, 'share-proof'));
  return {
    unchanged: unchanged === 'yes' && !isDatable ? 'could-not-check' : unchanged,
    holder: unchanged === 'yes' && isDatable ? holderOf(find(checks, 'holder')) : 'not-proven',
    binding: shareBindingOf(find(checks, 'challenge')),
    end: end?.reason === 'ended' ? 'ended' : end?.state === 'passed' && end.reason === 'within' ? 'within' : 'none',
  };
}

function shareUnchangedOf(proof: CheckResult | undefined): ShareAxes['unchanged'] {
  switch (proof?.state) {
    case 'passed':
      return 'yes';
    case 'failed':
      return 'no';
    case 'not-applicable':
      return 'unsigned';
    default:
      return 'could-not-check';
  }
}

function holderOf(holder: CheckResult | undefined): ShareAxes['holder'] {
  if (holder?.state === 'passed') return holder.reason === 'proven-now' ? 'proven-now' : 'proven-dated';
  if (holder?.state === 'failed') return 'other-key';
  return holder?.reason === 'names-no-key' ? 'no-key' : 'not-proven';
}

function shareBindingOf(challenge: CheckResult | undefined): ShareAxes['binding'] {
  if (challenge?.state === 'passed') return 'challenge-matched';
  if (challenge?.state === 'failed') return 'challenge-wrong';
  return challenge?.reason === 'label-only' ? 'label-only' : 'none';
}
