import { resolve } from 'node:path';
import { test as plain } from '@playwright/test';
import type { Page } from '@playwright/test';
import { openView, serveGallery, views } from './gallery.ts';
import type { Dress, GalleryServer } from './gallery.ts';
import { expect, test } from './harness.ts';

const folder = resolve('screenshots');
const looks: Readonly<Record<string, Omit<Dress, 'width'>>> = {
  light: { lang: 'en', theme: 'light' },
  dark: { lang: 'en', theme: 'dark' },
  rtl: { lang: 'ar-XB', theme: 'light' },
};

let gallery: GalleryServer;
plain.beforeAll(async () => {
  gallery = await serveGallery();
});
plain.afterAll(() => gallery.close());

/** Screens that come only after a step on another one: from the view, what to do, how the picture is called. */
const further: readonly { readonly from: string; readonly path: RegExp; readonly name: string; readonly go: (page: Page) => Promise<void> }[] = [
  { from: 'open', path: /^\/share\/[0-9a-f]+$/, name: 'hand-over', go: (page) => page.locator('.actions .btn[data-kind=main]').click() },
  ...['review-valid', 'review-altered', 'share-proven', 'check-several', 'check-unreadable', 'check-address'].map((state) => ({
    from: state,
    path: /^\/check$/,
    name: `check-result ${state}`,
    go: async (page: Page) => {
      await page.locator('#check-text').fill('{}');
      await page.locator('form:has(#check-text) button[type=submit]').click();
      await page.waitForURL(/#\/check\/result$/);
    },
  })),
];

const tallest = 8_000;

/** The whole page, in a window as tall as it: bars that stick to the window's edge stand at the edge of the picture. */
async function takePicture(page: Page, look: string, width: number, name: string): Promise<void> {
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  if (height > 740) await page.setViewportSize({ width, height: Math.min(height, tallest) });
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  const file = `${name.replace(/[^\w-]+/g, '_').replace(/^_|_$/g, '')}.png`;
  await page.screenshot({ path: resolve(folder, `${look}-${width}`, file), animations: 'disabled' });
}

for (const [look, dress] of Object.entries(looks)) {
  for (const width of [360, 1280]) {
    plain(`${look} at ${width} px`, async ({ page }) => {
      for (const view of views) {
        await openView(page, gallery.origin, view, { ...dress, width });
        await takePicture(page, look, width, view.name);
      }
      for (const { from, path, name, go } of further) {
        const start = views.find((view) => view.state === from && path.test(view.path)) ?? { state: from, path: '/check', name };
        await openView(page, gallery.origin, start, { ...dress, width });
        await go(page);
        await page.locator('main h1').first().waitFor();
        await takePicture(page, look, width, name);
      }
    });
  }
}

test.describe('the picture of the README', () => {
  test.skip(process.env['MECUM_COVER'] !== '1', 'only made anew on demand: npm run screenshots -- --cover');
  test.use({ viewport: { width: 360, height: 740 }, deviceScaleFactor: 2, colorScheme: 'light' });

  test('the sample, as it is shipped', async ({ page, site }) => {
    await page.goto(`${site.home}/#/sample`);
    await expect(page.locator('main .band-word')).toHaveText('Sample');
    await page.evaluate(() => document.fonts.ready);
    await page.screenshot({ path: resolve('.github/screenshot.png'), animations: 'disabled' });
  });
});
