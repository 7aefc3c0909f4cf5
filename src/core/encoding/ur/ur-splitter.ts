import { chooseFragments } from './choose-fragments.ts';
import { crc32 } from './crc32.ts';
import { writePart } from './ur-part.ts';
import { toMessage } from './ur-payload.ts';

/** A payload as one part or as an endless sequence of parts. */
export interface UrSplitter {
  /** Fragments in the set; 1: everything stands in one part. */
  readonly count: number;
  /** UR text of part `sequence` (from 1), upper case. Parts beyond `count` are mixes, each of them useful. */
  readonly part: (sequence: number) => string;
}

/** `ur:bytes` of a payload in one part, upper case. */
export function writeSingle(payload: Uint8Array): string {
  return writePart({ kind: 'single', type: 'bytes', message: toMessage(payload) });
}

/** Bytes of one fragment when a message is cut into the fewest equal fragments of at most `maxFragmentBytes`. */
function fragmentBytes(messageLength: number, maxFragmentBytes: number): number {
  return Math.ceil(messageLength / Math.ceil(messageLength / maxFragmentBytes));
}

/** Splits a payload into the parts of a moving code (BCR-2020-005, "Multipart UR"). */
export function splitUr(payload: Uint8Array, maxFragmentBytes: number): UrSplitter {
  const message = toMessage(payload);
  const size = fragmentBytes(message.length, maxFragmentBytes);
  const count = Math.ceil(message.length / size);
  if (count === 1) return { count, part: () => writeSingle(payload) };
  const checksum = crc32(message);
  const padded = new Uint8Array(size * count);
  padded.set(message);
  return {
    count,
    part: (sequence) => {
      const data = new Uint8Array(size);
      for (const index of chooseFragments(sequence, count, checksum)) mixInto(data, padded.subarray(index * size, (index + 1) * size));
      return writePart({ kind: 'multi', type: 'bytes', sequence, count, messageLength: message.length, checksum, data });
    },
  };
}

/** Exclusive or of `source` into `target`, in place. */
export function mixInto(target: Uint8Array, source: Uint8Array): void {
  for (let index = 0; index < target.length; index += 1) target[index] = (target[index] ?? 0) ^ (source[index] ?? 0);
}
