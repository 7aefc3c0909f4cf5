import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from '@playwright/test';
import type { Browser, BrowserContext, Page } from '@playwright/test';
import { unzipSync } from 'fflate';
import { axeViolations } from './axe.ts';
import { browserSwitches, chromiumPath } from './chromium.ts';
import { expect, test } from './harness.ts';
import { until } from './other-browsers/driver.ts';
import { findFirefox, startFirefox } from './other-browsers/firefox.ts';
import { createPerson } from './other-browsers/person.ts';
import { addFile, asFile, badgeFile, chooseFiles, fixture, goTo, openProfile, saveWith, startWith, unlockWithWords } from './steps.ts';

/** Three credentials put together and taken along: on paper, as one page for any browser, as a folder. */
const work = mkdtempSync(join(tmpdir(), 'mecum-portfolio-'));
const folder = 'json-credential';
const originals = [
  { name: 'air quality.json', file: badgeFile, word: 'We cannot tell who signed this' },
  { name: 'expired.json', file: `${folder}/open-badges-3--eddsa-jcs-2022-expired.json`, word: 'Its date has passed' },
  { name: '../../evil\u202Enosj.json', file: `${folder}/open-badges-3--Ed25519Signature2020-altered.json`, word: 'The signature does not fit' },
];
const evidence = Buffer.from('A letter of thanks.\n');
const digest = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
const made = { page: '', zip: '', pdf: '' };

let context: BrowserContext;
let page: Page;
let words = '';
let exportPath = '';

test.describe.configure({ mode: 'serial', timeout: 120_000 });

test.beforeAll(async ({ site }) => {
  ({ context, page } = await openProfile('portfolio'));
  const [first, ...others] = originals.map(({ name, file }) => asFile(fixture(file), name));
  ({ words } = await startWith(page, site.home, first ?? asFile('{}')));
  for (const other of others) {
    await addFile(page, other);
    await page.getByRole('button', { name: /^Save/ }).click();
    await expect(page).toHaveURL(/#\/(credential\/.*)?$/);
  }
  await describePriorLearning();
  await collect();
});
test.afterAll(() => context.close());

async function describePriorLearning(): Promise<void> {
  await goTo(page, '/prior-learning/new');
  await page.getByRole('textbox', { name: 'Title' }).fill('Night shifts <b>in</b> home care');
  await page.getByRole('textbox', { name: 'What you learned' }).fill('Caring for people\non my own </style><script>x</script>');
  await chooseFiles(page, [asFile(evidence, 'letter.txt', 'text/plain')], 'Add files');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page).toHaveURL(/#\/prior-learning$/);
}

async function collect(): Promise<void> {
  await goTo(page, '/collections/new');
  await page.getByRole('textbox', { name: 'Name' }).fill('Work at "Air & Water" </title><i>');
  await page.getByRole('textbox', { name: 'Intro' }).fill('What I bring.');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.getByRole('link', { name: 'Choose credentials' }).click();
  await expect(page.getByRole('checkbox')).toHaveCount(4);
  for (const { word } of originals) await page.getByRole('checkbox', { name: new RegExp(word) }).check();
  await page.getByRole('checkbox', { name: /Night shifts/ }).check();
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByRole('listitem').filter({ hasText: /Added (and checked )?on/ })).toHaveCount(3);
}

/** From the collection's page to the form, with everything examined anew. */
async function openExport(way: string): Promise<void> {
  if (!page.url().endsWith('/export')) await page.getByRole('link', { name: 'Export' }).click();
  else if (await page.getByRole('button', { name: 'Choose again' }).isVisible()) await page.getByRole('button', { name: 'Choose again' }).click();
  await page.getByRole('radio', { name: way }).check({ timeout: 30_000 });
  exportPath = new URL(page.url()).hash.slice(1);
}

test('names what asks for a second look, and lets her leave it out', async () => {
  await openExport('Paper or PDF');
  const boxes = page.getByRole('group', { name: 'Look at these first' }).getByRole('checkbox');
  await expect(boxes).toHaveCount(3);
  for (const [at, { word }] of originals.entries()) {
    await expect(boxes.nth(at)).toBeChecked();
    await expect(page.getByRole('group', { name: 'Look at these first' }).locator('label').nth(at)).toContainText(word);
  }
  expect(await axeViolations(page)).toEqual([]);
});

