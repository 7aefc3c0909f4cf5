import type { Clock } from '../../wallet/ports.ts';

/** A secret was proven lately: the root key stays at hand for the doors that need it, then is zero-filled. */
const freshForMs = 3 * 60_000;

/** The root key for a few minutes after a secret was proven. */
export interface FreshRoot {
  /** Keeps a copy. */
  readonly keep: (root: Uint8Array) => void;
  readonly get: () => Uint8Array | undefined;
  readonly drop: () => void;
}

interface Kept {
  readonly root: Uint8Array;
  readonly until: number;
  readonly timer: ReturnType<typeof setTimeout>;
}

export function createFreshRoot(clock: Clock): FreshRoot {
  let kept: Kept | undefined;
  function drop(): void {
    clearTimeout(kept?.timer);
    kept?.root.fill(0);
    kept = undefined;
  }
  return {
    keep: (root) => {
      drop();
      kept = { root: Uint8Array.from(root), until: clock.now() + freshForMs, timer: setTimeout(drop, freshForMs) };
    },
    get: () => {
      if (kept !== undefined && clock.now() >= kept.until) drop();
      return kept?.root;
    },
    drop,
  };
}
