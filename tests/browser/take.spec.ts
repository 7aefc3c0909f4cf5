import { readFileSync } from 'node:fs';
import type { Locator, Page } from '@playwright/test';
import { makePng, pngChunk, textChunk } from '../../src/tools/sampling/make-packings.ts';
import { badge, cast, signJcs } from '../support/signing.ts';
import { expect, test } from './harness.ts';
import { addFile, asFile, badgeTitle, chooseFiles, fixture, goTo, saveByDownload, saveWith, startWith } from './steps.ts';

/** What a person takes along of a badge, in the real app: saved files are checked on the check page, as whoever gets them will. */

test.use({ viewport: { width: 360, height: 740 }, permissions: ['clipboard-write'] });
test.beforeEach(async ({ context }) => saveByDownload(context));

const unknown = 'We cannot tell who signed this';
const id = 'https://brightwater.example/credentials/7f3a';

/** A signed badge with a picture, a page of its own and an address of its issuer. */
async function badgeWith(image: string): Promise<string> {
  const { issuer } = await cast();
  const profile = { id: issuer.did, type: ['Profile'], name: 'Brightwater College', email: 'badges@brightwater.example' };
  return JSON.stringify(await signJcs(badge(issuer.did, { id, issuer: profile, image: { id: image, type: 'Image' } }), issuer), null, 2);
}

const dataAddress = (mediaType: string, bytes: Uint8Array | string): string => `data:${mediaType};base64,${Buffer.from(bytes).toString('base64')}`;

/** From the list, by the menu of the credential. */
async function openTake(page: Page): Promise<void> {
  await goTo(page, '/');
  await page.getByRole('link', { name: badgeTitle }).click();
  await page.getByRole('button', { name: 'More' }).first().click();
  await page.getByRole('dialog').getByRole('button', { name: /^Take it along/ }).click();
  await page.getByRole('heading', { level: 2, name: 'The original' }).waitFor();
}

/** What was copied: the app may not read it, so it is pasted. */
async function pasteInto(field: Locator): Promise<string> {
  await field.fill('');
  await field.press('ControlOrMeta+v');
  return field.inputValue();
}

/** The verdict of a file on the check page. */
async function verdictOf(page: Page, name: string, bytes: Buffer): Promise<string> {
  await goTo(page, '/check');
  await chooseFiles(page, [asFile(bytes, name, name.endsWith('.svg') ? 'image/svg+xml' : 'image/png')]);
  await page.waitForURL(/#\/check\/result/);
  await expect(page.getByRole('heading', { name: badgeTitle })).toBeVisible();
  return page.locator('main .band-word').first().innerText();
}

async function savedBytes(page: Page, button: string): Promise<{ readonly name: string; readonly bytes: Buffer }> {
  const download = await saveWith(page, button);
  return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) };
}

test('a badge is kept, baked into its own picture, saved, and the image opened on the check page: the same verdict', async ({ page, site }) => {
  const png = makePng(textChunk('Comment', 'hello'), textChunk('openbadges', 'https://old.example/1', 'tEXt'), textChunk('openbadgecredential', '{"old":1}'), pngChunk('pHYs', new Uint8Array(9)));
  const json = await badgeWith(dataAddress('image/png', png));
  await startWith(page, site.home, asFile(json, 'air quality.json'));
  await openTake(page);

  const original = await savedBytes(page, 'Save the original');
  expect(original.name).toBe('air quality.json');
  expect(original.bytes.toString()).toBe(json);
  await expect(page.getByText('Saved.')).toBeVisible();

  const picture = page.getByRole('img', { name: 'The picture of the badge' });
  expect(await picture.evaluate((image: HTMLImageElement) => image.decode().then(() => image.naturalWidth))).toBe(1);
  await expect(page.getByRole('button', { name: 'Save as SVG' })).toHaveCount(0);
  const image = await savedBytes(page, 'Save as PNG');
  expect(image.name).toBe('air quality-badge.png');
  expect(image.bytes.includes(json)).toBe(true);
  expect(image.bytes.includes('old.example')).toBe(false);
  expect(await verdictOf(page, image.name, image.bytes)).toBe(unknown);
});

test('a drawing that could act is left out; the plain one is baked as PNG and SVG, and XML readers find the same JSON', async ({ page, site }) => {
  const json = await badgeWith(dataAddress('image/svg+xml', '<svg xmlns="http://www.w3.org/2000/svg"><script>document.title="gone"</script></svg>'));
  await startWith(page, site.home, asFile(json, 'badge.json'));
  for (const kind of ['PNG', 'SVG'] as const) {
    await openTake(page);
    await expect(page.getByText('Its picture could run programs or load pages, so we left it out.')).toBeVisible();
    expect(await page.getByRole('img', { name: 'A plain medal, drawn by us' }).evaluate((image: HTMLImageElement) => image.decode().then(() => image.naturalWidth))).toBeGreaterThan(200);
    const { name, bytes } = await savedBytes(page, `Save as ${kind}`);
    expect(name).toBe(`badge-badge.${kind.toLowerCase()}`);
    if (kind === 'SVG') {
      // The app lets nobody parse markup: a page of nobody's does.
      const elsewhere = await page.context().newPage();
      const read = await elsewhere.evaluate((text) => {
        const document = new DOMParser().parseFromString(text, 'image/svg+xml');
        const found = document.getElementsByTagNameNS('https://purl.imsglobal.org/ob/v3p0', 'credential');
        return { count: found.length, text: found[0]?.textContent, first: document.documentElement.firstElementChild === found[0], verify: found[0]?.getAttribute('verify') };
      }, bytes.toString());
      await elsewhere.close();
      expect(read).toEqual({ count: 1, text: json, first: true, verify: null });
    }
    expect(await verdictOf(page, name, bytes)).toBe(unknown);
  }
});

