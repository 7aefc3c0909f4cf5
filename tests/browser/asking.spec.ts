import { rmSync } from 'node:fs';
import type { BrowserContext, Page } from '@playwright/test';
import { expect, networkIsOff, test, untilInstalled } from './harness.ts';
import { closedHost, listHost, openHost, openSchoolSites } from './school-site.ts';
import type { SchoolSites } from './school-site.ts';
import { addFile, asFile, badgeTitle, chooseFiles, goTo, openProfile, protectWithWords, unlockWithWords } from './steps.ts';

/** Asking other places, with the real workers and policies: exactly what the person said yes to, and nothing else. */
let sites: SchoolSites;
let page: Page;
let words = '';
const folders: string[] = [];
const opened: BrowserContext[] = [];
const origin = (host: string): RegExp => new RegExp(`^request to https://${host.replace('.', '\\.')}$`);

/** Names the school by the identifier of its key. */
const schoolList = JSON.stringify({
  LoTE: {
    ListAndSchemeInformation: { LoTESequenceNumber: 4, SchemeName: [{ lang: 'en', value: 'Schools of the river' }], ListIssueDateTime: '2026-10-01T00:00:00Z' },
    TrustedEntitiesList: [{ TrustedEntityInformation: { TEName: [{ lang: 'en', value: 'River School' }] }, TrustedEntityServices: [{ ServiceInformation: { ServiceDigitalIdentity: { DIDs: [`did:web:${openHost}`] } } }] }],
  },
});

test.describe.configure({ mode: 'serial', timeout: 90_000 });

test.beforeAll(async () => {
  sites = await openSchoolSites();
});
test.afterAll(async () => {
  for (const context of opened) await context.close();
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
  sites.close();
});
test.beforeEach(({ guard }) => {
  sites.asked.length = 0;
  guard.allow(networkIsOff);
  for (const context of opened) guard.watch(context);
});

async function enter(name: string, guard: { readonly watch: (context: BrowserContext) => void }): Promise<Page> {
  const profile = await openProfile(name, sites.switches);
  guard.watch(profile.context);
  opened.push(profile.context);
  folders.push(profile.folder);
  return profile.page;
}

test('B96 a link is named and never followed by itself; on a press it is asked for and reviewed like a file', async ({ site, guard }) => {
  guard.allow(origin(openHost));
  page = await enter('asking', guard);
  await page.goto(`${site.home}/#/add`);
  await page.getByRole('textbox').fill(`https://${openHost}/badge.json`);
  await page.getByRole('button', { name: 'Read this text' }).click();
  await expect(page.getByText(`This link leads to ${openHost}. Ask that page?`)).toBeVisible();
  await expect(page.getByText(`https://${openHost}/badge.json`).last()).toBeVisible();
  await page.waitForTimeout(500);
  expect(sites.asked, 'B96 nothing is followed by itself').toEqual([]);
  await page.getByRole('button', { name: 'Ask that page' }).click();
  await expect(page).toHaveURL(/#\/review$/);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(badgeTitle);
  expect(sites.asked).toEqual([`${openHost}/badge.json`]);
});

test('the key is asked for on a press; what its answer leads to is named, and waits for another', async ({ guard }) => {
  guard.allow(origin(openHost));
  await expect(page.getByText('Not checked yet')).toBeVisible();
  await expect(page.getByText(`The issuer’s key, at ${openHost}`)).toBeVisible();
  await page.getByRole('button', { name: 'Check online', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'Check online' }), 'the verdict leads to what can be asked').toBeFocused();
  expect(sites.asked).toEqual([]);
  await page.getByRole('button', { name: 'Check online now' }).click();
  await expect(page.getByText('It answered.')).toBeVisible();
  await expect(page.getByText('We cannot tell who signed this').first()).toBeVisible();
  await expect(page.getByText(`Whether it was cancelled, at ${listHost}`)).toBeVisible();
  await page.waitForTimeout(500);
  expect(sites.asked).toEqual([`${openHost}/.well-known/did.json`]);
});

test('the status list is asked for on the next press, and the verdict follows', async ({ guard }) => {
  guard.allow(origin(listHost));
  await page.getByRole('button', { name: 'Check online now' }).click();
  await expect(page.getByText('It answered.')).toHaveCount(2);
  expect(sites.asked).toEqual([`${listHost}/status/1`]);
  await expect(page.getByRole('button', { name: 'Check online now' })).toHaveCount(0);
  await page.getByText('I know this issuer').click();
  await page.getByLabel('What you call them').fill('The school, by phone');
  await page.getByRole('button', { name: 'Add to my list' }).click();
  await expect(page.getByText('The school, by phone issued this. Nobody has changed it.')).toBeVisible();
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  ({ words } = await protectWithWords(page));
  await page.getByRole('link', { name: badgeTitle }).click();
  await expect(page.getByText('Not cancelled when we asked on')).toBeVisible();
  expect(sites.asked).toEqual([`${listHost}/status/1`]);
});

