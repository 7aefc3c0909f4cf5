import type { Sequence } from './xoshiro.ts';

/**
 * Draws indexes with the given weights (alias method of Walker and Vose), in exactly the order of operations of the
 * UR reference, so that sender and receiver draw alike.
 */
export function createAliasSampler(weights: readonly number[]): (sequence: Sequence) => number {
  const count = weights.length;
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const scaled = weights.map((weight) => (weight * count) / total);
  const [small, large]: [number[], number[]] = [[], []];
  for (let index = count - 1; index >= 0; index -= 1) ((scaled[index] ?? 0) < 1 ? small : large).push(index);
  const shares = new Float64Array(count).fill(1);
  const aliases = new Uint16Array(count);
  while (small.length > 0 && large.length > 0) {
    const [less, more] = [small.pop() ?? 0, large.pop() ?? 0];
    shares[less] = scaled[less] ?? 0;
    aliases[less] = more;
    scaled[more] = (scaled[more] ?? 0) + ((scaled[less] ?? 0) - 1);
    ((scaled[more] ?? 0) < 1 ? small : large).push(more);
  }
  return (sequence) => {
    const [first, second] = [sequence.nextDouble(), sequence.nextDouble()];
    const index = Math.min(Math.floor(first * count), count - 1);
    return second < (shares[index] ?? 1) ? index : (aliases[index] ?? 0);
  };
}
