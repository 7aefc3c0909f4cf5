import { startTransition, useEffect, useState } from 'react';
import { mayBeReturning } from '../../app/navigation.ts';

/** Cards drawn at once, and cards added each time the browser has a moment. */
const firstCards = 24;
const moreCards = 60;

/** How many cards to draw now: a screenful at first, the rest in small steps, so that typing never waits. */
export function useGrowing(total: number): number {
  const [limit, setLimit] = useState(() => (mayBeReturning() ? Number.POSITIVE_INFINITY : firstCards));
  useEffect(() => {
    if (limit >= total) return undefined;
    const timer = setTimeout(() => startTransition(() => setLimit(limit + moreCards)), 30);
    return () => clearTimeout(timer);
  }, [limit, total]);
  return limit;
}
