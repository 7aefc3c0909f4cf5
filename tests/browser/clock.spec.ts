import type { Locator, Page } from '@playwright/test';
import { expect, test } from './harness.ts';
import { asFile, badgeFile, badgeTitle, fixture, startWith, unlockWithWords } from './steps.ts';

const days = 10;
const line = (page: Page): Locator => page.locator('.line').filter({ hasText: /This device says it is .+ but you used this wallet on .+ Dates are not checked\./ });

/** A device whose clock is ahead, on the page and in the vault worker. */
async function setAhead(page: Page): Promise<void> {
  const byMs = days * 86_400_000;
  await page.clock.setSystemTime(Date.now() + byMs);
  await page.route(/vault-worker.*\.js$/, async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: `{ const now = Date.now; Date.now = () => now.call(Date) + ${String(byMs)}; }\n${await response.text()}` });
  });
}

test('B49 C26 after a day with a clock far ahead, one line tells of it, and the learner’s word heals it', async ({ browser, site, guard }) => {
  const context = await browser.newContext({ serviceWorkers: 'block', locale: 'en-GB', viewport: { width: 360, height: 740 } });
  guard.watch(context);
  const ahead = await context.newPage();
  await setAhead(ahead);
  const { words } = await startWith(ahead, site.home, asFile(fixture(badgeFile)));
  await expect(ahead.locator('.card')).toHaveCount(1);
  await expect(line(ahead)).toBeHidden();
  await ahead.close();

  // The clock of the page belongs to all pages of the context; the worker of the new one is its own.
  await context.clock.setSystemTime(Date.now());
  const page = await context.newPage();
  await page.goto(site.home);
  await unlockWithWords(page, words);
  await expect(line(page)).toBeVisible();
  await expect(page.locator('.card')).toContainText('Not checked');
  await page.getByRole('link', { name: badgeTitle }).click();
  await expect(page.getByText(/the clock of this device looks wrong/).first()).toBeVisible();
  await page.goBack();

  await page.getByRole('button', { name: 'My clock is right' }).press('Enter');
  await expect(line(page)).toBeHidden();
  await expect(page.locator('main h1')).toBeFocused();
  await expect(page.locator('.card')).not.toContainText('Not checked');
  await page.reload();
  await unlockWithWords(page, words);
  await expect(page.locator('.card')).toHaveCount(1);
  await expect(line(page)).toBeHidden();
  await context.close();
});
