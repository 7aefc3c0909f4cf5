import type { CheckResult } from '../model/check-result.ts';
import { asList, isJsonObject } from '../model/json.ts';
import type { JsonObject, JsonValue } from '../model/json.ts';
import type { StatusFinding } from '../model/status.ts';
import { resultOf } from './check.ts';
import type { Check, CredentialSubject } from './check.ts';

/**
 * Every status entry of a credential (B58), in the order of the document, under both names in use; a list in a list is read
 * like that list, and what is no object is an entry too, where the name means nothing else.
 */
export function statusEntriesOf(claims: JsonObject): readonly JsonValue[] {
  return [...entriesIn(claims['credentialStatus']), ...entriesIn(claims['status']).filter(isJsonObject)];
}

function entriesIn(value: JsonValue | undefined): readonly JsonValue[] {
  return asList(value).flatMap((item) => (Array.isArray(item) ? entriesIn(item as readonly JsonValue[]) : [item]));
}

/**
 * Whether the issuer took the credential back (VCDM 2.0 4.10). No entry: there is nothing to ask, which is said. Every
 * entry counts (B58): one that says revoked decides, then one on hold, then one without an answer; only where all lists at
 * hand say nothing against it, it is in force, as of the oldest of them.
 */
export const statusCheck: Check<CredentialSubject> = {
  id: 'status',
  run: ({ claims, now, statuses, securing, mayHide }) => {
    const entries = statusEntriesOf(claims);
    // What a holder derived shows a part, as far as the issuer allowed: that no entry is there does not say that none was signed.
    const isPart = mayHide === true || securing.outcomes.some(({ signature }) => signature.facts['copy'] === 'derived');
    if (entries.length === 0) return isPart ? resultOf('status', now, 'unknown', 'may-be-left-out') : resultOf('status', now, 'not-applicable', 'no-status-entry');
    if (statuses?.length !== entries.length) return resultOf('status', now, 'unknown', 'not-asked', { entries: entries.length });
    const decides = deciding(statuses);
    if (isPart && decides !== undefined && decides.state !== 'failed' && decides.state !== 'unknown' && !showsWhatDecides(claims, statuses)) return resultOf('status', now, 'unknown', 'may-be-left-out');
    return decides === undefined ? resultOf('status', now, 'unknown', 'threw') : withFreshness(resultOf('status', now, decides.state, decides.reason, decides.facts), decides);
  },
};

/** That it is not revoked, and when it ends: whoever shows a part could leave out what speaks against it. */
function showsWhatDecides({ validUntil, expirationDate }: CredentialSubject['claims'], statuses: readonly StatusFinding[]): boolean {
  const isInForce = statuses.some(({ state, purpose = 'revocation' }) => state === 'passed' && purpose === 'revocation');
  return isInForce && [validUntil, expirationDate].some((end) => end !== undefined && end !== null);
}

function deciding(statuses: readonly StatusFinding[]): StatusFinding | undefined {
  const failed = statuses.filter((finding) => finding.state === 'failed');
  const passed = statuses.filter((finding) => finding.state === 'passed');
  const oldestFirst = [...passed].sort((a, b) => (a.freshness?.at ?? 0) - (b.freshness?.at ?? 0));
  return (
    failed.find((finding) => finding.reason === 'revoked') ??
    failed[0] ??
    // What says nothing of being in force (whether there is a newer edition) is neither here nor there.
    statuses.find((finding) => finding.state === 'unknown') ??
    oldestFirst.find((finding) => finding.freshness?.basis !== 'live') ??
    oldestFirst[0] ??
    statuses[0]
  );
}

/** What a list says is true for the day the list is from. */
function withFreshness(result: CheckResult, { freshness, state }: StatusFinding): CheckResult {
  if (freshness !== undefined) return { ...result, basis: freshness.basis, at: freshness.at };
  // A pass without the day of its list would be a pass without a ground.
  return state === 'passed' ? { ...result, state: 'unknown', reason: 'threw' } : result;
}
