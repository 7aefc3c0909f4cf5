import { readFileSync } from 'node:fs';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { toInstant } from '../../../src/core/model/instant.ts';
import { readFile } from '../../../src/platform/transports/file/read-file.ts';
import { readPhoto } from '../../../src/platform/transports/photo/read-photo.ts';

const at = toInstant(7);
const bakedPicture = readFileSync('tests/fixtures/credentials/baked-png/open-badges-3--json.png');
const bakedDrawing = readFileSync('tests/fixtures/credentials/baked-svg/open-badges-3--json.svg');

afterEach(() => vi.unstubAllGlobals());

/** A browser that can draw nothing of what it is given. */
function drawsNothing(): void {
  vi.stubGlobal('createImageBitmap', () => Promise.reject(new DOMException('', 'InvalidStateError')));
}

describe('a picture where a photo of a code is asked for', () => {
  it.each([
    ['badge.png', 'image/png', bakedPicture],
    ['badge.svg', 'image/svg+xml', bakedDrawing],
  ])('%s carries a credential inside: it is handed on byte for byte, and no code is looked for', async (name, type, content) => {
    const drawing = vi.fn<() => Promise<never>>();
    vi.stubGlobal('createImageBitmap', drawing);
    const bytes = new Uint8Array(content);
    expect(await readPhoto(new File([bytes], name, { type }), at)).toEqual({ ok: true, value: { bytes, mediaType: type, fileName: name, transport: 'photo', arrivedAt: 7 } });
    expect(await readFile(new File([bytes], name, { type }), 'drop', at)).toEqual({ ok: true, value: { bytes, mediaType: type, fileName: name, transport: 'drop', arrivedAt: 7 } });
    expect(drawing).not.toHaveBeenCalled();
  });

  it('is looked through for a code where it carries none', async () => {
    drawsNothing();
    expect(await readPhoto(new File([new Uint8Array([137, 80, 78, 71])], 'photo.png', { type: 'image/png' }), at)).toMatchObject({ error: { code: 'receive/no-code-in-image' } });
  });

  it('is read like any file where it is no picture at all', async () => {
    drawsNothing();
    expect(await readPhoto(new File(['{"a":1}'], 'badge.json', { type: 'application/json' }), at)).toMatchObject({ ok: true, value: { fileName: 'badge.json', transport: 'photo' } });
  });
});
