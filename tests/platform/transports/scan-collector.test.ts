import { describe, expect, it } from 'vitest';
import { packEnvelope } from '../../../src/core/encoding/envelope.ts';
import { toMessage } from '../../../src/core/encoding/ur/ur-payload.ts';
import { writePart } from '../../../src/core/encoding/ur/ur-part.ts';
import { splitUr, writeSingle } from '../../../src/core/encoding/ur/ur-splitter.ts';
import { toInstant } from '../../../src/core/model/instant.ts';
import { ScanCollector } from '../../../src/platform/transports/qr-camera/scan-collector.ts';

const mediaType = 'application/vp';

function randomText(length: number, seed: number): Uint8Array {
  let state = seed;
  return Uint8Array.from({ length }, () => 33 + (((state = (state * 1_103_515_245 + 12_345) >>> 0) >>> 16) % 90));
}

const mine = { bytes: randomText(3_000, 1), mediaType };
const mineParts = splitUr(packEnvelope(mine), 480);
const other = splitUr(packEnvelope({ bytes: randomText(3_000, 2), mediaType }), 480);

function collectorAt(start = 0): { readonly collector: ScanCollector; readonly pass: (ms: number) => void } {
  let now = start;
  return { collector: new ScanCollector(() => toInstant(now)), pass: (ms) => void (now += ms) };
}

describe('scan collector', () => {
  it('tells each new part once and the whole at the end', () => {
    const { collector } = collectorAt(5);
    expect(collector.take([mineParts.part(1)])).toMatchObject([{ kind: 'part', have: 1, of: mineParts.count }]);
    expect(collector.take([mineParts.part(1)])).toEqual([]);
    for (let sequence = 2; sequence < mineParts.count; sequence += 1) collector.take([mineParts.part(sequence)]);
    expect(collector.take([mineParts.part(mineParts.count)])).toEqual([
      { kind: 'done', received: { ...mine, transport: 'qr-camera', arrivedAt: 5 } },
    ]);
  });
  it('takes a still code at once, enveloped or raw', () => {
    const small = { bytes: randomText(200, 3), mediaType };
    expect(collectorAt().collector.take([writeSingle(packEnvelope(small))])).toMatchObject([{ kind: 'done', received: small }]);
    const json = new TextEncoder().encode('{"a":1}');
    expect(collectorAt().collector.take([writeSingle(json)])).toMatchObject([{ kind: 'done', received: { bytes: json } }]);
    expect(collectorAt().collector.take([writePart({ kind: 'single', type: 'bytes', message: json })])).toMatchObject([{ kind: 'done', received: { bytes: json } }]);
    expect(collectorAt().collector.take(['{"a":1}'])).toMatchObject([{ kind: 'done', received: { bytes: json } }]);
    expect(toMessage(json)[0]).toBe(0x47);
  });
  it('B97 says once that a foreign part came by, and completes what was begun', () => {
    const { collector } = collectorAt();
    const kinds: string[] = [];
    for (let sequence = 1; sequence <= mineParts.count; sequence += 1) {
      kinds.push(...collector.take([mineParts.part(sequence)]).map(({ kind }) => kind));
      kinds.push(...collector.take([other.part(sequence)]).map(({ kind }) => kind));
      kinds.push(...collector.take([other.part(sequence)]).map(({ kind }) => kind));
    }
    expect(kinds.filter((kind) => kind === 'other-set')).toHaveLength(1);
    expect(kinds).toContain('done');
  });
  it('follows the person to another code after four different parts of it', () => {
    const { collector } = collectorAt();
    collector.take([mineParts.part(1)]);
    const events = [1, 2, 3, 4, 5].flatMap((sequence) => collector.take([other.part(sequence)]));
    expect(events).toMatchObject([{ kind: 'other-set' }, { kind: 'part', have: 1 }, { kind: 'part', have: 2 }]);
  });
  it('B96 names a web address once and goes on', () => {
    const { collector } = collectorAt();
    const named = { kind: 'named', what: 'web-address', text: 'https://evil.example/x' };
    expect(collector.take(['https://evil.example/x'])).toEqual([named]);
    expect(collector.take(['https://evil.example/x'])).toEqual([]);
    expect(collector.take(['openid-credential-offer://?x=1'])).toMatchObject([{ kind: 'named', what: 'request' }]);
    expect(collector.take([mineParts.part(1)])).toMatchObject([{ kind: 'part' }]);
  });
  it('passes over the small code of the check page beside the share', () => {
    const { collector } = collectorAt();
    expect(collector.take(['https://wallet.example/#/check'])).toEqual([]);
    expect(collector.take(['https://wallet.example/#/check', mineParts.part(2), 'https://x.example/'])).toMatchObject([{ kind: 'part', have: 1 }]);
    expect(collector.take(['https://x.example/'])).toEqual([]);
  });
  it('reads a link of our own in a code', () => {
    const link = `https://wallet.example/#/check/1/${Buffer.from(packEnvelope(mine)).toString('base64url')}`;
    expect(collectorAt().collector.take([link])).toMatchObject([{ kind: 'done', received: { bytes: mine.bytes, mediaType } }]);
    expect(collectorAt().collector.take([link.slice(0, -30)])).toMatchObject([{ kind: 'refused', error: { code: 'receive/incomplete-link' } }]);
  });
  it('keeps parts ten minutes, no longer', () => {
    const { collector, pass } = collectorAt();
    collector.take([mineParts.part(1)]);
    collector.take([mineParts.part(2)]);
    pass(10 * 60_000);
    expect(collector.resume()).toMatchObject([{ kind: 'part', have: 2 }]);
    pass(1);
    expect(collector.resume()).toEqual([]);
  });
  it('refuses an envelope that does not fit its hash, once, and goes on', () => {
    const { collector } = collectorAt();
    const packed = packEnvelope({ bytes: randomText(120, 4), mediaType });
    packed[packed.length - 1] = (packed.at(-1) ?? 0) ^ 1;
    const text = writeSingle(packed);
    expect(collector.take([text])).toMatchObject([{ kind: 'refused', error: { code: 'receive/wrong-checksum' } }]);
    expect(collector.take([text])).toEqual([]);
    expect(collector.take([mineParts.part(1)])).toMatchObject([{ kind: 'part' }]);
  });
});
