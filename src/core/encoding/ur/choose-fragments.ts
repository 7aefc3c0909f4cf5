import { sha256 } from '@noble/hashes/sha2.js';
import { createAliasSampler } from './alias-sampler.ts';
import { toCrcBytes } from './crc32.ts';
import { createXoshiro } from './xoshiro.ts';

const samplers = new Map<number, ReturnType<typeof createAliasSampler>>();

function samplerFor(count: number): ReturnType<typeof createAliasSampler> {
  const known = samplers.get(count);
  if (known !== undefined) return known;
  const made = createAliasSampler(Array.from({ length: count }, (_, index) => 1 / (index + 1)));
  samplers.set(count, made);
  return made;
}

/**
 * Which fragments are mixed into part `sequence` (from 1) of a set of `count` fragments with this checksum
 * (BCR-2020-005, "Multipart UR"). The first `count` parts carry one fragment each, in order.
 */
export function chooseFragments(sequence: number, count: number, checksum: number): readonly number[] {
  if (sequence <= count) return [sequence - 1];
  const seed = new Uint8Array(8);
  seed.set(toCrcBytes(sequence));
  seed.set(toCrcBytes(checksum), 4);
  const numbers = createXoshiro(sha256(seed));
  const degree = samplerFor(count)(numbers) + 1;
  const left = Array.from({ length: count }, (_, index) => index);
  const chosen: number[] = [];
  while (chosen.length < degree) chosen.push(...left.splice(numbers.nextBelow(left.length), 1));
  return chosen;
}
