import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { encodeBase64url } from '../../src/core/encoding/base64url.ts';
import { writePhoto } from '../support/fake-camera.ts';
import { badge, cast, changed, signJcs, signRaw, signRdfc } from '../support/signing.ts';
import { expect, test } from './harness.ts';
import { asFile, badgeFile, fixture, keptInBrowser } from './steps.ts';
import type { ChosenFile } from './steps.ts';

/** What a person meets who is given something bad: one clear sentence, nothing stored, nothing to save that nobody can read. */
const good = fixture(badgeFile);
const text = good.toString();
const unreadable = 'We cannot read this';
const altered = 'The signature does not fit';
const notChecked = 'Not checked yet';
const folder = mkdtempSync(join(tmpdir(), 'mecum-bad-input-'));
test.afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Seen {
  /** Headlines of our bands and sentences of our alerts. */
  readonly said: readonly string[];
  readonly canSave: boolean;
}

/** Gives the file to Add, reads what is said, and goes back. */
async function give(page: Page, files: string | ChosenFile): Promise<Seen> {
  await page.evaluate(() => (location.hash = '#/add'));
  await page.getByRole('heading', { level: 1, name: 'Add a credential' }).waitFor();
  await page.locator('main input[type=file]').setInputFiles(files);
  const answer = page.locator('main .band-word, main [role=alert] .error');
  await answer.first().waitFor({ timeout: 20_000 });
  const said = (await answer.allInnerTexts()).map((sentence) => sentence.replace(/^Error: /, ''));
  const canSave = (await page.getByRole('button', { name: 'Save', exact: true }).count()) > 0;
  return { said, canSave };
}

async function start(page: Page): Promise<void> {
  await page.goto('/#/add');
  await page.locator('main input[type=file]').waitFor({ state: 'attached' });
}

test('what cannot be read is said once, cannot be saved and is not stored', async ({ page }) => {
  await start(page);
  const nested = `${'['.repeat(10_000)}${']'.repeat(10_000)}`;
  const inputs: Readonly<Record<string, ChosenFile>> = {
    'not JSON': asFile('Dear Mira, attached you find your badge.', 'letter.txt', 'text/plain'),
    truncated: asFile(good.subarray(0, good.length - 200)),
    'UTF-16': asFile(Buffer.from(`\uFEFF${text}`, 'utf16le')),
    'byte-order mark': asFile(`\uFEFF${text}`),
    'lone surrogate': asFile(text.replace('{', '{"x":"\\ud800",')),
    'duplicate keys': asFile(text.replace('{', '{"issuer":"did:example:1",')),
    'nesting of 10,000': asFile(nested),
  };
  const seen: Record<string, Seen> = {};
  for (const [name, file] of Object.entries(inputs)) seen[name] = await give(page, file);
  expect(seen).toEqual(Object.fromEntries(Object.keys(inputs).map((name) => [name, { said: [unreadable], canSave: false }])));
  await expect(page.getByText('Nothing was saved. Your file is unchanged.')).toBeVisible();
  expect(await give(page, asFile(good)), 'the positive twin').toEqual({ said: ['We cannot tell who signed this'], canSave: true });
  expect((await keptInBrowser(page)).records).toBe(0);
});

test('an empty file, one of 60 MB and a photo without a code are refused in a sentence', async ({ page }) => {
  await start(page);
  const large = join(folder, 'large.json');
  writeFileSync(large, Buffer.alloc(60_000_000, 0x20));
  const photo = join(folder, 'desk.png');
  writePhoto(photo, []);
  expect(await give(page, asFile(''))).toEqual({ said: ['This file is empty. Nothing was saved. Ask the sender for it again.'], canSave: false });
  expect(await give(page, large)).toEqual({ said: ['This is larger than 50 MB. Nothing was saved. Choose a smaller file.'], canSave: false });
  expect(await give(page, photo)).toEqual({ said: ['We found no code in this picture. Nothing was saved. Try a sharper photo, or choose the file.'], canSave: false });
  expect((await keptInBrowser(page)).records).toBe(0);
});

