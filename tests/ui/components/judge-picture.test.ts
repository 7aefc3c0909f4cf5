import { deflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { judgeBytes, judgePicture } from '../../../src/ui/components/credential/judge-picture.ts';
import { cpuTimeOf } from '../../support/cpu-time.ts';

const four = (value: number): readonly number[] => [value >>> 24, (value >>> 16) & 255, (value >>> 8) & 255, value & 255];
const ascii = (text: string): readonly number[] => [...Buffer.from(text)];
const chunk = (name: string, data: readonly number[]): readonly number[] => [...four(data.length), ...ascii(name), ...data, 0, 0, 0, 0];
const pngHead = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

function png(width: number, height: number, more: readonly number[] = []): readonly number[] {
  return [...pngHead, ...chunk('IHDR', [...four(width), ...four(height), 8, 6, 0, 0, 0]), ...more, ...chunk('IDAT', [...deflateSync(Buffer.alloc(9))]), ...chunk('IEND', [])];
}

const frame = (width: number, height: number): readonly number[] => [0xff, 0xc0, 0, 11, 8, height >> 8, height & 255, width >> 8, width & 255, 1, 1, 0x11, 0];
const jpeg = (...frames: readonly (readonly number[])[]): readonly number[] => [0xff, 0xd8, 0xff, 0xe0, 0, 4, 0, 0, ...frames.flat(), 0xff, 0xda, 0, 4, 0, 0, 9, 9, 0xff, 0xd9];

const little = (value: number): readonly number[] => [value & 255, (value >>> 8) & 255, (value >>> 16) & 255, value >>> 24];
const part = (name: string, data: readonly number[]): readonly number[] => [...ascii(name), ...little(data.length), ...data];
const webp = (...parts: readonly (readonly number[])[]): readonly number[] => [...ascii('RIFF'), ...little(4 + parts.flat().length), ...ascii('WEBP'), ...parts.flat()];
const extended = (width: number, height: number): readonly number[] => part('VP8X', [0, 0, 0, 0, ...little(width - 1).slice(0, 3), ...little(height - 1).slice(0, 3)]);
const lossy = (width: number, height: number): readonly number[] => part('VP8 ', [0, 0, 0, 0x9d, 0x01, 0x2a, width & 255, width >> 8, height & 255, height >> 8, 0, 0]);

function address(kind: string, bytes: readonly number[]): string {
  return `data:image/${kind};base64,${Buffer.from(bytes).toString('base64')}`;
}

function reason(text: string): string {
  const judged = judgePicture(text);
  return judged.drawn ? 'drawn' : judged.because;
}

const svg = (inside: string, root = ''): string => `data:image/svg+xml;base64,${Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"${root}>${inside}</svg>`).toString('base64')}`;

describe('pictures inside a credential', () => {
  it('B92 PNG, JPEG and WebP of a fair size are drawn, as what their own bytes are', () => {
    expect(reason(address('png', png(40, 40)))).toBe('drawn');
    expect(reason(address('jpeg', jpeg(frame(30, 40))))).toBe('drawn');
    expect(reason(address('webp', webp(extended(100, 50), lossy(100, 50))))).toBe('drawn');
    // Said to be another kind; and the bare Base64 of European credentials, which says nothing.
    expect(judgePicture(address('png', jpeg(frame(30, 40))))).toMatchObject({ source: expect.stringMatching(/^data:image\/jpeg;base64,/) as unknown });
    expect(judgePicture(Buffer.from(png(4, 4)).toString('base64').replace(/.{40}/g, '$&\r\n'))).toMatchObject({ source: expect.stringMatching(/^data:image\/png;base64,[^\s]+$/) as unknown });
  });

  it('B92 an address is not loaded, whatever its scheme', () => {
    for (const text of ['https://example.org/badge.png', 'http://example.org/a.png', 'blob:x', 'javascript:alert(1)', 'file:///etc/passwd', 'urn:uuid:1']) expect(reason(text), text).toBe('elsewhere');
  });

  it('B92 what is over 1 MiB is not drawn, and is not even decoded where it is 20 MB', () => {
    expect(reason(address('png', [...png(40, 40), ...Array.from({ length: 1_100_000 }, () => 0)]))).toBe('too-large');
    expect(reason(`data:image/png;base64,${'A'.repeat(27_000_000)}`)).toBe('too-large');
    expect(judgeBytes(new Uint8Array(20_000_000))).toEqual({ drawn: false, because: 'too-large' });
  });

  it('B92 100 megapixels are not drawn, whichever part of the picture admits them', () => {
    expect(reason(address('png', png(10_000, 10_000)))).toBe('too-many-pixels');
    expect(reason(address('png', png(4_000, 4_000)))).toBe('drawn');
    expect(reason(address('png', png(4_001, 4_000)))).toBe('too-many-pixels');
    expect(reason(address('jpeg', jpeg(frame(30, 40), frame(10_000, 10_000))))).toBe('too-many-pixels');
    // The extended header says 10 x 10, the picture inside it something else.
    expect(reason(address('webp', webp(extended(10, 10), lossy(16_383, 16_383))))).toBe('too-many-pixels');
  });

  it('B92 a truncated or empty picture is damaged', () => {
    expect(reason(address('png', png(40, 40).slice(0, -12)))).toBe('damaged');
    expect(reason(address('png', [...png(40, 40).slice(0, 40), 0xff, 0xff, 0xff, 0xff, ...ascii('IDAT')]))).toBe('damaged');
    expect(reason(address('jpeg', jpeg(frame(30, 40)).slice(0, -2)))).toBe('damaged');
    expect(reason(address('webp', webp(extended(9, 9), lossy(9, 9)).slice(0, -3)))).toBe('damaged');
    expect(reason(address('png', png(0, 40)))).toBe('damaged');
    expect(reason('data:image/png;base64,%%%')).toBe('damaged');
  });

  it('does not draw what moves: it could flash', () => {
    expect(reason(address('png', png(40, 40, chunk('acTL', [...four(9), ...four(0)]))))).toBe('moves');
    expect(reason(address('webp', webp(extended(9, 9), part('ANIM', [0, 0, 0, 0, 0, 0]), lossy(9, 9))))).toBe('moves');
    expect(reason(svg('<rect><animate attributeName="x" to="9" dur=".1s"/></rect>'))).toBe('moves');
    expect(reason(svg('<style>@keyframes a{to{opacity:0}}</style>'))).toBe('moves');
  });

  it.each([
    ['by a prefix with a digit', '<s1:animate xmlns:s1="http://www.w3.org/2000/svg" attributeName="x" to="9" dur=".1s"/>'],
    ['by a reference to a character', '<style>&#64;keyframes a{to{opacity:0}} rect{animation&#x3a;a .1s infinite}</style>'],
    ['by an escape of CSS', '<style><![CDATA[@\\6b eyframes a{to{opacity:0}} rect{\\61nimation-name:a}]]></style>'],
    ['by an escape of CSS behind a mark that only looks like the end of its tag', '<style title="/>">@\\6b eyframes a{to{opacity:0}} rect{\\61nimation-name:a}</style>'],
    ['by the same in other quotes', "<style title='/>'>@\\6b eyframes a{to{opacity:0}} rect{\\61nimation-name:a}</style>"],
    ['by an escape in an attribute', '<rect style="\\61nimation:a .1s"/>'],
    ['by a background that moves', '<style>svg{background:image-set("data:image/gif;base64,R0lGOD" 1x)}</style>'],
    ['by a word cut by a comment', '<style>@key<!-- -->frames a{to{opacity:0}} rect{ani<!-- -->mation:a .1s infinite}</style>'],
    ['by a word cut by a section', '<style>@key<![CDATA[frames a{to{opacity:0}} rect{ani]]>mation:a .1s infinite}</style>'],
    ['by a word in two sections', '<style><![CDATA[@key]]><![CDATA[frames a{to{opacity:0}}]]></style>'],
    ['by a word cut by an element', '<s:style xmlns:s="http://www.w3.org/2000/svg">@key<g/>frames a{to{opacity:0}}</s:style>'],
    ['by an address cut by an instruction', '<style>svg{background:u<?x?>rl(data:image/gif;base64,R0lGOD)}</style>'],
    ['by how it begins', '<style>@starting-style{rect{opacity:0}} rect{transition:opacity 9s linear(0,1,0,1,0,1)}</style>'],
    ['by a hidden address', '<style>svg{background:&#117;rl(data:image/gif;base64,R0lGOD)}</style>'],
  ])('does not draw what moves and hides it %s', (_name, inside) => {
    expect(reason(svg(inside))).not.toBe('drawn');
  });

  it('draws what has a backslash in its words, and a style without one', () => {
    expect(reason(svg('<style type="text/css" title="a > b">rect{fill:#123}</style><style/>'))).toBe('drawn');
    expect(reason(svg('<style>rect{fill:#123}</style><text>A \\ B &#8211; C</text>'))).toBe('drawn');
    expect(reason(svg('<style type="text/css">\n<![CDATA[ rect > a { fill: #123; transition: fill 1s } ]]>\n</style><style/><rect style="fill:red"/>'))).toBe('drawn');
  });

  it('B91 a drawing that is nothing else is shown as a picture', () => {
    expect(reason(svg('<defs><linearGradient id="g"/></defs><rect fill="url(#g)" width="9" height="9"/><use href="#r"/>'))).toBe('drawn');
    expect(reason(`data:image/svg+xml,${encodeURIComponent('<?xml version="1.0"?><!-- x --><svg xmlns="http://www.w3.org/2000/svg"><text>ÄΩ</text></svg>')}`)).toBe('drawn');
    expect(reason(svg(`<image href="${address('png', png(9, 9))}"/>`))).toBe('drawn');
  });

  it.each([
    ['a script', '<script>alert(1)</script>'],
    ['a script with a prefix', '<x:script xmlns:x="http://www.w3.org/2000/svg">alert(1)</x:script>'],
    ['a handler', '<rect onload="alert(1)"/>'],
    ['a page inside', '<foreignObject><p xmlns="http://www.w3.org/1999/xhtml">Log in</p></foreignObject>'],
    ['a picture of elsewhere', '<image href="https://evil.example/x.png"/>'],
    ['a style of elsewhere', '<style>@import "https://evil.example/x.css"</style>'],
    ['a fill of elsewhere', '<rect fill="url(https://evil.example/x.svg#g)"/>'],
    ['a link', '<a xlink:href="javascript:alert(1)"/>'],
    ['copies of copies', '<use href="#a"/>'.repeat(30)],
    ['a huge picture inside', `<image href="${address('png', png(30_000, 30_000))}"/>`],
    ['a drawing inside', `<image href="${svg('<rect/>')}"/>`],
  ])('B91 a drawing with %s is not shown', (_name, inside) => {
    expect(reason(svg(inside))).not.toBe('drawn');
  });

  it('B91 a drawing with a sheet of rules before it is not shown', () => {
    const drawing = '<svg xmlns="http://www.w3.org/2000/svg"><rect/></svg>';
    expect(reason(`data:image/svg+xml,${encodeURIComponent(drawing)}`)).toBe('drawn');
    expect(reason(`data:image/svg+xml,${encodeURIComponent(`<?xml-stylesheet type="text/xsl" href="#s"?>${drawing}`)}`)).toBe('unknown-kind');
  });

  it('B91 an entity bomb is not shown', () => {
    const bomb = '<!DOCTYPE svg [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><svg xmlns="http://www.w3.org/2000/svg"><text>&b;</text></svg>';
    expect(reason(`data:image/svg+xml;base64,${Buffer.from(bomb).toString('base64')}`)).toBe('unknown-kind');
  });

  it('shows no other kind: a page, a GIF, a text, a drawing in other letters', () => {
    expect(reason(address('png', ascii('<html><script>1</script></html>')))).toBe('unknown-kind');
    expect(reason(address('gif', ascii('GIF89a__________________')))).toBe('unknown-kind');
    expect(reason(address('svg+xml', ascii('<svg/>')))).toBe('unknown-kind');
    expect(reason(address('svg+xml', [...Buffer.from('\uFEFF<svg xmlns="http://www.w3.org/2000/svg"/>', 'utf16le')]))).toBe('unknown-kind');
    expect(reason('')).not.toBe('drawn');
  });

  it.each([
    ['fill bytes of a JPEG', () => address('jpeg', [0xff, 0xd8, ...new Uint8Array(700_000).fill(0xff)])],
    ['empty chunks of a PNG', () => address('png', [...pngHead, ...new Uint8Array(700_000)])],
    ['empty parts of a WebP', () => address('webp', [...webp(), ...new Uint8Array(700_000)])],
    ['comments that do not end', () => svg('<!--'.repeat(170_000))],
    ['nothing but spaces', () => svg(' '.repeat(700_000))],
    ['references that do not end', () => svg('url('.repeat(170_000))],
    ['names and spaces', () => svg('href '.repeat(100_000))],
    ['styles that do not end', () => svg('<style'.repeat(110_000))],
    ['quotes that do not end', () => svg(`<style${' a="b"'.repeat(90_000)}`)],
    ['prefixes that do not end', () => svg(`<${'a'.repeat(700_000)}`)],
  ])('judges %s in time', async (_name, make) => {
    const text = make();
    const { ms } = await cpuTimeOf(async () => {
      expect(reason(text)).not.toBe('');
    });
    expect(ms).toBeLessThan(1_500);
  });
});
