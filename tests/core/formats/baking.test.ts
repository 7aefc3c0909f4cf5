import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { encodeUtf8 } from '../../../src/core/encoding/utf8.ts';
import { unpacked } from '../../../src/core/examine/unpacked.ts';
import { bakePng } from '../../../src/core/formats/baked-png/bake-png.ts';
import { chunksOf } from '../../../src/core/formats/baked-png/png-chunks.ts';
import { bakeSvg } from '../../../src/core/formats/baked-svg/bake-svg.ts';
import { makePng, makeSvg, pngChunk, textChunk } from '../../../src/tools/sampling/make-packings.ts';
import { examineBytes } from '../../support/examining.ts';
import { badge, cast, signJcs } from '../../support/signing.ts';
import { cpuTimeOf } from '../../support/cpu-time.ts';

const { issuer } = await cast();
const json = JSON.stringify(await signJcs(badge(issuer.did), issuer), null, 1);
const ob3 = { namespace: 'https://purl.imsglobal.org/ob/v3p0' } as const;

function whyNot(attempt: { readonly ok: boolean; readonly error?: { readonly facts: Readonly<Record<string, unknown>> } }): unknown {
  return attempt.ok ? 'baked' : attempt.error?.facts['why'];
}

function baked(picture: Uint8Array, keyword: 'openbadgecredential' | 'openbadges' | 'clrcredential' = 'openbadgecredential', text = json): Uint8Array {
  const made = bakePng(picture, keyword, encodeUtf8(text));
  if (!made.ok) throw new Error(String(whyNot(made)));
  return made.value;
}

function bakedSvg(drawing: string, badgeOf: Parameters<typeof bakeSvg>[1] = { ...ob3, json }): string {
  const made = bakeSvg(drawing, badgeOf);
  if (!made.ok) throw new Error(String(whyNot(made)));
  return made.value;
}

function chunkList(png: Uint8Array): readonly (readonly [string, string])[] {
  return [...chunksOf(png)].map(({ type, content, start }) => [type, Buffer.from(png.subarray(start, start + 12 + content.length)).toString('hex')] as const);
}

/** What is taken for a badge by a reader that knows nothing of ours: the libraries' way of walking a PNG, by hand. */
function readByHand(png: Uint8Array): { readonly keyword: string; readonly head: string; readonly text: string } {
  const bytes = Buffer.from(png);
  const at = bytes.indexOf('iTXt', 0, 'latin1');
  const content = bytes.subarray(at + 4, at + 4 + bytes.readUInt32BE(at - 4));
  const end = content.indexOf(0);
  return { keyword: content.toString('latin1', 0, end), head: content.toString('hex', end, end + 5), text: content.toString('utf8', end + 5) };
}

