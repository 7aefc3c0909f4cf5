import type { Page } from '@playwright/test';
import { expect, test } from './harness.ts';
import { asFile, badgeFile, badgeTitle, chooseFiles, fixture, goTo } from './steps.ts';

const checkWorker = /check-worker.*\.js$/;

/** A check worker that is at work for ever. */
async function hang(page: Page): Promise<void> {
  await page.route(checkWorker, async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: 'addEventListener("message", () => undefined);' });
  });
}

const places = [
  { place: 'Add', path: '/add', done: /#\/review$/ },
  { place: 'Check', path: '/check', done: /#\/check\/result$/ },
] as const;

for (const { place, path, done } of places) {
  test(`${place}: Stop ends what goes on for ever, by keyboard and said aloud; the next try works`, async ({ browser, site, guard }) => {
    const context = await browser.newContext({ serviceWorkers: 'block', locale: 'en-GB', viewport: { width: 360, height: 740 } });
    guard.watch(context);
    const page = await context.newPage();
    await hang(page);
    await page.goto(site.home);
    await goTo(page, path);
    await chooseFiles(page, [asFile(fixture(badgeFile))]);
    const stop = page.getByRole('button', { name: 'Stop', exact: true });
    await expect(stop).toBeVisible();
    await stop.focus();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('button', { name: 'Choose file' })).toBeVisible();
    await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
    await expect(page.getByRole('status').filter({ hasText: 'Stopped. Nothing was changed.' })).toHaveCount(1);
    await expect(page).toHaveURL(new RegExp(`#${path}$`));

    await page.unroute(checkWorker);
    await chooseFiles(page, [asFile(fixture(badgeFile))]);
    await expect(page).toHaveURL(done);
    await expect(page.getByText(badgeTitle).first()).toBeVisible();
    await context.close();
  });
}
