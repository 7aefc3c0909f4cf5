import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ParsedJson, StrictJsonCaps } from '../../../src/core/encoding/strict-json.ts';
import { readStrictJson } from '../../../src/core/encoding/strict-json.ts';
import { encodeUtf8 } from '../../../src/core/encoding/utf8.ts';
import { maxDepth, maxNodesPerCredential } from '../../../src/core/model/limits.ts';
import { sampleBadge } from '../../support/sample-badge.ts';
import { cpuTimeOf } from '../../support/cpu-time.ts';

function codeOf(input: string | Uint8Array, caps?: StrictJsonCaps): string {
  const read = readStrictJson(typeof input === 'string' ? encodeUtf8(input) : input, caps);
  return read.ok ? 'ok' : read.error.code;
}

function parse(text: string): ParsedJson {
  const read = readStrictJson(encodeUtf8(text));
  if (!read.ok) throw new Error(read.error.code);
  return read.value;
}

function bytes(...values: (number | string)[]): Uint8Array {
  return new Uint8Array(values.flatMap((value) => (typeof value === 'number' ? [value] : [...encodeUtf8(value)])));
}

describe('B01 duplicate member names are refused', () => {
  test.each(['{"iss":"a","iss":"b"}', '{"a":{"b":1,"b":1}}', '{"iss":1,"\\u0069ss":2}', '[{"x":1},{"y":1,"y":1}]'])('%s', (text) => {
    expect(codeOf(text)).toBe('open/duplicate-key');
  });
  test('the same name in two objects is fine', () => expect(codeOf('{"a":{"b":1},"b":2}')).toBe('ok'));
});

describe('B02 anything but well-formed UTF-8 without a mark is refused', () => {
  test.each([
    ['byte-order mark', bytes(0xef, 0xbb, 0xbf, '{}')],
    ['UTF-16 with mark', bytes(0xff, 0xfe, 0x7b, 0, 0x7d, 0)],
    ['UTF-16 without mark, little-endian', bytes(0x7b, 0, 0x7d, 0)],
    ['UTF-16 without mark, big-endian', bytes(0, 0x7b, 0, 0x7d)],
    ['overlong slash', bytes('"', 0xc0, 0xaf, '"')],
    ['encoded surrogate', bytes('"', 0xed, 0xa0, 0x80, '"')],
    ['stray continuation', bytes('"', 0x80, '"')],
    ['beyond U+10FFFF', bytes('"', 0xf4, 0x90, 0x80, 0x80, '"')],
    ['escaped high surrogate alone', bytes('"\\ud800"')],
    ['escaped low surrogate alone', bytes('"\\udc00"')],
    ['escaped surrogates in the wrong order', bytes('"\\udc00\\ud800"')],
    ['escaped high surrogate twice', bytes('"\\ud800\\ud800"')],
    ['escaped high surrogate before a letter', bytes('"\\ud800\\u0041"')],
    ['escaped lone surrogate in a name', bytes('{"\\ud800":1}')],
  ])('%s', (_name, input) => expect(codeOf(input)).toBe('open/not-utf8'));
  test('pairs, raw or escaped, are fine', () => {
    expect(parse('["\\ud83d\\ude00","😀"]').value).toEqual(['😀', '😀']);
  });
});

describe('B03 nesting beyond the cap is refused before anything walks it', () => {
  test.each([maxDepth + 1, 10_000, 1_000_000])('%d levels', (depth) => {
    expect(codeOf('['.repeat(depth) + ']'.repeat(depth))).toBe('open/too-deep');
    expect(codeOf('{"a":'.repeat(depth) + '1' + '}'.repeat(depth))).toBe('open/too-deep');
    expect(codeOf('['.repeat(depth))).toBe('open/too-deep');
  });
  test('exactly the cap is read', () => expect(codeOf('['.repeat(maxDepth) + ']'.repeat(maxDepth))).toBe('ok'));
});

