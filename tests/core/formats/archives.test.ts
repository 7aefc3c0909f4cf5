import { zipSync, zlibSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { encodeUtf8 } from '../../../src/core/encoding/utf8.ts';
import type { Examination } from '../../../src/core/model/examination.ts';
import { makePdf, makePng, makeSvg, makeZip, textChunk } from '../../../src/tools/sampling/make-packings.ts';
import { cpuTimeOf } from '../../support/cpu-time.ts';
import { examineBytes } from '../../support/examining.ts';
import { badge, cast, signJcs } from '../../support/signing.ts';

const { issuer } = await cast();
const json = JSON.stringify(await signJcs(badge(issuer.did), issuer));

function told(seen: Examination): unknown {
  if (seen.kind === 'unreadable') return `${seen.error.code} ${String(seen.error.facts['why'] ?? '')}`.trim();
  return seen.kind === 'collection' ? seen.parts.map(told) : seen.headline;
}

/** An archive whose one entry is listed again and again, with a checksum that is wrong by `wrong`. */
function onSameBytes(archive: Uint8Array, times: number, wrong: number): Uint8Array {
  const bytes = Buffer.from(archive);
  const at = bytes.indexOf('PK\u0001\u0002');
  const end = bytes.indexOf('PK\u0005\u0006');
  const entry = Buffer.from(bytes.subarray(at, end));
  entry.writeUInt8(entry.readUInt8(16) ^ wrong, 16);
  const closing = Buffer.from(bytes.subarray(end));
  closing.writeUInt16LE(times, 8);
  closing.writeUInt16LE(times, 10);
  closing.writeUInt32LE(entry.length * times, 12);
  return new Uint8Array(Buffer.concat([bytes.subarray(0, at), ...Array.from({ length: times }, () => entry), closing]));
}

describe('a ZIP', () => {
  test('each file is found by its content; names mean nothing; what is no credential is left out and counted', async () => {
    const archive = makeZip({ '../../etc/passwd': json, 'C:\\x\\badge.exe': makePng(textChunk('openbadgecredential', json)), 'photo.json': makePng(), 'index.html': '<html></html>', 'a/': '' });
    const seen = await examineBytes(archive);
    expect(told(seen)).toEqual(['unknown-issuer', 'unknown-issuer']);
    if (seen.kind !== 'collection') throw new Error(seen.kind);
    expect(seen.leftOut).toEqual({ keys: 0, others: 2 });
    expect(seen.parts.map((part) => ('fileName' in part ? part.fileName : undefined))).toEqual(['passwd', 'badge.exe']);
    expect(seen.parts.map((part) => (part.kind === 'credential' ? part.mediaType : ''))).toEqual(['application/json', 'image/png']);
  });

  test('a broken credential among good ones is named, and so is one that cannot be unpacked', async () => {
    expect(told(await examineBytes(makeZip({ a: json, b: json.slice(0, 300) })))).toEqual(['unknown-issuer', 'open/truncated']);
    const archive = makeZip({ a: json, b: `${json} ` });
    const second = Buffer.from(archive).indexOf('PK\u0001\u0002', Buffer.from(archive).indexOf('PK\u0001\u0002') + 4);
    const encrypted = archive.slice();
    encrypted[second + 8] = 1;
    expect(told(await examineBytes(encrypted))).toEqual(['unknown-issuer', 'open/unsupported-version encrypted']);
    const wrongSum = archive.slice();
    wrongSum[second + 16] = (wrongSum[second + 16] ?? 0) ^ 1;
    expect(told(await examineBytes(wrongSum))).toEqual(['unknown-issuer', 'open/malformed checksum']);
  });

  test('without a credential in it, it is no credential', async () => {
    expect(await examineBytes(makeZip({ 'a.txt': 'nothing' }))).toMatchObject({ kind: 'unreadable', looksLike: 'zip', error: { code: 'receive/unrecognized' } });
    expect(await examineBytes(makeZip({}))).toMatchObject({ kind: 'unreadable', looksLike: 'zip' });
  });

  test('B06 archives in archives are opened three deep and no deeper', async () => {
    const nest = (times: number): Uint8Array<ArrayBuffer> => (times === 0 ? encodeUtf8(json) : makeZip({ a: nest(times - 1) }));
    expect(told(await examineBytes(nest(3)))).toEqual([[['unknown-issuer']]]);
    expect(told(await examineBytes(nest(4)))).toEqual([[[['open/too-deep']]]]);
  });

  test('B06 a bomb is stopped by what it unpacks to, alone, in many files, and in archives in archives', async () => {
    const zeros = new Uint8Array(40 * 1024 * 1024);
    const one = new Uint8Array(zipSync({ a: zeros }, { level: 9 }));
    const half = new Uint8Array(zipSync({ a: zeros.subarray(0, 900_000) }, { level: 9 }));
    const many = makeZip(Object.fromEntries(Array.from({ length: 200 }, (_, index) => [`${index}.zip`, half])));
    const { ms } = await cpuTimeOf(async () => {
      expect(told(await examineBytes(one))).toBe('receive/too-large');
      const seen = await examineBytes(many);
      expect(JSON.stringify(told(seen))).toContain('receive/too-large');
      expect(seen.class).toBe('refused');
    });
    expect(ms).toBeLessThan(6_000);
  });

  test('B06 broken entries are counted as whole ones: a thousand that stand on the same bytes are stopped', async () => {
    const archive = makeZip({ a: 'abcdefgh'.repeat(2 * 1024 * 1024) });
    const [many, twin] = [onSameBytes(archive, 1_000, 1), onSameBytes(makeZip({ a: json }), 20, 0)];
    const { ms } = await cpuTimeOf(async () => {
      expect(told(await examineBytes(many))).toBe('receive/too-large');
    });
    expect(ms).toBeLessThan(6_000);
    expect(told(await examineBytes(twin))).toEqual(Array.from({ length: 20 }, () => 'unknown-issuer'));
  });

  test('B06 more than 1,000 files are refused, 1,000 are not', async () => {
    const files = (count: number): Record<string, string> => Object.fromEntries(Array.from({ length: count }, (_, index) => [`${index}`, index === 0 ? json : 'x']));
    expect(told(await examineBytes(makeZip(files(1_001))))).toBe('open/too-many-nodes');
    expect(told(await examineBytes(makeZip(files(1_000))))).toEqual(['unknown-issuer']);
  });

  test('a picture and the badge in it are one credential: a thousand pictures in a folder are read, and nothing beyond', async () => {
    const picture = makePng(textChunk('openbadgecredential', json));
    const folder = (pictures: number, list: number): Uint8Array =>
      makeZip({ ...Object.fromEntries(Array.from({ length: pictures }, (_, index) => [`${index}.png`, picture])), ...(list === 0 ? {} : { 'z.json': `[${Array.from({ length: list }, () => json).join()}]` }) });
    const seen = told(await examineBytes(folder(600, 0)));
    expect(seen).toEqual(Array.from({ length: 600 }, () => 'unknown-issuer'));
    expect((told(await examineBytes(folder(600, 400))) as readonly unknown[][]).at(-1)?.at(-1)).toBe('open/too-many-nodes');
  });

  test('B08 bytes before the end of the directory or after it are refused', async () => {
    const archive = makeZip({ a: json });
    expect(told(await examineBytes(new Uint8Array([...archive, 0])))).toBe('open/truncated');
    expect(told(await examineBytes(archive.slice(0, -1)))).toBe('open/truncated');
  });
});

describe('a PDF', () => {
  test('alone it is a document that is kept, with no claims and no verdict', async () => {
    const pdf = makePdf([]);
    const seen = await examineBytes(pdf);
    expect(seen).toMatchObject({ kind: 'credential', format: 'pdf', headline: 'unsigned', class: 'unknown', mediaType: 'application/pdf' });
    if (seen.kind !== 'credential') throw new Error(seen.kind);
    expect(seen.raw).toEqual(pdf);
    const other = await examineBytes(makePdf([], { signed: true }));
    expect(other).toMatchObject({ headline: 'not-checked', proofs: [{ name: 'Signed PDF' }] });
    expect(other.kind === 'credential' && other.sameness).not.toBe(seen.sameness);
  });

  test('attached credentials are pulled out, deflated or not, and the document stays beside them', async () => {
    for (const deflated of [false, true]) {
      const pdf = makePdf([json, 'a letter', makeSvg('ob3', { json })], { deflated, signed: true });
      const seen = await examineBytes(pdf);
      expect(told(seen)).toEqual(['unknown-issuer', 'unknown-issuer', 'not-checked']);
      if (seen.kind !== 'collection') throw new Error(seen.kind);
      expect(seen.class).toBe('unknown');
      expect(seen.leftOut).toEqual({ keys: 0, others: 1 });
      const [first, , itself] = seen.parts;
      expect(first?.kind === 'credential' && new TextDecoder().decode(first.raw)).toBe(json);
      expect(itself?.kind === 'credential' && itself.raw).toEqual(pdf);
    }
  });

  test('an attachment is found by a file specification that is packed in an object stream', async () => {
    const specification = '<< /Type /Filespec /EF << /F 5 0 R >> >>';
    const packed = zlibSync(encodeUtf8(`10 0 ${specification}`));
    const file = zlibSync(encodeUtf8(json));
    const pdf = Buffer.concat([
      encodeUtf8(`%PDF-1.7\n4 0 obj\n<< /Type /ObjStm /N 1 /First 5 /Filter /FlateDecode /Length ${packed.length} >>\nstream\n`),
      packed,
      encodeUtf8(`\nendstream\nendobj\n5 0 obj\n<< /Filter [/FlateDecode] /Length ${file.length} >>\nstream\r\n`),
      file,
      encodeUtf8('\nendstream\nendobj\n%%EOF'),
    ]);
    expect(told(await examineBytes(new Uint8Array(pdf)))).toEqual(['unknown-issuer', 'unsigned']);
    const unnamed = Buffer.from(pdf.toString('latin1').replace('/ObjStm', '/ObjStx'), 'latin1');
    expect(told(await examineBytes(new Uint8Array(unnamed)))).toBe('unsigned');
  });

  test('B06 attachments and object streams that are bombs are stopped', async () => {
    const bomb = zlibSync(new Uint8Array(120 * 1024 * 1024), { level: 9 });
    const pdf = (kind: string): Uint8Array => new Uint8Array(Buffer.concat([encodeUtf8(`%PDF-1.7\n5 0 obj\n<< /Type /${kind} /N 9 /First 9 /Filter /FlateDecode /Length ${bomb.length} >>\nstream\n`), bomb, encodeUtf8('\nendstream\nendobj\n')]));
    const { ms } = await cpuTimeOf(async () => {
      for (const kind of ['EmbeddedFile', 'ObjStm']) expect(told(await examineBytes(pdf(kind)))).toBe('unsigned');
    });
    expect(ms).toBeLessThan(3_000);
  });

  test('B06 many small bombs in one document are stopped together, and take nothing from the credential before them', async () => {
    const bomb = zlibSync(new Uint8Array(9 * 1024 * 1024), { level: 9 });
    const object = (number: number, kind: string, stream: Uint8Array, filter = '/Filter /FlateDecode'): Buffer =>
      Buffer.concat([encodeUtf8(`${number} 0 obj\n<< /Type /${kind} /N 1 /First 3 ${filter} /Length ${stream.length} >>\nstream\n`), stream, encodeUtf8('\nendstream\nendobj\n')]);
    const good = object(1, 'EmbeddedFile', encodeUtf8(json), '');
    const { ms } = await cpuTimeOf(async () => {
      for (const kind of ['EmbeddedFile', 'ObjStm']) {
        const bombs = Array.from({ length: 900 }, (_each, index) => object(index + 2, kind, bomb));
        expect(told(await examineBytes(new Uint8Array(Buffer.concat([encodeUtf8('%PDF-1.7\n'), good, ...bombs]))))).toEqual(['unknown-issuer', 'unsigned']);
      }
    });
    expect(ms).toBeLessThan(6_000);
  });

  test('attachments are found where the cross-reference table, a type or a length is broken', async () => {
    const text = new TextDecoder().decode(makePdf([json]));
    expect(told(await examineBytes(text.replace(/xref[\s\S]*$/, '')))).toEqual(['unknown-issuer', 'unsigned']);
    expect(told(await examineBytes(text.replace('/Type /EmbeddedFile ', '')))).toEqual(['unknown-issuer', 'unsigned']);
    expect(told(await examineBytes(text.replace(/\/Length \d+/, '/Length 7')))).toEqual(['unknown-issuer', 'unsigned']);
    expect(told(await examineBytes(text.replace(/\/Length \d+/, '/Length 99 0 R')))).toEqual(['unknown-issuer', 'unsigned']);
    for (const broken of ['9 0 obj\n)\nendobj', '9 0 obj\n>> ] }\nendobj', '9 0 obj\n<< /A ) /B\nendobj', '9 0 obj\n<< /A [ 1 2 << /C\nendobj', '9 0 obj\n[ [ (x) <</D\nendobj', `9 0 obj\n[ ${'1 '.repeat(25_000)}]\nendobj`, `9 0 obj\n${'[ << /A '.repeat(50)}\nendobj`]) {
      expect(told(await examineBytes(text.replace('%PDF-1.7\n', `%PDF-1.7\n${broken}\n`)))).toEqual(['unknown-issuer', 'unsigned']);
    }
  });

  test('an encrypted document keeps its attachments', async () => {
    const text = new TextDecoder().decode(makePdf([json]));
    expect(told(await examineBytes(text.replace('/Root 1 0 R', '/Root 1 0 R /Encrypt 9 0 R')))).toBe('unsigned');
  });

  test('a broken PDF is never a crash, and one made to be slow is read in time', async () => {
    const pdf = makePdf([json], { deflated: true });
    for (let length = 5; length < pdf.length; length += 41) expect((await examineBytes(pdf.slice(0, length))).class).toBe('unknown');
    const parts = ['1 0 obj (', '1 0 obj << /A (', '1 0 obj <<', '1 0 obj [', 'trailer <<', '1 0 obj << >> stream\n', '1 0 obj <', '%', '1 0 obj << /Type /ObjStm', `1 0 obj ${'['.repeat(60)}`, `1 0 obj ${'<< /A '.repeat(60)}`, `1 0 obj [ ${'1 '.repeat(25_000)}`];
    const { ms } = await cpuTimeOf(async () => {
      for (const part of parts) expect((await examineBytes(`%PDF-1.7\n${part.repeat(400_000 / part.length)}`)).class).toBe('unknown');
    });
    expect(ms).toBeLessThan(4_000);
  });
});
