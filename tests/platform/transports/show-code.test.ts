import { beforeAll, describe, expect, it, vi } from 'vitest';
import { openEnvelope } from '../../../src/core/encoding/envelope.ts';
import { createUrJoiner } from '../../../src/core/encoding/ur/ur-joiner.ts';
import { parsePart } from '../../../src/core/encoding/ur/ur-part.ts';
import { fromMessage } from '../../../src/core/encoding/ur/ur-payload.ts';
import { toInstant } from '../../../src/core/model/instant.ts';
import { createLink } from '../../../src/platform/transports/link/create-link.ts';
import { createCode, outline } from '../../../src/platform/transports/qr-screen/draw-code.ts';
import { measure, showCode } from '../../../src/platform/transports/qr-screen/show-code.ts';
import { safeFileName } from '../../../src/platform/transports/save/safe-file-name.ts';
import { readText } from '../../../src/platform/transports/text/read-text.ts';

/** Bytes that no compression makes smaller. */
function presentationOf(length: number): { readonly bytes: Uint8Array; readonly mediaType: string; readonly fileName: string } {
  let state = 0x2545_f491;
  const next = (): number => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return state >>> 24;
  };
  return { bytes: Uint8Array.from({ length }, next), mediaType: 'application/vp', fileName: 'share.json' };
}

beforeAll(() => {
  vi.stubGlobal('location', new URL('https://wallet.example/?x=1#/hand-over/1'));
  return () => vi.unstubAllGlobals();
});

describe('codes on the screen', () => {
  it('shows one still code while one part of 1,046 characters holds it', () => {
    expect(measure(presentationOf(440))).toMatchObject({ bytes: 440, codeParts: 1 });
    const shown = showCode(presentationOf(440));
    if (!shown.ok) throw new Error('no code');
    expect(shown.value.parts).toBe(1);
    expect(shown.value.text(1)).toMatch(/^UR:BYTES\/[A-Z]+$/);
    expect(createCode(shown.value.text(1), 'L').version).toBeLessThanOrEqual(18);
    expect(measure(presentationOf(460)).codeParts).toBeGreaterThan(1);
  });
  it('keeps every frame of a moving code at version 18 or below, in alphanumeric letters, at one version', () => {
    const shown = showCode(presentationOf(21_083));
    if (!shown.ok) throw new Error('no code');
    expect(shown.value.parts).toBe(45);
    for (const sequence of [1, 2, 44, 45, 46, 999, 99_999]) {
      const text = shown.value.text(sequence);
      expect(text).toMatch(/^[A-Z0-9:/-]{1,1046}$/);
      expect(createCode(text, 'L').version).toBeLessThanOrEqual(18);
    }
    expect(shown.value.text(0xffff_ffff).length).toBeLessThanOrEqual(1_046);
  });
  it('is what the scanner joins again', () => {
    const presentation = presentationOf(6_347);
    const shown = showCode(presentation);
    if (!shown.ok) throw new Error('no code');
    const joiner = createUrJoiner();
    for (let sequence = 1; sequence <= shown.value.parts; sequence += 1) {
      const part = parsePart(shown.value.text(sequence));
      if (!part.ok || part.value.kind !== 'multi') throw new Error('no part');
      const step = joiner.add(part.value);
      if (step.kind === 'done') expect(openEnvelope(fromMessage(step.message))).toMatchObject({ ok: true, value: { bytes: presentation.bytes } });
      else expect(sequence).toBeLessThan(shown.value.parts);
    }
  });
  it('says that a share is too large for a code', () => {
    expect(showCode(presentationOf(66_000))).toMatchObject({ error: { code: 'send/too-large-for-qr' } });
    expect(measure(presentationOf(66_000)).codeParts).toBe(0);
    expect(showCode(presentationOf(60_000)).ok).toBe(true);
  });
  it('draws every dark module and no other', () => {
    const code = createCode('MECUM', 'M');
    const dark = new Set<string>();
    for (const [, x = '', y = '', run = ''] of outline(code).matchAll(/M(\d+) (\d+)h(\d+)v1h-\d+z/g)) {
      for (let step = 0; step < Number(run); step += 1) dark.add(`${Number(x) + step - 4},${Number(y) - 4}`);
    }
    const { size, data } = code.modules;
    for (let row = 0; row < size; row += 1) {
      for (let column = 0; column < size; column += 1) expect(dark.has(`${column},${row}`)).toBe(Boolean(data[row * size + column]));
    }
  });
});

describe('links', () => {
  it('carries the presentation after # at the address of this page, and is read back', () => {
    const presentation = presentationOf(1_000);
    const link = createLink(presentation);
    if (!link.ok) throw new Error('no link');
    expect(link.value).toMatch(/^https:\/\/wallet\.example\/#\/check\/1\/[\w-]+$/);
    expect(link.value.length).toBe(measure(presentation).linkCharacters);
    expect(readText(link.value, 'link', toInstant(1))).toMatchObject({ ok: true, value: { bytes: presentation.bytes, transport: 'link' } });
  });
  it('refuses a link that no browser would open', () => {
    const link = createLink(presentationOf(1_600_000));
    expect(!link.ok && link.error.code).toBe('present/too-large');
  });
});

describe('file names', () => {
  it.each([
    ['share.json', 'share.json'],
    ['../../etc/passwd', 'etcpasswd'],
    ['C:\\x\\y.txt', 'Cxy.txt'],
    ['a\u202Egpj.exe', 'agpj.exe'],
    ['=cmd|x.csv', 'cmdx.csv'],
    ['@SUM(1).csv', 'SUM(1).csv'],
    ['con.json', 'mecum.json'],
    ['...', 'mecum'],
    ['', 'mecum'],
    ['Zeugnis Käse.json', 'Zeugnis Käse.json'],
  ])('B102 %s is saved as %s', (name, safe) => {
    expect(safeFileName(name)).toBe(safe);
  });
  it('B102 shortens a long name and keeps its ending', () => {
    expect(safeFileName(`${'x'.repeat(300)}.json`)).toBe(`${'x'.repeat(95)}.json`);
  });
});