test('later and without a network: valid when last checked, from what was kept', async ({ site, guard }) => {
  for (const host of [openHost, listHost]) guard.allow(origin(host));
  await untilInstalled(page);
  await page.context().setOffline(true);
  await page.goto('about:blank');
  await page.goto(site.home);
  await unlockWithWords(page, words);
  await page.getByRole('link', { name: badgeTitle }).click();
  await expect(page.getByText('Valid when last checked').first()).toBeVisible();
  await expect(page.getByText('We last asked “is it cancelled?” on')).toBeVisible();
  await expect(page.getByText(`Whether it was cancelled, at ${listHost}`)).toBeVisible();
  await page.getByRole('button', { name: 'Check online now' }).click();
  // Every address that was named has been tried, so that no question is on its way when the next test begins.
  await expect(page.getByText('Not every page answered.').first()).toBeAttached();
  await expect(page.getByText('Valid when last checked').first(), 'nothing breaks').toBeVisible();
  expect(sites.asked).toEqual([]);
  await page.context().setOffline(false);
});

test('a trust list is asked about, names the signer from then on, and can be taken back', async () => {
  await goTo(page, '/settings/lists');
  await expect(page.getByText('Comes with this app.').first()).toBeVisible();
  await chooseFiles(page, [asFile(schoolList, 'schools.json')], 'Add a list');
  await expect(page.getByRole('heading', { name: 'Add this list?' })).toBeVisible();
  await expect(page.getByText('Nobody signed this list. Anyone could have written it.')).toBeVisible();
  await page.getByRole('button', { name: 'Add this list' }).click();
  await expect(page.getByText('The list is added.')).toBeVisible();
  await goTo(page, '/');
  await page.getByRole('link', { name: badgeTitle }).click();
  await page.getByRole('button', { name: 'Take off my list' }).click();
  await expect(page.getByText('It is on the list “Schools of the river”, edition 4.')).toBeVisible();
  await expect(page.getByText('River School').first()).toBeVisible();
  await goTo(page, '/settings/lists');
  await page.getByRole('button', { name: 'Remove' }).click();
  await expect(page.getByText('“Schools of the river” is removed.')).toBeVisible();
  await goTo(page, '/');
  await page.getByRole('link', { name: badgeTitle }).click();
  await expect(page.getByText('We cannot tell who signed this').first()).toBeVisible();
  expect(sites.asked).toEqual([]);
});

test('a page that lets no browser ask: its address to copy, and a file in its place', async ({ site, guard }) => {
  guard.allow(origin(closedHost));
  guard.allow(/blocked by CORS policy|net::ERR_FAILED/);
  const checker = await enter('checking', guard);
  await checker.goto(`${site.home}/#/check`);
  await checker.getByRole('textbox', { name: 'Text or a link' }).fill(`https://${closedHost}/badge.json`);
  await checker.getByRole('button', { name: 'Check this text' }).click();
  await checker.getByRole('button', { name: 'Ask that page' }).click();
  await expect(checker.getByText('does not let browsers ask')).toBeVisible();
  await chooseFiles(checker, [asFile(await sites.badgeOf(closedHost))], 'Add the file here');
  await expect(checker.getByText('Not checked yet')).toBeVisible();
  await checker.getByRole('button', { name: 'Check online now' }).click();
  await expect(checker.getByText('does not let browsers ask')).toBeVisible();
  await expect(checker.getByText(`https://${closedHost}/.well-known/did.json`)).toBeVisible();
  expect(sites.asked).toEqual([`${closedHost}/badge.json`, `${closedHost}/.well-known/did.json`]);
  await chooseFiles(checker, [asFile(sites.file(closedHost, '/.well-known/did.json'))], 'Add the file here');
  await expect(checker.getByText('We read your file instead.')).toBeVisible();
  await expect(checker.getByText('We cannot tell who signed this').first()).toBeVisible();
  expect(sites.asked).toHaveLength(2);
});

test('B64 nothing is asked for what was altered', async () => {
  await goTo(page, '/add');
  const altered = (await sites.badgeOf(openHost)).replace(badgeTitle, 'Another title altogether');
  await addFile(page, asFile(altered));
  await expect(page.getByText('The signature does not fit')).toBeVisible();
  await expect(page.getByText('Check online')).toHaveCount(0);
  expect(sites.asked).toEqual([]);
});
