import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { numberedName, relativeAddress } from '../../../src/ui/documents/portfolio-files.ts';

describe('names of files that go along', () => {
  it('keeps what people can read, after a number', () => {
    expect(numberedName([1], 'Diplôme d’État (2024).PDF')).toBe('01-Diplôme-d-État-2024.pdf');
    expect(numberedName([2, 11], 'letter.txt')).toBe('02-11-letter.txt');
    expect(numberedName([3], 'Ελληνικά.json')).toBe('03-Ελληνικά.json');
    expect(numberedName([3], 'प्रमाण पत्र.pdf')).toBe('03-प्रमाण-पत्र.pdf');
    expect(numberedName([3], 'ใบรับรองที่ดี.pdf')).toBe('03-ใบรับรองที่ดี.pdf');
  });

  it('makes something of nothing, of folders, of names that systems keep for themselves and of turned letters', () => {
    expect(numberedName([4], '')).toBe('04');
    expect(numberedName([5], '../../etc/passwd')).toBe('05-etc-passwd');
    expect(numberedName([6], 'CON.json')).toBe('06-CON.json');
    expect(numberedName([7], '.htaccess')).toBe('07.htaccess');
    expect(numberedName([8], 'invoice\u202Efdp.exe')).toBe('08-invoice-fdp.exe');
  });

  it('never leaves its folder, is never longer than a file system takes, and never names two alike', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme', maxLength: 300 }), { maxLength: 20 }), (given) => {
        const names = given.map((name, at) => numberedName([at + 1], name));
        expect(Buffer.byteLength(numberedName([500, 10], `${'\u{20000}'.repeat(80)}.abcdefgh`))).toBeLessThanOrEqual(255);
        for (const name of names) {
          expect(name).toMatch(/^\d{2}(-[\p{L}\p{N}][\p{L}\p{M}\p{N}-]*)?(\.[a-z0-9]{1,8})?$/u);
          expect(Buffer.byteLength(name)).toBeLessThanOrEqual(255);
        }
        expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(names.length);
      }),
    );
  });

  it('leads to a path beside the page', () => {
    expect(relativeAddress('originals/01-É #1?.json')).toBe('originals/01-%C3%89%20%231%3F.json');
  });
});
