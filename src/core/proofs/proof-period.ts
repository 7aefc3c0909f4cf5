import type { Instant } from '../model/instant.ts';
import { parseInstant } from '../model/instant.ts';
import type { JsonObject, JsonValue } from '../model/json.ts';
import { maxClockSkewMs } from '../model/limits.ts';
import type { ProofFinding } from '../model/proof.ts';
import { failedFinding, passedFinding } from './outcome.ts';

/** The dates of a proof, and how they stand to now. */
export interface ProofPeriod {
  /** Set where a date is no `dateTimeStamp`: the proof breaks its own form (VC-DI 2.1). */
  readonly malformed?: ProofFinding;
  readonly period: ProofFinding;
  readonly created?: Instant;
  readonly expires?: Instant;
}

/** Reads `created` and `expires` of a Data Integrity proof (VC-DI 2.1, B36). */
export function readProofPeriod(proof: JsonObject, now: Instant): ProofPeriod {
  const created = readDate(proof['created']);
  const expires = readDate(proof['expires']);
  if (created === 'malformed') return { malformed: failedFinding('malformed-proof', { field: 'created' }), period: passedFinding('no-dates') };
  if (expires === 'malformed') return { malformed: failedFinding('malformed-proof', { field: 'expires' }), period: passedFinding('no-dates') };
  const dates = { ...(created !== undefined && { created }), ...(expires !== undefined && { expires }) };
  if (created !== undefined && expires !== undefined && created > expires) {
    return { ...dates, malformed: failedFinding('malformed-proof', { field: 'expires' }), period: failedFinding('over', { field: 'expires' }) };
  }
  if (created !== undefined && created > now + maxClockSkewMs) return { ...dates, period: failedFinding('not-yet', { field: 'created' }) };
  if (expires !== undefined && expires <= now) return { ...dates, period: failedFinding('over', { field: 'expires' }) };
  return { ...dates, period: passedFinding(created === undefined && expires === undefined ? 'no-dates' : 'within') };
}

function readDate(value: JsonValue | undefined): Instant | 'malformed' | undefined {
  if (value === undefined) return undefined;
  return (typeof value === 'string' ? parseInstant(value) : undefined) ?? 'malformed';
}

/** True where a date of a key's document has passed, or cannot be read. */
export function isOverAt(now: Instant): (date: string) => boolean {
  return (date) => {
    const instant = parseInstant(date);
    return instant === undefined || instant <= now;
  };
}