describe('a badge is written into a PNG', () => {
  test.each(['openbadgecredential', 'openbadges', 'clrcredential'] as const)('as one iTXt chunk %s behind IHDR, not compressed, without language', (keyword) => {
    const png = baked(makePng(), keyword);
    expect(chunkList(png).map(([type]) => type)).toEqual(['IHDR', 'iTXt', 'IDAT', 'IEND']);
    expect(readByHand(png)).toEqual({ keyword, head: '0000000000', text: json });
  });

  test('every other chunk stays byte for byte, in its order', () => {
    const rich = makePng(textChunk('XML:com.adobe.xmp', '<x/>'), pngChunk('pHYs', new Uint8Array(9)), textChunk('Comment', 'hello', 'tEXt'));
    expect(chunkList(baked(rich)).filter((_, index) => index !== 1)).toEqual(chunkList(rich));
  });

  test('an earlier badge is replaced, and so are two, in any text chunk', async () => {
    const old = textChunk('openbadges', 'https://b.example/1', 'tEXt');
    for (const before of [[old], [old, textChunk('openbadgecredential', '{"old":1}')], [textChunk('clrcredential', 'x', 'compressed'), old]]) {
      const png = baked(makePng(textChunk('Comment', 'stays'), ...before));
      expect(png).toEqual(baked(makePng(textChunk('Comment', 'stays'))));
      expect(await examineBytes(png)).toMatchObject({ kind: 'credential', headline: 'unknown-issuer' });
    }
  });

  test('an animated PNG stays animated', () => {
    const frame = (count: number): Uint8Array => pngChunk('fcTL', Uint8Array.of(0, 0, 0, count, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 10, 0, 0));
    const moving = makePng(pngChunk('acTL', Uint8Array.of(0, 0, 0, 2, 0, 0, 0, 0)), frame(0));
    expect(chunkList(baked(moving)).filter((_, index) => index !== 1)).toEqual(chunkList(moving));
  });

  test('B94 nothing is written into what is no whole PNG', () => {
    const good = makePng();
    expect(whyNot(bakePng(good, 'openbadges', encodeUtf8(json)))).toBe('baked');
    expect(whyNot(bakePng(encodeUtf8('<svg/>'), 'openbadges', encodeUtf8(json)))).toBe('signature');
    expect(whyNot(bakePng(good.subarray(0, good.length - 5), 'openbadges', encodeUtf8(json)))).toBe('no-end');
    expect(whyNot(bakePng(good.subarray(0, 40), 'openbadges', encodeUtf8(json)))).toBe('no-end');
    expect(whyNot(bakePng(new Uint8Array([...good, 0]), 'openbadges', encodeUtf8(json)))).toBe('after-end');
    expect(whyNot(bakePng(good.map((byte, index) => (index === 45 ? byte ^ 1 : byte)), 'openbadges', encodeUtf8(json)))).toBe('checksum');
    const empty = new Uint8Array([...good.subarray(0, 33), ...pngChunk('IEND', new Uint8Array())]);
    expect(whyNot(bakePng(empty, 'openbadges', encodeUtf8(json)))).toBe('no-picture');
    expect(whyNot(bakePng(new Uint8Array(), 'openbadges', encodeUtf8(json)))).toBe('signature');
  });

  test('a picture of 20 MB takes no longer than its length', async () => {
    const large = makePng(pngChunk('prVt', new Uint8Array(20 * 1024 * 1024)));
    const { result, ms } = await cpuTimeOf(async () => baked(large));
    expect(result.length).toBeGreaterThan(large.length);
    expect(ms).toBeLessThan(2_000);
  });
});

