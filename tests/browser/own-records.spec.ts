import { randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { expect, test } from './harness.ts';
import { addFile, asFile, badgeFile, badgeTitle, chooseFiles, fixture, goTo, keptInBrowser, saveByDownload, saveWith, startWith, unlockWithWords } from './steps.ts';
import type { ChosenFile } from './steps.ts';

/** What the owner writes, as a person does it, with the vault: nothing typed is lost, everything comes back byte for byte. */
const memberFile = 'json-credential/plain--eddsa-rdfc-2022.json';
const memberTitle = 'Member of the Brightwater library (sample)';
const folder = mkdtempSync(join(tmpdir(), 'mecum-own-'));

test.describe.configure({ timeout: 120_000 });
test.afterAll(() => rmSync(folder, { recursive: true, force: true }));
test.beforeEach(({ context }) => saveByDownload(context));

const field = (page: Page, name: string): Locator => page.getByRole('textbox', { name, exact: true });
const save = (page: Page): Locator => page.getByRole('button', { name: 'Save', exact: true });
const title = (page: Page, name: string | RegExp): Locator => page.getByRole('heading', { level: 1, name });
const unsaved = 'You did not save this yet.';

/** The one thing that is wrong, in words, and the field that it is about has the focus. */
async function expectWrong(page: Page, at: Locator, words: RegExp): Promise<void> {
  await save(page).click();
  await expect(page.locator('main .error')).toHaveText(words);
  await expect(at).toBeFocused();
  await save(page).focus();
  await page.keyboard.press('Enter');
  await expect(at, 'and again, when nothing was mended').toBeFocused();
}

async function bytesOf(page: Page, name: string): Promise<Buffer> {
  return readFileSync(await (await saveWith(page, `Save a copy : ${name}`)).path());
}

async function makeCollection(page: Page, name: string, intro = ''): Promise<void> {
  await goTo(page, '/collections/new');
  await field(page, 'Name').fill(name);
  await field(page, 'Intro').fill(intro);
  await save(page).click();
  await expect(title(page, name)).toBeVisible();
}

async function describePrior(page: Page, name: string, files: readonly ChosenFile[]): Promise<void> {
  await goTo(page, '/prior-learning/new');
  await field(page, 'Title').fill(name);
  await field(page, 'What you learned').fill('Caring for people\non my own at night.');
  await field(page, 'When').fill('2019 to 2021');
  await chooseFiles(page, files, 'Add files');
  for (const file of files) await expect(page.getByRole('button', { name: `Take out : ${file.name}` })).toBeVisible();
  await save(page).click();
  await expect(title(page, 'Prior learning')).toBeVisible();
}

test('what is typed into a collection outlives Back, the lock and another tab; the browser asks before a reload; saved, nothing is asked', async ({ page, site, context }) => {
  await page.clock.install();
  const { words } = await startWith(page, site.home, asFile(fixture(badgeFile)));
  await goTo(page, '/collections');
  await page.getByRole('link', { name: 'New collection' }).click();
  await field(page, 'Name').fill('Application');
  await page.getByRole('link', { name: 'Collections' }).first().click();
  await page.getByRole('link', { name: 'New collection' }).click();
  await expect(field(page, 'Name')).toHaveValue('Application');
  await expect(page.getByText(unsaved)).toBeVisible();
  await page.getByRole('button', { name: 'Start again' }).click();
  await expect(field(page, 'Name')).toHaveValue('');
  await expect(title(page, 'New collection')).toBeFocused();

  await field(page, 'Name').fill('Application at the hospital');
  await field(page, 'Intro').fill('Dear all,\nhere I am.');
  await page.clock.fastForward('06:00');
  await expect(title(page, 'Locked')).toBeVisible();
  await expect(page.getByText('here I am'), 'nothing of it stands on the lock screen').toHaveCount(0);
  await unlockWithWords(page, words);
  await expect(field(page, 'Intro')).toHaveValue('Dear all,\nhere I am.');

  const second = await context.newPage();
  await second.goto(site.home);
  await second.getByRole('button', { name: 'Use it here' }).click();
  await unlockWithWords(second, words);
  await goTo(second, '/collections/new');
  await expect(field(second, 'Name'), 'what is not saved stays in its tab').toHaveValue('');
  await second.close();
  await unlockWithWords(page, words);
  await expect(field(page, 'Name')).toHaveValue('Application at the hospital');

  const asked: string[] = [];
  page.on('dialog', (dialog) => {
    asked.push(dialog.type());
    void dialog.dismiss();
  });
  await field(page, 'Name').click();
  await page.evaluate(() => setTimeout(() => location.reload(), 0));
  await expect.poll(() => asked).toEqual(['beforeunload']);
  await expect(field(page, 'Name')).toHaveValue('Application at the hospital');
  await save(page).click();
  await expect(title(page, 'Application at the hospital')).toBeVisible();
  await page.reload();
  await expect(title(page, 'Locked')).toBeVisible();
  expect(asked).toHaveLength(1);
  await unlockWithWords(page, words);
  await expect(title(page, 'Application at the hospital')).toBeVisible();
  await page.getByRole('link', { name: 'Name and intro' }).click();
  await expect(field(page, 'Intro')).toHaveValue('Dear all,\nhere I am.');
  await expect(page.getByText(unsaved)).toHaveCount(0);
});

test('a note that is being written outlives another credential and the lock, and goes to no other credential', async ({ page, site }) => {
  const { words } = await startWith(page, site.home, asFile(fixture(badgeFile)));
  await addFile(page, asFile(fixture(memberFile)));
  await save(page).click();
  await page.getByRole('link', { name: badgeTitle }).click();
  await page.getByRole('button', { name: 'Write a note' }).click();
  await expect(field(page, 'Your note')).toBeFocused();
  await page.keyboard.type('Beside work');
  await goTo(page, '/');
  await page.getByRole('link', { name: memberTitle }).click();
  await expect(page.getByRole('button', { name: 'Write a note' })).toBeVisible();
  await goTo(page, '/');
  await page.getByRole('button', { name: 'Lock', exact: true }).click();
  await unlockWithWords(page, words);
  await page.getByRole('link', { name: badgeTitle }).click();
  await expect(field(page, 'Your note')).toHaveValue('Beside work');
  await field(page, 'Your note').fill('x'.repeat(4_001));
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.locator('main .error')).toHaveText(/longer than 4,?000 characters/);
  await expect(field(page, 'Your note')).toBeFocused();
  await field(page, 'Your note').fill('Beside work');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByRole('region', { name: 'Your note' })).toContainText('Beside work');
  await expect(page.getByRole('region', { name: 'Your note' })).toContainText('Written by the owner');
  await expect(page.getByRole('button', { name: 'Change' })).toBeFocused();
  await page.getByRole('button', { name: 'Change' }).click();
  await field(page, 'Your note').fill('');
  await page.getByRole('button', { name: 'Leave it as it was' }).click();
  await expect(page.getByRole('region', { name: 'Your note' })).toContainText('Beside work');
});

