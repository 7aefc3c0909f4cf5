import { readFileSync } from 'node:fs';
import type { Locator, Page } from '@playwright/test';
import { addPasskeyDevice, expect, test } from './harness.ts';
import { asFile, badgeFile, badgeTitle, fixture, saveByDownload } from './steps.ts';
import type { ChosenFile } from './steps.ts';

/** A person without a pointer: Tab, Enter, Space, arrows inside of a group, and typing. Nothing is clicked here. */

const farthest = 60;

/** What has the focus shows it: an outline of its own, or that of the card which its link covers. */
async function expectFocusSeen(target: Locator): Promise<void> {
  const widths = await target.evaluate((element) => ['', '::after'].map((part) => getComputedStyle(element, part)).filter(({ outlineStyle }) => outlineStyle !== 'none').map(({ outlineWidth }) => outlineWidth));
  expect(widths, 'an outline of 3 px').toContain('3px');
}

/** Goes on by Tab until the target has the focus. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  await target.waitFor();
  for (let presses = 0; presses < farthest; presses += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return expectFocusSeen(target);
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab does not reach ${target.toString()}`);
}

async function press(page: Page, target: Locator, key: 'Enter' | 'Space' = 'Enter'): Promise<void> {
  await tabTo(page, target);
  await page.keyboard.press(key);
}

const link = (page: Page, name: string | RegExp): Locator => page.getByRole('link', { name, exact: true });
const button = (page: Page, name: string | RegExp): Locator => page.getByRole('button', { name, exact: true });

/** The screen has come, and the focus went to its heading. */
async function expectArrival(page: Page, name: string | RegExp): Promise<void> {
  await expect(page.getByRole('heading', { level: 1, name })).toBeFocused({ timeout: 20_000 });
}

async function choose(page: Page, name: string | RegExp, file: ChosenFile): Promise<void> {
  await tabTo(page, page.getByRole('button', { name }));
  const [chooser] = await Promise.all([page.waitForEvent('filechooser', { timeout: 15_000 }), page.keyboard.press('Enter')]);
  await chooser.setFiles([file]);
}

/** Presses a button and gives the file that it saves. */
async function save(page: Page, name: string | RegExp): Promise<ChosenFile> {
  await tabTo(page, page.getByRole('button', { name }));
  const [download] = await Promise.all([page.waitForEvent('download', { timeout: 20_000 }), page.keyboard.press('Enter')]);
  return asFile(readFileSync(await download.path()), download.suggestedFilename(), 'application/octet-stream');
}

/** Someone always waits for a file picker: none is cancelled before the test asks for it. */
const noted = (): void => undefined;

test.use({ viewport: { width: 1280, height: 740 } });