describe('a badge is written into an SVG', () => {
  const plain = '<?xml version="1.0" encoding="UTF-8"?>\n<!-- ours -->\n<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1">\n <title>é</title><rect width="1" height="1"/>\n</svg>\n';

  test('Open Badges 3.0: the namespace on svg, one element directly behind its tag, JSON in a section without verify', async () => {
    const svg = bakedSvg(plain);
    expect(svg).toBe(plain.replace('<svg xmlns=', '<svg xmlns:openbadges="https://purl.imsglobal.org/ob/v3p0" xmlns=').replace('0 1 1">', `0 1 1"><openbadges:credential><![CDATA[${json}]]></openbadges:credential>`));
    expect(await examineBytes(svg)).toMatchObject({ kind: 'credential', headline: 'unknown-issuer', packing: ['baked-svg'] });
  });

  test('a token stands in verify alone; Open Badges 2.0 has its address beside its JSON; learner records have a name of their own', () => {
    expect(bakedSvg('<svg xmlns="http://www.w3.org/2000/svg"/>', { ...ob3, verify: 'eyJh.eyJi.c-_' })).toBe(
      '<svg xmlns:openbadges="https://purl.imsglobal.org/ob/v3p0" xmlns="http://www.w3.org/2000/svg"><openbadges:credential verify="eyJh.eyJi.c-_"></openbadges:credential></svg>',
    );
    const two = bakedSvg(plain, { namespace: 'http://openbadges.org', json: '{}', verify: 'https://b.example/1?a=1&b="<' });
    expect(two).toContain('<openbadges:assertion verify="https://b.example/1?a=1&amp;b=&quot;&lt;"><![CDATA[{}]]></openbadges:assertion>');
    expect(bakedSvg(plain, { namespace: 'https://purl.imsglobal.org/clr/v2p0', json: '{}' })).toContain('<clr:credential><![CDATA[{}]]></clr:credential>');
  });

  test('an earlier badge of any kind is replaced, wherever it stands', async () => {
    for (const kind of ['ob2', 'ob3', 'clr2'] as const) {
      const svg = bakedSvg(makeSvg(kind, { json: '{"old":1}' }));
      expect(svg).not.toContain('old');
      expect(await examineBytes(svg)).toMatchObject({ kind: 'credential', headline: 'unknown-issuer' });
    }
    const twice = makeSvg('ob3', { json: '{"old":1}' }).replace('</svg>', '<g xmlns:b="http://openbadges.org"><b:assertion verify="https://old.example"/></g></svg>');
    expect(bakedSvg(twice)).not.toContain('old');
  });

  test('the end of a section within the JSON is written as two, and read as one text', async () => {
    const odd = JSON.stringify(await signJcs({ ...badge(issuer.did), description: 'a ]]> b ]]]]> c ]]><![CDATA[>' }, issuer));
    const svg = bakedSvg(plain, { ...ob3, json: odd });
    expect(svg).not.toContain(odd);
    expect(await examineBytes(svg)).toMatchObject({ kind: 'credential', headline: 'unknown-issuer' });
    const read = /<!\[CDATA\[([\s\S]*)\]\]><\/openbadges:credential>/.exec(svg)?.[1]?.replaceAll(']]]]><![CDATA[>', ']]>');
    expect(read).toBe(odd);
  });

  test('B95 several sections are still refused where they are not one text', async () => {
    const second = (section: string): string => plain.replace('<rect', `<o:credential xmlns:o="https://purl.imsglobal.org/ob/v3p0"><![CDATA[${json}]]>${section}</o:credential><rect`);
    expect(await examineBytes(second(''))).toMatchObject({ kind: 'credential' });
    for (const section of ['<![CDATA[ ]]>', '<![CDATA[> ]]>', '<!-- --><![CDATA[>]]>', ' <![CDATA[>]]>']) {
      expect(await examineBytes(second(section)), section).toMatchObject({ kind: 'unreadable', error: { facts: { why: 'several-sections' } } });
    }
  });

  test.each([
    ['a script', '<script>1</script>'],
    ['a handler', '<rect onclick="x()"/>'],
    ['a handler in capitals', '<rect ONLOAD="x()"/>'],
    ['a page', '<foreignObject><p xmlns="http://www.w3.org/1999/xhtml">x</p></foreignObject>'],
    ['a link', '<a href="https://x.example"><rect/></a>'],
    ['an animation', '<set attributeName="href" to="x"/>'],
    ['a picture from elsewhere', '<image href="https://x.example/i.png"/>'],
    ['a drawing in the drawing', '<image href="data:image/svg+xml;base64,PHN2Zy8+"/>'],
    ['a foreign reference', '<use xmlns:xlink="http://www.w3.org/1999/xlink" xlink:href="https://x.example/a.svg#b"/>'],
    ['a style sheet from elsewhere', '<style>@import "https://x.example/a.css";</style>'],
    ['a style that loads', '<style>rect{fill:url(https://x.example/a)}</style>'],
    ['a style with hidden letters', '<style>rect{fill:u\\72l(https://x.example/a)}</style>'],
    ['a style with escaped letters that are no digits', '<style>rect{fill:u\\rl(https://x.example/a)}</style>'],
    ['an escaped rule', '<style>@\\import "https://x.example/a";</style>'],
    ['an attribute with an escaped letter', '<rect fill="u\\rl(https://x.example/a)"/>'],
    ['a word of a style cut by a section', '<style>rect{fill:ur<![CDATA[l(https://x.example/a)]]>}</style>'],
    ['a word of a style cut by two sections', '<style><![CDATA[rect{fill:ur]]><![CDATA[l(https://x.example/a)}]]></style>'],
    ['a word of a style cut by a comment', '<style>@im<!-- -->port "https://x.example/a";</style>'],
    ['a word of a style cut by an instruction', '<style>@im<?x?>port "https://x.example/a";</style>'],
    ['a word of a style cut by an element', '<style>rect{fill:ur<g/>l(https://x.example/a)}</style>'],
    ['a style that moves', '<style>@keyframes a{to{opacity:0}}rect{animation:a .1s infinite}</style>'],
    ['an attribute that loads', '<rect style="fill:url(&#104;ttps://x.example/a)"/>'],
    ['an element of nobody', '<e xmlns=""/>'],
  ])('a drawing with %s is kept out', (_, part) => {
    expect(whyNot(bakeSvg(plain.replace('<rect', `${part}<rect`), { ...ob3, json }))).toBe('unsafe');
  });

  test('what drawing programs write stays', () => {
    const drawn = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:i="http://www.inkscape.org/namespaces/inkscape"><metadata><r:RDF xmlns:r="http://www.w3.org/1999/02/22-rdf-syntax-ns#"/></metadata><defs><linearGradient id="a"><stop offset="0"/></linearGradient><filter id="f"><feGaussianBlur/></filter></defs><style>.b{fill:url(#a)}</style><style type="text/css"> <![CDATA[ .c{fill:url("#a")} ]]> </style><style/><g i:label="L&#10;" i:file="C:\\docs\\image(1).png"><use xlink:href="#a"/><image href="data:image/png;base64,AAAA"/><path class="b" style="filter:url(#f)" d="M0 0"/></g></svg>';
    expect(bakedSvg(drawn).replace(/^<svg xmlns:openbadges="[^"]*"/, '<svg').replace(/<openbadges:credential>.*?<\/openbadges:credential>/s, '')).toBe(drawn);
  });

  test('a drawing that uses our prefix for something else is left alone', () => {
    expect(whyNot(bakeSvg('<openbadges:svg xmlns:openbadges="http://www.w3.org/2000/svg"/>', { ...ob3, json }))).toBe('prefix');
    expect(whyNot(bakeSvg(plain.replace('<rect', '<g xmlns:openbadges="urn:x"><openbadges:credential/></g><rect'), { ...ob3, json }))).toBe('prefix');
    expect(whyNot(bakeSvg(plain.replace('<rect', '<g xmlns:openbadges="urn:x"><openbadges:assertion verify="https://x.example"/></g><rect'), { namespace: 'https://purl.imsglobal.org/clr/v2p0', json }))).toBe('prefix');
    expect(whyNot(bakeSvg(plain.replace('<rect', '<g xmlns:openbadges="urn:x"/><rect'), { ...ob3, json }))).toBe('baked');
  });

  test('nothing is written into what is no SVG, or says that it is in other letters', () => {
    const refused = (drawing: string): unknown => whyNot(bakeSvg(drawing, { ...ob3, json }));
    expect(refused('<html/>')).toBe('no-picture');
    expect(refused('<svg/>')).toBe('no-picture');
    expect(refused('')).toBe('not-closed');
    expect(refused('<svg xmlns="http://www.w3.org/2000/svg">')).toBe('not-closed');
    expect(refused('<!DOCTYPE svg [<!ENTITY a "b">]><svg xmlns="http://www.w3.org/2000/svg"/>')).toBe('document-type');
    expect(refused(plain.replace('UTF-8', 'ISO-8859-1'))).toBe('encoding');
    expect(refused(plain.replace('encoding="UTF-8"', `${' '.repeat(300)}encoding${' '.repeat(20)}= "ISO-2022-JP"`))).toBe('encoding');
    expect(refused(plain.replace('<rect', '\u001b<rect'))).toBe('character');
    expect(whyNot(bakeSvg(plain, { ...ob3, json: '{"a":"\ufffe"}' }))).toBe('character');
  });
});

describe('whatever the picture is', () => {
  const holds = async (bytes: Uint8Array): Promise<string> => new TextDecoder().decode(await unpacked(bytes)).trim();
  const drawings = fc.array(
    fc.constantFrom('<g>', '</g>', '<rect/>', '<!-- -->', '<![CDATA[', ']]>', '<openbadges:credential>', '</openbadges:credential>', '<a:assertion xmlns:a="http://openbadges.org" verify="x"/>', '<script/>', '&lt;', '&x;', 'text', ' xmlns:openbadges="urn:x"', '>', '<?p ?>', '<svg xmlns="http://www.w3.org/2000/svg"/>'),
    { maxLength: 8 },
  );

  test('a PNG with changed bytes is refused or holds the one badge', async () => {
    const picture = makePng(textChunk('openbadges', 'https://old.example/1', 'tEXt'), textChunk('Comment', 'x'));
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(fc.nat(picture.length - 1), fc.nat(255)), { maxLength: 3 }), fc.nat(picture.length), async (changes, cut) => {
        const copy = picture.slice(0, changes.length === 0 ? cut : picture.length);
        for (const [at, byte] of changes) copy[at] = byte;
        const made = bakePng(copy, 'openbadgecredential', encodeUtf8(json));
        if (made.ok) expect(await holds(made.value)).toBe(json);
      }),
    );
  });

  test('an SVG of any parts is refused, or holds the one badge, or cannot be read as any', async () => {
    let written = 0;
    await fc.assert(
      fc.asyncProperty(drawings, fc.boolean(), async (parts, isInTag) => {
        const drawing = `<svg xmlns="http://www.w3.org/2000/svg"${isInTag ? '' : '>'}${parts.join('')}</svg>`;
        const made = bakeSvg(drawing, { ...ob3, json });
        if (!made.ok) return;
        written += 1;
        const seen = await examineBytes(made.value);
        if (seen.kind === 'credential') expect(await holds(encodeUtf8(made.value))).toBe(json);
        else expect(seen.kind).toBe('unreadable');
      }),
    );
    expect(written).toBeGreaterThan(0);
  });
});
