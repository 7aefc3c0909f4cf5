import { formatInstant } from '../../../core/model/instant.ts';
import type { Instant } from '../../../core/model/instant.ts';

/** Whole years from a written day until now; undefined where the text is no day, or one that is still to come. */
export function yearsSince(text: string, now: Instant): number | undefined {
  const then = /^(\d{4})-(\d{2}-\d{2})/.exec(text);
  const today = /^(\d{4})-(\d{2}-\d{2})/.exec(formatInstant(now));
  if (then === null || today === null || then[0] > today[0]) return undefined;
  return Number(today[1]) - Number(then[1]) - ((today[2] ?? '') < (then[2] ?? '') ? 1 : 0);
}
