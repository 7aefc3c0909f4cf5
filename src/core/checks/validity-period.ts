import type { CheckResult } from '../model/check-result.ts';
import { parseInstant, toInstant } from '../model/instant.ts';
import type { Instant } from '../model/instant.ts';
import { asList } from '../model/json.ts';
import type { JsonObject, JsonValue } from '../model/json.ts';
import { maxClockSkewMs } from '../model/limits.ts';
import type { ProofOutcome } from '../model/proof.ts';
import { resultOf } from './check.ts';
import type { Check, CredentialSubject } from './check.ts';

/** Names of the data model 2.0 and 1.1; every one that is stated counts (B46). */
const starts = ['validFrom', 'issuanceDate'] as const;
const ends = ['validUntil', 'expirationDate'] as const;

type StatedBound = { readonly field: string; readonly at: Instant | undefined };

/**
 * VCDM 2.0 4.9, "Validity Period", against now; with it the dates of the proofs themselves (VC-DI 2.1, `created` and
 * `expires`). A bound that is no calendar date (B47, B48) fails on its own side: an end that cannot be read is never "no
 * end". With a clock that is known to be wrong no date can be judged (B49).
 */
export const validityPeriodCheck: Check<CredentialSubject> = {
  id: 'validity-period',
  run: (subject) => {
    const { claims, now, notBefore, securing } = subject;
    const [from, until] = [statedBounds(claims, starts), statedBounds(claims, ends)];
    const periods = securing.outcomes.map((outcome) => outcome.period).filter((period) => period.reason !== 'no-dates' && period.state !== 'not-applicable');
    if (from.length + until.length + periods.length === 0) return resultOf('validity-period', now, 'not-applicable', 'no-dates');
    if (now < notBefore) return resultOf('validity-period', now, 'unknown', 'clock-wrong', { now, notBefore });
    return judgeBounds(from, until, now) ?? judgeProofDates(periods, now) ?? resultOf('validity-period', now, 'passed', 'within');
  },
};

/**
 * The latest start and the earliest end of claims and proofs alike. A side with a bound that is no date has none: what
 * was judged of it stands.
 */
export function effectivePeriod({ claims, securing }: Pick<CredentialSubject, 'claims' | 'securing'>): { readonly from?: Instant; readonly until?: Instant } {
  const { outcomes } = securing;
  const from = [...statedBounds(claims, starts).map(({ at }) => at), ...outcomes.flatMap(startsOf)];
  const until = [...statedBounds(claims, ends).map(({ at }) => at), ...outcomes.flatMap((outcome) => outcome.expires ?? [])];
  return { ...boundOf('from', from, (a, b) => a > b), ...boundOf('until', until, (a, b) => a < b) };
}

/** When a proof began to count: what was judged to be from now by a clock that differs is so on every later look. */
function startsOf({ created, notBefore }: ProofOutcome): readonly Instant[] {
  return [...(created === undefined ? [] : [toInstant(created - maxClockSkewMs)]), ...(notBefore === undefined ? [] : [notBefore])];
}

function boundOf<Side extends 'from' | 'until'>(
  side: Side,
  bounds: readonly (Instant | undefined)[],
  isTighter: (one: Instant, other: Instant) => boolean,
): { readonly [key in Side]?: Instant } {
  let tightest: Instant | undefined;
  for (const bound of bounds) {
    if (bound === undefined) return {};
    if (tightest === undefined || isTighter(bound, tightest)) tightest = bound;
  }
  return tightest === undefined ? {} : ({ [side]: tightest } as { readonly [key in Side]?: Instant });
}

function statedBounds(claims: JsonObject, names: readonly string[]): readonly StatedBound[] {
  // One value, an array of it and an array in an array are the same to a signature over RDF: all are read alike.
  return names.flatMap((field) =>
    valuesOf(claims[field])
      .filter((value) => value !== null)
      .map((value: JsonValue) => ({ field, at: typeof value === 'string' ? parseInstant(value) : undefined })),
  );
}

function valuesOf(value: JsonValue | undefined): readonly JsonValue[] {
  return asList(value).flatMap((item) => (Array.isArray(item) ? valuesOf(item as readonly JsonValue[]) : [item]));
}

function judgeBounds(from: readonly StatedBound[], until: readonly StatedBound[], now: Instant): CheckResult | undefined {
  const over = until.find((bound) => bound.at !== undefined && bound.at < now);
  if (over !== undefined) return resultOf('validity-period', now, 'failed', 'over', { field: over.field });
  // Before a start to come: once it has come, nothing must be left of an end that cannot be read.
  const badEnd = until.find((bound) => bound.at === undefined);
  if (badEnd !== undefined) return resultOf('validity-period', now, 'failed', 'malformed-date', { field: badEnd.field, side: 'end' });
  const early = from.find((bound) => bound.at !== undefined && bound.at > now);
  if (early !== undefined) return resultOf('validity-period', now, 'failed', 'not-yet', { field: early.field });
  const badStart = from.find((bound) => bound.at === undefined);
  if (badStart !== undefined) return resultOf('validity-period', now, 'failed', 'malformed-date', { field: badStart.field, side: 'start' });
  return undefined;
}

function judgeProofDates(periods: CredentialSubject['securing']['outcomes'][number]['period'][], now: Instant): CheckResult | undefined {
  const decides = periods.find((period) => period.state === 'failed') ?? periods.find((period) => period.state === 'unknown');
  return decides === undefined ? undefined : resultOf('validity-period', now, decides.state, decides.reason, { ...decides.facts, of: 'proof' });
}