test('paper: headings, states, page numbers and links, and nothing of the screen', async () => {
  await openExport('Paper or PDF');
  await page.getByRole('button', { name: 'Export' }).click();
  await expect(page.getByRole('button', { name: 'Print or save as PDF' })).toBeVisible();
  expect(await axeViolations(page)).toEqual([]);
  made.pdf = join(work, 'portfolio.pdf');
  await page.pdf({ path: made.pdf, preferCSSPageSize: true, outline: true, tagged: true });
  const text = execFileSync('pdftotext', ['-layout', made.pdf, '-']).toString();
  const flat = text.replace(/\s+/g, ' ');
  for (const { word } of originals) expect(flat).toContain(word);
  expect(flat).toContain('Work at "Air & Water" </title><i>');
  expect(flat).toContain('Written by the owner');
  expect(flat).toContain('Checked by the holder’s wallet on');
  expect(flat).toContain('The originals are not on paper.');
  expect(flat).not.toContain('Print or save as PDF');
  const places = ['What is in it', 'Credential 1 of 3', 'Credential 2 of 3', 'Credential 3 of 3', 'Originals, and how to check them'].map((heading) => flat.lastIndexOf(heading));
  expect([...places].sort((a, b) => a - b)).toEqual(places);
  const pages = Number(/Pages:\s+(\d+)/.exec(execFileSync('pdfinfo', [made.pdf]).toString())?.[1]);
  expect(pages).toBeGreaterThanOrEqual(5);
  expect(flat).toContain(`1 / ${String(pages)}`);
  expect(execFileSync('pdfinfo', ['-dests', made.pdf]).toString()).toMatch(/credential-1/);
});

test('one page for any browser: made, and saved', async () => {
  await openExport('One file for any browser');
  await page.getByRole('button', { name: 'Export' }).click();
  await expect(page.getByRole('heading', { name: 'Your file is ready' })).toBeFocused({ timeout: 30_000 });
  const download = await saveWith(page, 'Save file');
  expect(download.suggestedFilename()).toBe('Portfolio Work at Air & Water titlei.html');
  made.page = join(work, 'portfolio.html');
  await download.saveAs(made.page);
  await expect(page.getByRole('main').getByText('Saved. It is where this browser puts its files.')).toBeVisible();
  expect(await axeViolations(page)).toEqual([]);
});

/** Chromium with nothing but this file, and no network at all. */
async function openFromDisk(browser: Browser, file: string, script = true): Promise<{ readonly opened: Page; readonly complaints: string[] }> {
  const alone = await browser.newContext({ offline: true, acceptDownloads: true, javaScriptEnabled: script, viewport: { width: 360, height: 740 } });
  const complaints: string[] = [];
  const opened = await alone.newPage();
  opened.on('console', (message) => complaints.push(message.text()));
  opened.on('request', (request) => complaints.push(...(request.url().startsWith('file:') && request.isNavigationRequest() ? [] : [`request to ${request.url()}`])));
  await opened.goto(pathToFileURL(file).href);
  return { opened, complaints };
}

