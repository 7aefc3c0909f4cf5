import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { chromium, expect } from '@playwright/test';
import type { BrowserContext, Download, Page } from '@playwright/test';
import { browserSwitches, chromiumPath } from './chromium.ts';

/** What a person does on the screens, found by role and name. */

const fixtures = resolve('tests/fixtures/credentials');

export function fixture(name: string): Buffer {
  return readFileSync(join(fixtures, name));
}

/** Title of the badge in most fixtures. */
export const badgeTitle = 'Measuring Air Quality with Open Data';
export const badgeFile = 'json-credential/open-badges-3--eddsa-rdfc-2022.json';

/** A file that a person chooses: its bytes, and a name as it might have. */
export interface ChosenFile {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

export function asFile(content: string | Uint8Array, name = 'credential.json', mimeType = 'application/json'): ChosenFile {
  return { name, mimeType, buffer: Buffer.from(content) };
}

/** Without the system's save dialog, which a test cannot answer: the browser downloads instead. */
export async function saveByDownload(context: BrowserContext): Promise<void> {
  await context.addInitScript(() => Reflect.deleteProperty(globalThis, 'showSaveFilePicker'));
}

/** A person with a browser profile that lasts. */
export async function openProfile(name: string, switches: readonly string[] = [], folder = mkdtempSync(join(tmpdir(), `mecum-${name}-`))): Promise<{ readonly context: BrowserContext; readonly folder: string; readonly page: Page }> {
  const context = await chromium.launchPersistentContext(folder, {
    executablePath: chromiumPath,
    args: [...browserSwitches, ...switches],
    locale: 'en-GB',
    timezoneId: 'Europe/Madrid',
    viewport: { width: 360, height: 740 },
    acceptDownloads: true,
  });
  context.setDefaultTimeout(30_000);
  await saveByDownload(context);
  return { context, folder, page: context.pages()[0] ?? (await context.newPage()) };
}

/** Chooses files where the page asks for one. */
export async function chooseFiles(page: Page, files: readonly ChosenFile[], button = 'Choose file'): Promise<void> {
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.getByRole('button', { name: button }).click()]);
  await chooser.setFiles([...files]);
}

/** The address inside the app, without a reload. */
export async function goTo(page: Page, path: string): Promise<void> {
  await page.evaluate((to) => (location.hash = `#${to}`), path);
}

/** From the first screen or the list: Add, choose the file, until the review stands there. */
export async function addFile(page: Page, ...files: readonly ChosenFile[]): Promise<void> {
  await goTo(page, '/add');
  await chooseFiles(page, files);
  await expect(page).toHaveURL(/#\/review$/);
}

/** Protects with words that the app makes; gives them and the recovery code. */
export async function protectWithWords(page: Page): Promise<{ readonly words: string; readonly code: string }> {
  await expect(page).toHaveURL(/#\/protect$/);
  await page.getByRole('radio', { name: /^With words/ }).check();
  const made = page.locator('.made');
  await expect(made).toHaveText(/(\p{L}+[ -]){5}/u);
  const words = await made.innerText();
  await page.getByRole('button', { name: 'Protect and save' }).click();
  const code = await readCode(page);
  await page.getByRole('button', { name: 'I wrote it down' }).click();
  await expect(page).toHaveURL(/#\/$/);
  return { words, code };
}

async function readCode(page: Page): Promise<string> {
  const groups = page.getByRole('list', { name: 'Recovery code, 8 groups' }).getByRole('listitem');
  await expect(groups).toHaveCount(8, { timeout: 30_000 });
  const texts = await groups.allInnerTexts();
  const code = texts.map((text) => text.replace(/\D/g, '').slice(1)).join('');
  expect(code).toMatch(/^\d{48}$/);
  return code;
}

/** Everything from an empty wallet to a list with this file in it. */
export async function startWith(page: Page, home: string, ...files: readonly ChosenFile[]): Promise<{ readonly words: string; readonly code: string }> {
  await page.goto(home);
  await addFile(page, ...files);
  await page.getByRole('button', { name: /^Save/ }).click();
  return protectWithWords(page);
}

export async function unlockWithWords(page: Page, words: string): Promise<void> {
  await page.getByRole('textbox', { name: 'Your words' }).fill(words);
  await page.getByRole('button', { name: 'Open', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Locked' })).toBeHidden({ timeout: 30_000 });
}

/** Presses a button and takes what it saves. */
export async function saveWith(page: Page, button: string | RegExp): Promise<Download> {
  const [download] = await Promise.all([page.waitForEvent('download', { timeout: 30_000 }), page.getByRole('button', { name: button }).click()]);
  return download;
}

/** What this origin keeps in the browser, apart from the app's own files and its look: databases, records in them, keys, caches. */
export function keptInBrowser(page: Page): Promise<Kept> {
  return page.evaluate(async () => {
    const databases = (await indexedDB.databases()).map(({ name }) => name ?? '');
    let records = 0;
    for (const name of databases) {
      const database = await new Promise<IDBDatabase>((done, fail) => {
        const opening = indexedDB.open(name);
        opening.onsuccess = () => done(opening.result);
        opening.onerror = () => fail(opening.error);
      });
      for (const store of database.objectStoreNames) {
        const counting = database.transaction(store).objectStore(store).count();
        records += await new Promise<number>((done) => (counting.onsuccess = () => done(counting.result)));
      }
      database.close();
    }
    const keys = [...Object.keys(localStorage), ...Object.keys(sessionStorage)].filter((key) => !key.startsWith('mecum/look/'));
    const caches = (await globalThis.caches.keys()).filter((name) => !name.includes('precache') && name !== 'mecum/previous-version');
    return { databases, records, keys, caches };
  });
}

interface Kept {
  readonly databases: readonly string[];
  readonly records: number;
  readonly keys: readonly string[];
  readonly caches: readonly string[];
}

/** Steps through some rounds of a moving code and takes a picture of every part; later rounds mix the parts anew. */
export async function photographParts(page: Page, rounds = 3): Promise<readonly Uint8Array[]> {
  const [, count = ''] = /Part \d+ of (\d+)/.exec(await page.locator('main').innerText()) ?? [];
  const panel = page.locator('.code').filter({ has: page.getByRole('img', { name: /^Part \d+ of/ }) });
  const pictures: Uint8Array[] = [];
  while ((await page.getByRole('img', { name: /^Part 1 of/ }).count()) === 0) await page.getByRole('button', { name: 'Next' }).click();
  for (let sequence = 0; sequence < Number(count) * rounds; sequence += 1) {
    await expect(page.getByRole('img', { name: `Part ${(sequence % Number(count)) + 1} of ${count} of the moving code` })).toBeVisible();
    pictures.push(await panel.screenshot());
    await page.getByRole('button', { name: 'Next' }).click();
  }
  return pictures;
}
