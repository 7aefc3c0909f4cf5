import { useEffect, useState } from 'react';
import { useWallet } from '../app/wallet-context.ts';

/** Seconds until a moment; 0 where it is over, or where there is none. Counts down by itself. */
export function useSecondsLeft(until: number | undefined): number {
  const { now } = useWallet();
  const [, tick] = useState(0);
  const left = until === undefined ? 0 : Math.max(0, Math.ceil((until - now()) / 1000));
  useEffect(() => {
    if (left === 0) return undefined;
    const timer = setTimeout(() => tick((count) => count + 1), 1000);
    return () => clearTimeout(timer);
  });
  return left;
}