describe('B04 numbers that a double cannot hold are refused', () => {
  test.each([
    '9007199254740992', '-9007199254740992', '9007199254740993', '123456789012345678901234567890', '1e400', '-1e400', '1e300', '9007199254740993.0',
    '-0', '-0.0', '-0e5', '1e-400', '3.141592653589793238462643383279', '0.1234567890123456789', '1.00000000000000000001',
  ])('%s', (text) => {
    expect(codeOf(text)).toBe('open/unsafe-number');
    expect(codeOf(`{"a":[${text}]}`)).toBe('open/unsafe-number');
  });
  test.each(['9007199254740991', '-9007199254740991', '0', '0.0', '1e3', '1E+2', '0.1', '1.50', '12.000000000000000000000', '1e-7', '0.30000000000000004'])('%s is read', (text) => {
    expect(parse(text).value).toBe(Number(text));
  });
  test('B10 a number with half a million zeros in it is refused, and with as many at its end read, each in a moment', async () => {
    for (const [end, code] of [['1', 'open/unsafe-number'], ['', 'ok']] as const) {
      const { result, ms } = await cpuTimeOf(() => codeOf(`{"a":0.5${'0'.repeat(500_000)}${end}}`));
      expect(result).toBe(code);
      expect(ms).toBeLessThan(3_000);
    }
  });
});

describe('B05 names that reach into objects are refused', () => {
  test.each(['{"__proto__":{}}', '{"a":{"constructor":1}}', '[{"prototype":1}]', '{"\\u005f_proto__":1}'])('%s', (text) => {
    expect(codeOf(text)).toBe('open/forbidden-key');
  });
  test('objects have no prototype, and other names of methods are mere names', () => {
    const { value } = parse('{"hasOwnProperty":1,"toString":2}');
    expect(Object.getPrototypeOf(value)).toBeNull();
    expect(Object.keys(value as object)).toEqual(['hasOwnProperty', 'toString']);
  });
});

describe('B06 sizes beyond the caps are refused with the limit named', () => {
  const caps = { maxBytes: 1_000, maxNodes: 10, maxStringBytes: 20 };
  test.each([
    ['bytes', `"${'a'.repeat(999)}"`, 'receive/too-large', 1_000],
    ['nodes', `[${'1,'.repeat(10)}1]`, 'open/too-many-nodes', 10],
    ['string', `"${'a'.repeat(21)}"`, 'open/string-too-long', 20],
    ['string by its bytes', `"${'é'.repeat(11)}"`, 'open/string-too-long', 20],
    ['string with escapes', `"\\n${'a'.repeat(20)}"`, 'open/string-too-long', 20],
    ['name', `{"${'a'.repeat(21)}":1}`, 'open/string-too-long', 20],
  ])('%s', (_name, text, code, limit) => {
    const read = readStrictJson(encodeUtf8(text), caps);
    expect(read).toMatchObject({ ok: false, error: { code, facts: { limit } } });
  });
  test('a credential of too many nodes', () => expect(codeOf(`[${'0,'.repeat(maxNodesPerCredential)}0]`)).toBe('open/too-many-nodes'));
  test('just within each cap', () => {
    expect(codeOf(`[${'1,'.repeat(8)}1]`, caps)).toBe('ok');
    expect(codeOf(`"${'é'.repeat(10)}"`, caps)).toBe('ok');
  });
  test('60 MB are refused unread, 8 MiB are read in a second or two, a badge in a millisecond or two', async () => {
    expect(codeOf(new Uint8Array(60_000_000).fill(0x20))).toBe('receive/too-large');
    const large = encodeUtf8(JSON.stringify(Array.from({ length: 15_000 }, (_, index) => ({ [`name ${index}`]: 'é'.repeat(262) }))));
    expect(large.length).toBeGreaterThan(7.5 * 1024 * 1024);
    const read = await cpuTimeOf(() => readStrictJson(large, { maxNodes: 40_000 }).ok);
    expect(read.result).toBe(true);
    expect(read.ms).toBeLessThan(2_000);
    const badge = encodeUtf8(JSON.stringify(sampleBadge('did:example:a')));
    const badges = await cpuTimeOf(() => Array.from({ length: 200 }, () => readStrictJson(badge).ok));
    expect(badges.ms / 200).toBeLessThan(2);
  });
});

describe('an end that comes too soon is told apart from nonsense', () => {
  const text = JSON.stringify({ a: [1, -2.5, 'x\n😀é'], b: { c: true, d: null, e: false }, f: '\u0001' });
  test('every prefix is truncated', () => {
    const all = encodeUtf8(text);
    for (let length = 0; length < all.length; length += 1) expect([length, codeOf(all.slice(0, length))]).toEqual([length, 'open/truncated']);
    expect(codeOf(all)).toBe('ok');
  });
  test.each(['{"a" 1}', '{a:1}', "{'a':1}", '[1,]', '{"a":1,}', '[1 2]', 'nul1', 'True', '01', '+1', '.5', '1.x', '1ex', '0x10', 'NaN', '"\t"', '"\\x"', '"\\u12g4"', '{}{}', '1 2', '{} x', '// c\n1', '[1]]', '}', '\u00a01', '\u2028{}'])(
    '%j is malformed',
    (wrong) => expect(codeOf(wrong)).toBe('open/malformed'),
  );
  test('the place is a byte offset', () => {
    expect(readStrictJson(encodeUtf8('{"é":x}'))).toMatchObject({ error: { facts: { at: 6 } } });
  });
});

