import { createHash } from 'node:crypto';
import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { toInstant } from '../../../src/core/model/instant.ts';
import { embedFiles, packFiles } from '../../../src/platform/transports/pack/pack-files.ts';

const at = toInstant(Date.UTC(2026, 10, 22, 14, 30, 8));
const going = new AbortController().signal;
const bytes = (length: number): Uint8Array => Uint8Array.from({ length }, (_, index) => (index * 31 + (index >> 8)) % 256);
const files = [
  { path: 'originals/01-badge.json', bytes: new TextEncoder().encode('{"a":1}') },
  { path: 'originals/02-empty.bin', bytes: new Uint8Array(0) },
  { path: 'originals/03-large ü.pdf', bytes: bytes(400_001) },
];
const readme = { path: 'README.txt', write: (packed: readonly { path: string; sha256: string }[]) => packed.map(({ path, sha256 }) => `${sha256}  ${path}\n`).join('') };

async function pack(order: Partial<Parameters<typeof packFiles>[0]> = {}, signal = going): Promise<Uint8Array> {
  const packed = await packFiles({ files, at, readme, ...order }, signal);
  if (!packed.ok) throw new Error(packed.error.code);
  return packed.value;
}

describe('files in a ZIP', () => {
  it('holds each file byte for byte, also an empty one and one of several pieces', async () => {
    const unpacked = unzipSync(await pack());
    expect(Object.keys(unpacked)).toEqual([...files.map(({ path }) => path), 'README.txt']);
    for (const file of files) expect(Buffer.from(unpacked[file.path] ?? []).equals(file.bytes), file.path).toBe(true);
  });

  it('names the SHA-256 of each file in the text that it ends with', async () => {
    const text = Buffer.from(unzipSync(await pack())['README.txt'] ?? []).toString('utf8');
    expect(text).toBe(files.map((file) => `${createHash('sha256').update(file.bytes).digest('hex')}  ${file.path}\n`).join(''));
  });

  it('is the same for the same files, and another for another day', async () => {
    const first = await pack();
    expect(Buffer.from(await pack()).equals(first)).toBe(true);
    expect(Buffer.from(await pack({ at: toInstant(at + 86_400_000) })).equals(first)).toBe(false);
  });

  it('takes a clock of long ago or far ahead', async () => {
    for (const odd of [0, Date.UTC(2400, 0, 1)]) expect(Object.keys(unzipSync(await pack({ at: toInstant(odd) })))).toHaveLength(4);
  });

  it('stops where it is told to', async () => {
    const stop = new AbortController();
    const going = packFiles({ files: [{ path: 'a', bytes: bytes(5_000_000) }], at, readme }, stop.signal);
    stop.abort();
    await expect(going).resolves.toMatchObject({ ok: false, error: { code: 'send/cancelled' } });
  });
});

describe('files in a page', () => {
  it('puts each where its mark stands, and what was put there is never searched', async () => {
    const small = new TextEncoder().encode('mark-2');
    const made = await embedFiles({ page: 'é <a href="mark-1"></a> <a href="mark-2">mark-3</a>', files: [{ mark: 'mark-1', bytes: small }, { mark: 'mark-2', bytes: bytes(200_000) }] }, going);
    expect(made.ok).toBe(true);
    const text = made.ok ? Buffer.from(made.value).toString('utf8') : '';
    const kind = 'data:application/octet-stream;base64,';
    expect(text).toBe(`é <a href="${kind}${Buffer.from(small).toString('base64')}"></a> <a href="${kind}${Buffer.from(bytes(200_000)).toString('base64')}">mark-3</a>`);
  });

  it('stops where it is told to', async () => {
    const stop = new AbortController();
    stop.abort();
    await expect(embedFiles({ page: 'mark', files: [{ mark: 'mark', bytes: bytes(10) }] }, stop.signal)).resolves.toMatchObject({ ok: false, error: { code: 'send/cancelled' } });
  });
});
