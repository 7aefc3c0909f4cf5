import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserContext, Page } from '@playwright/test';
import { badgeClaims } from '../../src/tools/sampling/sample-claims.ts';
import { createEdwardsKey, freshSeeds } from '../../src/tools/sampling/sample-keys.ts';
import { signCredential } from '../../src/tools/sampling/sign-samples.ts';
import { fakeCameraSwitches, writeFakeCameraFromPictures } from '../support/fake-camera.ts';
import { expect, networkIsOff, test, untilInstalled } from './harness.ts';
import { addFile, asFile, badgeFile, badgeTitle, chooseFiles, fixture, goTo, keptInBrowser, openProfile, photographParts, protectWithWords, saveWith, unlockWithWords } from './steps.ts';

/** The whole job, walked by three people who share nothing but what the learner hands over. */
const receiver = 'Harbour Kitchen';
const ownTitle = 'Reading Nautical Charts';
const unknown = 'We cannot tell who signed this';

const work = mkdtempSync(join(tmpdir(), 'mecum-walk-'));
const backupFile = join(work, 'backup.age');
const sharedFile = join(work, 'shared');
const profiles: string[] = [];
const opened = new Set<BrowserContext>();
const known = { words: '', code: '', address: '', learnerFolder: '', shareAddress: '', link: '', shortId: '' };
let learner: Page;

function hasProgram(name: string): boolean {
  return spawnSync(name, ['--help'], { stdio: 'ignore' }).error === undefined;
}

/** A badge made out to an address, signed on the spot by a school that nobody knows. */
async function issueTo(subject: string): Promise<string> {
  const school = await createEdwardsKey(freshSeeds('school'));
  const claims = badgeClaims({ issuer: school.did, subject, validFrom: '2026-01-10T09:00:00Z', id: 'urn:uuid:1f1d2e3c-0d5b-4d0e-9a53-6f6b1c9a7e10' });
  const named = JSON.parse(JSON.stringify(claims).replaceAll(badgeTitle, ownTitle)) as Record<string, unknown>;
  return JSON.stringify(await signCredential(named, 'eddsa-rdfc-2022', school, '2026-01-10T09:00:00Z'));
}

/** The report as it comes out of the printer, as text. */
async function printedText(page: Page): Promise<string> {
  const file = join(work, 'report.pdf');
  writeFileSync(file, await page.pdf({ format: 'A4' }));
  return execFileSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8' });
}

