import { worstClass } from '../core/model/verdict.ts';
import type { Review } from './wallet.ts';

/** Several files are one review: a list with boxes. */
export function joinReviews(reviews: readonly Review[]): Review | undefined {
  const [first, ...others] = reviews;
  if (first === undefined || others.length === 0) return first;
  const parts = reviews.map((review) => review.examination);
  return {
    examination: { kind: 'collection', parts, class: worstClass(parts.map((part) => part.class)) },
    items: reviews.flatMap((review) => review.items),
    files: reviews,
    origin: first.origin,
    transport: first.transport,
  };
}
