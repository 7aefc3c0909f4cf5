import { base58, base64, base64urlnopad } from '@scure/base';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodeBase64, encodeBase64 } from '../../../src/core/encoding/base64.ts';
import { decodeBase64url, encodeBase64url } from '../../../src/core/encoding/base64url.ts';
import { decodeHex, encodeHex } from '../../../src/core/encoding/hex.ts';
import { decodeBase58btc, encodeBase58btc } from '../../../src/core/encoding/multibase.ts';
import { multicodecs, readMulticodec, writeMulticodec } from '../../../src/core/encoding/multicodec.ts';
import { sha256Short } from '../../../src/core/encoding/sha256-short.ts';
import { sha256, sha256Hex } from '../../../src/core/encoding/sha256.ts';
import { decodeUtf8, encodeUtf8, isWellFormedText, utf8Length } from '../../../src/core/encoding/utf8.ts';

const codeOf = (attempt: { ok: boolean; error?: { code: string } }): string => (attempt.ok ? 'ok' : (attempt.error?.code ?? ''));

describe('B07 base64url has one spelling', () => {
  test.each(['YQ==', 'YQ=', 'YWI=', ' YQ', 'YQ ', 'Y Q', 'YQ\n', 'YR', 'YWJ', 'Y', 'YWJjZ', 'YW+j', 'YW/j', 'YWé', 'ＹＱ'])('%j is refused', (text) => {
    expect(codeOf(decodeBase64url(text))).toBe('open/malformed');
  });
  test.each([['', ''], ['YQ', 'a'], ['YWI', 'ab'], ['YWJj', 'abc'], ['-_8', '\u00fb\u00ff']])('%j is read', (text, chars) => {
    const read = decodeBase64url(text);
    expect(read.ok && String.fromCharCode(...read.value)).toBe(chars);
  });
  test('as another implementation reads and writes, whatever the bytes; no other spelling is taken', () => {
    fc.assert(
      fc.property(fc.uint8Array(), fc.string({ unit: fc.constantFrom('A', 'B', 'g', 'w', '_', '-', '=', '/', ' ') }), (bytes, text) => {
        const written = encodeBase64url(bytes);
        expect(written).toBe(base64urlnopad.encode(bytes));
        expect(decodeBase64url(written)).toEqual({ ok: true, value: bytes });
        const read = decodeBase64url(text);
        expect(read.ok ? encodeBase64url(read.value) : text).toBe(text);
      }),
    );
  });
});

test('base64 is padded and has one spelling', () => {
  fc.assert(fc.property(fc.uint8Array(), (bytes) => {
    expect(encodeBase64(bytes)).toBe(base64.encode(bytes));
    expect(decodeBase64(base64.encode(bytes))).toEqual({ ok: true, value: bytes });
  }));
  for (const text of ['YQ', 'YQ=', 'YR==', 'YQ===', '====', 'YQ==YQ==', '-_8=', 'YQ==\n']) expect(codeOf(decodeBase64(text))).toBe('open/malformed');
});

test('hexadecimal goes both ways and takes whole bytes only', () => {
  fc.assert(fc.property(fc.uint8Array(), (bytes) => {
    expect(encodeHex(bytes)).toBe(Buffer.from(bytes).toString('hex'));
    expect(decodeHex(encodeHex(bytes).toUpperCase())).toEqual({ ok: true, value: bytes });
  }));
  for (const text of ['0', 'xy', '0x00', ' 00', '00 ']) expect(codeOf(decodeHex(text))).toBe('open/malformed');
});

test('multibase is base58btc and nothing else', () => {
  fc.assert(fc.property(fc.uint8Array({ maxLength: 100 }), (bytes) => {
    expect(encodeBase58btc(bytes)).toBe(`z${base58.encode(bytes)}`);
    expect(decodeBase58btc(encodeBase58btc(bytes))).toEqual({ ok: true, value: bytes });
  }));
  for (const text of ['', 'u', 'uAQ', 'Z2g', 'z0', 'zO', 'zI', 'zl', 'z ', 'z2g=', `z${'1'.repeat(2_000)}`]) expect(codeOf(decodeBase58btc(text))).toBe('open/malformed');
});

test('a multicodec has one spelling', () => {
  expect(writeMulticodec(multicodecs.ed25519Public, new Uint8Array([7]))).toEqual(new Uint8Array([0xed, 0x01, 7]));
  expect(writeMulticodec(multicodecs.p256Public, new Uint8Array(0))).toEqual(new Uint8Array([0x80, 0x24]));
  fc.assert(fc.property(fc.integer({ min: 0, max: 2 ** 40 }), fc.uint8Array({ maxLength: 5 }), (code, bytes) => {
    expect(readMulticodec(writeMulticodec(code, bytes))).toEqual({ ok: true, value: { code, bytes } });
  }));
  for (const wrong of [[], [0x80], [0xed, 0x81, 0x00], [0x80, 0x00], [0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x7f]]) {
    expect(codeOf(readMulticodec(new Uint8Array(wrong)))).toBe('open/malformed');
  }
});

test('both ways to SHA-256 agree', async () => {
  expect(await sha256Hex('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
  await fc.assert(fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), async (bytes) => {
    expect(sha256Short(bytes)).toEqual(await sha256(bytes));
  }));
});

test('UTF-8 goes both ways, its length is told without writing it, and lone surrogates are seen', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => {
    expect(utf8Length(text)).toBe(encodeUtf8(text).length);
    expect(isWellFormedText(text)).toBe(true);
    const read = decodeUtf8(encodeUtf8(text));
    const isMarked = text.startsWith('\ufeff') || /^[\s\S]?\0/.test(text);
    expect(read.ok ? read.value : isMarked).toBe(read.ok ? text : true);
  }));
  for (const text of ['\ud800', '\udc00', 'a\ud800b', '\udc00\ud800', '\ud800\ud800\udc00']) {
    expect(isWellFormedText(text)).toBe(false);
    expect(utf8Length(text)).toBe(encodeUtf8(text).length);
  }
});
