const mask = 0xffff_ffff_ffff_ffffn;

/** A repeatable source of numbers, the same in every UR program for the same seed. Not for secrets. */
export interface Sequence {
  /** At least 0, below 1. */
  readonly nextDouble: () => number;
  /** A whole number from 0 up to, not including, `end`. */
  readonly nextBelow: (end: number) => number;
}

function rotateLeft(value: bigint, by: bigint): bigint {
  return ((value << by) | (value >> (64n - by))) & mask;
}

/** xoshiro256** seeded with 32 bytes read as four big-endian numbers (BCR-2020-005, MUR). */
export function createXoshiro(seed: Uint8Array): Sequence {
  const view = new DataView(seed.buffer, seed.byteOffset, 32);
  let [a, b, c, d] = [view.getBigUint64(0), view.getBigUint64(8), view.getBigUint64(16), view.getBigUint64(24)];
  const next = (): bigint => {
    const result = (rotateLeft((b * 5n) & mask, 7n) * 9n) & mask;
    const shifted = (b << 17n) & mask;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= shifted;
    d = rotateLeft(d, 45n);
    return result;
  };
  const nextDouble = (): number => Number(next()) / 2 ** 64;
  return { nextDouble, nextBelow: (end) => Math.min(Math.floor(nextDouble() * end), end - 1) };
}
