import { expect, test } from '@playwright/test';
import type { Page } from '@playwright/test';
import { axeViolations } from './axe.ts';
import { openView, serveGallery, views } from './gallery.ts';
import type { Dress, GalleryServer } from './gallery.ts';

let gallery: GalleryServer;
const deep = process.env['MECUM_DEEP'] === '1';

test.beforeAll(async () => {
  test.setTimeout(120_000);
  gallery = await serveGallery();
});
test.afterAll(() => gallery.close());

/** Two dresses cover each of the axes; the deep run takes them all. */
const dresses: readonly Dress[] = deep
  ? (['en', 'ar-XB'] as const).flatMap((lang) => (['light', 'dark'] as const).flatMap((theme) => [320, 1280].map((width) => ({ lang, theme, width }))))
  : [
      { lang: 'en', theme: 'light', width: 320 },
      { lang: 'ar-XB', theme: 'dark', width: 1280 },
    ];

/** Nothing needs scrolling sideways. */
async function sidewaysBy(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}

/** What our voice says: text outside of credentials' words, codes, dates and proper names. */
async function ownWords(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const foreign = 'bdi, [lang]:not(html), .raw, .doc, time, .mark, code, option, svg, .code8, output';
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const found: string[] = [];
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const parent = node.parentElement;
      const text = node.textContent?.trim() ?? '';
      if (text !== '' && parent !== null && parent.closest(foreign) === null && parent.closest('script, style') === null) found.push(text);
    }
    for (const element of document.querySelectorAll('[aria-label], [placeholder], [alt], [title]')) {
      if (element.closest(foreign) !== null) continue;
      for (const name of ['aria-label', 'placeholder', 'alt', 'title']) {
        const text = element.getAttribute(name)?.trim() ?? '';
        if (text !== '') found.push(text);
      }
    }
    return found;
  });
}

for (const view of views) {
  test(`${view.name} has no accessibility violation and no sideways scrolling`, async ({ page }) => {
    test.setTimeout(120_000);
    const wrong: string[] = [];
    for (const dress of dresses) {
      await openView(page, gallery.origin, view, dress);
      const at = `${dress.lang} ${dress.theme} ${String(dress.width)}`;
      for (const violation of await axeViolations(page)) wrong.push(`${at}: ${violation}`);
      const sideways = await sidewaysBy(page);
      if (sideways > 0) wrong.push(`${at}: ${String(sideways)} px wider than the window`);
    }
    expect(wrong).toEqual([]);
  });
}

test('no raw id and no English is left in the made-up language', async ({ page }) => {
  test.setTimeout(300_000);
  const wrong: string[] = [];
  for (const view of views) {
    await openView(page, gallery.origin, view, { lang: 'en-XA', theme: 'light', width: 360 });
    for (const text of await ownWords(page)) {
      if (/^[a-z]+(\.[a-zA-Z-]+)+$/.test(text)) wrong.push(`${view.name}: raw id ${text}`);
      else if (/[A-Za-z]{2,}/.test(text)) wrong.push(`${view.name}: ${text.slice(0, 80)}`);
    }
    const sideways = await sidewaysBy(page);
    if (sideways > 0) wrong.push(`${view.name}: ${String(sideways)} px wider than the window`);
  }
  expect(wrong).toEqual([]);
});
