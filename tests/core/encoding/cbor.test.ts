import { decode, encode } from 'cborg';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeCbor, encodeCbor, opaque } from '../../../src/core/encoding/cbor.ts';
import type { CborItem } from '../../../src/core/encoding/cbor.ts';

const { item } = fc.letrec<{ item: CborItem }>((tie) => ({
  item: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    fc.integer({ min: 0, max: 0xffff_ffff }),
    fc.string({ unit: 'grapheme' }),
    fc.uint8Array({ maxLength: 300 }),
    fc.array(tie('item'), { maxLength: 5 }),
    fc.dictionary(fc.nat({ max: 70_000 }).map(String), tie('item'), { maxKeys: 5 }).map((record) => new Map(Object.entries(record).map(([key, value]) => [Number(key), value]))),
  ),
}));

describe('cbor', () => {
  it('writes what cborg writes, and reads it back', () => {
    fc.assert(
      fc.property(item, (value) => {
        const bytes = encodeCbor(value);
        expect(bytes).toEqual(Uint8Array.from(encode(value)));
        const read = decodeCbor(bytes);
        expect(read.ok && encodeCbor(read.value as CborItem)).toEqual(bytes);
      }),
    );
  });
  it('steps over what it does not know', () => {
    const bytes = encode(new Map<unknown, unknown>([[1, -5], [2, 1.5], [3, null], [4, true], ['x', 7]]));
    const read = decodeCbor(bytes);
    expect(read.ok && [...(read.value as ReadonlyMap<unknown, unknown>)]).toEqual([[1, opaque], [2, opaque], [3, opaque], [4, opaque], ['x', 7]]);
    expect(decodeCbor(Uint8Array.of(0xc1, 0x05))).toEqual({ ok: true, value: opaque });
  });
  it.each([
    ['a longer head than needed', [0x18, 0x05], 'open/malformed'],
    ['an indefinite length', [0x9f, 0x01, 0xff], 'open/malformed'],
    ['a key twice', [0xa2, 0x01, 0x01, 0x01, 0x02], 'open/malformed'],
    ['bytes behind the end', [0x01, 0x01], 'open/malformed'],
    ['text that is not UTF-8', [0x61, 0xff], 'open/malformed'],
    ['a number too large to be exact', [0x1b, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff], 'open/malformed'],
    ['nesting beyond the cap', Array.from({ length: 20 }, () => 0x81), 'open/malformed'],
    ['bytes cut short', [0x42, 0x01], 'open/truncated'],
    ['an array that claims four thousand million items', [0x9a, 0xff, 0xff, 0xff, 0xff], 'open/truncated'],
    ['nothing', [], 'open/truncated'],
  ])('refuses %s', (_, bytes, code) => {
    expect(decodeCbor(Uint8Array.from(bytes))).toMatchObject({ ok: false, error: { code } });
  });
  it('accepts nothing that strict cborg refuses, and never throws', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 40 }), (bytes) => {
        const read = decodeCbor(bytes);
        if (!read.ok || read.value === opaque || !isPlain(read.value)) return;
        expect(() => decode(bytes, { strict: true, useMaps: true, allowIndefinite: false, rejectDuplicateMapKeys: true })).not.toThrow();
      }),
      { numRuns: 2_000 },
    );
  });
});

/** True where nothing inside was stepped over: only there can the two be compared. */
function isPlain(value: unknown): boolean {
  if (value === opaque) return false;
  if (Array.isArray(value)) return value.every(isPlain);
  return value instanceof Map ? [...value].flat().every(isPlain) : true;
}
