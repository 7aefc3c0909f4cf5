import { createHash } from 'node:crypto';
import { encode } from 'cborg';
import fc from 'fast-check';
import { deflateSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { inflate, isEnvelope, openEnvelope, packEnvelope } from '../../../src/core/encoding/envelope.ts';

const text = (value: string): Uint8Array => new TextEncoder().encode(value);
const sha256 = (bytes: Uint8Array): Uint8Array => new Uint8Array(createHash('sha256').update(bytes).digest());

function envelopeOf(changes: ReadonlyMap<number, unknown>): Uint8Array {
  const bytes = text('{"a":"b"}');
  const fields = new Map<number, unknown>([[1, 1], [2, 'application/vp'], [3, 0], [4, bytes], [6, sha256(bytes)]]);
  for (const [key, value] of changes) fields.set(key, value);
  return encode(fields);
}

describe('envelope', () => {
  it('opens what it packed, for any bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 3_000 }), fc.option(fc.string({ maxLength: 40 }), { nil: undefined }), (bytes, name) => {
        const content = { bytes, mediaType: 'application/vp', ...(name === undefined ? {} : { name }) };
        const packed = packEnvelope(content);
        expect(isEnvelope(packed)).toBe(true);
        expect(openEnvelope(packed)).toEqual({ ok: true, value: content });
      }),
    );
  });
  it('is deterministic, compresses text, and leaves what does not shrink', () => {
    const long = text('credential '.repeat(300));
    expect(packEnvelope({ bytes: long, mediaType: 'a/b' })).toEqual(packEnvelope({ bytes: long, mediaType: 'a/b' }));
    expect(packEnvelope({ bytes: long, mediaType: 'a/b' }).length).toBeLessThan(200);
    const random = sha256(text('x'));
    expect(packEnvelope({ bytes: random, mediaType: 'a/b' }).slice(0, 3)).toEqual(Uint8Array.of(0xa5, 1, 1));
    expect(packEnvelope({ bytes: random, mediaType: 'a/b' }).length).toBe(80);
  });
  it('ignores keys it does not know', () => {
    expect(openEnvelope(envelopeOf(new Map([[9, ['later']]])))).toMatchObject({ ok: true });
  });
  it('refuses an unknown version and an unknown encoding', () => {
    expect(openEnvelope(envelopeOf(new Map([[1, 2]])))).toMatchObject({ error: { code: 'open/unsupported-version' } });
    expect(openEnvelope(envelopeOf(new Map([[3, 2]])))).toMatchObject({ error: { code: 'open/unsupported-version' } });
  });
  it.each([
    ['media type', new Map<number, unknown>([[2, 5]])],
    ['bytes', new Map<number, unknown>([[4, 'text']])],
    ['name', new Map<number, unknown>([[5, text('bytes')]])],
    ['hash', new Map<number, unknown>([[6, undefined]])],
  ])('refuses a wrong shape: %s', (_, changes) => {
    expect(openEnvelope(envelopeOf(changes))).toMatchObject({ ok: false });
    expect(openEnvelope(envelopeOf(new Map())).ok).toBe(true);
  });
  it('B97 refuses bytes that do not fit their SHA-256', () => {
    expect(openEnvelope(envelopeOf(new Map([[6, sha256(text('other'))]])))).toMatchObject({ error: { code: 'receive/wrong-checksum' } });
    expect(openEnvelope(envelopeOf(new Map([[4, text('{"a":"c"}')]])))).toMatchObject({ error: { code: 'receive/wrong-checksum' } });
  });
  it('names an envelope that was cut short, at every length', () => {
    const packed = packEnvelope({ bytes: text('{"some":"credential text that is long enough"}'), mediaType: 'application/vp' });
    for (let length = 2; length < packed.length; length += 1) {
      expect(openEnvelope(packed.slice(0, length))).toMatchObject({ error: { code: 'open/truncated' } });
    }
  });
  it('stops a decompression bomb at the cap', () => {
    const zeros = new Uint8Array(50_000_000);
    const bomb = deflateSync(zeros, { level: 9 });
    expect(bomb.length).toBeLessThan(60_000);
    const packed = envelopeOf(new Map<number, unknown>([[3, 1], [4, bomb], [6, sha256(zeros)]]));
    const before = process.memoryUsage().arrayBuffers;
    expect(openEnvelope(packed)).toMatchObject({ error: { code: 'receive/too-large' } });
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(40_000_000);
  });
  it('inflates up to the cap exactly', () => {
    const packed = deflateSync(new Uint8Array(10_000));
    expect(inflate(packed, 10_000)).toMatchObject({ ok: true });
    expect(inflate(packed, 9_999)).toMatchObject({ error: { code: 'receive/too-large' } });
    expect(inflate(Uint8Array.of(7, 7, 7), 10)).toMatchObject({ error: { code: 'open/malformed' } });
  });
  it('never throws on random bytes', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => void expect(typeof openEnvelope(bytes).ok).toBe('boolean')));
    fc.assert(fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => void expect(typeof openEnvelope(Uint8Array.of(0xa5, 1, 1, ...bytes)).ok).toBe('boolean')));
  });
});
