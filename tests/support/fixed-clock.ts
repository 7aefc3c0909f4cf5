import { toInstant } from '../../src/core/model/instant.ts';
import type { Instant } from '../../src/core/model/instant.ts';
import type { Clock } from '../../src/wallet/ports.ts';

/** A clock that stands still until it is moved. */
export function createFixedClock(start: string): Clock & { readonly move: (milliseconds: number) => void } {
  let now = Date.parse(start);
  return {
    now: (): Instant => toInstant(now),
    move: (milliseconds) => {
      now += milliseconds;
    },
  };
}