test('what is wrong is said at its field, which has the focus, each time; files are judged before they are read', async ({ page, site }) => {
  await startWith(page, site.home, asFile(fixture(badgeFile)));
  await goTo(page, '/collections/new');
  await expectWrong(page, field(page, 'Name'), /A name is missing/);
  await field(page, 'Name').fill(' \u{1f9d1}'.repeat(101));
  await expectWrong(page, field(page, 'Name'), /longer than 200 characters/);
  await field(page, 'Name').fill('Application');
  await field(page, 'Intro').fill('x'.repeat(4_001));
  await expectWrong(page, field(page, 'Intro'), /longer than 4,?000 characters/);

  await goTo(page, '/prior-learning/new');
  await expectWrong(page, field(page, 'Title'), /A name is missing/);
  await field(page, 'Title').fill('Night shifts');
  await field(page, 'When').fill('x'.repeat(201));
  await expectWrong(page, field(page, 'When'), /longer than 200 characters/);
  await field(page, 'When').fill('');
  await field(page, 'What you learned').fill('x'.repeat(4_001));
  await expectWrong(page, field(page, 'What you learned'), /longer than 4,?000 characters/);
  await field(page, 'What you learned').fill('');

  const files = page.getByRole('region', { name: 'Evidence files' });
  const add = files.getByRole('button', { name: /^Add files/ });
  const wrong: readonly (readonly [readonly ChosenFile[], RegExp])[] = [
    [[asFile(Buffer.alloc(20 * 1024 * 1024), 'film.mp4', 'video/mp4')], /larger than 5 MB/],
    [Array.from({ length: 11 }, (_, at) => asFile('a', `${at}.txt`, 'text/plain')), /room for 10/],
  ];
  for (const [given, words] of wrong) {
    await chooseFiles(page, given, 'Add files');
    await expect(files.locator('.error')).toHaveText(words);
    await expect(add).toBeFocused();
    await expect(files.getByRole('button', { name: /^Take out/ }), 'nothing was added').toHaveCount(0);
  }
  await chooseFiles(page, [asFile('a', 'good.txt', 'text/plain'), asFile('', 'empty.txt', 'text/plain')], 'Add files');
  await expect(files.locator('.error')).toContainText('empty.txt');
  await expect(files.locator('.error')).not.toContainText('good.txt');
  await expect(add).toBeFocused();
  await expect(files.getByRole('button', { name: /^Take out/ }), 'the good one was added').toHaveCount(1);
  await page.evaluate(() => {
    const data = new DataTransfer();
    data.items.add(new File(['a letter'], '../../etc/\u202egnp.letter.exe', { type: 'no type at all' }));
    document.dispatchEvent(new DragEvent('drop', { dataTransfer: data, cancelable: true }));
  });
  await expect(files.locator('.error')).toHaveCount(0);
  await save(page).click();
  await expect(title(page, 'Prior learning')).toBeVisible();
  await expect(page.locator('main')).toContainText('letter.exe');
  await expect(page.locator('main'), 'no folders, and nothing that turns the reading').not.toContainText(/etc|\u202e/);
});

