import type { Locator, Page } from '@playwright/test';
import { addPasskeyDevice, expect, test } from './harness.ts';
import { asFile, badgeFile, badgeTitle, fixture } from './steps.ts';

/** Taps that a job costs, counted as a person makes them; the system's own dialogs are not counted. */
function createTaps(page: Page) {
  let count = 0;
  const tap = async (target: Locator): Promise<void> => {
    await target.tap();
    count += 1;
  };
  const choose = async (name: string): Promise<void> => {
    const [chooser] = await Promise.all([page.waitForEvent('filechooser'), tap(page.getByRole('button', { name: 'Choose file' }))]);
    await chooser.setFiles([asFile(fixture(name))]);
    await expect(page).toHaveURL(/#\/review$/);
  };
  return {
    tap,
    choose,
    link: (name: string) => tap(page.getByRole('link', { name, exact: true })),
    button: (name: string) => tap(page.getByRole('button', { name, exact: true })),
    /** Says and checks the count, and starts anew. */
    end: (job: string, limit: number): void => {
      process.stdout.write(`${job}: ${count} taps of ${limit}\n`);
      expect(count, job).toBeLessThanOrEqual(limit);
      expect(count, job).toBeGreaterThan(0);
      count = 0;
    },
  };
}

test.use({ hasTouch: true, isMobile: true });

const saved = (page: Page) => expect(page.getByRole('heading', { level: 1, name: 'Your recovery code' })).toBeVisible({ timeout: 20_000 });

test('taps: the sample, a first credential by the phone lock, a later one, a share', async ({ page, site }) => {
  test.setTimeout(90_000);
  await addPasskeyDevice(page);
  const { tap, choose, link, button, end } = createTaps(page);
  await page.goto(site.home);
  await tap(page.getByRole('link', { name: /^Try with a sample/ }));
  await expect(page.locator('main .band-word')).toHaveText('Sample');
  end('sample', 1);

  await page.goto(site.home);
  await link('Add a credential');
  await choose(badgeFile);
  await button('Save');
  await button('Protect and save');
  await saved(page);
  end('first credential by file and phone lock', 4);

  await page.getByRole('button', { name: 'Later' }).tap();
  await link('Add');
  await choose('json-credential/plain--eddsa-rdfc-2022.json');
  await button('Save');
  await expect(page.getByRole('link', { name: 'Member of the Brightwater library (sample)' })).toBeVisible();
  end('a later credential by file', 3);

  await page.getByRole('link', { name: badgeTitle }).tap();
  await link('Share');
  await button('Show code');
  await expect(page.getByRole('heading', { level: 1, name: 'Hand over' })).toBeVisible();
  end('share, from the credential', 2);
});

test('taps: a first credential by words, where the device offers its lock, too', async ({ page, site }) => {
  await addPasskeyDevice(page);
  const { tap, choose, link, button, end } = createTaps(page);
  await page.goto(site.home);
  await link('Add a credential');
  await choose(badgeFile);
  await button('Save');
  await tap(page.getByText('With words', { exact: true }));
  await button('Protect and save');
  await saved(page);
  end('first credential by file and words', 5);
});
