import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { badge, cast, presentation, signPresentation, signRdfc } from '../support/signing.ts';
import { addPasskeyDevice, expect, networkIsOff, test } from './harness.ts';
import { addFile, asFile, badgeFile, badgeTitle, chooseFiles, fixture, goTo, protectWithWords, saveByDownload, saveWith, startWith, unlockWithWords } from './steps.ts';

/** Days on which something goes wrong: wrong words, a damaged backup, no space, another tab. Nothing is ever lost. */
const folder = mkdtempSync(join(tmpdir(), 'mecum-bad-days-'));
test.afterAll(() => rmSync(folder, { recursive: true, force: true }));
test.beforeEach(({ context }) => saveByDownload(context));

const problem = (page: Page) => page.locator('main .error');
const saidAtOnce = (page: Page) => page.locator('main [role=alert] .error');

async function lock(page: Page): Promise<void> {
  await goTo(page, '/');
  await page.getByRole('button', { name: 'Lock', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Locked' })).toBeVisible();
}

async function tryWords(page: Page, words: string): Promise<void> {
  await page.getByRole('textbox', { name: 'Your words' }).fill(words);
  await page.getByRole('button', { name: 'Open', exact: true }).click();
  await expect(problem(page)).toBeVisible({ timeout: 20_000 });
}

test('wrong words are said, the waiting time stands in words, nothing is deleted, and the right ones still open it', async ({ page, site }) => {
  test.setTimeout(120_000);
  const { words, code } = await startWith(page, site.home, asFile(fixture(badgeFile)));
  await lock(page);
  const waiting = page.locator('main').getByText(/^You can try again in \d+ seconds?\.$/);
  for (let attempt = 0; attempt < 8 && (await waiting.count()) === 0; attempt += 1) {
    await tryWords(page, `wrong words number ${attempt}`);
    await expect(problem(page)).toHaveCount(1);
    await expect(saidAtOnce(page)).toHaveText(/^Error: That did not fit\. Nothing is deleted\./);
  }
  await expect(waiting).toBeVisible();
  const seconds = Number(/(\d+) second/.exec(await waiting.innerText())?.[1]);
  expect(seconds).toBeGreaterThan(0);
  await expect(waiting).toBeHidden({ timeout: (seconds + 5) * 1_000 });
  await expect(saidAtOnce(page)).toHaveText('Error: That did not fit. Nothing is deleted. Look at it again and try once more.');
  await page.getByRole('button', { name: 'Use your recovery code' }).click();
  const wrong = `${code.slice(0, 17)}${(Number(code[17]) + 1) % 10}${code.slice(18)}`;
  await page.getByRole('textbox', { name: 'Recovery code' }).fill(wrong);
  await page.getByRole('button', { name: 'Open', exact: true }).click();
  await expect(problem(page)).toHaveText('Error: Group 3 has a wrong digit. Nothing is deleted. Compare it with your sheet.');
  await page.getByRole('button', { name: 'Use your words' }).click();
  await unlockWithWords(page, words);
  await expect(page.getByRole('link', { name: badgeTitle })).toBeVisible();
});

test('a backup that was cut short or flipped, a wrong code and a mistyped group are told apart; the code need not be typed again', async ({ page, site, context }) => {
  test.setTimeout(120_000);
  const { code } = await startWith(page, site.home, asFile(fixture(badgeFile)));
  await goTo(page, '/settings/backup');
  const file = join(folder, 'backup.age');
  await (await saveWith(page, 'Make backup file')).saveAs(file);
  const bytes = readFileSync(file);
  const flipped = Buffer.from(bytes);
  flipped[bytes.length - 100] = (flipped[bytes.length - 100] ?? 0) ^ 1;
  await page.close();

  const other = await context.browser()?.newContext({ locale: 'en-GB', viewport: { width: 360, height: 740 } });
  if (other === undefined) throw new Error('no browser');
  const empty = await other.newPage();
  const look = async (content: Uint8Array, digits: string): Promise<void> => {
    await chooseFiles(empty, [asFile(content, 'mecum-backup.age', 'application/octet-stream')], (await empty.getByRole('button', { name: 'Choose another file' }).count()) > 0 ? 'Choose another file' : 'Choose backup file');
    await empty.getByLabel('Group 1').fill(digits);
    await empty.getByRole('button', { name: 'See what is in it' }).click();
  };
  await empty.goto(`${site.home}/#/restore`);
  await look(bytes.subarray(0, bytes.length - 200), code);
  await expect(problem(empty)).toHaveText('Error: This backup file is damaged. Nothing was changed. Use another copy of it if you have one.');
  await expect(empty.getByLabel('Group 8'), 'what was typed stays').toHaveValue(code.slice(42));
  await look(flipped, code);
  await expect(problem(empty)).toHaveText('Error: This backup file is damaged. Nothing was changed. Use another copy of it if you have one.');
  await look(Buffer.from('Dear Mira'), code);
  await expect(problem(empty)).toContainText('This is not a backup file. Nothing was changed.');
  await look(bytes, `${code.slice(0, 29)}${(Number(code[29]) + 1) % 10}${code.slice(30)}`);
  await expect(empty.getByRole('link', { name: 'Group 5 has a wrong digit. Compare it with your sheet.' })).toBeVisible();
  await expect(problem(empty)).toHaveCount(1);
  await empty.getByLabel('Group 5').fill(code.slice(24, 30));
  await empty.getByRole('button', { name: 'See what is in it' }).click();
  await expect(empty.getByText('It holds 1 credential.')).toBeVisible();
  await other.close();
});

test('a device whose lock cannot do it: the words are offered, and what was reviewed is kept', async ({ page, site }) => {
  await addPasskeyDevice(page, false);
  await page.goto(site.home);
  await addFile(page, asFile(fixture(badgeFile)));
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByRole('radio', { name: /^With your phone lock/ })).toBeChecked();
  await page.getByRole('button', { name: 'Protect and save' }).click();
  await expect(problem(page)).toHaveText('Error: The phone lock of this device cannot do this. Use words instead. What you reviewed is kept.');
  await expect(problem(page)).toHaveCount(1);
  await protectWithWords(page);
  await expect(page.getByRole('link', { name: badgeTitle })).toBeVisible();
});

test('no space left: it is said, nothing is lost, and after freeing some it works', async ({ page, site }) => {
  test.setTimeout(90_000);
  const session = await page.context().newCDPSession(page);
  // From the start: Chromium remembers for half a minute how much room there was.
  await session.send('Storage.overrideQuotaForOrigin', { origin: site.home, quotaSize: 5_000_000 });
  await startWith(page, site.home, asFile(fixture(badgeFile)));
  await addFile(page, asFile(JSON.stringify({ ...(JSON.parse(fixture('json-credential/open-badges-3--unsigned.json').toString()) as object), description: 'x'.repeat(5_500_000) })));
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(problem(page)).toHaveText('Error: This device has no space left. Nothing was lost. Free some space, then try again.', { timeout: 20_000 });
  await goTo(page, '/');
  await expect(page.getByRole('link', { name: badgeTitle }), 'what was there is there').toHaveCount(1);
  await page.goBack();
  await session.send('Storage.overrideQuotaForOrigin', { origin: site.home });
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByRole('link', { name: badgeTitle })).toHaveCount(2, { timeout: 20_000 });
});

