import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { documentStyle, pageStyle } from '../../../src/ui/documents/document-style.ts';
import { toHtmlPage } from '../../../src/ui/documents/html-page.ts';

const written = (outerHTML: string): Element => ({ outerHTML }) as unknown as Element;
const page = (changes: Partial<Parameters<typeof toHtmlPage>[0]> = {}): Promise<string> =>
  toHtmlPage({ title: 'Mine', language: 'en', direction: 'ltr', skip: 'Skip', before: [written('<header>H</header>')], content: [written('<section>S</section>')], ...changes });

describe('a page that needs nothing but itself', () => {
  it('forbids everything but its own style, by the sum of that style', async () => {
    const html = await page();
    const style = /<style>([\s\S]*?)<\/style>/.exec(html)?.[1] ?? '';
    expect(style).toBe(`${documentStyle}${pageStyle}`);
    const rule = (/http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(html)?.[1] ?? '').replaceAll('&#39;', "'");
    expect(rule).toBe(`default-src 'none'; img-src data:; style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'; base-uri 'none'; form-action 'none'`);
    expect(html.indexOf('Content-Security-Policy')).toBeLessThan(html.indexOf('<style>'));
  });

  it('carries its style in some kilobytes, without a word that could end it or ask anybody', () => {
    expect(documentStyle).not.toContain('/*');
    expect(`${documentStyle}${pageStyle}`).not.toMatch(/<|@import|url\(/);
    expect(documentStyle.length + pageStyle.length).toBeLessThan(10_000);
  });

  it('holds a title as text whatever it says, and its language and direction', async () => {
    const html = await page({ title: '</title><script>alert(1)</script>" & more', language: 'ar', direction: 'rtl' });
    expect(html).toContain('<title>&#60;/title&#62;&#60;script&#62;alert(1)&#60;/script&#62;&#34; &#38; more</title>');
    expect(html).toContain('<html lang="ar" dir="rtl">');
    expect(html).not.toContain('<script');
  });

  it('puts the parts in order, with a way past the first ones', async () => {
    const html = await page();
    const places = ['href="#content"', '<header>H</header>', '<main id="content"', '<section>S</section>', '</main>'].map((part) => html.indexOf(part));
    expect([...places].sort((a, b) => a - b)).toEqual(places);
    expect(places.every((place) => place > 0)).toBe(true);
  });
});
