import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { describeUnreadable, glimpseOf } from '../../../src/core/formats/glimpse.ts';
import { formats } from '../../../src/core/formats/registry.ts';
import { bundledTools } from '../../../src/core/examine/examine-tools.ts';
import { crc32 } from '../../../src/core/encoding/ur/crc32.ts';
import { examineBytes, testNow } from '../../support/examining.ts';

/** Beginnings that lead into each format, so that random bytes behind them are not all the same refusal. */
const beginnings = [
  '', '{', '[', '"', '{"type":["VerifiableCredential"],', '{"credential":"ey', 'eyJhbGciOiJFUzI1NiJ9.', 'data:,', '<svg xmlns:o="https://purl.imsglobal.org/ob/v3p0"><o:credential>', '%PDF-1.7\n1 0 obj <<', 'PK\u0003\u0004', 'PK\u0005\u0006',
  '<europassCredential xmlns="http://data.europa.eu/europass/model/credentials#">',
].map((text) => Uint8Array.from(text, (letter) => letter.charCodeAt(0)));
const png = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 15, 0x69, 0x54, 0x58, 0x74, ...Buffer.from('openbadges\0\0\0\0\0'));

const hostile = fc
  .tuple(fc.constantFrom(...beginnings, png, Uint8Array.of(0xd2, 0x84)), fc.oneof(fc.uint8Array({ maxLength: 300 }), fc.string({ unit: 'binary', maxLength: 200 }).map((text) => new TextEncoder().encode(text))))
  .map(([beginning, rest]) => new Uint8Array([...beginning, ...rest]));

describe('random bytes', () => {
  test('no recognizer throws, and at most one format takes them', () => {
    fc.assert(
      fc.property(hostile, (bytes) => {
        const glimpse = glimpseOf({ bytes, transport: 'file', arrivedAt: testNow });
        const taking = formats.filter((format) => format.recognize(glimpse)).map(({ id }) => id);
        expect(taking.length).toBeLessThanOrEqual(1);
        expect(() => describeUnreadable(glimpse)).not.toThrow();
      }),
      { numRuns: 3_000 },
    );
  });

  test('every format opens or refuses whatever it recognizes, and never throws', async () => {
    await fc.assert(
      fc.asyncProperty(hostile, async (bytes) => {
        const glimpse = glimpseOf({ bytes, transport: 'file', arrivedAt: testNow });
        for (const format of formats) {
          if (!format.recognize(glimpse)) continue;
          const open = await format.load();
          expect(() => open(glimpse, bundledTools)).not.toThrow();
        }
        const seen = await examineBytes(bytes);
        expect(['valid', 'unconfirmed', 'lapsed']).not.toContain(seen.class);
      }),
      { numRuns: 2_000 },
    );
  });

  test('the checksum is that of the standard', () => {
    expect(crc32(new TextEncoder().encode('123456789'))).toBe(0xcbf43926);
  });
});