test('evidence files come back byte for byte from the form, from Undo and from a backup in an empty browser, with collection, order, intro and note; delete all leaves nothing', async ({ page, site, context }) => {
  const { words, code } = await startWith(page, site.home, asFile(fixture(badgeFile)));
  await addFile(page, asFile(fixture(memberFile)));
  await save(page).click();
  await page.getByRole('link', { name: badgeTitle }).click();
  await page.getByRole('button', { name: 'Write a note' }).click();
  await field(page, 'Your note').fill('Beside work\nwith Ana-María');
  await save(page).click();
  await expect(page.getByRole('region', { name: 'Your note' })).toBeVisible();

  const letter = asFile(randomBytes(5 * 1024 * 1024), 'letter of thanks.pdf', 'application/pdf');
  const odd = asFile(Buffer.from([0, 255, 13, 10, 0]), 'Zeugnis für Ανα.bin', '');
  await describePrior(page, 'Night shifts in home care', [letter, odd]);
  await page.getByRole('link', { name: /^Change/ }).click();
  expect((await bytesOf(page, letter.name)).equals(letter.buffer)).toBe(true);
  expect((await bytesOf(page, odd.name)).equals(odd.buffer)).toBe(true);
  await page.getByRole('button', { name: `Take out : ${odd.name}` }).click();
  await expect(page.getByText(`Taken out: ${odd.name}.`)).toBeVisible();
  await expect(page.getByRole('button', { name: 'Undo' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: `Take out : ${odd.name}` })).toBeVisible();
  await save(page).click();
  await page.getByRole('button', { name: /^Delete/ }).click();
  await expect(page.getByRole('heading', { level: 2 })).toHaveCount(0);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByText('Written by the owner')).toBeVisible();

  await makeCollection(page, 'Application', 'Dear all,\nhere I am.');
  await page.getByRole('link', { name: 'Choose credentials' }).click();
  for (const box of [/^Member of/, /^Measuring/, /^Night shifts/]) await page.getByRole('checkbox', { name: box }).check();
  await save(page).click();
  const titles = page.locator('main ol .card-title');
  await expect(titles).toHaveText([memberTitle, badgeTitle]);
  await page.getByRole('button', { name: /^Down/ }).click();
  await expect(titles).toHaveText([badgeTitle, memberTitle]);

  await goTo(page, '/settings/backup');
  const backup = join(folder, 'backup.age');
  await (await saveWith(page, 'Make backup file')).saveAs(backup);
  const other = await context.browser()?.newContext({ locale: 'en-GB', viewport: { width: 360, height: 740 } });
  if (other === undefined) throw new Error('no browser');
  await saveByDownload(other);
  const phone = await other.newPage();
  await phone.goto(`${site.home}/#/restore`);
  await chooseFiles(phone, [asFile(readFileSync(backup), 'backup.age', 'application/octet-stream')], 'Choose backup file');
  await phone.getByLabel('Group 1').fill(code);
  await phone.getByRole('button', { name: 'See what is in it' }).click();
  await expect(phone.getByText('3 collections, notes or descriptions of your own.')).toBeVisible();
  await phone.getByRole('button', { name: 'Restore' }).click();
  await phone.getByRole('button', { name: 'Suggest words' }).click();
  await expect(phone.getByRole('textbox', { name: 'Your words' })).not.toHaveValue('');
  await phone.getByRole('button', { name: 'Protect and restore' }).click();
  await expect(title(phone, '2 credentials are back.')).toBeVisible({ timeout: 30_000 });
  await goTo(phone, '/collections');
  await phone.getByRole('link', { name: 'Application' }).click();
  await expect(phone.locator('main ol .card-title')).toHaveText([badgeTitle, memberTitle]);
  await expect(phone.locator('main')).toContainText('here I am.');
  await expect(phone.getByText('Written by the owner')).toHaveCount(2);
  await phone.getByRole('link', { name: badgeTitle }).first().click();
  await expect(phone.getByRole('region', { name: 'Your note' })).toContainText('with Ana-María');
  await goTo(phone, '/prior-learning');
  await phone.getByRole('link', { name: /^Change/ }).click();
  await expect(field(phone, 'What you learned')).toHaveValue('Caring for people\non my own at night.');
  expect((await bytesOf(phone, letter.name)).equals(letter.buffer)).toBe(true);
  expect((await bytesOf(phone, odd.name)).equals(odd.buffer)).toBe(true);
  await other.close();

  await goTo(page, '/collections/new');
  await field(page, 'Name').fill('Not saved');
  await goTo(page, '/settings/delete');
  await expect(page.getByText('everything you wrote')).toBeVisible();
  await page.getByRole('textbox', { name: 'Type DELETE to confirm' }).fill('DELETE');
  await page.getByRole('button', { name: 'Delete all' }).click();
  const confirm = page.getByRole('textbox', { name: 'Your words' });
  await confirm.or(title(page, 'Everything is deleted.')).waitFor();
  if (await confirm.isVisible()) {
    await confirm.fill(words);
    await page.getByRole('button', { name: 'Open', exact: true }).first().click();
  }
  await expect(title(page, 'Everything is deleted.')).toBeVisible({ timeout: 30_000 });
  expect((await keptInBrowser(page)).records).toBe(0);
  await startWith(page, site.home, asFile(fixture(badgeFile)));
  await goTo(page, '/collections/new');
  await expect(field(page, 'Name'), 'what was typed before is gone too').toHaveValue('');
});

