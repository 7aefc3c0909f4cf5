import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { toCanonicalJson } from '../../../src/core/encoding/canonical-json.ts';
import { readStrictJson } from '../../../src/core/encoding/strict-json.ts';
import type { JsonValue } from '../../../src/core/model/json.ts';

const folder = '../shared/fixtures/public/cyberphone__json-canonicalization';

test('B02 what JCS cannot write without loss is refused', () => {
  for (const value of ['\ud800', { a: ['x\udc00'] }, { '\ud800': 1 }]) expect(toCanonicalJson(value)).toMatchObject({ error: { code: 'open/not-utf8' } });
  for (const value of [-0, Number.NaN, Number.POSITIVE_INFINITY, [{ a: -0 }]]) expect(toCanonicalJson(value)).toMatchObject({ error: { code: 'open/unsafe-number' } });
  expect(toCanonicalJson({ b: [1e21, 0.000001, 1e-7, '\u20ac$\u000f\n"\\', null, true], a: {}, '\u{1f600}': 1, '\ufb33': 2 })).toEqual({
    ok: true,
    value: '{"a":{},"b":[1e+21,0.000001,1e-7,"€$\\u000f\\n\\"\\\\",null,true],"😀":1,"\ufb33":2}',
  });
});

test('objects without a prototype are written like any other', () => {
  const read = readStrictJson(new TextEncoder().encode('{"b":{"d":1,"c":2},"a":[]}'));
  expect(read.ok && toCanonicalJson(read.value.value)).toEqual({ ok: true, value: '{"a":[],"b":{"c":2,"d":1}}' });
});

describe.skipIf(!existsSync(folder))('RFC 8785 inputs of the reference implementation (needs ../shared/fixtures)', () => {
  test.each(['arrays', 'structures', 'unicode', 'weird'])('%s keeps its meaning and has sorted members', (name) => {
    const value = JSON.parse(readFileSync(`${folder}/testdata_input_${name}.json`, 'utf8')) as JsonValue;
    const written = toCanonicalJson(value);
    if (!written.ok) throw new Error(written.error.code);
    expect(JSON.parse(written.value)).toEqual(value);
    expect(toCanonicalJson(JSON.parse(written.value) as JsonValue)).toEqual(written);
  });
});
