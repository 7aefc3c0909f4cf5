import { expect, test } from '@playwright/test';
import type { Page } from '@playwright/test';
import { examples } from '../support/example-credentials.ts';
import { galleryStates } from '../support/gallery-states.ts';
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
  ? (['en-XA', 'ar-XB'] as const).flatMap((lang) => (['light', 'dark'] as const).flatMap((theme) => [320, 1280].map((width) => ({ lang, theme, width }))))
  : [
      { lang: 'en-XA', theme: 'light', width: 320 },
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

/** Every text that a credential of the gallery says. */
function saidBy(value: unknown): readonly string[] {
  if (typeof value !== 'object' || value === null) return [];
  const own = Reflect.get(value, 'text') as unknown;
  return [...(typeof own === 'string' ? [own] : []), ...Object.values(value).flatMap(saidBy)];
}

// Names that the browser's own tables give (countries, languages, "and"), and what credentials say.
const fromTables = ['Finland', 'Spain', 'English', 'Greek', 'Catalan', 'Finnish', 'Arabic', ', and ', ' and '];
const notOurs = [...saidBy(galleryStates), ...saidBy(examples), ...fromTables].sort((a, b) => b.length - a.length);

/** Words of ours that came through as raw ids or as plain English. */
async function untranslated(page: Page): Promise<readonly string[]> {
  const words = await ownWords(page);
  const ours = words.map((text) => notOurs.reduce((rest, said) => rest.replaceAll(said, ''), text).replaceAll(/Course number \d+/g, ''));
  return ours.filter((text) => /^[a-z]+(\.[a-zA-Z-]+)+$/.test(text) || /[A-Za-z]{2,}/.test(text)).map((text) => `not translated: ${text.slice(0, 80)}`);
}

for (const view of views) {
  test(`${view.name}: no axe violation, no sideways scrolling, no raw id, no English left`, async ({ page }) => {
    test.setTimeout(120_000);
    const wrong: string[] = [];
    for (const dress of dresses) {
      await openView(page, gallery.origin, view, dress);
      const at = `${dress.lang} ${dress.theme} ${String(dress.width)}`;
      const sideways = await sidewaysBy(page);
      const found = [
        ...(await axeViolations(page)),
        ...(sideways > 0 ? [`${String(sideways)} px wider than the window`] : []),
        ...(dress.lang === 'en-XA' ? await untranslated(page) : []),
      ];
      wrong.push(...found.map((text) => `${at}: ${text}`));
    }
    expect(wrong).toEqual([]);
  });
}