test('the list is grouped by collection: one credential under each that holds it, the rest after them, and back to years', async ({ page, site }) => {
  await startWith(page, site.home, asFile(fixture(badgeFile)));
  await addFile(page, asFile(fixture(memberFile)));
  await save(page).click();
  await expect(page.getByRole('link', { name: memberTitle })).toBeVisible();
  const order = page.getByRole('dialog').getByLabel('Group');
  await page.getByRole('button', { name: 'Filter' }).click();
  await expect(order.getByRole('option'), 'there is no collection yet').toHaveText(['By year', 'By issuer']);
  await page.keyboard.press('Escape');
  for (const name of ['Application', 'For fun']) {
    await makeCollection(page, name);
    await page.getByRole('link', { name: 'Choose credentials' }).click();
    await page.getByRole('checkbox', { name: /^Measuring/ }).check();
    await save(page).click();
    await expect(title(page, name)).toBeVisible();
  }
  await goTo(page, '/');
  await page.getByRole('button', { name: 'Filter' }).click();
  await order.selectOption('By collection');
  await page.getByRole('button', { name: /^Show/ }).click();
  const groups = page.locator('main section').filter({ has: page.locator('h2.group') });
  await expect(groups.locator('h2')).toHaveText(['Application', 'For fun', 'In no collection']);
  for (const [at, name] of [badgeTitle, badgeTitle, memberTitle].entries()) await expect(groups.nth(at).locator('.card-title')).toHaveText([name]);
  await expect(groups.nth(0).getByText('Written by the owner')).toHaveCount(1);
  await expect(groups.nth(2).getByText('Written by the owner')).toHaveCount(0);
  await page.getByRole('searchbox').fill('measuring');
  await expect(page.getByRole('status').filter({ hasText: '1 credential found' }), 'counted once').toHaveCount(1);
  await groups.nth(1).getByRole('link', { name: 'For fun' }).click();
  await expect(title(page, 'For fun')).toBeVisible();
  await page.goBack();
  await expect(groups.locator('h2'), 'Back finds it as it was').toHaveText(['Application', 'For fun']);
});

