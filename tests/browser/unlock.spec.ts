import { spawn, spawnSync } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { chromium } from '@playwright/test';
import type { BrowserServer, Page } from '@playwright/test';
import { browserSwitches, chromiumPath } from './chromium.ts';
import { expect, test } from './harness.ts';
import { addFile, asFile, badgeFile, fixture, protectWithWords } from './steps.ts';

/** Milliseconds from the tap on "Open" to the list, three times, from the least to the most. */
async function timesOfUnlock(page: Page, words: string): Promise<readonly [number, number, number]> {
  const took: number[] = [];
  for (let time = 0; time < 3; time += 1) {
    await page.getByRole('button', { name: 'Lock', exact: true }).click();
    await page.getByRole('textbox', { name: 'Your words' }).fill(words);
    await page.evaluate(() => {
      performance.clearMarks();
      addEventListener('click', () => performance.mark('tap'), { capture: true, once: true });
      const look = (): unknown => (document.querySelector('.card') === null ? setTimeout(look, 10) : performance.mark('list'));
      look();
    });
    await page.getByRole('button', { name: 'Open', exact: true }).click();
    await expect(page.locator('.card')).toHaveCount(1, { timeout: 30_000 });
    took.push(await page.evaluate(() => (performance.getEntriesByName('list')[0]?.startTime ?? Number.NaN) - (performance.getEntriesByName('tap')[0]?.startTime ?? Number.NaN)));
  }
  const [least = Number.NaN, median = Number.NaN, most = Number.NaN] = took.sort((a, b) => a - b);
  return [least, median, most];
}

/** Memory in MiB and passes of Argon2id that this wallet's words cost, as its header states them. */
async function costOfWords(page: Page): Promise<{ readonly memory: number; readonly passes: number }> {
  const text = await page.evaluate(async () => {
    const database = await new Promise<IDBDatabase>((done, fail) => {
      const opening = indexedDB.open('mecum');
      opening.onsuccess = () => done(opening.result);
      opening.onerror = () => fail(opening.error);
    });
    const rows = await new Promise<readonly { readonly text: string }[]>((done, fail) => {
      const reading = database.transaction('headers').objectStore('headers').getAll();
      reading.onsuccess = () => done(reading.result);
      reading.onerror = () => fail(reading.error);
    });
    database.close();
    return rows[0]?.text ?? '';
  });
  const { slots } = JSON.parse(text) as { slots: readonly { readonly about: string }[] };
  const abouts = slots.map(({ about }) => JSON.parse(about) as { type: string; kdf: { alg: string; m: number; t: number } });
  const words = abouts.find(({ type }) => type === 'passphrase');
  expect(words?.kdf.alg).toBe('argon2id');
  return { memory: (words?.kdf.m ?? 0) / 1024, passes: words?.kdf.t ?? 0 };
}

/** The browser's first process and all that it started. */
function processesOf(server: BrowserServer): readonly number[] {
  const children = new Map<number, number[]>();
  for (const name of readdirSync('/proc').filter((entry) => /^\d+$/.test(entry))) {
    try {
      const stat = readFileSync(`/proc/${name}/stat`, 'utf8');
      const parent = Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
      children.set(parent, [...(children.get(parent) ?? []), Number(name)]);
    } catch {
      // It ended meanwhile.
    }
  }
  const found = [server.process().pid ?? 0];
  for (const at of found) found.push(...(children.get(at) ?? []));
  return found;
}

test('unlocking with words, 64 MiB of Argon2id, takes at most 3 s', async ({ page, site }) => {
  await page.goto(site.home);
  await addFile(page, asFile(fixture(badgeFile)));
  await page.getByRole('button', { name: /^Save/ }).click();
  const { words } = await protectWithWords(page);
  const { memory, passes } = await costOfWords(page);
  expect(memory, 'a machine that runs these tests can bear the strongest setting').toBe(64);
  // What else the machine does can only add to it.
  const [took] = await timesOfUnlock(page, words);
  process.stdout.write(`unlock with words, Argon2id with ${String(memory)} MiB and ${String(passes)} passes: ${took.toFixed(0)} ms of 3000\n`);
  expect(took).toBeGreaterThan(0);
  expect(took).toBeLessThanOrEqual(3000);
});

const hasLimiter = process.platform === 'linux' && spawnSync('cpulimit', ['--help'], { stdio: 'ignore' }).error === undefined;

test(`unlocking on a phone six times as slow takes at most 5 s${hasLimiter ? '' : ' (skipped: the program cpulimit is not on this machine)'}`, async ({ site }) => {
  test.skip(!hasLimiter, 'the program cpulimit is not on this machine');
  test.setTimeout(120_000);
  const server = await chromium.launchServer({ executablePath: chromiumPath, args: [...browserSwitches] });
  const limiters: ChildProcess[] = [];
  try {
    const browser = await chromium.connect(server.wsEndpoint());
    const page = await (await browser.newContext({ locale: 'en-GB', viewport: { width: 360, height: 740 } })).newPage();
    page.setDefaultTimeout(60_000);
    await page.goto(site.home);
    await addFile(page, asFile(fixture(badgeFile)));
    await page.getByRole('button', { name: /^Save/ }).click();
    // From here on each process of the browser gets 17 % of a processor, the workers with it. Such a phone also chooses its cost.
    for (const pid of processesOf(server)) limiters.push(spawn('cpulimit', ['-q', '-z', '-l', '17', '-p', String(pid)], { stdio: 'ignore' }));
    const { words } = await protectWithWords(page);
    const { memory, passes } = await costOfWords(page);
    // The limiter lets a process run on that rested before, so the least says too little.
    const [, took] = await timesOfUnlock(page, words);
    process.stdout.write(`unlock with words at 17 % CPU, Argon2id with ${String(memory)} MiB and ${String(passes)} passes: ${took.toFixed(0)} ms of 5000\n`);
    expect(took).toBeGreaterThan(0);
    expect(took).toBeLessThanOrEqual(5000);
  } finally {
    for (const limiter of limiters) limiter.kill('SIGTERM');
    await server.kill();
  }
});
