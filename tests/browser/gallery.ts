import { createServer } from 'node:http';
import type { Server } from 'node:http';
import { readFileSync } from 'node:fs';
import { extname } from 'node:path';
import type { AddressInfo } from 'node:net';
import type { Locator, Page } from '@playwright/test';
import { fileFor } from '../../src/tools/serve-folder.ts';
import { examples } from '../support/example-credentials.ts';
import { stack } from '../support/example-stack.ts';
import { drawnExample, hashedExample } from '../support/example-pages.ts';
import { galleryViews } from '../support/gallery-states.ts';
import { buildGallery } from './build-gallery.ts';

const types: Readonly<Record<string, string>> = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css', '.svg': 'image/svg+xml' };

/** The gallery on loopback. */
export interface GalleryServer {
  readonly origin: string;
  readonly close: () => void;
}

export async function serveGallery(): Promise<GalleryServer> {
  const folder = await buildGallery();
  const server: Server = createServer((request, response) => {
    const file = fileFor(folder, (request.url ?? '/').split('?')[0] ?? '/');
    if (file === undefined) return void response.writeHead(404).end();
    response.writeHead(200, { 'Content-Type': types[extname(file)] ?? 'application/octet-stream' }).end(readFileSync(file));
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return { origin: `http://localhost:${String((server.address() as AddressInfo).port)}`, close: () => server.close() };
}

export interface View {
  readonly state: string;
  readonly path: string;
  /** For file names and test names. */
  readonly name: string;
  /** For what comes only after a step on the screen at `path`: the step, in English. */
  readonly go?: (page: Page) => Promise<void>;
}

async function checkText(page: Page): Promise<void> {
  await page.locator('#check-text').fill('{}');
  await page.locator('form:has(#check-text) button[type=submit]').click();
  await page.waitForURL(/#\/check\/result$/);
}

async function press(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name }).first().click();
}

async function askOnline(page: Page): Promise<void> {
  await press(page, 'Check online now');
  await page.getByRole('button', { name: 'Add the file here' }).first().waitFor();
}

/** What asks other pages is loaded after the screen that it stands on. */
function untilOffered(name: string) {
  return (page: Page): Promise<void> => page.getByRole('button', { name }).first().waitFor();
}
const untilAsking = untilOffered('Check online now');
/** Waiting shows nothing at first, then grey rows, and words only after a second: those are what is to be looked at. */
const untilWords = (page: Page): Promise<void> => page.locator('.wait p').waitFor();
const lateParts: Readonly<Record<string, View['go']>> = { asking: untilAsking, 'asking-offline': untilAsking, 'review-address': untilOffered('Ask that page'), unknown: untilWords };

/** A dialog may be loaded only when it is asked for. */
async function openDialog(page: Page, button: Locator): Promise<void> {
  await button.click();
  await page.locator('dialog[open]').waitFor();
}

const valid = `/credential/${examples.valid.id}`;
/** The issuer's own pages, in the other language that it drew them in, with every word explained and the birth date shown. */
async function openPages(page: Page): Promise<void> {
  await press(page, 'Explain the words');
  await press(page, 'Slovenian');
  await page.locator('button', { hasText: 'Date of birth' }).click();
  await page.locator('summary', { hasText: 'As the issuer drew it' }).click();
  await page.locator('img.picture').first().waitFor();
}

async function typeAddress(page: Page, typed: string): Promise<void> {
  await press(page, 'Is this yours?');
  await page.getByLabel('Type the e-mail address').fill(typed);
  await press(page, 'Compare');
}

/** What is inside is loaded when it is opened. */
async function openTechnical(page: Page): Promise<void> {
  await page.locator('summary', { hasText: 'Technical details' }).click();
  await page.locator('pre.raw').waitFor();
}

async function makePage(page: Page): Promise<void> {
  await page.getByRole('radio', { name: 'One file for any browser' }).check();
  await page.getByRole('checkbox', { name: /evidence file/ }).uncheck();
  await press(page, 'Export');
  await page.getByRole('heading', { name: 'Your file is ready' }).waitFor();
}

async function groupByCollection(page: Page): Promise<void> {
  await openDialog(page, page.getByRole('button', { name: 'Filter' }));
  await page.getByLabel('Group').selectOption('collection');
  await page.getByRole('dialog').getByRole('button', { name: /^Show/ }).click();
  await page.getByRole('heading', { name: 'In no collection' }).waitFor();
}

/** Typed, left, and found again. */
async function comeBack(page: Page): Promise<void> {
  await page.getByRole('textbox', { name: 'Name' }).fill('Application at the school');
  await page.locator('a.back').click();
  await page.getByRole('link', { name: 'New collection' }).click();
  await page.getByText('You did not save this yet.').waitFor();
}

const steps: readonly View[] = [
  { state: 'writing', path: '/', name: 'writing, grouped by collection', go: groupByCollection },
  { state: 'writing', path: '/collections/new', name: 'new collection, found again', go: comeBack },
  { state: 'writing', path: '/prior-learning/new', name: 'prior learning, an empty file', go: (page) => page.locator('input[type=file]').setInputFiles({ name: 'a.txt', mimeType: 'text/plain', buffer: Buffer.from('') }) },
  { state: 'writing', path: '/prior-learning/p1', name: 'prior learning, a file taken out', go: (page) => page.getByRole('button', { name: /^Take out/ }).click() },
  { state: 'writing', path: valid, name: 'note, being written', go: (page) => page.getByRole('button', { name: 'Change' }).click() },
  { state: 'writing', path: '/collections/c1/export', name: 'export, a file that is ready', go: makePage },
  { state: 'pages', path: `/credential/${drawnExample.id}`, name: 'pages, as the issuer drew it', go: openPages },
  { state: 'pages', path: `/credential/${hashedExample.id}`, name: 'pages, an address that matches', go: (page) => typeAddress(page, 'Aino@example.org') },
  { state: 'pages', path: `/credential/${hashedExample.id}`, name: 'pages, an address that does not match', go: (page) => typeAddress(page, 'someone@example.org') },
  { state: 'open', path: `/share/${examples.valid.id}`, name: 'hand-over', go: (page) => page.getByRole('button', { name: 'Show code' }).click() },
  ...['review-valid', 'review-altered', 'share-proven', 'check-several', 'check-unreadable', 'check-address'].map((state) => ({ state, path: '/check', name: `check-result ${state}`, go: checkText })),
  { state: 'asking', path: '/check', name: 'check-result asking', go: (page) => checkText(page).then(() => untilAsking(page)) },
  { state: 'asking', path: '/review', name: 'review, asked online', go: askOnline },
  { state: 'asking-offline', path: '/review', name: 'review, asked without a network', go: askOnline },
  { state: 'check-address', path: '/check', name: 'check-result address, no answer', go: (page) => checkText(page).then(() => press(page, 'Ask that page')) },
  { state: 'lists', path: '/settings/lists', name: 'lists, one more chosen', go: (page) => page.locator('input[type=file]').setInputFiles({ name: 'list.jwt', mimeType: 'application/jwt', buffer: Buffer.from('x') }) },
  { state: 'lists', path: '/settings/lists', name: 'lists, one removed', go: (page) => press(page, 'Remove') },
  { state: 'sealed', path: `/credential/${examples['unknown-issuer'].id}`, name: 'sealed, technical details', go: openTechnical },
  { state: 'stack', path: `/choose/${stack.care.id}`, name: 'choose, what to do', go: (page) => openDialog(page, page.getByRole('button', { name: 'Continue' })) },
  { state: 'open', path: '/', name: 'dialog filter', go: (page) => openDialog(page, page.getByRole('button', { name: 'Filter' })) },
  { state: 'open', path: valid, name: 'dialog credential', go: (page) => openDialog(page, page.locator('.head').getByRole('button', { name: 'More' })) },
  { state: 'first', path: '/check', name: 'check, an empty form sent', go: (page) => page.locator('form:has(#check-text) button[type=submit]').click() },
];

function lateGo(state: string): Pick<View, 'go'> {
  const go = lateParts[state];
  return go === undefined ? {} : { go };
}

/** Every screen with each state that belongs to it, and what comes after a step on one of them. */
export const views: readonly View[] = [
  ...galleryViews.map(([state, path]) => ({ state, path, name: `${state} ${path.replace(/[0-9a-f]{64}/g, (id) => id.slice(0, 4))}`, ...lateGo(state) })),
  ...steps,
];

/** How a person has set up the app and the system. */
export interface Dress {
  readonly lang: 'en' | 'en-XA' | 'ar-XB';
  readonly theme: 'light' | 'dark';
  /** More contrast by the app's own setting, or because the system asks for it. */
  readonly contrast?: 'setting' | 'system';
  /** The system's own few colours. */
  readonly forced?: true;
  readonly width: number;
  readonly height?: number;
}

const height = 740;

/** Changes language and look of the open page. */
export async function wear(page: Page, dress: Dress): Promise<void> {
  await page.setViewportSize({ width: dress.width, height: dress.height ?? height });
  await page.emulateMedia({ contrast: dress.contrast === 'system' ? 'more' : 'no-preference', forcedColors: dress.forced === true ? 'active' : 'none' });
  await page.evaluate(
    async ([lang, theme, contrast]) => {
      await (Reflect.get(globalThis, 'wear') as (lang: string, look: unknown) => Promise<void>)(lang, { theme, contrast });
      await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
    },
    [dress.lang, dress.theme, dress.contrast === 'setting' ? 'more' : 'system'] as const,
  );
}

/** Opens one view in one dress and waits until it is drawn. */
export async function openView(page: Page, origin: string, view: View, dress: Dress): Promise<void> {
  await page.setViewportSize({ width: dress.width, height });
  await page.goto('about:blank');
  await page.goto(`${origin}/?state=${view.state}&lang=en&theme=${dress.theme}#${view.path}`);
  await untilDrawn(page);
  if (view.go !== undefined) {
    await view.go(page);
    await untilDrawn(page);
  }
  await wear(page, dress);
}

async function untilDrawn(page: Page): Promise<void> {
  await page.locator('h1, .wait').first().waitFor({ timeout: 30_000 });
  // Lazily loaded parts of a screen come after its heading; a heading alone is no page yet.
  await page.waitForFunction(() => document.querySelector('.wait, main > h1:only-child') === null && performance.getEntriesByType('resource').every((entry) => (entry as PerformanceResourceTiming).responseEnd > 0), undefined, { timeout: 1500 }).catch(() => undefined);
  // On a slow machine "Opening this page…" was said before: that is no part of the view.
  await page.evaluate(() => {
    const said = document.querySelector('body > div > [role=status], [role=status].unseen');
    if (said?.textContent === 'Opening this page…') said.textContent = '';
  });
}
