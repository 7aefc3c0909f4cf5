import { describe, expect, test } from 'vitest';
import { encodeUtf8 } from '../../../src/core/encoding/utf8.ts';
import { makePng, makeSvg, pngChunk, textChunk } from '../../../src/tools/sampling/make-packings.ts';
import { judgePicture } from '../../../src/ui/components/credential/judge-picture.ts';
import { examineBytes } from '../../support/examining.ts';
import { badge, cast, signJcs } from '../../support/signing.ts';
import { cpuTimeOf } from '../../support/cpu-time.ts';

const { issuer } = await cast();
const json = JSON.stringify(await signJcs(badge(issuer.did), issuer));
const baked = makePng(textChunk('openbadgecredential', json));

async function headlineOf(bytes: Uint8Array | string): Promise<string> {
  const seen = await examineBytes(bytes);
  if (seen.kind === 'unreadable') return `${seen.error.code} ${String(seen.error.facts['why'] ?? '')}`.trim();
  return seen.kind === 'credential' ? seen.headline : seen.kind;
}

function changed(bytes: Uint8Array, change: (copy: Uint8Array) => void): Uint8Array {
  const copy = bytes.slice();
  change(copy);
  return copy;
}

/** Where the length field of the chunk with this text begins. */
function chunkAt(bytes: Uint8Array, type: string): number {
  return Buffer.from(bytes).indexOf(type) - 4;
}

describe('a badge in a PNG', () => {
  test('the image is what is kept, whole; the claims are those of the badge inside', async () => {
    const [image, plain] = [await examineBytes(baked), await examineBytes(json)];
    if (image.kind !== 'credential' || plain.kind !== 'credential') throw new Error('no credentials');
    expect(image.raw).toEqual(baked);
    expect(image.mediaType).toBe('image/png');
    expect(image.packing).toEqual(['baked-png']);
    expect(image.format).toBe('json-credential');
    expect(image.headline).toBe('unknown-issuer');
    expect(image.id).not.toBe(plain.id);
    expect([image.sameness, image.claimsDigest]).toEqual([plain.sameness, plain.claimsDigest]);
    expect(await examineBytes(image.raw)).toEqual(image);
  });

  test.each(['openbadgecredential', 'openbadges', 'clrcredential'])('keyword %s is read, compared exactly', async (keyword) => {
    expect(await headlineOf(makePng(textChunk(keyword, json)))).toBe('unknown-issuer');
    expect(await headlineOf(makePng(textChunk(`${keyword}s`, json)))).toBe('receive/unrecognized');
    expect(await headlineOf(makePng(textChunk(keyword.toUpperCase(), json)))).toBe('receive/unrecognized');
  });

  test('a badge in tEXt, and one behind other text chunks', async () => {
    expect(await headlineOf(makePng(textChunk('openbadges', json, 'tEXt')))).toBe('unknown-issuer');
    expect(await headlineOf(makePng(textChunk('Comment', json), textChunk('openbadgecredential', json)))).toBe('unknown-issuer');
  });

  test('B94 a compressed text is read up to 8 MiB, and a bomb is stopped there', async () => {
    expect(await headlineOf(makePng(textChunk('openbadgecredential', json, 'compressed')))).toBe('unknown-issuer');
    const bomb = makePng(textChunk('openbadgecredential', ' '.repeat(300 * 1024 * 1024), 'compressed'));
    expect(bomb.length).toBeLessThan(400_000);
    const { result, ms } = await cpuTimeOf(() => headlineOf(bomb));
    expect(result).toBe('receive/too-large');
    expect(ms).toBeLessThan(2_000);
    expect(await headlineOf(makePng(pngChunk('zTXt', encodeUtf8('openbadges\0\0x'))))).toBe('open/malformed compressed-text');
  });

  test('B94 two badges in one image are refused, in any of the chunks', async () => {
    const twice = textChunk('openbadgecredential', json);
    expect(await headlineOf(makePng(twice, twice))).toBe('open/malformed two-badges');
    expect(await headlineOf(makePng(twice, textChunk('openbadges', 'https://b.example/1', 'tEXt')))).toBe('open/malformed two-badges');
    expect(await headlineOf(makePng(twice, textChunk('Comment', 'two')))).toBe('unknown-issuer');
  });

  test('B94 a wrong checksum is refused, of the badge and of any other chunk', async () => {
    for (const type of ['iTXt', 'IDAT', 'IHDR']) {
      const broken = changed(baked, (copy) => copy.set([(copy[chunkAt(baked, type) + 9] ?? 0) ^ 1], chunkAt(baked, type) + 9));
      expect(['open/malformed checksum', 'receive/unrecognized']).toContain(await headlineOf(broken));
    }
    expect(await headlineOf(changed(baked, (copy) => copy.set([1], copy.length - 1)))).toBe('open/malformed checksum');
  });

  test('B94 a length that leads outside, a missing end and bytes after the end are refused', async () => {
    expect(await headlineOf(changed(baked, (copy) => copy.set([0xff], chunkAt(baked, 'IDAT'))))).toBe('open/malformed no-end');
    expect(await headlineOf(baked.slice(0, -12))).toBe('open/malformed no-end');
    expect(await headlineOf(baked.slice(0, -1))).toBe('open/malformed no-end');
    expect(await headlineOf(new Uint8Array([...baked, 0]))).toBe('open/malformed after-end');
    expect(await headlineOf(new Uint8Array([...baked, ...encodeUtf8(json)]))).toBe('open/malformed after-end');
  });

  test('an image without a badge is an image, and an empty badge is none', async () => {
    expect(await headlineOf(makePng())).toBe('receive/unrecognized');
    expect(await headlineOf(makePng(textChunk('openbadgecredential', ' ')))).toBe('receive/empty');
    expect(await headlineOf(makePng(textChunk('openbadgecredential', 'not a badge')))).toBe('receive/unrecognized');
  });

  test('B08 the badge inside is judged by its own bytes: a changed one is altered, a byte-order mark is refused', async () => {
    expect(await headlineOf(makePng(textChunk('openbadgecredential', json.replace('"validFrom":"20', '"validFrom":"19'))))).toBe('altered');
    expect(await headlineOf(makePng(textChunk('openbadgecredential', `\ufeff${json}`)))).toContain('open/not-utf8');
  });
});

