import { expect, test } from './harness.ts';
import { asFile, badgeFile, fixture, goTo, startWith } from './steps.ts';

/** What a person has typed or pasted and not kept, seen by somebody who finds the app locked. */

test('T2 of what was pasted nothing can be seen once the wallet is locked', async ({ page, site }) => {
  await startWith(page, site.home, asFile(fixture(badgeFile)));
  await goTo(page, '/add');
  const field = page.locator('main textarea');
  await field.fill('my own credential');
  await goTo(page, '/');
  await goTo(page, '/add');
  await expect(field).toHaveValue('my own credential');
  await goTo(page, '/');
  await page.getByRole('button', { name: 'Lock', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Locked' })).toBeVisible();
  await goTo(page, '/add');
  await expect(field).toHaveValue('');
});