test('a second tab is told, can take over, and the first one is told then', async ({ page, site, context }) => {
  const { words } = await startWith(page, site.home, asFile(fixture(badgeFile)));
  const second = await context.newPage();
  await second.goto(site.home);
  await expect(second.getByRole('heading', { level: 1, name: 'Mecum is open in another tab' })).toBeVisible();
  await second.getByRole('button', { name: 'Use it here' }).click();
  await expect(second.getByRole('heading', { level: 1, name: 'Locked' })).toBeVisible();
  await unlockWithWords(second, words);
  await expect(second.getByRole('link', { name: badgeTitle })).toBeVisible();
  await expect(page.getByRole('heading', { level: 1, name: 'Mecum is open in another tab' })).toBeVisible();
});

test('a share that answers another request, or answers the same one twice, is not an answer', async ({ page, site }) => {
  const { issuer, holder } = await cast();
  const credential = await signRdfc(badge(issuer.did, {}, holder.did), issuer);
  const share = JSON.stringify(await signPresentation(presentation(holder.did, [credential]), holder, 'code-of-tuesday', 'Harbour Kitchen'));
  const check = async (code: string): Promise<readonly string[]> => {
    await goTo(page, '/check');
    const given = page.getByRole('checkbox', { name: /I gave the sender a code/ });
    await given.check();
    await page.getByLabel('The code you gave').fill(code);
    await page.getByLabel('Your name or web address, as you gave it').fill('Harbour Kitchen');
    await page.getByRole('textbox', { name: 'Text or a link' }).fill(share);
    await page.getByRole('button', { name: 'Check this text' }).click();
    await expect(page).toHaveURL(/#\/check\/result$/);
    await page.locator('main .band-word').first().waitFor();
    return page.locator('main .band-word').allInnerTexts();
  };
  await page.goto(`${site.home}/#/check`);
  const fits = ['We cannot tell who signed this', 'Sender holds the key'];
  const refused = ['We cannot tell who signed this', 'Not an answer to your request'];
  expect(await check('code-of-monday'), 'another request').toEqual(refused);
  expect(await check('code-of-tuesday'), 'the positive twin').toEqual(fits);
  expect(await check('code-of-tuesday'), 'the same answer once more').toEqual(refused);
});

/** A page whose parts all come from the network, as on a first visit, and the words for one that does not come. */
const onFirstVisit = { serviceWorkers: 'block', locale: 'en-GB', viewport: { width: 360, height: 740 } } as const;
const notLoaded = 'Error: A part of the app could not be loaded. Nothing was lost. Try again, or close the app and open it again.';

for (const [path, done] of [['/add', /#\/review$/], ['/check', /#\/check\/result$/]] as const) {
  test(`C34 ${path}: on a first visit whose network goes, what cannot be loaded is said, and the next try works`, async ({ browser, site, guard }) => {
    const context = await browser.newContext(onFirstVisit);
    guard.watch(context);
    guard.allow(networkIsOff);
    const page = await context.newPage();
    await page.goto(`${site.home}/#${path}`);
    await page.getByRole('button', { name: 'Choose file' }).waitFor();
    await page.waitForLoadState('networkidle');
    await page.route('**/assets/*.js', (route) => route.abort());
    await chooseFiles(page, [asFile(fixture(badgeFile))]);
    await expect(saidAtOnce(page)).toHaveText(notLoaded);
    await page.unroute('**/assets/*.js');
    await chooseFiles(page, [asFile(fixture(badgeFile))]);
    await expect(page).toHaveURL(done);
    await expect(page.getByText(badgeTitle).first()).toBeVisible();
    await context.close();
  });
}

test('C34 on a first visit whose network goes, nothing is locked with words that could not be made, and the next ones are', async ({ browser, site, guard }) => {
  const context = await browser.newContext(onFirstVisit);
  guard.watch(context);
  guard.allow(networkIsOff);
  const page = await context.newPage();
  const list = '**/assets/passphrase-words-*.js';
  await page.route(list, (route) => route.abort());
  await page.goto(site.home);
  await addFile(page, asFile(fixture(badgeFile)));
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(saidAtOnce(page)).toHaveText(notLoaded);
  await page.getByRole('button', { name: 'Protect and save' }).click();
  await expect(saidAtOnce(page)).toHaveText(notLoaded);
  await expect(page).toHaveURL(/#\/protect$/);
  await page.unroute(list);
  await page.getByRole('button', { name: 'Make others' }).click();
  await expect(saidAtOnce(page)).toHaveCount(0);
  await protectWithWords(page);
  await expect(page.getByRole('link', { name: badgeTitle })).toBeVisible();
  await context.close();
});
