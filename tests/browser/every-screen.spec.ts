import { expect, test as base } from '@playwright/test';
import type { Page } from '@playwright/test';
import { examples } from '../support/example-credentials.ts';
import { galleryStates } from '../support/gallery-states.ts';
import { axeViolations } from './axe.ts';
import { openView, serveGallery, views, wear } from './gallery.ts';
import type { Dress, GalleryServer } from './gallery.ts';
import { hiddenFocus, layoutFaults, smallTargets, withStyle } from './layout.ts';

/**
 * Every view of the gallery. What a screen reader is given stands in `aria/`, one file a view, in English. After a
 * wanted change: `npx playwright test -c tests/browser/playwright.config.ts --project "every screen" --no-deps
 * --update-snapshots all`, then read what changed: headings in order, each control named, nothing said twice.
 */

/** One page for all views of a worker: a new one for each takes a third of the time. Nothing of a view is left for the next. */
const test = base.extend<{ readonly stage: Page }, { readonly shared: Page }>({
  shared: [
    async ({ browser }, use) => {
      const context = await browser.newContext({ locale: 'en-GB', timezoneId: 'Europe/Madrid' });
      await use(await context.newPage());
      await context.close();
    },
    { scope: 'worker' },
  ],
  stage: async ({ shared }, use) => {
    await use(shared);
    await shared.evaluate(() => [localStorage, sessionStorage].forEach((kept) => kept.clear()));
    await shared.goto('about:blank');
  },
});

let gallery: GalleryServer;
const deep = process.env['MECUM_DEEP'] === '1';

test.beforeAll(async () => {
  test.setTimeout(120_000);
  gallery = await serveGallery();
});
test.afterAll(() => gallery.close());

/** The looks: light, dark, more contrast (by the app's setting, or because the system asks for it) and the system's own few colours. */
const looks = {
  light: { theme: 'light' },
  dark: { theme: 'dark' },
  more: { theme: 'light', contrast: 'setting' },
  'more, dark': { theme: 'dark', contrast: 'system' },
  forced: { theme: 'light', forced: true },
} as const;

/** Each look, each direction and each width at least once for every view; the deep run takes them all together. */
function dressesOf(index: number): readonly Dress[] {
  if (deep) return (['en-XA', 'ar-XB'] as const).flatMap((lang) => Object.values(looks).flatMap((look) => [320, 1280].map((width) => ({ lang, ...look, width }))));
  return [
    { lang: 'en-XA', ...looks.light, width: 320 },
    { lang: 'en-XA', ...looks.forced, width: 1280 },
    { lang: 'ar-XB', ...looks.dark, width: 1280 },
    { lang: 'ar-XB', ...(index % 2 === 0 ? looks.more : looks['more, dark']), width: 320 },
  ];
}

/** What our voice says: text outside of credentials' words, codes, dates and proper names. */
async function ownWords(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const foreign = 'bdi, [lang]:not(html), .raw, .doc, time, .mark, code, option, svg, .code8, output, textarea';
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
const fromTables = ['Finland', 'Spain', 'English', 'Greek', 'Catalan', 'Finnish', 'Arabic', 'Estonia', 'German', 'Slovenia', 'Slovenian', ', and ', ' and '];
/** A file that is chosen, by its name. */
const chosen = ['a.txt'];
const notOurs = [...saidBy(galleryStates), ...saidBy(examples), ...fromTables, ...chosen].sort((a, b) => b.length - a.length);

/** Words of ours that came through as raw ids or as plain English. */
async function untranslated(page: Page): Promise<readonly string[]> {
  const words = await ownWords(page);
  const ours = words.map((text) => notOurs.reduce((rest, said) => rest.replaceAll(said, ''), text).replaceAll(/Course number \d+/g, ''));
  return ours.filter((text) => /^[a-z]+(\.[a-zA-Z-]+)+$/.test(text) || /[A-Za-z]{2,}/.test(text)).map((text) => `not translated: ${text.slice(0, 80)}`);
}

const plain: Dress = { lang: 'en', theme: 'light', width: 320 };

/** What is lost at 320 px, which is 1280 px at 400 %: as it is, with the person's own spacing, with letters twice as big. */
async function lostInLayout(page: Page): Promise<readonly string[]> {
  const wrong = [...(await layoutFaults(page)), ...(await smallTargets(page))];
  for (const style of ['wide-spacing', 'double-text'] as const) {
    const takeOff = await withStyle(page, style);
    wrong.push(...(await layoutFaults(page)).map((text) => `${style}: ${text}`));
    await takeOff();
  }
  await wear(page, { ...plain, height: 256 });
  wrong.push(...(await hiddenFocus(page)).map((text) => `256 px high: ${text}`));
  await wear(page, plain);
  return [...wrong, ...(await hiddenFocus(page))];
}

for (const [index, view] of views.entries()) {
  test(`${view.name}: read out in good order, nothing lost when enlarged, no axe violation in any look, no English left`, async ({ stage: page }) => {
    test.setTimeout(deep ? 900_000 : 120_000);
    await openView(page, gallery.origin, view, plain);
    await expect.soft(page.locator('body')).toMatchAriaSnapshot({ name: `${view.name.replace(/[^\w-]+/g, '-').replace(/-$/, '')}.yml` });
    const wrong = [...(await lostInLayout(page))];
    for (const dress of dressesOf(index)) {
      await wear(page, dress);
      const found = [...(await axeViolations(page, deep)), ...(await layoutFaults(page)), ...(await smallTargets(page)), ...(dress.lang === 'en-XA' && dress.width === 320 ? await untranslated(page) : [])];
      wrong.push(...found.map((text) => `${Object.values(dress).join(' ')}: ${text}`));
    }
    expect(wrong).toEqual([]);
  });
}

test('beside an open credential the list of a wide screen stays where it was, and so does the head', async ({ page }) => {
  const long = views.find((view) => view.state === 'many');
  if (long === undefined) throw new Error('no long list in the gallery');
  await openView(page, gallery.origin, long, { ...plain, width: 1280 });
  const card = page.locator('.card a').nth(150);
  await card.scrollIntoViewIfNeeded();
  const address = await card.getAttribute('href');
  await card.click();
  const open = page.locator(`.pane .card[aria-current] a[href="${String(address)}"]`);
  await expect(open).toBeInViewport({ ratio: 1 });
  expect(await page.evaluate(() => scrollY)).toBe(0);
  await page.locator('.here .actions').hover();
  await page.mouse.wheel(0, 600);
  await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(0);
  await expect(open).toBeInViewport({ ratio: 1 });
  await expect(page.locator('.head .back')).toBeInViewport({ ratio: 1 });
  await page.locator('.head .back').click();
  await expect(page.locator(`.here .card a[href="${String(address)}"]`)).toBeInViewport({ ratio: 1 });
});
