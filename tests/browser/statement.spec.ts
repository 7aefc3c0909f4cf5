import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserContext, Page } from '@playwright/test';
import { axeViolations } from './axe.ts';
import { expect, test } from './harness.ts';
import { addFile, asFile, badgeFile, chooseFiles, fixture, goTo, openProfile, saveWith, startWith, unlockWithWords } from './steps.ts';

/** A recognition statement from the first tap to the paper, the file, and the share that an office gets. */
const work = mkdtempSync(join(tmpdir(), 'mecum-statement-'));
const kept = {
  badge: badgeFile,
  european: 'jws-json/european-learning-model--annex-one.json',
  altered: 'json-credential/open-badges-3--ecdsa-jcs-2019-altered.json',
} as const;
const idOf = (file: string): string => createHash('sha256').update(fixture(file)).digest('hex');
const ids = { badge: idOf(kept.badge), european: idOf(kept.european), altered: idOf(kept.altered) };
const sections = ['1 Holder and purpose', '2 Credential', '3 Assessment', '4 Participation', '5 Quality assurance', '6 Stacking and more information', '7 The five elements of the Lisbon Recognition Convention', '8 What evaluators ask of micro-credentials', '9 What is stated and what is not', '10 What was checked', '11 The original file'];

let context: BrowserContext;
let page: Page;
let words: string;

test.describe.configure({ mode: 'serial', timeout: 120_000 });

