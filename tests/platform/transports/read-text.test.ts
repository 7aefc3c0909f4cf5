import { describe, expect, it } from 'vitest';
import { packEnvelope } from '../../../src/core/encoding/envelope.ts';
import { splitUr, writeSingle } from '../../../src/core/encoding/ur/ur-splitter.ts';
import { toInstant } from '../../../src/core/model/instant.ts';
import { maxFileBytes, maxLinkCharacters } from '../../../src/core/model/limits.ts';
import { readFile } from '../../../src/platform/transports/file/read-file.ts';
import { readText } from '../../../src/platform/transports/text/read-text.ts';
import { cpuTimeOf } from '../../support/cpu-time.ts';

const at = toInstant(7);
const share = { bytes: new TextEncoder().encode(`{"type":"VerifiablePresentation","x":"${'a1b2'.repeat(20)}"}`), mediaType: 'application/vp' };
const link = `https://wallet.example/app/#/check/1/${Buffer.from(packEnvelope(share)).toString('base64url')}`;
const read = (text: string) => readText(text, 'paste', at);

describe('reading text', () => {
  it('opens a link of our own, whatever its host, and a whole code', () => {
    expect(read(link)).toEqual({ ok: true, value: { ...share, transport: 'paste', arrivedAt: 7 } });
    expect(read(` ${link}\n`).ok).toBe(true);
    expect(read(writeSingle(packEnvelope(share)))).toMatchObject({ ok: true, value: share });
  });
  it('says of a link cut short at any place that it is incomplete', () => {
    const start = link.indexOf('/1/') + 3;
    for (let end = start; end < link.length; end += 1) {
      expect(read(link.slice(0, end))).toMatchObject({ ok: false, error: { code: 'receive/incomplete-link' } });
    }
  });
  it('B10 is not held up by a link made of padding, and reads one that is padded', async () => {
    const { result, ms } = await cpuTimeOf(() => read(`#/check/1/${'='.repeat(500_000)}A`));
    expect(result).toMatchObject({ ok: false, error: { code: 'receive/incomplete-link' } });
    expect(ms).toBeLessThan(3_000);
    const written = ['a', 'ab', 'abc'].map((name) => Buffer.from(packEnvelope({ ...share, name })).toString('base64').replaceAll('+', '-').replaceAll('/', '_'));
    expect(new Set(written.map((each) => /=*$/.exec(each)?.[0]))).toEqual(new Set(['', '=', '==']));
    for (const each of written) expect(read(`#/check/1/${each}`).ok).toBe(true);
  });
  it('refuses a link whose payload was changed', () => {
    const packed = packEnvelope({ bytes: Uint8Array.from({ length: 64 }, (_, index) => (index * 73) % 251), mediaType: 'a/b' });
    packed[30] = (packed[30] ?? 0) ^ 1;
    expect(read(`#/check/1/${Buffer.from(packed).toString('base64url')}`)).toMatchObject({ error: { code: 'receive/wrong-checksum' } });
  });
  it('gives credential text byte for byte', () => {
    expect(read('{"a": 1}')).toMatchObject({ ok: true, value: { bytes: new TextEncoder().encode('{"a": 1}'), transport: 'paste' } });
  });
  it.each([
    ['nothing', ' ', 'receive/empty'],
    ['one part of a moving code', splitUr(Uint8Array.from({ length: 2_000 }, (_, i) => i % 251), 400).part(2), 'receive/unrecognized'],
    ['a recovery code', 'MECUM-RECOVERY:1:123456', 'receive/foreign-request'],
    ['a lone surrogate', '{"a":"\uD800"}', 'open/not-utf8'],
    ['a code with one wrong letter', writeSingle(packEnvelope(share)).replace(/.$/, (last) => (last === 'A' ? 'B' : 'A')), 'receive/wrong-checksum'],
    ['a link beyond the cap', `#/check/1/${'A'.repeat(maxLinkCharacters + 1)}`, 'receive/too-large'],
  ])('B101 refuses %s', (_, text, code) => {
    expect(read(text)).toMatchObject({ ok: false, error: { code } });
  });
  it('B96 passes a web address on as text to be named, and asks nobody', () => {
    expect(read('https://example.org/badge')).toMatchObject({ ok: true, value: { bytes: new TextEncoder().encode('https://example.org/badge') } });
  });
});

describe('reading files', () => {
  it('gives bytes, kind and name as they are', async () => {
    const file = new File(['{"a":1}'], 'badge.json', { type: 'application/json' });
    expect(await readFile(file, 'drop', at)).toEqual({
      ok: true,
      value: { bytes: new TextEncoder().encode('{"a":1}'), mediaType: 'application/json', fileName: 'badge.json', transport: 'drop', arrivedAt: 7 },
    });
  });
  it('refuses an empty file', async () => {
    expect(await readFile(new File([], 'x'), 'file', at)).toMatchObject({ error: { code: 'receive/empty' } });
  });
  it('refuses a file over the cap without reading a byte of it', async () => {
    let wasRead = false;
    const file = { size: maxFileBytes + 1, type: '', name: 'big', arrayBuffer: () => ((wasRead = true), Promise.resolve(new ArrayBuffer(0))) };
    expect(await readFile(file as unknown as File, 'file', at)).toMatchObject({ error: { code: 'receive/too-large' } });
    expect(wasRead).toBe(false);
    expect((await readFile({ ...file, size: 5, arrayBuffer: () => Promise.resolve(new ArrayBuffer(5)) } as unknown as File, 'file', at)).ok).toBe(true);
  });
  it('says so where the file is no longer there', async () => {
    const gone = { size: 5, type: '', name: 'gone', arrayBuffer: () => Promise.reject(new DOMException('', 'NotFoundError')) };
    expect(await readFile(gone as unknown as File, 'file', at)).toMatchObject({ error: { code: 'receive/unrecognized', facts: { why: 'file-gone' } } });
  });
});

describe('a moving code without a camera', () => {
  const { count, part } = splitUr(packEnvelope({ bytes: Uint8Array.from({ length: 1_500 }, (_, i) => (i * i * 31) % 251), mediaType: 'a/b' }), 200);
  const lines = Array.from({ length: count }, (_, index) => part(index + 1));
  it('is joined from its parts, one a line, in any order', () => {
    expect(read(lines.toReversed().join('\n'))).toMatchObject({ ok: true, value: { mediaType: 'a/b' } });
  });
  it('says how many parts are there while some are missing', () => {
    expect(read(lines.slice(1).join('\n'))).toMatchObject({ ok: false, error: { facts: { what: 'part', part: count - 1, of: count } } });
  });
  it('B97 refuses a part of another code among them', () => {
    const other = splitUr(Uint8Array.from({ length: 900 }, (_, i) => i % 7), 200).part(1);
    expect(read([lines[0], other].join('\n'))).toMatchObject({ error: { code: 'receive/other-code-set' } });
  });
});
