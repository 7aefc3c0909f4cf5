import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from './harness.ts';
import { asFile, badgeFile, chooseFiles, fixture, openProfile } from './steps.ts';

/** A profile whose owner told Chromium to let no site store anything: each kind of storage then throws or refuses. */
function profileThatStoresNothing(): string {
  const folder = mkdtempSync(join(tmpdir(), 'mecum-blocked-'));
  mkdirSync(join(folder, 'Default'));
  writeFileSync(join(folder, 'Default', 'Preferences'), JSON.stringify({ profile: { default_content_setting_values: { cookies: 2 } } }));
  return folder;
}

test('a browser that stores nothing at all still checks a credential, and says that nothing can be kept', async ({ site, guard }) => {
  const folder = profileThatStoresNothing();
  const { context, page } = await openProfile('blocked', [], folder);
  try {
    guard.watch(context);
    await page.goto(`${site.home}/#/check`);
    await expect(page.getByRole('region', { name: 'State' })).toContainText('This window forgets everything when you close it.');
    expect(await page.evaluate(() => navigator.locks.request('any', () => 'given').catch((cause: DOMException) => cause.name)), 'it is denied').toBe('SecurityError');
    await page.getByText('I gave the sender a code').click();
    await page.getByLabel('The code you gave').fill('4711');
    await page.getByLabel('Your name or web address, as you gave it').fill('Ward 3');
    await chooseFiles(page, [asFile(fixture(badgeFile))]);
    await expect(page.getByRole('heading', { name: 'We cannot tell who signed this' })).toBeVisible();
    await page.goto(`${site.home}/#/`);
    await expect(page.getByRole('heading', { name: 'We cannot reach your credentials' })).toBeVisible();
  } finally {
    await context.close();
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
});