describe('a badge in an SVG', () => {
  const drawing = makeSvg('ob3', { json });

  test('the drawing is what is kept, whole', async () => {
    const seen = await examineBytes(drawing);
    if (seen.kind !== 'credential') throw new Error(seen.kind);
    expect(new TextDecoder().decode(seen.raw)).toBe(drawing);
    expect([seen.mediaType, seen.headline, seen.packing]).toEqual(['image/svg+xml', 'unknown-issuer', ['baked-svg']]);
  });

  test('badges of every version are found by namespace, whatever the prefix', async () => {
    expect(await headlineOf(drawing.replaceAll('openbadges:', 'b:').replace('xmlns:openbadges', 'xmlns:b'))).toBe('unknown-issuer');
    expect(await headlineOf(makeSvg('clr2', { json }))).toBe('unknown-issuer');
    expect(await headlineOf(makeSvg('ob2', { json, verify: 'https://b.example/1?a=1&b=2' }))).toBe('unknown-issuer');
    expect(await headlineOf(drawing.replace('https://purl.imsglobal.org/ob/v3p0', 'https://purl.example/ob/v3p0'))).toBe('receive/unrecognized');
  });

  test.each<[string, (text: string) => string]>([
    ['a document type', (text) => text.replace('<svg', '<!DOCTYPE svg>\n<svg')],
    ['a document type of SVG that declares something', (text) => text.replace('<svg', '<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd" [<!ENTITY a "b">]>\n<svg')],
    ['a document type from elsewhere', (text) => text.replace('<svg', '<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org.evil.example/svg11.dtd">\n<svg')],
    ['a document type within', (text) => text.replace('<rect', '<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd"><rect')],
    ['an entity that grows', (text) => text.replace('<svg', '<!DOCTYPE svg [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>\n<svg')],
    ['an entity of HTML', (text) => text.replace('<rect', '<desc>&nbsp;</desc><rect')],
    ['several sections', (text) => text.replace(']]>', ']]><![CDATA[ ]]>')],
    ['text beside the section', (text) => text.replace(']]>', ']]>x')],
    ['an element beside the section', (text) => text.replace(']]>', ']]><x/>')],
    ['two badges', (text) => text.replace('<rect', `<openbadges:credential><![CDATA[${json}]]></openbadges:credential><rect`)],
    ['a badge elsewhere', (text) => text.replace('<openbadges:credential>', '<g><openbadges:credential>').replace('</openbadges:credential>', '</openbadges:credential></g>')],
    ['a token beside the section', (text) => text.replace('<openbadges:credential>', '<openbadges:credential verify="eyJhbGciOiJub25lIn0.e30.">')],
    ['a tag that is not closed', (text) => text.replace('</svg>', '')],
    ['tags that cross', (text) => text.replace('<rect', '<g><a></g></a><rect')],
    ['a second root', (text) => `${text}<svg/>`],
    ['words after the end', (text) => `${text}and more`],
    ['an attribute twice', (text) => text.replace('<rect', '<rect x="1" x="2"')],
    ['an attribute without quotes', (text) => text.replace('<rect', '<rect x=1')],
  ])('B95 %s is refused', async (_name, change) => {
    const hostile = change(drawing);
    expect(hostile).not.toBe(drawing);
    expect(await headlineOf(hostile)).toMatch(/^open\/malformed/);
  });

  test('B95 what is allowed stays readable: the line that drawing programs write first, comments, instructions, the five entities, character references', async () => {
    const odd = drawing.replace('<rect', '<?xml-stylesheet href="a.css"?><desc title=\'a &amp; b &#38; &#x26; "\'>&lt;b&gt;</desc><!-- <openbadges:credential/> --><rect');
    expect(await headlineOf(odd)).toBe('unknown-issuer');
    const named = drawing.replace('<svg', '<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">\n<svg');
    expect(await headlineOf(named)).toBe('unknown-issuer');
  });

  test('B91 what a drawing could run is no matter of the badge in it: it is kept, and no part of it is shown', async () => {
    const active = drawing.replace('<rect', '<script href="https://evil.example/x.js">alert(1)</script><foreignObject><p/></foreignObject><image href="https://evil.example/x.png"/><rect');
    const seen = await examineBytes(active);
    if (seen.kind !== 'credential') throw new Error(seen.kind);
    expect(seen.headline).toBe('unknown-issuer');
    expect(JSON.stringify([seen.credential, seen.text, seen.wants])).not.toContain('evil.example');
    expect(judgePicture(`data:image/svg+xml;base64,${Buffer.from(active).toString('base64')}`).drawn).toBe(false);
    expect(judgePicture(`data:image/png;base64,${Buffer.from(baked).toString('base64')}`).drawn).toBe(true);
  });

  test('B10 prefixes that are declared again and again, deep within each other, are read in time and mean what stands nearest', async () => {
    const levels = Array.from({ length: 200 }, (_each, depth) => `<g${Array.from({ length: 150 }, (_other, index) => ` xmlns:n${depth}x${index}="u"`).join('')}>`);
    const slow = `<svg xmlns:x="http://openbadges.org">${levels.join('')}${'<a xmlns:q="r"/>'.repeat(100_000)}${'</g>'.repeat(200)}</svg>`;
    const { ms } = await cpuTimeOf(async () => {
      expect(await headlineOf(slow)).toBe('receive/unrecognized');
    });
    expect(ms).toBeLessThan(3_000);
    const badgeIn = (outer: string, inner: string): string => `<svg xmlns="http://www.w3.org/2000/svg" xmlns:x="${outer}"><x:credential xmlns:x="${inner}"><![CDATA[${json}]]></x:credential></svg>`;
    const [real, other] = ['https://purl.imsglobal.org/ob/v3p0', 'https://purl.example/'];
    expect(await headlineOf(badgeIn(other, real))).toBe('unknown-issuer');
    expect(await headlineOf(badgeIn(real, other))).toBe('receive/unrecognized');
  });

  test('B10 a drawing made to be slow is read in time', async () => {
    const deep = drawing.replace('<rect', `${'<g>'.repeat(5_000)}${'</g>'.repeat(5_000)}<rect`);
    const wide = drawing.replace('<rect', `<path d="${'M 0 0 '.repeat(300_000)}"/>${'<g/>'.repeat(100_000)}<rect`);
    const { ms } = await cpuTimeOf(async () => {
      expect(await headlineOf(deep)).toBe('open/malformed too-much');
      expect(await headlineOf(wide)).toBe('unknown-issuer');
      await headlineOf(drawing.replace('<rect', `${'<a '.repeat(500_000)}<rect`));
      await headlineOf(drawing.replace('<rect', `<a ${'b="" '.repeat(500_000)}/><rect`));
    });
    expect(ms).toBeLessThan(4_000);
  });
});
