import { startTransition, useEffect, useState } from 'react';
import { useLocation } from 'wouter';
import { scrollToReturnTo } from '../../app/navigation.ts';

/** Cards drawn at once, at least, and cards added or taken away each time the browser has a moment. */
const fewest = 12;
const step = 60;
/** No card is lower than this, in CSS pixels. */
const lowestCard = 64;

/** Cards that fill the page down to `depth`, and the window below it, with something left to scroll to. */
const cardsTo = (depth: number): number => Math.max(fewest, Math.ceil((depth + innerHeight) / lowestCard));

/**
 * How many cards to draw now: a screenful at first, or as far as the place to return to; then the rest in small steps,
 * so that nothing waits. While a person types only a screenful stays, for each letter may replace all that is drawn.
 */
export function useGrowing(total: number, typing: boolean): number {
  const [path] = useLocation();
  const [limit, setLimit] = useState(() => cardsTo(scrollToReturnTo(path)));
  const goal = typing ? cardsTo(0) : total;
  const next = typing ? Math.max(goal, Math.min(limit, total) - step) : limit + step;
  useEffect(() => {
    if (typing ? limit <= goal : limit >= goal) return undefined;
    const timer = setTimeout(() => startTransition(() => setLimit(next)), 30);
    return () => clearTimeout(timer);
  }, [typing, limit, goal, next]);
  return limit;
}