describe('the way back to the bytes', () => {
  const text = ' [ {"é" : "\\u00e9" , "list":[ 1,  {"x":"]}\\"\\\\" } ,"" ]}, 2.50 , "a\\u0022b" ,{} ,[] ]\n';
  const slice = (...pointer: (string | number)[]): string | undefined => {
    const found = parse(text).sliceAt(pointer);
    return found === undefined ? undefined : new TextDecoder().decode(found);
  };
  test('gives the exact text of a value', () => {
    expect(slice()).toBe(text.trim());
    expect(slice(0, 'é')).toBe('"\\u00e9"');
    expect(slice(0, 'list')).toBe('[ 1,  {"x":"]}\\"\\\\" } ,"" ]');
    expect(slice(0, 'list', 0)).toBe('1');
    expect(slice(0, 'list', 1)).toBe('{"x":"]}\\"\\\\" }');
    expect(slice(0, 'list', 1, 'x')).toBe('"]}\\"\\\\"');
    expect(slice(1)).toBe('2.50');
    expect(slice(2)).toBe('"a\\u0022b"');
    expect(slice(3)).toBe('{}');
    expect(slice(4)).toBe('[]');
  });
  test('gives nothing where the path leads nowhere', () => {
    expect([slice(9), slice('é'), slice(0, 'list', 3), slice(0, 0), slice(1, 0), slice(2, 0), slice(4, 0), slice(3, 'a'), slice(0, 'list', -1)]).toEqual(Array(9).fill(undefined));
  });
  test('a name written with escapes is found by what it means', () => {
    expect(new TextDecoder().decode(parse('{"\\u0061":[7]}').sliceAt(['a', 0]))).toBe('7');
  });
  test('a thousand elements are found in one pass', async () => {
    const items = Array.from({ length: 1_000 }, (_, index) => ({ index, text: 'ü'.repeat(2_000) }));
    const read = readStrictJson(encodeUtf8(JSON.stringify(items)));
    if (!read.ok) throw new Error(read.error.code);
    const { result, ms } = await cpuTimeOf(() => items.map((_item, index) => new TextDecoder().decode(read.value.sliceAt([index]))));
    expect(result).toEqual(items.map((item) => JSON.stringify(item)));
    expect(ms).toBeLessThan(2_000);
  });
});

describe('against the built-in parser', () => {
  const plain = fc.jsonValue({ maxDepth: 6 }).filter((value) => !/__proto__|constructor|prototype/.test(JSON.stringify(value)));
  test('what is read is what it says, or is refused for a reason of its own', () => {
    fc.assert(
      fc.property(plain, fc.constantFrom(undefined, 1, '\t'), (value, indent) => {
        const text = JSON.stringify(value, null, indent);
        const read = readStrictJson(encodeUtf8(text));
        const own = ['open/unsafe-number', 'open/not-utf8'];
        expect(read.ok ? JSON.stringify(read.value.value) : own.includes(read.error.code)).toBe(read.ok ? JSON.stringify(JSON.parse(text)) : true);
      }),
      { numRuns: 400 },
    );
  });
  test('nothing is read that the built-in parser refuses, and random bytes never throw', () => {
    const near = fc.string({ unit: fc.constantFrom('{', '}', '[', ']', '"', ':', ',', '\\', 'u', '0', '1', '-', 'e', '.', 't', 'true', 'null', ' ', 'é', '\n', 'd8', '/') });
    fc.assert(
      fc.property(fc.oneof(fc.uint8Array(), near.map(encodeUtf8)), (input) => {
        const read = readStrictJson(input);
        const builtIn = read.ok ? JSON.stringify(JSON.parse(new TextDecoder().decode(input))) : '';
        expect(read.ok ? JSON.stringify(read.value.value) : '').toBe(builtIn);
      }),
      { numRuns: 2_000 },
    );
  });
});
