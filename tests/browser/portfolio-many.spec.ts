import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from '@playwright/test';
import type { Page } from '@playwright/test';
import { unzipSync } from 'fflate';
import { hostileTexts } from '../support/example-portfolio.ts';
import { serveGallery } from './gallery.ts';
import type { GalleryServer } from './gallery.ts';
import { traceMainThread } from './main-thread.ts';

/** A hundred credentials, one of them with words that try to be markup: made piece by piece, and text they stay. */
const work = mkdtempSync(join(tmpdir(), 'mecum-many-'));
const longestTaskMs = 200;
let gallery: GalleryServer;

test.beforeAll(async () => {
  test.setTimeout(120_000);
  gallery = await serveGallery();
});
test.afterAll(() => gallery.close());

async function openForm(page: Page, way: string): Promise<void> {
  await page.addInitScript(() => Reflect.deleteProperty(globalThis, 'showSaveFilePicker'));
  await page.goto(`${gallery.origin}/?state=to-export&lang=en#/collections/c3/export`);
  await page.getByRole('radio', { name: way }).check();
  await page.getByRole('checkbox', { name: 'Your note' }).check();
}

async function save(page: Page, name: string): Promise<string> {
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Save file' }).click()]);
  await download.saveAs(join(work, name));
  return join(work, name);
}

test('a page of a hundred is made without a task over 200 ms, and hostile words stay words', async ({ page, browser, context }) => {
  test.setTimeout(120_000);
  await openForm(page, 'One file for any browser');
  const trace = await traceMainThread(browser, page, async () => {
    await page.evaluate(() => performance.mark('begins'));
    await page.getByRole('button', { name: 'Export' }).click();
    await page.getByRole('heading', { name: 'Your file is ready' }).waitFor({ timeout: 90_000 });
  });
  const longest = trace.longestFrom('begins') ?? Number.NaN;
  process.stdout.write(`longest task while a hundred are made: ${longest.toFixed(0)} ms\n`);
  expect(longest).toBeLessThan(longestTaskMs);

  const file = await save(page, 'hundred.html');
  const opened = await context.newPage();
  const seen: string[] = [];
  opened.on('dialog', (dialog) => void dialog.dismiss().then(() => seen.push('a dialog')));
  opened.on('console', (message) => seen.push(message.text()));
  opened.on('request', (request) => seen.push(...(request.isNavigationRequest() ? [] : [request.url()])));
  await opened.goto(pathToFileURL(file).href);
  expect(seen).toEqual([]);
  await expect(opened.locator('.document-item')).toHaveCount(102);
  await expect(opened.locator('script, iframe, img, svg, form, object, embed, base, template, plaintext, [onclick], [onerror], meta[http-equiv=refresh]')).toHaveCount(0);
  const links = await opened.locator('a').evaluateAll((all) => [...new Set(all.map((link) => (link.getAttribute('href') ?? '').replace(/^(#|data:application\/octet-stream;base64,).*$/s, '$1')))]);
  expect(links.sort()).toEqual(['#', 'data:application/octet-stream;base64,']);
  const first = await opened.locator('.document-item').first().innerText();
  for (const text of hostileTexts.slice(0, 7)) expect(first.replace(/\s+/g, ' ')).toContain(text.replace(/\s+/g, ' '));
  expect(readFileSync(file, 'utf8')).not.toMatch(/[\u202A-\u202E\u2066-\u2069]/);
});

test('stops when it is told to, and nothing is saved', async ({ page }) => {
  await openForm(page, 'A ZIP folder');
  const heading = page.getByRole('heading', { name: 'Export', level: 1 });
  await page.getByRole('button', { name: 'Export' }).press('Enter');
  await expect(heading).toBeFocused();
  await page.getByRole('button', { name: 'Stop' }).press('Enter');
  await expect(page.getByRole('main').getByText('Stopped. Nothing was saved.')).toBeVisible();
  await expect(heading).toBeFocused();
  await page.waitForTimeout(1_000);
  await expect(page.getByRole('button', { name: 'Export' })).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Your file is ready' })).toBeHidden();
});

test('a ZIP of a hundred holds a hundred originals', async ({ page }) => {
  test.setTimeout(120_000);
  await openForm(page, 'A ZIP folder');
  await page.getByRole('button', { name: 'Export' }).click();
  await page.getByRole('heading', { name: 'Your file is ready' }).waitFor({ timeout: 90_000 });
  const names = Object.keys(unzipSync(readFileSync(await save(page, 'hundred.zip'))));
  expect(names.filter((name) => name.startsWith('originals/'))).toHaveLength(100);
  expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(names.length);
});