test('a web address, pasted or in a photo of a code, is shown and never opened', async ({ page, guard }) => {
  await start(page);
  const address = 'https://badges.example/assertion/7?download=1';
  await page.getByRole('textbox').fill(address);
  await page.getByRole('button', { name: 'Read this text' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('This is a link');
  await expect(page.getByText('This link leads to badges.example. Ask that page?')).toBeVisible();
  await expect(page.locator('main bdi', { hasText: address })).toBeVisible();
  const photo = join(folder, 'address.png');
  writePhoto(photo, [{ text: address }]);
  await page.evaluate(() => (location.hash = '#/add'));
  await page.getByRole('heading', { level: 1, name: 'Add a credential' }).waitFor();
  await page.locator('main input[type=file]').setInputFiles(photo);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('This is a link');
  await expect(page.getByRole('button', { name: 'Save', exact: true })).toHaveCount(0);
  await expect(page.getByText(address).first()).toBeVisible();
  await expect(page.getByRole('link', { name: address })).toHaveCount(0);
  expect(guard.seen, 'nobody was asked').toEqual([]);
});

test('signatures that do not fit, and keys of others, are named, and Save is not the first choice', async ({ page }) => {
  await start(page);
  const { issuer, other } = await cast();
  const header = { alg: 'EdDSA', kid: issuer.verificationMethod };
  const payload = { ...badge(issuer.did), iss: issuer.did, jti: badge(issuer.did)['id'], nbf: 1_781_438_400 };
  const token = await signRaw(header, payload, issuer);
  const [, body = '', signature = ''] = token.split('.');
  const none = encodeBase64url(new TextEncoder().encode(JSON.stringify({ alg: 'none', kid: issuer.verificationMethod })));
  const jwt = (content: string): ChosenFile => asFile(content, 'badge.jwt', 'application/jwt');
  const lastLetter = text.lastIndexOf('"proofValue": "z') + 20;
  const inputs: Readonly<Record<string, ChosenFile>> = {
    'alg none': jwt(`${none}.${body}.`),
    'wrong key': jwt(await signRaw(header, payload, other)),
    'altered claim': asFile(text.replace('"8.5"', '"9.5"')),
    'altered proof': asFile(`${text.slice(0, lastLetter)}${text[lastLetter] === 'a' ? 'b' : 'a'}${text.slice(lastLetter + 1)}`),
    'key of another DID': asFile(JSON.stringify(await signRdfc(badge(issuer.did), other))),
  };
  for (const [name, file] of Object.entries(inputs)) {
    expect(await give(page, file), name).toEqual({ said: [altered], canSave: true });
    await expect(page.locator('.actions .btn[data-kind=main]'), name).toHaveText('Do not save');
    await expect(page.getByText('Mira Solberg'), 'its words stay behind a choice').toBeHidden();
  }
  await expect(page.getByText('It is signed, but with someone else’s key.')).toBeVisible();
  expect((await give(page, jwt(token))).said, 'the positive twin').toEqual(['We cannot tell who signed this']);
  const padded = await give(page, jwt(`${token.split('.')[0] ?? ''}.${body}=.${signature}`));
  expect([altered, unreadable]).toContain(padded.said[0]);
  expect(padded.said).toHaveLength(1);
});

test('words we do not know, dates that are over or to come, and a missing signature are said as what they are', async ({ page }) => {
  await start(page);
  const { issuer } = await cast();
  const contexts = badge(issuer.did)['@context'] as readonly unknown[];
  const signed = await signRdfc(badge(issuer.did), issuer);
  const withContext = (more: unknown): ChosenFile => asFile(JSON.stringify(changed(signed, { '@context': [...contexts, more] })));
  expect((await give(page, withContext('https://unknown.example/context.json'))).said).toEqual([notChecked]);
  await expect(page.getByText('because it uses words we do not know').first()).toBeVisible();
  expect((await give(page, withContext({ name: 'https://schema.org/alternateName' }))).said).toEqual([notChecked]);
  await expect(page.getByText('because it uses words we do not know').first()).toBeVisible();
  expect((await give(page, asFile(fixture('json-credential/open-badges-3--eddsa-rdfc-2022-expired.json')))).said).toEqual(['Its date has passed']);
  expect((await give(page, asFile(fixture('json-credential/open-badges-3--eddsa-rdfc-2022-not-yet.json')))).said).toEqual(['Not valid yet']);
  expect((await give(page, asFile(fixture('json-credential/open-badges-3--unsigned.json')))).said).toEqual(['Not signed']);
  await expect(page.getByText('Anyone could have written it.')).toBeVisible();
  expect((await keptInBrowser(page)).records).toBe(0);
});

test('a perfect forgery in the name of a university never makes us say that name as a fact', async ({ page }) => {
  await start(page);
  const { other } = await cast();
  const claimed = 'Universidad de Barcelona';
  const forged = JSON.stringify(badge(other.did)).replaceAll('Brightwater University (sample)', claimed);
  const file = asFile(JSON.stringify(await signRdfc(JSON.parse(forged) as Record<string, unknown>, other)));
  expect((await give(page, file)).said).toEqual(['We cannot tell who signed this']);
  await page.getByRole('button', { name: 'See all it says' }).or(page.locator('button[aria-expanded=false]')).first().click();
  const main = await page.locator('main').innerText();
  const mentions = [...main.matchAll(new RegExp(`.{0,24}${claimed}.{0,3}`, 'g'))].map(([part]) => part);
  expect(mentions.length).toBeGreaterThan(0);
  const bare = mentions.filter((part) => !part.includes(`“${claimed}”`));
  const outside = await page.evaluate((name) => {
    const walker = document.createTreeWalker(document.querySelector('main') ?? document.body, NodeFilter.SHOW_TEXT);
    const found: string[] = [];
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      if ((node.textContent ?? '').includes(name) && node.parentElement?.closest('bdi, .doc, [dir]') === null) found.push(node.parentElement.outerHTML);
    }
    return found;
  }, claimed);
  expect(outside, 'it stands only where the document speaks').toEqual([]);
  for (const part of bare) expect(part, 'never as a subject of our sentences').not.toMatch(/issued this|from Universidad/);
});

test('markup and direction marks in names do nothing', async ({ page }) => {
  await start(page);
  const { issuer } = await cast();
  const hostile = '<img src=x onerror="document.title=1"><b>Prize</b> \u202Egnp.exe\u2066 <script>document.title=2</script>';
  const made = JSON.parse(JSON.stringify(badge(issuer.did)).replaceAll('Measuring Air Quality with Open Data', JSON.stringify(hostile).slice(1, -1))) as Record<string, unknown>;
  expect((await give(page, asFile(JSON.stringify(await signJcs(made, issuer))))).said).toEqual(['We cannot tell who signed this']);
  await expect(page.getByRole('heading', { level: 1 })).toContainText('<b>Prize</b>');
  expect(await page.locator('main').innerText()).not.toMatch(/[\u202A-\u202E\u2066-\u2069]/);
  expect(await page.locator('main img[src=x], main script').count()).toBe(0);
  await expect(page).toHaveTitle(/Mecum$/);
});

test('a share link that was cut short says so', async ({ page, site }) => {
  await page.goto(`${site.home}/#/check/1/pAEBAnFhcHBsaWNhdGlvbi92cAMB`);
  await expect(page.locator('main [role=alert] .error, main .band-word')).toHaveCount(1);
  await expect(page.getByText('This link was cut short. Nothing was saved. Ask the sender for the whole link.')).toBeVisible();
});