test('without a pointer: add, protect, read, share, check, back up, look, lock, restore', async ({ page, context, site }) => {
  test.setTimeout(120_000);
  await saveByDownload(context);
  page.on('filechooser', noted);
  await addPasskeyDevice(page);
  await page.goto(site.home);
  await page.getByRole('combobox', { name: 'Language' }).waitFor();
  await press(page, link(page, 'Skip to content'));
  await expect(page.locator('#main')).toBeFocused();

  // Add and protect
  await press(page, link(page, 'Add a credential'));
  await expectArrival(page, 'Add a credential');
  await choose(page, /^Choose file/, asFile(fixture(badgeFile)));
  await expectArrival(page, badgeTitle);
  await press(page, button(page, 'Save'));
  await expectArrival(page, 'Protect your credentials');
  await tabTo(page, page.getByRole('radio', { name: /^With your phone lock/ }));
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('radio', { name: /^With words/ })).toBeChecked();
  const made = page.locator('.made');
  await expect(made).toHaveText(/(\p{L}+[ -]){5}/u);
  const words = await made.innerText();
  await press(page, button(page, 'Protect and save'));
  await expectArrival(page, 'Your recovery code');
  const groups = await page.getByRole('list', { name: 'Recovery code, 8 groups' }).getByRole('listitem').allInnerTexts();
  const code = groups.map((text) => text.replace(/\D/g, '').slice(1)).join('');
  await press(page, button(page, 'I wrote it down'), 'Space');

  // Read: the card, and a dialog that gives the focus back
  await press(page, link(page, badgeTitle));
  await expectArrival(page, badgeTitle);
  const more = button(page, 'More');
  await press(page, more);
  await expect(page.getByRole('dialog')).toBeVisible();
  await page.keyboard.press('Tab');
  expect(await page.evaluate(() => document.activeElement?.closest('dialog') !== null), 'the focus stays in the dialog').toBe(true);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();
  await expect(more).toBeFocused();

  // Share
  await press(page, link(page, 'Share'));
  await expectArrival(page, 'Share');
  await press(page, page.getByRole('link', { name: 'Change the receiver' }));
  await tabTo(page, page.getByLabel('Receiver', { exact: true }));
  await page.keyboard.type('Northgate Ltd');
  await press(page, button(page, 'Continue'));
  await expectArrival(page, 'Share');
  await expect(page.getByText('Northgate Ltd').filter({ visible: true }).first()).toBeVisible();
  await press(page, button(page, 'Show code'));
  await expectArrival(page, 'Hand over');
  const share = await save(page, /^Save file/);

  // Check
  await press(page, link(page, 'Check'));
  await expectArrival(page, 'Check a credential');
  await choose(page, /^Choose file/, share);
  await expectArrival(page, badgeTitle);
  await expect(page.getByText('Northgate Ltd').filter({ visible: true }).first()).toBeVisible();
  await press(page, button(page, 'Discard'));
  await expectArrival(page, 'Check a credential');

  // Back up
  await press(page, link(page, 'Settings'));
  await expectArrival(page, 'Settings');
  await press(page, page.getByRole('link', { name: /^Backup/ }));
  await expectArrival(page, /^Backup/);
  const backup = await save(page, 'Make backup file');
  await choose(page, /^Choose the saved file/, backup);
  await expect(page.getByText('Backup made and tested. 1 credential.')).toBeVisible({ timeout: 20_000 });

  // Back goes to where one was; look and lock
  await press(page, link(page, 'Settings').last());
  await expect(page.getByRole('link', { name: /^Backup/ })).toBeFocused();
  await press(page, page.getByRole('link', { name: /^Look/ }));
  await expectArrival(page, 'Look');
  await tabTo(page, page.getByRole('radio', { name: 'As the device is set' }).first());
  await page.keyboard.press('ArrowDown');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'light');
  await press(page, link(page, 'Settings').first());
  await expectArrival(page, 'Settings');
  await press(page, page.getByRole('button', { name: /^Lock/ }));
  await expectArrival(page, 'Settings');
  await press(page, page.getByRole('link', { name: /^Open/ }));
  await expect(page.getByRole('heading', { level: 1, name: 'Locked' })).toBeVisible();
  await tabTo(page, page.getByRole('textbox', { name: 'Your words' }));
  await page.keyboard.type(words);
  await page.keyboard.press('Enter');
  await expectArrival(page, 'Credentials');

  await restore(site.home, page, backup, code);
});

/** In a browser that holds nothing. */
async function restore(home: string, learner: Page, backup: ChosenFile, code: string): Promise<void> {
  const browser = learner.context().browser();
  const context = await browser?.newContext({ locale: 'en-GB', viewport: { width: 1280, height: 740 } });
  if (context === undefined) throw new Error('this browser gives no second profile');
  const page = await context.newPage();
  page.on('filechooser', noted);
  await page.goto(home);
  await page.getByRole('combobox', { name: 'Language' }).waitFor();
  await press(page, page.getByRole('link', { name: /^I had this app before/ }));
  await expectArrival(page, 'Bring back your credentials');
  await choose(page, /^Choose backup file/, backup);
  await tabTo(page, page.getByLabel('Group 1', { exact: true }));
  await page.keyboard.insertText(code);
  await press(page, button(page, 'See what is in it'));
  await expect(page.getByText('It holds 1 credential.')).toBeVisible({ timeout: 20_000 });
  await press(page, button(page, 'Restore'));
  await press(page, button(page, 'Suggest words'));
  await expect(page.getByRole('textbox', { name: 'Your words' })).not.toHaveValue('');
  await press(page, button(page, 'Protect and restore'));
  await expectArrival(page, '1 credential is back.');
  await press(page, link(page, 'See your credentials'));
  await tabTo(page, link(page, badgeTitle));
  await context.close();
}