test('texts: what is copied is what is shown, the network link carries what is listed, the message goes to the address of the issuer', async ({ page, site }) => {
  await startWith(page, site.home, asFile(await badgeWith('https://brightwater.example/badge.png'), 'badge.json'));
  await openTake(page);
  await expect(page.getByText('Its picture is on a web page, which we do not open.')).toBeVisible();

  await page.getByRole('button', { name: 'Copy the text' }).click();
  await expect(page.getByText('Copied.')).toBeVisible();
  const message = page.getByRole('textbox', { name: 'Your message' });
  const written = await message.inputValue();
  const copied = await pasteInto(message);
  expect(copied.split('\n')).toEqual([badgeTitle, expect.stringContaining('Brightwater College, 14 June 2026'), id]);
  for (const line of copied.split('\n')) await expect(page.locator('.panel').getByText(line)).toBeVisible();

  const link = page.getByRole('link', { name: 'Add to LinkedIn' });
  await expect(link).toHaveAttribute('rel', 'noopener noreferrer');
  const { origin, searchParams } = new URL((await link.getAttribute('href')) ?? '');
  expect([origin, searchParams.get('name'), searchParams.get('certUrl'), searchParams.get('issueYear'), searchParams.get('issueMonth')]).toEqual(['https://www.linkedin.com', badgeTitle, id, '2026', '6']);

  await page.getByRole('checkbox', { name: 'With its link to brightwater.example' }).uncheck();
  await expect(page.locator('.panel').getByText(id)).toHaveCount(0);
  expect(new URL((await link.getAttribute('href')) ?? '').searchParams.has('certUrl')).toBe(false);
  const resume = await savedBytes(page, 'Save as JSON Resume');
  expect(JSON.parse(resume.bytes.toString())).toMatchObject({ certificates: [{ name: badgeTitle, date: '2026-06-14' }] });
  expect(resume.bytes.toString()).not.toContain('brightwater.example/credentials');

  await message.fill(`${written}\nIt helped me.`);
  // What was typed is still there when she comes back, and can be taken back.
  await goTo(page, '/settings');
  await page.getByRole('heading', { level: 1, name: 'Settings' }).waitFor();
  await page.goBack();
  await expect(message).toHaveValue(`${written}\nIt helped me.`);
  await page.getByRole('button', { name: 'Back to the ready text' }).click();
  await expect(message).toBeFocused();
  await expect(message).toHaveValue(written);
  await message.fill(`${written}\nIt helped me.`);
  const mail = (await page.getByRole('link', { name: 'Open in your mail program' }).getAttribute('href')) ?? '';
  expect(mail).toMatch(/^mailto:badges@brightwater\.example\?subject=/);
  expect(decodeURIComponent(mail)).toContain('It helped me.');
  await page.getByRole('button', { name: 'Copy the message' }).click();
  await expect(page.getByText('Copied.')).toBeVisible();
  expect(await pasteInto(message)).toBe(`${written}\nIt helped me.`);
});

test('of an altered badge only the original can be taken along, of a baked one the original is the image; a locked wallet opens first', async ({ page, site }) => {
  const png = fixture('baked-png/open-badges-3--token.png');
  await startWith(page, site.home, asFile(png, 'badge.png', 'image/png'));
  await openTake(page);
  await expect(page.getByText('It is a badge image: the credential is inside.')).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Badge image' })).toHaveCount(0);
  const original = await savedBytes(page, 'Save the original');
  expect(original.bytes.equals(png)).toBe(true);

  await addFile(page, asFile(fixture('json-credential/open-badges-3--ecdsa-jcs-2019-altered.json'), 'altered.json'));
  await page.getByRole('button', { name: /^Save/ }).click();
  await expect(page).toHaveURL(/#\/$/);
  await page.getByRole('link', { name: /signature does not fit/i }).or(page.locator('.card', { hasText: 'The signature does not fit' }).getByRole('link')).first().click();
  const path = new URL(page.url()).hash.slice(1);
  await goTo(page, `${path}/take`);
  await expect(page.getByText('Only the original can be taken along.')).toBeVisible();
  await expect(page.locator('main h2')).toHaveText(['The original']);

  await page.reload();
  await expect(page.getByRole('heading', { level: 1, name: 'Locked' })).toBeVisible();
});