test('the page opens from disk in Chromium without a network, and gives the originals back byte for byte', async () => {
  const browser = await chromium.launch({ executablePath: chromiumPath, args: [...browserSwitches] });
  try {
    const { opened, complaints } = await openFromDisk(browser, made.page);
    expect(await opened.title()).toBe('Work at "Air & Water" </title><i>: portfolio');
    await expect(opened.getByRole('heading', { level: 1 })).toHaveText('Work at "Air & Water" </title><i>');
    expect(await opened.locator('script, iframe, object, embed, form, img, link, base, [onclick], [onerror], a[href^="javascript:" i], a[href^="http" i]').count()).toBe(0);
    expect(await opened.evaluate(() => getComputedStyle(document.querySelector('.document-item') as Element).borderTopStyle)).toBe('double');
    // The statement's own sheet is in the file too.
    expect(await opened.evaluate(() => getComputedStyle(document.querySelector('.form-head') as Element).borderBottomWidth)).toBe('2px');
    expect(await opened.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
    await expect(opened.getByText('The originals are not in this document.')).toHaveCount(0);
    await expect(opened.getByRole('navigation', { name: 'What is in it' }).getByRole('link')).toHaveCount(5);
    await expect(opened.getByRole('banner')).toHaveCount(1);
    await expect(opened.getByRole('main')).toHaveCount(1);
    const links = opened.locator('a[download]');
    await expect(links).toHaveCount(4);
    const wanted = [...originals.map(({ file }) => fixture(file)), evidence];
    const names: string[] = [];
    for (const [at, bytes] of wanted.entries()) {
      const [download] = await Promise.all([opened.waitForEvent('download'), links.nth(at).click()]);
      const saved = join(work, `from-page-${String(at)}`);
      await download.saveAs(saved);
      expect(digest(readFileSync(saved)), download.suggestedFilename()).toBe(digest(bytes));
      names.push(download.suggestedFilename());
    }
    expect(names).toEqual(['01-air-quality.json', '02-expired.json', '03-evil-nosj.json', '01-01-letter.txt']);
    expect(complaints.filter((line) => !line.startsWith('request to data:'))).toEqual([]);
    await opened.keyboard.press('Tab');
    expect(await axeViolations(opened, true)).toEqual([]);
    const { opened: unscripted } = await openFromDisk(browser, made.page, false);
    await expect(unscripted.getByRole('heading', { level: 2 }).first()).toHaveText('What is in it');
  } finally {
    await browser.close();
  }
});

test.describe('Firefox', () => {
  const firefox = findFirefox();
  test.skip(firefox === undefined, 'Firefox is not installed here');

  test('the page opens from disk in Firefox too, and gives the originals back byte for byte', async () => {
    const saved = join(work, 'firefox-saved');
    const driver = await startFirefox(firefox ?? '', join(work, 'firefox'), saved, 'file:');
    try {
      const person = createPerson(driver);
      await driver.send('go', { url: pathToFileURL(made.page).href });
      await person.see('heading', 'Originals, and how to check them');
      expect(await person.ask('return getComputedStyle(document.querySelector(".document-item")).borderTopStyle')).toBe('double');
      expect(await person.ask('return document.querySelectorAll("script, iframe, img").length')).toBe(0);
      await person.ask('for (const link of document.querySelectorAll("a[download]")) { link.click(); await new Promise((done) => setTimeout(done, 500)); }');
      const wanted = [...originals.map(({ file }) => fixture(file)), evidence].map(digest).sort();
      await until('four saved files', async () => {
        const found = readdirSync(saved).map((name) => digest(readFileSync(join(saved, name)))).sort();
        if (JSON.stringify(found) !== JSON.stringify(wanted)) throw new Error(readdirSync(saved).join(', '));
        return Promise.resolve();
      });
      expect(await driver.complaints()).toEqual([]);
    } finally {
      await driver.close();
    }
  });
});

test('a ZIP: originals byte for byte under safe names, the page beside them, and a README with right sums', async () => {
  await openExport('A ZIP folder');
  await page.getByRole('button', { name: 'Export' }).click();
  const download = await saveWith(page, 'Save file');
  made.zip = join(work, 'portfolio.zip');
  await download.saveAs(made.zip);
  const files = unzipSync(readFileSync(made.zip));
  expect(Object.keys(files)).toEqual(['index.html', 'recognition-statement.json', 'originals/01-air-quality.json', 'originals/02-expired.json', 'originals/03-evil-nosj.json', 'prior-learning/01-01-letter.txt', 'README.txt']);
  for (const [at, { file }] of originals.entries()) expect(Buffer.from(files[Object.keys(files)[at + 2] ?? ''] ?? []).equals(fixture(file))).toBe(true);
  const readme = Buffer.from(files['README.txt'] ?? []).toString('utf8');
  for (const [path, bytes] of Object.entries(files)) if (path !== 'README.txt') expect(readme).toContain(`${digest(bytes)}  ${path}\n`);
  expect(JSON.parse(Buffer.from(files['recognition-statement.json'] ?? []).toString('utf8'))).toMatchObject({ type: 'RecognitionStatement' });
  expect(spawnSync('unzip', ['-t', made.zip]).status ?? 0).toBe(0);
});

test('the page in the folder leads to the originals beside it', async () => {
  const unpacked = join(work, 'unpacked');
  for (const [path, bytes] of Object.entries(unzipSync(readFileSync(made.zip)))) {
    execFileSync('mkdir', ['-p', join(unpacked, path, '..')]);
    writeFileSync(join(unpacked, path), bytes);
  }
  const browser = await chromium.launch({ executablePath: chromiumPath, args: [...browserSwitches] });
  try {
    const { opened, complaints } = await openFromDisk(browser, join(unpacked, 'index.html'));
    const addresses = await opened.locator('a[download]').evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).href));
    expect(addresses).toEqual(['originals/01-air-quality.json', 'originals/02-expired.json', 'originals/03-evil-nosj.json', 'prior-learning/01-01-letter.txt'].map((path) => pathToFileURL(join(unpacked, path)).href));
    expect(complaints).toEqual([]);
    expect(await axeViolations(opened, true)).toEqual([]);
  } finally {
    await browser.close();
  }
});

test('what she leaves out is in no file, nor her name where she shows none', async () => {
  await openExport('A ZIP folder');
  const boxes = page.getByRole('group', { name: 'Look at these first' }).getByRole('checkbox');
  await boxes.nth(2).uncheck();
  await page.getByRole('radio', { name: 'Neither name nor birth date' }).check();
  await page.getByRole('checkbox', { name: /evidence file/ }).uncheck();
  await page.getByRole('button', { name: 'Export' }).click();
  const download = await saveWith(page, 'Save file');
  await download.saveAs(join(work, 'less.zip'));
  const files = unzipSync(readFileSync(join(work, 'less.zip')));
  const names = Object.keys(files).filter((path) => path.startsWith('originals/') || path.startsWith('prior-learning/'));
  expect(names).toHaveLength(2);
  for (const name of names) expect(name).toMatch(/^originals\/0[12]-credential-[0-9a-f]{8}\.json$/);
  const html = Buffer.from(files['index.html'] ?? []).toString('utf8');
  for (const gone of ['letter.txt', digest(evidence), 'Mira Solberg', 'air quality.json', 'The signature does not fit']) expect(html).not.toContain(gone);
});

test('works without a network, and a lock in between leads back to it', async () => {
  await context.setOffline(true);
  await goTo(page, '/settings');
  await page.getByRole('button', { name: 'Lock' }).click();
  await goTo(page, exportPath);
  await expect(page.getByRole('heading', { level: 1, name: 'Locked' })).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Export' })).toBeHidden();
  await unlockWithWords(page, words);
  await openExport('One file for any browser');
  await page.getByRole('button', { name: 'Export' }).click();
  await expect(page.getByRole('heading', { name: 'Your file is ready' })).toBeVisible({ timeout: 30_000 });
  await context.setOffline(false);
});