test.beforeAll(async ({ site }) => {
  ({ context, page } = await openProfile('statement'));
  ({ words } = await startWith(page, site.home, asFile(fixture(kept.badge))));
  for (const file of [kept.european, kept.altered]) {
    await addFile(page, asFile(fixture(file)));
    await page.getByRole('button', { name: /^Save/ }).click();
    await expect(page).toHaveURL(/#\/(credential\/.*)?$/);
  }
});
test.afterAll(() => context.close());

async function openStatement(of: readonly string[]): Promise<void> {
  await goTo(page, `/statement/${of.join(',')}`);
  await expect(page.getByRole('button', { name: 'Print', exact: true })).toBeVisible();
}

/** What Chromium prints, as text with one space between words, and how many pages. */
async function printed(name: string): Promise<{ readonly text: string; readonly pages: readonly string[] }> {
  const path = join(work, name);
  await page.pdf({ path, preferCSSPageSize: true, tagged: true, outline: true });
  const pages = Number(/Pages:\s+(\d+)/.exec(execFileSync('pdfinfo', [path]).toString())?.[1]);
  const texts = Array.from({ length: pages }, (_, at) => execFileSync('pdftotext', ['-f', String(at + 1), '-l', String(at + 1), path, '-']).toString().replace(/\s+/g, ' '));
  expect(execFileSync('pdfinfo', [path]).toString()).toMatch(/Page size: .*\(A4\)/);
  return { text: texts.join(' '), pages: texts };
}

test('it is reached from the menu of a credential, and the choices change the document', async () => {
  await goTo(page, `/credential/${ids.european}`);
  await page.getByRole('button', { name: /^More/ }).click();
  await page.getByRole('button', { name: /^Recognition statement/ }).click();
  await expect(page).toHaveURL(new RegExp(`#/statement/${ids.european}$`));
  const paper = page.getByRole('region', { name: 'The statement as it will be' });
  await expect(paper).toContainText('Mira');
  await page.getByRole('textbox', { name: 'What is it for?' }).fill('Admission to the BSc');
  await expect(paper).toContainText('Admission to the BSc');
  await page.getByRole('radio', { name: 'Nothing' }).check();
  await expect(paper).toContainText('Not shown. The holder chose this.');
  await expect(paper).not.toContainText('Mira');
  await page.getByRole('radio', { name: 'Your name', exact: true }).check();
  await expect(paper).toContainText('Mira');
  expect(await axeViolations(page)).toEqual([]);
});

test('on paper: all parts in order, numbered pages with a head, links as text, nothing of the screen, one sheet and no more', async () => {
  await openStatement([ids.badge]);
  const { text, pages } = await printed('one.pdf');
  const places = sections.map((section) => text.indexOf(section));
  expect(places.every((place) => place >= 0)).toBe(true);
  expect([...places].sort((a, b) => a - b)).toEqual(places);
  expect(pages.length).toBeLessThanOrEqual(2);
  for (const [at, part] of pages.entries()) {
    expect(part).toMatch(new RegExp(`\\b${String(at + 1)} ?/ ?${String(pages.length)}\\b`));
    expect(part).toContain('Recognition statement · ');
  }
  expect(text).toContain('Prepared by the holder’s wallet from the issuer’s signed data. Not a recognition decision.');
  expect(text.replaceAll(' ', '')).toContain(ids.badge);
  expect(text).not.toMatch(/What it says of you|Save as a JSON|Settings/);
  expect(execFileSync('pdfinfo', ['-url', join(work, 'one.pdf')]).toString().trim().split('\n')).toHaveLength(1);
});

test('a set of three has a cover that names what is altered, and a page for each', async () => {
  await openStatement([ids.badge, ids.european, ids.altered]);
  await expect(page.getByRole('region', { name: 'Look at these first' })).toContainText('The signature does not fit');
  const { text, pages } = await printed('three.pdf');
  expect(pages[0]).toContain('What is in it');
  expect(pages[0]).toContain('Not all of it is confirmed by a signature.');
  expect(pages[0]).not.toContain('signed data');
  expect(pages[0]).toContain('The signature does not fit');
  expect(pages[0]).toContain('Whether these can be combined is decided by the organisation you send them to.');
  for (const [at, part] of ['Credential 1 of 3', 'Credential 2 of 3', 'Credential 3 of 3'].entries()) {
    const first = pages.findIndex((one) => one.includes(part));
    expect(first, part).toBeGreaterThan(at);
    expect(pages[first]).toContain('1 Holder and purpose');
  }
  expect(text).toContain('No word below is confirmed.');
  expect(text).toContain('europass.europa.eu');
  await page.emulateMedia({ media: 'print' });
  expect(await axeViolations(page)).toEqual([]);
  await page.emulateMedia({ media: null });
});

test('the file holds the same', async () => {
  await openStatement([ids.badge]);
  await page.getByRole('textbox', { name: 'What is it for?' }).fill('Admission');
  const download = await saveWith(page, 'Save as a JSON file');
  expect(download.suggestedFilename()).toMatch(/^recognition-statement-\d{4}-\d{2}-\d{2}\.json$/);
  const path = join(work, 'statement.json');
  await download.saveAs(path);
  const json = JSON.parse(readFileSync(path, 'utf8')) as { readonly type: string; readonly purpose: string; readonly credentials: readonly { readonly original: { readonly sha256: string } }[] };
  expect([json.type, json.purpose, json.credentials.map(({ original }) => original.sha256)]).toEqual(['RecognitionStatement', 'Admission', [ids.badge]]);
  await expect(page.getByRole('status').filter({ hasText: 'Saved.' })).toBeVisible();
});

test('signed it goes out with the original, and the check page names the statement as the sender’s own words', async () => {
  await openStatement([ids.badge]);
  await page.getByRole('button', { name: 'Send with originals, signed' }).click();
  await expect(page).toHaveURL(/#\/hand-over\//);
  const download = await saveWith(page, /^Save/);
  const path = join(work, 'share.json');
  await download.saveAs(path);
  await goTo(page, '/check');
  await chooseFiles(page, [asFile(readFileSync(path), 'share.json')]);
  await expect(page).toHaveURL(/#\/check\/result$/);
  await expect(page.getByText('A recognition statement came with it. It is the sender’s own words: repeat its checks.')).toBeVisible();
  await expect(page.getByText('We cannot tell who signed this').first()).toBeVisible();
});

test('what cannot stand in a signed share is named, and the statement stays', async () => {
  await openStatement([ids.badge, ids.european]);
  await page.getByRole('button', { name: 'Send with originals, signed' }).click();
  await expect(page.getByRole('main').getByRole('alert')).toContainText('“Sensors for Clean Air” cannot stand in a signed share.');
  await expect(page.getByRole('region', { name: 'The statement as it will be' })).toContainText('What is in it');
});

test('two hundred outcomes, Arabic and Greek: all of it on paper, in its own language and direction', async () => {
  const outcomes = Array.from({ length: 200 }, (_, at) => `Αποτέλεσμα ${String(at + 1)}: μετρά την ποιότητα του αέρα στη γειτονιά του τέλος${String(at + 1)}.`);
  const long = {
    '@context': ['https://www.w3.org/ns/credentials/v2', 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json'],
    id: 'urn:uuid:7b1c2f6e-0a54-4a1e-9a37-4f4f2f6f0c01',
    type: ['VerifiableCredential', 'OpenBadgeCredential'],
    issuer: { id: 'https://university.example', type: ['Profile'], name: 'جامعة النهر' },
    validFrom: '2026-06-14T12:00:00Z',
    credentialSubject: {
      type: ['AchievementSubject'],
      achievement: {
        id: 'https://university.example/air', type: ['Achievement'], achievementType: 'MicroCredential', name: 'قياس جودة الهواء', description: 'd', criteria: { narrative: 'n' },
        alignment: outcomes.map((targetName, at) => ({ type: ['Alignment'], targetName, targetUrl: `https://university.example/outcomes/${String(at)}`, targetType: 'ceasn:Competency' })),
      },
    },
  };
  const file = asFile(JSON.stringify(long));
  await addFile(page, file);
  await page.getByRole('button', { name: /^Save/ }).click();
  await expect(page).toHaveURL(/#\/(credential\/.*)?$/);
  await openStatement([createHash('sha256').update(file.buffer).digest('hex')]);
  await expect(page.getByRole('heading', { level: 2, name: 'قياس جودة الهواء' })).toBeVisible();
  await expect(page.getByRole('region', { name: 'Look at these first' })).toContainText('Not signed');
  const { text, pages } = await printed('long.pdf');
  const joined = text.replaceAll(' ', '');
  for (const [at, outcome] of outcomes.entries()) expect(joined, `outcome ${String(at + 1)}`).toContain(outcome.slice(outcome.indexOf('τέλος')).replaceAll(' ', ''));
  expect(text).toMatch(/[\u0600-\u06FF\uFB50-\uFEFF]{3}/);
  expect(pages.length).toBeGreaterThan(3);
  for (const [at, part] of pages.entries()) expect(part).toMatch(new RegExp(`\\b${String(at + 1)} ?/ ?${String(pages.length)}\\b`));
});

test('locked: it opens here again; gone: it says so', async () => {
  await goTo(page, '/settings');
  await page.getByRole('button', { name: /^Lock/ }).click();
  await goTo(page, `/statement/${ids.badge}`);
  await unlockWithWords(page, words);
  await expect(page.getByRole('region', { name: 'The statement as it will be' })).toBeVisible();
  await goTo(page, `/statement/${'0'.repeat(64)}`);
  await expect(page.getByRole('main').getByRole('alert')).toBeVisible();
  await expect(page.getByRole('link', { name: 'Go to your credentials' })).toBeVisible();
});