/** Both verdicts of the learner's share, as the receiver reads them. */
async function expectBothVerdicts(page: Page): Promise<void> {
  await expect(page).toHaveURL(/#\/check\/result$/, { timeout: 40_000 });
  await expect(page.getByRole('heading', { name: unknown })).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Sender holds the key' })).toBeVisible();
  await expect(page.getByText(`for “${receiver}”, not bound to you`)).toBeVisible();
  for (const line of ['Is it unchanged?', 'Who issued it?', 'Is it still in force?', 'Did the sender prove the key it names?']) {
    await expect(page.getByText(line).first()).toBeVisible();
  }
}

/** Nothing of the receiver's stays: no vault, no words, no answers. */
async function expectNothingKept(page: Page): Promise<void> {
  expect(await keptInBrowser(page)).toEqual({ databases: [], records: 0, keys: [], caches: [] });
}

test.describe.configure({ mode: 'serial', timeout: 90_000 });

test.beforeEach(({ guard }) => {
  guard.allow(networkIsOff);
  for (const context of opened) guard.watch(context);
});

test.afterAll(async () => {
  for (const context of opened) await context.close();
  for (const folder of [...profiles, work]) rmSync(folder, { recursive: true, force: true });
});

async function enter(name: string, guard: { watch: (context: BrowserContext) => void }, switches: readonly string[] = [], folder?: string): Promise<Page> {
  const profile = await openProfile(name, switches, folder);
  guard.watch(profile.context);
  opened.add(profile.context);
  if (folder === undefined) profiles.push(profile.folder);
  return profile.page;
}

test('1, 2: the learner starts, adds a badge by file, protects it, and says who the issuer is', async ({ site, guard }) => {
  learner = await enter('learner', guard);
  known.learnerFolder = profiles[0] ?? '';
  await learner.goto(site.home);
  await learner.getByRole('link', { name: 'Add a credential' }).click();
  await chooseFiles(learner, [asFile(fixture(badgeFile))]);
  await expect(learner.getByRole('heading', { name: unknown })).toBeVisible();
  await expect(learner.getByRole('heading', { level: 1 })).toHaveText(badgeTitle);
  expect((await keptInBrowser(learner)).records, 'nothing is stored before Save').toBe(0);
  await learner.getByRole('button', { name: 'Save', exact: true }).click();
  Object.assign(known, await protectWithWords(learner));
  await expect(learner.getByRole('region', { name: 'State' }).getByText('Saved on this device.')).toBeVisible();
  await learner.getByRole('link', { name: badgeTitle }).click();
  await learner.getByText('I know this issuer').click();
  await learner.getByLabel('What you call them').fill('Brightwater, by phone');
  await learner.getByRole('button', { name: 'Add to my list' }).click();
  await expect(learner.getByText('Unchanged. No cancel list.')).toBeVisible();
  await expect(learner.getByText('Brightwater, by phone issued this.')).toBeVisible();
  await untilInstalled(learner);
});

test('3: closed and opened again without a network: locked, unlocked, listed, read', async ({ site, guard }) => {
  const before = learner.context();
  await before.close();
  opened.delete(before);
  learner = await enter('learner', guard, [], known.learnerFolder);
  await learner.context().setOffline(true);
  await learner.goto(site.home);
  await expect(learner.getByRole('heading', { level: 1, name: 'Locked' })).toBeVisible();
  await unlockWithWords(learner, known.words);
  await learner.getByRole('link', { name: badgeTitle }).click();
  await expect(learner.getByText('Unchanged. No cancel list.')).toBeVisible();
  await expect(learner.getByText('EQF level 5').or(learner.getByText('Level 5 of 8')).first()).toBeVisible();
  await expect(learner.locator('main')).toContainText(/not stated/i);
});

test('2: an issuer makes a badge out to the address of the wallet, and it is added by paste', async () => {
  await goTo(learner, '/settings/address');
  known.address = await learner.getByText(/^did:key:z/).innerText();
  const badge = await issueTo(known.address);
  await goTo(learner, '/add');
  await learner.getByRole('textbox').fill(badge);
  await learner.getByRole('button', { name: 'Read this text' }).click();
  await expect(learner.getByRole('heading', { level: 1 })).toHaveText(ownTitle);
  await learner.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(learner.getByRole('link', { name: ownTitle })).toBeVisible();
  await addFile(learner, asFile(badge));
  await expect(learner.getByText('You have this already.')).toBeVisible();
});

test('4: the learner makes a backup, and it counts once it was read back', async () => {
  await goTo(learner, '/settings/backup');
  await expect(learner.getByText('2 credentials are only on this device.')).toBeVisible();
  const download = await saveWith(learner, 'Make backup file');
  await download.saveAs(backupFile);
  await expect(learner.getByText('Only then do we count it as a backup.')).toBeVisible();
  await chooseFiles(learner, [asFile(fixture(badgeFile))], 'Choose the saved file');
  await expect(learner.getByText('This is not the file we just made.')).toBeVisible();
  await chooseFiles(learner, [asFile(readFileSync(backupFile), download.suggestedFilename(), 'application/octet-stream')], 'Choose the saved file');
  await expect(learner.getByText('Backup made and tested. 2 credentials.')).toBeVisible();
  known.shortId = /^mecum-backup-([0-9a-f]{8})-[\d-]+\.age$/.exec(download.suggestedFilename())?.[1] ?? 'no short id in the name';
});

test('4: the age tool opens the backup with the identity on the sheet', async () => {
  test.skip(!hasProgram('age'), 'the age tool is not installed here');
  await goTo(learner, '/settings/recovery');
  const confirm = learner.getByRole('textbox', { name: 'Your words' });
  await expect(confirm.or(learner.getByText('AGE-SECRET-KEY-'))).toBeVisible();
  if (await confirm.isVisible()) {
    await confirm.fill(known.words);
    await learner.getByRole('button', { name: 'Open', exact: true }).first().click();
  }
  const identity = await learner.getByText('AGE-SECRET-KEY-').innerText({ timeout: 20_000 });
  await expect(learner.getByText(`It has ${known.shortId} in its name.`)).toBeVisible();
  const identityFile = join(work, 'identity.txt');
  const plain = join(work, 'backup.zip');
  writeFileSync(identityFile, `${identity}\n`, { mode: 0o600 });
  execFileSync('age', ['-d', '-i', identityFile, '-o', plain, backupFile]);
  const bytes = readFileSync(plain);
  expect(bytes.subarray(0, 2).toString(), 'a ZIP file').toBe('PK');
  expect(bytes.includes('manifest.json') && bytes.includes('credentials/')).toBe(true);
});

test('5, 6: the learner shares by moving code, and the employer reads it by camera without a network', async ({ site, guard }) => {
  await goTo(learner, '/');
  await learner.getByRole('link', { name: ownTitle }).click();
  await learner.getByRole('link', { name: 'Share', exact: true }).click();
  await learner.getByRole('link', { name: /^Change the receiver/ }).or(learner.getByRole('link', { name: /^Change to whom/ })).first().click();
  await learner.getByLabel('Receiver', { exact: true }).fill(receiver);
  await learner.getByRole('radio', { name: /For an interview/ }).check();
  await expect(learner.getByText(/^Prove it is me/).first()).toBeVisible();
  await learner.getByRole('button', { name: 'Continue' }).click();
  await expect(learner.getByText('This is what they will see')).toBeVisible();
  await expect(learner.getByText('They can keep a copy. You cannot take it back.')).toBeVisible();
  await learner.getByRole('button', { name: 'Show code' }).click();
  known.shareAddress = new URL(learner.url()).hash;
  await learner.getByRole('button', { name: 'Start' }).click();
  await expect(learner.getByRole('img', { name: /^Part 2 of/ })).toBeVisible();
  await learner.getByRole('button', { name: 'Pause' }).click();
  const pictures = await photographParts(learner);
  expect(pictures.length).toBeGreaterThan(6);
  const video = join(work, 'camera.y4m');
  writeFakeCameraFromPictures(video, pictures, 4);

  const employer = await enter('employer', guard, fakeCameraSwitches(video));
  await employer.goto(`${site.home}/#/check`);
  await untilInstalled(employer);
  await employer.context().setOffline(true);
  await employer.goto('about:blank');
  await employer.goto(`${site.home}/#/check`);
  await employer.getByRole('button', { name: 'Scan a code' }).click();
  await expectBothVerdicts(employer);
  await expect(employer.getByRole('heading', { level: 1 })).toHaveText(ownTitle);
  await expect(employer.getByText('What this check does not tell you').first()).toBeVisible();
  await expectNothingKept(employer);
  if (hasProgram('pdftotext')) {
    const report = await printedText(employer);
    for (const part of [ownTitle, unknown, 'Sender holds the key', receiver, 'Checked on', 'What this check does not tell you']) expect(report.replace(/\s+/g, ' ')).toContain(part);
    expect(report).not.toContain('Print report');
  }
  await employer.getByRole('button', { name: 'Discard' }).click();
  await expect(employer.getByText(ownTitle)).toHaveCount(0);
});

test('5: the same share goes out as a file and as a link; what was shared is remembered without values', async () => {
  const download = await saveWith(learner, /Save file/);
  await download.saveAs(sharedFile);
  expect(download.suggestedFilename()).not.toContain('Chart');
  await learner.getByRole('button', { name: /Copy link/ }).click();
  await expect(learner.getByText('Link copied.')).toBeVisible();
  await goTo(learner, '/check');
  const pasted = learner.getByRole('textbox', { name: 'Text or a link' });
  await pasted.focus();
  await learner.keyboard.press('Control+V');
  known.link = await pasted.inputValue();
  const { pathname, search, hash } = new URL(known.link);
  expect([pathname, search, hash.slice(0, 10)], 'the payload stands after the #').toEqual(['/', '', '#/check/1/']);
  await goTo(learner, '/settings/shared');
  await expect(learner.getByText(`For ${receiver}`)).toBeVisible();
  await expect(learner.locator('main')).not.toContainText('Mira Solberg');
});

test('6: a browser that has never seen the wallet checks the link and the file, and keeps nothing', async ({ page, site }) => {
  const addresses: string[] = [];
  page.on('framenavigated', (frame) => addresses.push(frame.url()));
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.goto(known.link);
  await expectBothVerdicts(page);
  expect(await page.evaluate(() => location.href), 'the payload is gone from the address').toBe(`${site.home}/#/check/result`);
  const payload = new URL(known.link).hash.slice(10, 60);
  expect(asked.filter((url) => new URL(url).hash === '' && url.includes(payload)), 'and was never sent').toEqual([]);
  await expectNothingKept(page);
  await page.goBack();
  expect(await page.evaluate(() => location.href), 'nor does Back bring it back').not.toContain(payload);
  await goTo(page, '/check');
  await chooseFiles(page, [asFile(readFileSync(sharedFile), 'shared')]);
  await expectBothVerdicts(page);
  await expectNothingKept(page);
});

test('4: in an empty browser, file and recovery code bring the same credentials and the same address back', async ({ site, guard }) => {
  const other = await enter('other-phone', guard);
  await other.goto(site.home);
  await other.getByRole('link', { name: 'I had this app before' }).click();
  await chooseFiles(other, [asFile(readFileSync(backupFile), 'backup.age', 'application/octet-stream')], 'Choose backup file');
  await other.getByLabel('Group 1').fill(known.code);
  await other.getByRole('button', { name: 'See what is in it' }).click();
  await expect(other.getByText('It holds 2 credentials.')).toBeVisible();
  await other.getByRole('button', { name: 'Restore' }).click();
  await other.getByRole('button', { name: 'Suggest words' }).click();
  await expect(other.getByRole('textbox', { name: 'Your words' })).not.toHaveValue('');
  await other.getByRole('button', { name: 'Protect and restore' }).click();
  await expect(other.getByRole('heading', { level: 1, name: '2 credentials are back.' })).toBeVisible({ timeout: 30_000 });
  await other.getByRole('link', { name: 'See your credentials' }).click();
  await expect(other.getByRole('link', { name: ownTitle })).toBeVisible();
  await other.getByRole('link', { name: badgeTitle }).click();
  await expect(other.getByText('Brightwater, by phone issued this.')).toBeVisible();
  await goTo(other, '/settings/address');
  await expect(other.getByText(known.address)).toBeVisible();
});
