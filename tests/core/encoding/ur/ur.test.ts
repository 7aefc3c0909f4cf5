import { UR, URDecoder, UREncoder } from '@ngraveio/bc-ur';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeBytewords, encodeBytewords } from '../../../../src/core/encoding/ur/bytewords.ts';
import { chooseFragments } from '../../../../src/core/encoding/ur/choose-fragments.ts';
import { crc32 } from '../../../../src/core/encoding/ur/crc32.ts';
import { createUrJoiner } from '../../../../src/core/encoding/ur/ur-joiner.ts';
import { fromMessage } from '../../../../src/core/encoding/ur/ur-payload.ts';
import { parsePart, writePart } from '../../../../src/core/encoding/ur/ur-part.ts';
import type { MultiPart } from '../../../../src/core/encoding/ur/ur-part.ts';
import { splitUr, writeSingle } from '../../../../src/core/encoding/ur/ur-splitter.ts';

function bytesOf(length: number, seed = 1): Uint8Array {
  let state = seed;
  return Uint8Array.from({ length }, () => (state = (state * 1_103_515_245 + 12_345) >>> 0) >>> 24);
}

function multi(text: string): MultiPart {
  const part = parsePart(text);
  if (!part.ok || part.value.kind !== 'multi') throw new Error('not a part of a set');
  return part.value;
}

function join(texts: Iterable<string>): Uint8Array | undefined {
  const joiner = createUrJoiner();
  for (const text of texts) {
    const step = joiner.add(multi(text));
    if (step.kind === 'done') return fromMessage(step.message);
  }
  return undefined;
}

describe('bytewords and CRC-32', () => {
  it('gives the check value of CRC-32', () => {
    expect(crc32(new TextEncoder().encode('123456789'))).toBe(0xcbf43926);
  });
  it('writes the example of BCR-2020-012', () => {
    expect(encodeBytewords(Uint8Array.of(0, 1, 2, 128, 255))).toBe('aeadaolazmjendeoti');
  });
  it('reads back what it wrote, and refuses one wrong letter', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 1, maxLength: 60 }), fc.nat(), (bytes, place) => {
        const words = encodeBytewords(bytes);
        expect(decodeBytewords(words)).toEqual(bytes);
        const at = place % words.length;
        const other = words[at] === 'a' ? 'b' : 'a';
        expect(decodeBytewords(words.slice(0, at) + other + words.slice(at + 1))).toBeUndefined();
      }),
    );
  });
});

describe('against @ngraveio/bc-ur', () => {
  it.each([30, 437, 1_776, 6_347, 21_083])('writes the same parts for %i bytes', (length) => {
    const payload = bytesOf(length);
    const ours = splitUr(payload, 480);
    const theirs = new UREncoder(UR.fromBuffer(Buffer.from(payload)), 480, 0, 10);
    const count = ours.count === 1 ? 1 : ours.count * 2 + 3;
    for (let sequence = 1; sequence <= count; sequence += 1) expect(ours.part(sequence)).toBe(theirs.nextPart().toUpperCase());
  });
  it('is read by it, with every third part lost', () => {
    const payload = bytesOf(6_347, 7);
    const ours = splitUr(payload, 200);
    const decoder = new URDecoder();
    for (let sequence = 1; sequence < 400 && !decoder.isComplete(); sequence += 1) {
      if (sequence % 3 !== 0) decoder.receivePart(ours.part(sequence));
    }
    expect(decoder.isSuccess()).toBe(true);
    expect(Uint8Array.from(decoder.resultUR().decodeCBOR())).toEqual(payload);
  });
  it('reads its parts, with every third one lost', () => {
    const payload = bytesOf(6_347, 9);
    const theirs = new UREncoder(UR.fromBuffer(Buffer.from(payload)), 200, 0, 10);
    const texts = Array.from({ length: 90 }, () => theirs.nextPart()).filter((_, index) => index % 3 !== 0);
    expect(join(texts)).toEqual(payload);
  });
  it('reads its single part', () => {
    const payload = bytesOf(300, 3);
    const part = parsePart(UREncoder.encodeSinglePart(UR.fromBuffer(Buffer.from(payload))));
    expect(part.ok && part.value.kind === 'single' && fromMessage(part.value.message)).toEqual(payload);
    expect(writeSingle(payload)).toBe(UREncoder.encodeSinglePart(UR.fromBuffer(Buffer.from(payload))).toUpperCase());
  });
});

