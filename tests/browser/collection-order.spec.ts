import { expect, test } from './harness.ts';
import { addFile, asFile, badgeFile, badgeTitle, fixture, goTo, protectWithWords } from './steps.ts';

const memberTitle = 'Member of the Brightwater library (sample)';

test('whoever moves a credential to either end of a collection goes on from there by keyboard', async ({ page, site }) => {
  test.setTimeout(90_000);
  await page.goto(site.home);
  await addFile(page, asFile(fixture(badgeFile)));
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await protectWithWords(page);
  await addFile(page, asFile(fixture('json-credential/plain--eddsa-rdfc-2022.json')));
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByRole('link', { name: memberTitle })).toBeVisible();

  await goTo(page, '/collections/new');
  await page.getByRole('textbox', { name: 'Name' }).fill('Application');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Application' })).toBeVisible();
  await page.getByRole('link', { name: 'Choose credentials' }).click();
  for (const box of [badgeTitle, memberTitle]) await page.getByRole('checkbox', { name: new RegExp(box.slice(0, 12)) }).check();
  await page.getByRole('button', { name: 'Save', exact: true }).click();

  const titles = page.locator('main ol .card-title');
  await expect(titles).toHaveCount(2);
  const [first = '', second = ''] = await titles.allInnerTexts();
  const move = (way: RegExp) => page.getByRole('button', { name: way }).filter({ hasText: first });
  await move(/^Down/).focus();
  await page.keyboard.press('Enter');
  await expect(titles).toHaveText([second, first]);
  await expect(move(/^Up/)).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(titles).toHaveText([first, second]);
  await expect(move(/^Down/)).toBeFocused();
  await expect(page.getByRole('status').filter({ hasText: 'is now number 1.' })).toHaveCount(1);
});
