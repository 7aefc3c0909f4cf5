import { formatInstant, toInstant } from '../../core/model/instant.ts';
import type { Instant } from '../../core/model/instant.ts';

const dayMs = 24 * 60 * 60 * 1_000;

/** The dates of a set of samples, all told from one present. */
export interface SampleDates {
  readonly past: string;
  readonly longPast: string;
  readonly future: string;
  readonly farFuture: string;
}

export function sampleDates(now: Instant): SampleDates {
  const at = (days: number): string => formatInstant(toInstant(now + days * dayMs));
  return { longPast: at(-800), past: at(-160), future: at(400), farFuture: at(3_650) };
}