describe('joining', () => {
  it('C28 inverts splitting whatever is lost, repeated or out of order', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 9_000 }),
        fc.integer({ min: 40, max: 487 }),
        fc.integer({ min: 1, max: 5_000 }),
        fc.array(fc.integer({ min: 0, max: 99 }), { minLength: 40, maxLength: 40 }),
        (length, size, start, dice) => {
          const payload = bytesOf(length, start);
          const { count, part } = splitUr(payload, size);
          if (count === 1) return;
          const shown = Array.from({ length: count * 4 + 40 }, (_, index) => start + index)
            .filter((_, index) => (dice[index % 40] ?? 0) >= 30)
            .flatMap((sequence, index) => ((dice[index % 40] ?? 0) % 5 === 0 ? [sequence, sequence] : [sequence]))
            .map((sequence, index) => ({ sequence, order: index + ((dice[index % 40] ?? 0) % 7) }))
            .sort((a, b) => a.order - b.order);
          expect(join(shown.map(({ sequence }) => part(sequence)))).toEqual(payload);
        },
      ),
      { numRuns: 60 },
    );
  });
  it('C28 says what is missing while parts are missing', () => {
    const { part, count } = splitUr(bytesOf(2_000), 400);
    const joiner = createUrJoiner();
    joiner.add(multi(part(1)));
    joiner.add(multi(part(4)));
    expect(count).toBe(6);
    expect(joiner.progress()).toEqual({ have: 2, of: 6, received: [true, false, false, true, false, false] });
    expect(joiner.add(multi(part(4))).kind).toBe('known');
  });
  it('C28 leaves out the parts of another code mixed in, and still completes', () => {
    const [mine, foreign] = [splitUr(bytesOf(2_000, 1), 400), splitUr(bytesOf(2_000, 2), 400)];
    const joiner = createUrJoiner();
    const kinds: string[] = [];
    for (let sequence = 1; sequence <= 5; sequence += 1) {
      kinds.push(joiner.add(multi(mine.part(sequence))).kind, joiner.add(multi(foreign.part(sequence))).kind);
    }
    expect(kinds.filter((kind) => kind === 'other-set')).toHaveLength(5);
    const last = joiner.add(multi(mine.part(6)));
    expect(last.kind === 'done' && fromMessage(last.message)).toEqual(bytesOf(2_000, 1));
  });
  it('B97 a part that contradicts the others drops the set, and the same set can be read again', () => {
    const { part } = splitUr(bytesOf(2_000), 400);
    const joiner = createUrJoiner();
    const first = multi(part(1));
    joiner.add(first);
    const forged: MultiPart = { ...first, data: first.data.map((byte) => byte ^ 1) };
    expect(joiner.add(forged).kind).toBe('conflict');
    expect(joiner.progress().have).toBe(0);
    expect([1, 2, 3, 4, 5, 6].map((sequence) => joiner.add(multi(part(sequence))).kind).at(-1)).toBe('done');
  });
  it('B97 a set whose whole does not fit its checksum is dropped', () => {
    const { part } = splitUr(bytesOf(2_000), 400);
    const joiner = createUrJoiner();
    const forged = { ...multi(part(1)), data: bytesOf(multi(part(1)).data.length, 99) };
    const kinds = [forged, ...[2, 3, 4, 5, 6].map((sequence) => multi(part(sequence)))].map((each) => joiner.add(each).kind);
    expect(kinds.at(-1)).toBe('conflict');
  });
});

describe('one part', () => {
  const part: MultiPart = multi(splitUr(bytesOf(2_000), 400).part(2));
  it('reads back what it wrote', () => {
    expect(parsePart(writePart(part))).toEqual({ ok: true, value: part });
  });
  it.each([
    ['sequence 0', { ...part, sequence: 0 }],
    ['no fragments', { ...part, count: 0 }],
    ['a message longer than its fragments', { ...part, messageLength: 5_000 }],
    ['an empty message', { ...part, messageLength: 0 }],
    ['more fragments than the message needs', { ...part, count: 9 }],
  ])('B97 refuses %s', (_, wrong) => {
    expect(parsePart(writePart(wrong))).toMatchObject({ ok: false, error: { code: 'receive/unrecognized' } });
  });
  it('B97 refuses more parts or bytes than the caps', () => {
    const many = { ...part, count: 257, messageLength: 60_000, data: bytesOf(234) };
    const large = { ...part, count: 200, messageLength: 70_000, data: bytesOf(350) };
    const most = { ...part, count: 256, messageLength: 60_000, data: bytesOf(235) };
    expect(parsePart(writePart(many))).toMatchObject({ error: { code: 'receive/too-large' } });
    expect(parsePart(writePart(large))).toMatchObject({ error: { code: 'receive/too-large' } });
    expect(parsePart(writePart(most)).ok).toBe(true);
  });
  it('B97 refuses a path that differs from what stands inside', () => {
    expect(parsePart(writePart(part).replace('/2-6/', '/3-6/'))).toMatchObject({ ok: false });
    expect(parsePart(writePart(part)).ok).toBe(true);
  });
  it('never throws on any text', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(typeof parsePart(`ur:bytes/${text}`).ok).toBe('boolean');
        expect(typeof parsePart(`ur:bytes/1-2/${encodeBytewords(new TextEncoder().encode(`${text}.`))}`).ok).toBe('boolean');
      }),
    );
  });
  it('accepts raw bytes where a CBOR byte string should stand', () => {
    const json = new TextEncoder().encode('{"a":1}');
    expect(fromMessage(json)).toEqual(json);
  });
  it('mixes only fragments of the set', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 256 }), fc.integer({ min: 1, max: 100_000 }), fc.integer({ min: 0, max: 0xffffffff }), (count, sequence, sum) => {
        const chosen = chooseFragments(sequence, count, sum);
        expect(chosen.length).toBeGreaterThan(0);
        expect(new Set(chosen).size).toBe(chosen.length);
        expect(chosen.every((index) => index >= 0 && index < count)).toBe(true);
      }),
    );
  });
});
