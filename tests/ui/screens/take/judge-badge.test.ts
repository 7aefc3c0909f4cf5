import { describe, expect, test } from 'vitest';
import { bakePng } from '../../../../src/core/formats/baked-png/bake-png.ts';
import { bakeSvg } from '../../../../src/core/formats/baked-svg/bake-svg.ts';
import { neutralPng, neutralSvg } from '../../../../src/core/examine/neutral-badge.ts';
import { makePng, pngChunk } from '../../../../src/tools/sampling/make-packings.ts';
import { judgeBadge } from '../../../../src/ui/screens/take/judge-badge.ts';

const words = '{"narrative":"<a href=\\"https://x.example\\" onclick=1>]]></openbadges:credential><set/>"}';
const json = new TextEncoder().encode(words);

function png(picture: Uint8Array) {
  const baked = bakePng(picture, 'openbadgecredential', json);
  if (!baked.ok) throw new Error(baked.error.code);
  return judgeBadge({ bytes: baked.value, kind: 'png' });
}

function svg(drawing: string, badge: { readonly json: string } | { readonly verify: string } = { json: words }) {
  const baked = bakeSvg(drawing, { namespace: 'https://purl.imsglobal.org/ob/v3p0', ...badge });
  if (!baked.ok) throw new Error(baked.error.code);
  return judgeBadge({ bytes: new TextEncoder().encode(baked.value), kind: 'svg' });
}

function ofSize(width: number, height: number): Uint8Array {
  const head = new DataView(new ArrayBuffer(13));
  head.setUint32(0, width);
  head.setUint32(4, height);
  const picture = makePng();
  const first = pngChunk('IHDR', new Uint8Array(head.buffer));
  return new Uint8Array([...picture.subarray(0, 8), ...first, ...picture.subarray(8 + 25)]);
}

describe('the picture of a badge image is shown by the rules for all pictures', () => {
  test('ours and a still one are drawn, whatever the credential in them says', () => {
    expect(png(neutralPng())).toMatchObject({ drawn: true });
    expect(png(makePng())).toMatchObject({ drawn: true });
    expect(svg(neutralSvg)).toMatchObject({ drawn: true });
    expect(svg(neutralSvg, { verify: 'eyJh.eyJi.c-_' })).toMatchObject({ drawn: true });
    expect(JSON.stringify(svg(neutralSvg))).not.toContain('narrative');
  });

  test('one that moves, or has too many pixels, is not', () => {
    expect(png(makePng(pngChunk('acTL', new Uint8Array(8))))).toEqual({ drawn: false, because: 'moves' });
    expect(png(ofSize(10_000, 10_000))).toEqual({ drawn: false, because: 'too-many-pixels' });
    expect(png(ofSize(4_000, 4_000))).toMatchObject({ drawn: true });
  });

  test('a drawing that copies itself without end is not', () => {
    const copies = '<use href="#a"/>'.repeat(30);
    expect(svg(`<svg xmlns="http://www.w3.org/2000/svg"><g id="a"/>${copies}</svg>`)).toMatchObject({ drawn: false });
  });
});
