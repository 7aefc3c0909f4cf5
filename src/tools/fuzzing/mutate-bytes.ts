import type { Random } from './random.ts';

const notableBytes = [0x00, 0x01, 0x09, 0x0a, 0x20, 0x22, 0x2c, 0x2e, 0x3c, 0x5b, 0x5c, 0x7b, 0x7d, 0x7f, 0x80, 0xc0, 0xed, 0xef, 0xff] as const;

/** Changes bytes without knowing what they are. */
export function mutateBytes(bytes: Uint8Array, random: Random, other: Uint8Array): Uint8Array {
  const at = random.below(bytes.length + 1);
  const length = 1 + random.below(random.chance(0.5) ? 4 : 400);
  const [before, after] = [bytes.subarray(0, at), bytes.subarray(Math.min(bytes.length, at + length))];
  switch (random.below(9)) {
    case 0:
      return changed(bytes, at, (byte) => byte ^ (1 << random.below(8)));
    case 1:
      return changed(bytes, at, () => random.pick(notableBytes));
    case 2:
      return changed(bytes, at, () => random.below(256));
    case 3:
      return joined(before, after);
    case 4:
      return joined(before, Uint8Array.from({ length }, () => random.below(256)), bytes.subarray(at));
    case 5:
      return joined(before, bytes.subarray(at, at + length), bytes.subarray(at));
    case 6:
      return bytes.slice(0, at);
    case 7: {
      const from = random.below(other.length + 1);
      return joined(before, other.subarray(from, from + length), after);
    }
    default:
      return joined(before, other.subarray(random.below(other.length + 1)));
  }
}

export function joined(...parts: readonly Uint8Array[]): Uint8Array {
  return new Uint8Array(Buffer.concat(parts));
}

function changed(bytes: Uint8Array, at: number, change: (byte: number) => number): Uint8Array {
  const copy = bytes.slice();
  if (at < copy.length) copy[at] = change(copy[at] ?? 0);
  return copy;
}
