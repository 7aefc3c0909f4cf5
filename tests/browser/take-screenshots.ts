import { resolve } from 'node:path';
import { test as plain } from '@playwright/test';
import type { Page } from '@playwright/test';
import { galleryStates } from '../support/gallery-states.ts';
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

const tallest = 8_000;
const cardsOfMany = galleryStates['many']?.items?.length ?? 0;

/** The whole page, in a window as tall as it: bars that stick to the window's edge stand at the edge of the picture. */
async function takePicture(page: Page, look: string, width: number, name: string): Promise<void> {
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  if (height > 740) await page.setViewportSize({ width, height: Math.min(height, tallest) });
  await page.mouse.move(0, 0); // what was pressed last looks as if a pointer rested on it
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  const file = `${name.replace(/[^\w-]+/g, '_').replace(/^_|_$/g, '')}.png`;
  await page.screenshot({ path: resolve(folder, `${look}-${width}`, file), animations: 'disabled' });
}

for (const [look, dress] of Object.entries(looks)) {
  for (const width of [360, 1280]) {
    plain(`${look} at ${width} px`, async ({ page }) => {
      for (const view of views) {
        await openView(page, gallery.origin, view, { ...dress, width });
        if (view.state === 'many') await page.locator('.card').nth(cardsOfMany - 1).waitFor(); // a long list grows by and by
        await takePicture(page, look, width, view.name);
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
