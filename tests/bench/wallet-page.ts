import type { Page } from '@playwright/test';
import { addPasskeyDevice } from '../browser/harness.ts';
import { traceMainThread } from '../browser/main-thread.ts';
import type { BenchSite } from './bench-site.ts';

/** Long enough for a machine that has other work to do. */
const patience = { timeout: 120_000 };

/** A task of the page's main thread over 50 ms, both in milliseconds. */
export interface LongTask {
  readonly at: number;
  readonly ms: number;
}

/** What the page's main thread did while something went on. */
export interface Busy {
  /** The longest task in processor time: what other work on the machine took in between does not count. */
  readonly workMs: number;
  /** Tasks over 50 ms by the clock, as the page itself sees them. */
  readonly tasks: readonly LongTask[];
}

/** How long it took, and how busy the page was meanwhile. */
export interface Import extends Busy {
  readonly readMs: number;
  readonly saveMs: number;
}

/** Every task of the page's main thread over 50 ms, from now on. */
async function watchTasks(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const tasks: { at: number; ms: number }[] = [];
    new PerformanceObserver((seen) => {
      for (const { startTime, duration } of seen.getEntries()) tasks.push({ at: startTime, ms: duration });
    }).observe({ type: 'longtask', buffered: true });
    Object.assign(globalThis, { benchTasks: tasks });
  });
}

async function takeTasks(page: Page): Promise<readonly LongTask[]> {
  return page.evaluate(async () => {
    await new Promise((done) => setTimeout(done, 100));
    return (globalThis as unknown as { benchTasks: LongTask[] }).benchTasks.splice(0);
  });
}

/** A wallet that is open, with one credential in it, locked by a passkey. */
export async function openWallet({ browser, home }: BenchSite, first: string): Promise<Page> {
  const context = await browser.newContext({ locale: 'en-GB', viewport: { width: 360, height: 740 } });
  const page = await context.newPage();
  page.setDefaultTimeout(60_000);
  await addPasskeyDevice(page);
  await watchTasks(page);
  await page.goto(home);
  await chooseFile(page, '/add', first);
  await page.getByRole('button', { name: /^Save/ }).click(patience);
  await page.getByRole('button', { name: 'Protect and save' }).click(patience);
  await page.getByRole('button', { name: 'Later' }).click(patience);
  await page.waitForURL(/#\/$/, patience);
  return page;
}

async function chooseFile(page: Page, place: string, path: string): Promise<void> {
  await page.evaluate((to) => (location.hash = `#${to}`), place);
  const button = page.locator('main button.drop');
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), button.click()]);
  await chooser.setFiles(path);
}

/** Does something, and tells how busy the page was. */
async function whileWatched(page: Page, act: () => Promise<void>): Promise<Busy> {
  const browser = page.context().browser();
  if (browser === null) throw new Error('a page without a browser');
  await takeTasks(page);
  const trace = await traceMainThread(browser, page, async () => {
    await page.evaluate(() => performance.mark('watched'));
    await act();
  });
  return { workMs: trace.longestFrom('watched') ?? Number.NaN, tasks: await takeTasks(page) };
}

const saveButton = 'main .actions .btn[data-kind="main"]';
const addButton = 'main .panel .btn[data-kind="main"]';

/** Presses a button as soon as it is there; the usual search of a test, by role and name, would be a long task itself. */
async function pressOnceThere(page: Page, button: string, then?: () => void): Promise<void> {
  await page.waitForFunction((selector) => document.querySelector(selector) !== null, button, { ...patience, polling: 50 });
  then?.();
  await page.evaluate((selector) => document.querySelector<HTMLButtonElement>(selector)?.click(), button);
}

/** As a person does it: choose the file, look at the review, save, see the list; until all of so many stand there. */
export async function importFile(page: Page, path: string, count: number): Promise<Import> {
  const at: number[] = [];
  const busy = await whileWatched(page, async () => {
    at.push(performance.now());
    await chooseFile(page, '/add', path);
    await pressOnceThere(page, saveButton, () => at.push(performance.now()));
    await page.waitForFunction(() => location.hash === '#/' && document.querySelector('.card') !== null, undefined, { ...patience, polling: 50 });
    at.push(performance.now());
    await page.waitForFunction((wanted) => document.querySelectorAll('.card').length >= wanted, count, { ...patience, polling: 250 });
  });
  const said = await page.evaluate(() => [...new Set([...document.querySelectorAll('.card .chip')].map((chip) => chip.textContent))]);
  if (said.join() !== 'We cannot tell who signed this') throw new Error(`not every signature fits: ${said.join()}`);
  const [start = Number.NaN, read = Number.NaN, end = Number.NaN] = at;
  return { ...busy, readMs: read - start, saveMs: end - read };
}

/** Adds a trust list in the settings, until the page says so: kept credentials are judged by it before. */
export async function addList(page: Page, path: string): Promise<Busy & { readonly ms: number }> {
  let ms = Number.NaN;
  const busy = await whileWatched(page, async () => {
    await chooseFile(page, '/settings/lists', path);
    let start = Number.NaN;
    await pressOnceThere(page, addButton, () => {
      start = performance.now();
    });
    await page.waitForFunction(() => document.querySelector('main [role="status"]')?.textContent?.includes('The list is added.') === true, undefined, { ...patience, polling: 50 });
    ms = performance.now() - start;
  });
  return { ...busy, ms };
}

export function longest(tasks: readonly LongTask[]): number {
  return Math.max(0, ...tasks.map(({ ms }) => ms));
}
