import type { Page } from '@playwright/test';
import { expect, test } from './harness.ts';
import { asFile, badgeFile, badgeTitle, chooseFiles, fixture, goTo, saveByDownload, startWith, unlockWithWords } from './steps.ts';

/** Several credentials: chosen, compared, put together; with what a person and an address can do wrong. */
const threeFormats = ['jws-json/european-learning-model--annex-one.json', 'jwt-credential/open-badges-3--annex-one.jwt', 'sd-jwt/micro-credential--annex-one.txt'];
const alteredFile = 'json-credential/open-badges-3--ecdsa-jcs-2019-altered.json';

test.beforeEach(({ context }) => saveByDownload(context));

const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name });
const boxes = (page: Page) => page.getByRole('group', { name: 'Your credentials' }).getByRole('checkbox');

/** One micro-credential in three formats, and a badge. */
async function begin(page: Page, home: string): Promise<{ readonly words: string; readonly title: string }> {
  const { words } = await startWith(page, home, ...[...threeFormats, badgeFile].map((name) => asFile(fixture(name), name.replace(/.*\//, ''))));
  await expect(page.locator('.card')).toHaveCount(4);
  const titles = await page.locator('.card .card-title').allInnerTexts();
  return { words, title: titles.find((text) => text !== badgeTitle) ?? '' };
}

async function tickAll(page: Page, count: number): Promise<void> {
  await expect(boxes(page)).toHaveCount(count, { timeout: 30_000 });
  for (const box of await boxes(page).all()) await box.check();
}

async function goOn(page: Page, way: RegExp): Promise<void> {
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.getByRole('dialog').getByRole('button', { name: way }).click();
}

test('one micro-credential in three formats is compared as the same, counts once, and says because of what; Back, reload and a lock in between lead back here', async ({ page, site }) => {
  test.setTimeout(150_000);
  const { words, title } = await begin(page, site.home);
  await goTo(page, '/collections');
  await page.getByRole('link', { name: /^Compare or put together/ }).click();
  await expect(heading(page, 'Choose credentials')).toBeFocused();
  await page.getByRole('searchbox', { name: 'Search your credentials' }).fill(title.slice(0, 12));
  await tickAll(page, 3);
  await page.getByRole('searchbox').fill(badgeTitle);
  await expect(page.getByText('3 chosen 3 of them are not in this search.')).toBeVisible();
  await goOn(page, /^Compare/);

  await expect(heading(page, 'Compare')).toBeVisible();
  const table = page.getByRole('table', { name: 'Compare' });
  await expect(table.getByRole('columnheader')).toHaveCount(4, { timeout: 30_000 });
  for (const element of ['Title', 'Learning outcomes', 'Workload', 'Level', 'Assessment', 'Quality assurance']) {
    await expect(table.getByRole('rowheader', { name: element, exact: true }), element).toBeVisible();
  }
  const before = await table.getByRole('rowheader').count();
  await page.getByRole('checkbox', { name: 'Only what differs' }).check();
  expect(await table.getByRole('rowheader').count()).toBeLessThan(before);
  await expect(table.getByRole('rowheader', { name: 'Workload' })).toHaveCount(0);

  await page.goBack();
  await expect(boxes(page)).toHaveCount(4);
  await expect(page.getByText('3 chosen', { exact: true })).toBeVisible();
  await goOn(page, /^Put together/);
  await expect(heading(page, 'Put together')).toBeVisible();
  await expect(page.getByText('Whether these can be combined is decided by the organisation you send them to.')).toBeVisible();
  await expect(page.getByText('It counts once.'), 'one reason, said once for both').toHaveCount(1);
  await expect(page.getByRole('region', { name: 'Not in these sums' }).getByRole('term')).toHaveCount(2);
  const sums = page.getByRole('region', { name: 'ECTS credits' });
  await expect(sums.getByRole('button', { name: /^Show which credential/ })).toHaveCount(1);
  await sums.getByRole('button', { name: /^Show which/ }).click();
  await expect(sums.getByText(title)).toBeVisible();

  const address = page.url();
  await page.reload();
  await expect(heading(page, 'Locked')).toBeVisible({ timeout: 30_000 });
  await unlockWithWords(page, words);
  expect(page.url()).toBe(address);
  await expect(page.getByText('It counts once.')).toHaveCount(1, { timeout: 30_000 });
});

test('one, five, none, what was deleted, and addresses of nonsense each say what to do', async ({ page, site }) => {
  test.setTimeout(150_000);
  const { title } = await begin(page, site.home);
  await goTo(page, '/choose');
  await page.getByRole('button', { name: 'Continue' }).click();
  await expect(page.getByRole('alert').getByRole('link', { name: 'Choose at least one credential.' })).toBeVisible();
  await page.getByRole('searchbox').fill('nothing like this');
  await expect(page.getByText('Nothing found for “nothing like this”.')).toBeVisible();
  await page.getByRole('searchbox').fill('');
  await boxes(page).first().check();
  await goOn(page, /^Compare/);
  await expect(page.getByText('Choose at least two to compare.')).toBeVisible();
  await page.getByRole('main').getByRole('link', { name: 'Choose credentials' }).click();
  await tickAll(page, 4);
  await goOn(page, /^Put together/);
  await expect(heading(page, 'Put together')).toBeVisible();
  const ids = (await page.evaluate(() => location.hash)).replace('#/together/', '');
  expect(ids.split(',')).toHaveLength(4);

  for (const [path, words] of [
    ['/compare/nothing', 'Choose at least two to compare.'],
    ['/compare/%3Cimg%20src=x%3E', 'Choose at least two to compare.'],
    [`/compare/${'a'.repeat(64)},${'b'.repeat(64)}`, '2 of those you chose are not on this device any more.'],
    ['/together/,,,', 'Choose at least one credential.'],
    [`/together/${ids},${'a'.repeat(64)}`, '1 of those you chose is not on this device any more.'],
    [`/compare/${ids},${ids}`, 'What each of them says'],
  ] as const) {
    await goTo(page, path);
    await expect(page.getByText(words), path).toBeVisible({ timeout: 30_000 });
  }

  await goTo(page, '/');
  await page.locator('.card').filter({ hasText: title }).first().getByRole('button', { name: /^More/ }).click();
  await page.getByRole('dialog').getByRole('button', { name: /^Compare with another/ }).click();
  await expect(page.getByText('1 chosen', { exact: true })).toBeVisible();
});

test('an altered credential is not compared and adds nothing; its own page is one link away', async ({ page, site }) => {
  test.setTimeout(120_000);
  await startWith(page, site.home, asFile(fixture(badgeFile)));
  await goTo(page, '/add');
  await chooseFiles(page, [asFile(fixture(alteredFile), 'altered.json')]);
  await page.getByRole('button', { name: /^Save/ }).click();
  await expect(page).toHaveURL(/#\/$/);
  await goTo(page, '/choose');
  await tickAll(page, 2);
  await goOn(page, /^Compare/);
  const panel = page.getByRole('region', { name: 'Not compared' });
  await expect(panel).toBeVisible({ timeout: 30_000 });
  await expect(page.getByText('Choose at least two to compare.')).toBeVisible();
  await expect(page.getByRole('table')).toHaveCount(0);
  await page.goBack();
  await goOn(page, /^Put together/);
  await expect(page.getByRole('region', { name: 'Not in these sums' }).getByText('The signature does not fit.', { exact: true })).toBeVisible();
});

test('with the keyboard alone: boxes, what to do, only what differs, and back', async ({ page, site }) => {
  test.setTimeout(120_000);
  await begin(page, site.home);
  await goTo(page, '/choose');
  await expect(heading(page, 'Choose credentials')).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(page.getByRole('searchbox')).toBeFocused();
  for (const place of [0, 1]) {
    await page.keyboard.press('Tab');
    await expect(boxes(page).nth(place)).toBeFocused();
    await page.keyboard.press('Space');
    await expect(boxes(page).nth(place)).toBeChecked();
  }
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'What do you want to do?' });
  await expect(dialog).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.locator('dialog')).toHaveCount(0);
  await expect(boxes(page).nth(1)).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(dialog.getByRole('button', { name: /^Compare/ })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(heading(page, 'Compare')).toBeFocused();
  const switched = page.getByRole('checkbox', { name: 'Only what differs' });
  await expect(switched).toBeVisible({ timeout: 30_000 });
  await page.keyboard.press('Tab');
  await expect(switched).toBeFocused();
  await page.keyboard.press('Space');
  await expect(switched).toBeChecked();
  await expect(page.getByRole('status').filter({ hasText: /differ/ })).toBeVisible();
});
