import { refuse, succeed } from '../../core/model/attempt.ts';
import type { Attempt } from '../../core/model/attempt.ts';
import type { Clock } from '../../wallet/ports.ts';

const mostInAMinute = 5;
const minuteMs = 60_000;

/** How often the signing door opens without anybody having proven that they are there. */
export interface SigningLimit {
  /** Takes one of five a minute: `vault/wait` with `waitUntil` where there is none left. */
  readonly take: () => Attempt<void>;
  /** A secret was proven: all five are there again. */
  readonly renew: () => void;
}

/**
 * [Note: Few signatures at a time] Code that got into the page could ask for any number of presentations while the vault is
 * open. A person asks for a few; who needs more waits a moment, or proves a secret.
 */
export function createSigningLimit(clock: Clock): SigningLimit {
  let taken: readonly number[] = [];
  return {
    take: () => {
      const now = clock.now();
      // A clock that was set back must not make anybody wait for longer.
      taken = taken.filter((at) => Math.abs(now - at) < minuteMs);
      const [oldest] = taken;
      if (oldest !== undefined && taken.length >= mostInAMinute) return refuse('vault/wait', { waitUntil: oldest + minuteMs });
      taken = [...taken, now];
      return succeed(undefined);
    },
    renew: () => {
      taken = [];
    },
  };
}
