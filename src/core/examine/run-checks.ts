import type { Check } from '../checks/check.ts';
import type { CheckResult } from '../model/check-result.ts';
import type { Instant } from '../model/instant.ts';

/** Runs every check; one that throws is unknown, and the others still run. */
export function runChecks<Subject extends { readonly now: Instant }>(checks: readonly Check<Subject>[], subject: Subject): readonly CheckResult[] {
  return checks.map((check) => {
    try {
      return check.run(subject);
    } catch {
      return { id: check.id, state: 'unknown', reason: 'threw', facts: {}, basis: 'offline', at: subject.now };
    }
  });
}
