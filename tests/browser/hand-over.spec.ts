import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { chromium, expect, test } from '@playwright/test';
import type { Browser, Page } from '@playwright/test';
import { serveFolder } from '../../src/tools/serve-folder.ts';
import { fakeCameraSwitches, writeFakeCameraFromPictures } from '../support/fake-camera.ts';

let server: Awaited<ReturnType<typeof serveFolder>>;
let folder = '';
const browsers: Browser[] = [];

test.beforeAll(async () => {
  server = await serveFolder(resolve(process.env['MECUM_DIST'] ?? 'dist'), 0);
  folder = mkdtempSync(join(tmpdir(), 'mecum-hand-over-'));
});
test.afterEach(async () => {
  for (const browser of browsers.splice(0)) await browser.close();
});
test.afterAll(async () => {
  await server.close();
  rmSync(folder, { recursive: true, force: true });
});

const text = 'Carries residents with two helpers and documents each lift. '.repeat(12);
const credential = {
  '@context': ['https://www.w3.org/ns/credentials/v2'],
  type: ['VerifiableCredential'],
  name: 'Safe lifting',
  issuer: 'did:example:school',
  credentialSubject: { id: 'did:example:learner', description: Array.from(text, (letter, index) => letter + index.toString(36)).join('') },
};

/** A browser of its own; without the system's save dialog, which a test cannot answer. */
async function openBrowser(switches: readonly string[] = [], reducedMotion: 'reduce' | 'no-preference' = 'no-preference'): Promise<Page> {
  const browser = await chromium.launch({ executablePath: process.env['MECUM_CHROMIUM'] || '/usr/bin/chromium', args: ['--no-sandbox', ...switches] });
  browsers.push(browser);
  const page = await (await browser.newContext({ viewport: { width: 360, height: 740 }, reducedMotion })).newPage();
  await page.addInitScript(() => Reflect.deleteProperty(globalThis, 'showSaveFilePicker'));
  return page;
}

/** Saves the credential, makes a share of it and opens the page that hands it over. */
async function openHandOver(page: Page): Promise<void> {
  await page.goto(`${server.origin}/#/add`);
  await page.getByRole('textbox').first().fill(JSON.stringify(credential));
  await page.getByRole('button', { name: 'Read this text' }).click();
  await page.getByRole('button', { name: /^Save/ }).first().click();
  await page.getByRole('button', { name: 'Protect and save' }).click();
  await page.getByRole('button', { name: 'Later' }).click({ timeout: 30_000 });
  await page.goto(`${server.origin}/#/`);
  await page.getByRole('link', { name: credential.name }).click();
  await page.getByRole('link', { name: 'Share', exact: true }).click();
  await page.getByRole('button', { name: 'Show code' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Hand over' })).toBeVisible();
}

/** Steps through one round and takes a picture of every part. */
async function photographParts(page: Page): Promise<readonly Uint8Array[]> {
  const panel = page.locator('.code', { hasText: credential.name });
  const [, count = ''] = /Part \d+ of (\d+)/.exec(await page.locator('main').innerText()) ?? [];
  const pictures: Uint8Array[] = [];
  for (let part = 1; part <= Number(count); part += 1) {
    await expect(page.getByRole('img', { name: `Part ${part} of ${count} of the moving code` })).toBeVisible();
    pictures.push(await panel.screenshot());
    await page.getByRole('button', { name: 'Next' }).click();
  }
  return pictures;
}

test('what one browser shows, another browser scans and checks', async () => {
  const sender = await openBrowser();
  await openHandOver(sender);
  await expect(sender.getByRole('img', { name: /^Code that opens the check page at/ })).toBeVisible();
  await expect(sender.getByText('Check it at an address you chose yourself.')).toBeVisible();
  await expect(sender.getByRole('button', { name: 'Pause' })).toBeHidden();
  await sender.getByRole('button', { name: 'Start' }).click();
  await expect(sender.getByRole('img', { name: /^Part 2 of/ })).toBeVisible();
  await sender.getByRole('button', { name: 'Pause' }).click();
  await sender.getByRole('button', { name: 'Previous' }).click();
  await expect(sender.getByRole('button', { name: 'Go on' })).toBeVisible();
  while ((await sender.getByRole('img', { name: /^Part 1 of/ }).count()) === 0) await sender.getByRole('button', { name: 'Next' }).click();
  const pictures = await photographParts(sender);
  expect(pictures.length).toBeGreaterThan(2);

  const video = join(folder, 'camera.y4m');
  writeFakeCameraFromPictures(video, pictures, 4);
  const checker = await openBrowser(fakeCameraSwitches(video));
  await checker.goto(`${server.origin}/#/check/scan`);
  await checker.waitForURL(/#\/check\/result$/, { timeout: 20_000 });
  await expect(checker.getByText(credential.name).first()).toBeVisible();
});

test('under reduced motion the code is only stepped through', async () => {
  const page = await openBrowser([], 'reduce');
  await openHandOver(page);
  await expect(page.getByRole('button', { name: 'Start' })).toBeHidden();
  await page.getByRole('button', { name: 'Step through it' }).click();
  const first = page.getByRole('img', { name: /^Part 1 of/ });
  await expect(first).toBeVisible();
  await page.waitForTimeout(1_000);
  await expect(first).toBeVisible();
  await expect(page.getByRole('button', { name: /Pause|Go on/ })).toBeHidden();
});

test('a saved file and a copied link lead to the same check', async () => {
  const page = await openBrowser();
  await openHandOver(page);
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: /Save file/ }).click()]);
  const file = join(folder, 'saved');
  await download.saveAs(file);
  await expect(page.getByText('Saved. Send this file to them.')).toBeVisible();
  expect(download.suggestedFilename()).not.toContain('Safe');
  await page.getByRole('button', { name: /Copy link/ }).click();
  await expect(page.getByText('Link copied.')).toBeVisible();
  await page.goto(`${server.origin}/#/check`);
  const pasted = page.getByRole('textbox', { name: 'Text or a link' });
  await pasted.focus();
  await page.keyboard.press('Control+V');
  const link = await pasted.inputValue();
  expect(link.startsWith(`${server.origin}/#/check/1/`)).toBe(true);

  const checker = await openBrowser();
  await checker.goto(link);
  await checker.waitForURL(/#\/check\/result$/, { timeout: 20_000 });
  await expect(checker.getByText(credential.name).first()).toBeVisible();
  await checker.goto(`${server.origin}/#/check`);
  await checker.locator('input[type=file]').first().setInputFiles(file);
  await checker.waitForURL(/#\/check\/result$/, { timeout: 20_000 });
  await expect(checker.getByText(credential.name).first()).toBeVisible();
});

test('C37 a share that this page no longer holds is said, and nothing was sent', async () => {
  const page = await openBrowser();
  await openHandOver(page);
  await page.evaluate(() => (location.hash = '#/hand-over/0000'));
  await expect(page.getByRole('heading', { name: 'This share is no longer here' })).toBeVisible();
  await page.getByRole('link', { name: 'Go to your credentials' }).click();
  await expect(page.getByRole('link', { name: credential.name })).toBeVisible();
});