test.describe('by touch', () => {
  test.use({ hasTouch: true });

  test('credentials are put in order by tapping Up and Down', async ({ page, site }) => {
    await startWith(page, site.home, asFile(fixture(badgeFile)));
    await addFile(page, asFile(fixture(memberFile)));
    await save(page).tap();
    await expect(page.getByRole('link', { name: memberTitle })).toBeVisible();
    await makeCollection(page, 'Application');
    await page.getByRole('link', { name: 'Choose credentials' }).tap();
    for (const box of [/^Measuring/, /^Member of/]) await page.getByRole('checkbox', { name: box }).tap();
    await save(page).tap();
    const titles = page.locator('main ol .card-title');
    await expect(titles).toHaveText([badgeTitle, memberTitle]);
    await page.getByRole('button', { name: /^Up/ }).tap();
    await expect(titles).toHaveText([memberTitle, badgeTitle]);
    for (const button of await page.locator('main ol').getByRole('button').all()) {
      const box = await button.boundingBox();
      expect(Math.min(box?.width ?? 0, box?.height ?? 0), 'wide enough for a thumb').toBeGreaterThanOrEqual(44);
    }
  });
});

test.describe('by keyboard, at 200 % text', () => {
  async function tabTo(page: Page, target: Locator): Promise<void> {
    await target.waitFor();
    for (let presses = 0; presses < 60; presses += 1) {
      if (await target.evaluate((element) => element === document.activeElement)) return;
      await page.keyboard.press('Tab');
    }
    throw new Error(`Tab does not reach ${target.toString()}`);
  }

  async function expectReadable(page: Page): Promise<void> {
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth), 'nothing to scroll sideways to').toBeLessThanOrEqual(0);
    const box = await page.locator(':focus').boundingBox();
    const bar = await page.locator('main .actions').boundingBox();
    expect((box?.y ?? 0) >= 0 && (box?.y ?? 0) < (bar?.y ?? 740) + (bar?.height ?? 0), 'what has the focus is in sight').toBe(true);
  }

  test('a collection is made, filled and deleted, and that is undone', async ({ page, site }) => {
    await startWith(page, site.home, asFile(fixture(badgeFile)));
    await page.evaluate(() => (document.documentElement.style.fontSize = '200%'));
    const press = async (target: Locator, key = 'Enter'): Promise<void> => {
      await tabTo(page, target);
      await page.keyboard.press(key);
    };
    await press(page.getByRole('link', { name: 'Collections' }));
    await press(page.getByRole('link', { name: 'New collection' }));
    await expect(title(page, 'New collection')).toBeFocused();
    await tabTo(page, field(page, 'Name'));
    await page.keyboard.type('Application');
    await expectReadable(page);
    await tabTo(page, field(page, 'Intro'));
    await page.keyboard.type('Dear all,');
    await page.keyboard.press('Enter');
    await page.keyboard.type('here I am.');
    await expectReadable(page);
    await press(save(page));
    await expect(title(page, 'Application')).toBeFocused();
    await press(page.getByRole('link', { name: 'Choose credentials' }));
    await press(page.getByRole('checkbox', { name: /^Measuring/ }), 'Space');
    await expectReadable(page);
    await press(save(page));
    await expect(page.locator('main ol .card-title')).toHaveText([badgeTitle]);
    await press(page.getByRole('link', { name: 'Collections' }).first());
    await press(page.getByRole('button', { name: /^Delete/ }));
    await press(page.getByRole('button', { name: 'Undo' }));
    await expect(page.getByText('Application is back.')).toBeVisible();
    await expect(page.getByRole('link', { name: 'Application' })).toBeVisible();
  });
});
