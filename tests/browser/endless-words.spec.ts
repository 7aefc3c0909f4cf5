import { expect, test } from './harness.ts';
import { addFile, asFile, badgeFile, badgeTitle, fixture, goTo, saveByDownload, startWith } from './steps.ts';

/** A title that is one endless word: nobody has to scroll sideways for it, on any screen that names it. */
const endless = {
  '@context': ['https://www.w3.org/ns/credentials/v2', 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json'],
  id: 'urn:uuid:3f0a9c8e-1f0e-4f0b-8a57-0d5f0f6f2b77',
  type: ['VerifiableCredential', 'OpenBadgeCredential'],
  issuer: { id: 'https://endless.example', type: ['Profile'], name: 'N'.repeat(300) },
  validFrom: '2026-06-14T12:00:00Z',
  credentialSubject: { type: ['AchievementSubject'], achievement: { id: 'https://endless.example/a', type: ['Achievement'], name: 'W'.repeat(300), description: 'd', criteria: { narrative: 'n' } } },
};

test('a title of one endless word widens no screen that compares, adds up, states or shares', async ({ page, site, context }) => {
  await saveByDownload(context);
  await startWith(page, site.home, asFile(fixture(badgeFile)));
  await addFile(page, asFile(JSON.stringify(endless), 'endless.json'));
  await page.getByRole('button', { name: /^Save/ }).click();
  await expect(page).toHaveURL(/#\/(credential\/.*)?$/);
  await goTo(page, '/');
  await expect(page.locator('.card')).toHaveCount(2);
  const idOf = async (title: string): Promise<string> => ((await page.locator('.card', { hasText: title }).getByRole('link').first().getAttribute('href')) ?? '').split('/').at(-1) ?? '';
  const [long, short] = [await idOf('WWW'), await idOf(badgeTitle)];
  for (const path of [`/compare/${long},${short}`, `/together/${long},${short}`, `/statement/${long}`, `/statement/${long},${short}`, `/share/${long}`]) {
    await goTo(page, path);
    await expect(page.locator('main').getByText('WWW').first(), path).toBeVisible({ timeout: 20_000 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth), path.replace(/[0-9a-f]{64}/g, '*')).toBeLessThanOrEqual(0);
  }
});
