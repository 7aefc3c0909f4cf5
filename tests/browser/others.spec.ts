import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, test } from './harness.ts';
import { addFile, asFile, goTo, protectWithWords } from './steps.ts';

/** Credentials that others published, through the real screens. */
const folder = resolve('../shared/fixtures/public');
const missing = 'the published credentials of others are not beside the project';
const verifierCore = 'digitalcredentials__verifier-core/src_test-fixtures_verifiableCredentials_';
const vcEd = 'w3c-ccg__vc-ed/plugfest-';

test.skip(!existsSync(folder), missing);

function published(name: string): ReturnType<typeof asFile> {
  return asFile(readFileSync(join(folder, name)), 'credential.json');
}

const headline = (page: Page) => page.locator('main .band-word').first();

test('three signed badges: we cannot tell who signed, until the learner says that she knows the issuer', async ({ page, site }) => {
  test.setTimeout(90_000);
  await page.goto(site.home);
  for (const [index, name] of ['v2_v2NoStatus.json', 'v2_v2SimpleIssuerId.json', 'v1_v1OBv3SpecExample.json'].entries()) {
    await addFile(page, published(`${verifierCore}${name}`));
    await expect(headline(page), name).toHaveText('We cannot tell who signed this');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    if (index === 0) await protectWithWords(page);
    await expect(page).toHaveURL(/#\/$/);
    await page.locator('main .card-title a').first().click();
    await page.getByText('I know this issuer', { exact: true }).click();
    await page.getByLabel('What you call them').fill(`Issuer number ${index}`);
    await page.getByRole('button', { name: 'Add to my list' }).click();
    await expect(headline(page), name).toHaveText('Unchanged. No cancel list.');
    await page.getByRole('button', { name: 'Take off my list' }).click();
    await expect(headline(page), `${name}, after undo`).toHaveText('We cannot tell who signed this');
    await page.getByRole('button', { name: /^More/ }).click();
    await page.getByRole('button', { name: /^Delete/ }).click();
    await goTo(page, '/');
  }
});

const others: readonly (readonly [string, string, RegExp])[] = [
  ['1-2022_plugfest-1-ex-1.json', 'We cannot tell who signed this', /The signature fits/],
  ['1-2022_plugfest-1-ex-2.json', 'We cannot tell who signed this', /The signature fits/],
  ['2-2022_unsigned-badge-example-p2-embedded-image.json', 'Not signed', /carries no signature/],
  ['2-2022_unsigned-badge-example-p2-issuer-logo-url.json', 'Not signed', /carries no signature/],
  ['2-2022_unsigned-badge-example-p2.json', 'Not signed', /carries no signature/],
  ['3-2023_unsigned-badge-example-p3-issuer-logo-url.json', 'Not signed', /carries no signature/],
];

test('two badges with an older kind of signature, and four without one, on Review and on Check', async ({ page, site }) => {
  test.setTimeout(90_000);
  await page.goto(site.home);
  for (const [name, word, why] of others) {
    await addFile(page, published(`${vcEd}${name}`));
    await expect(headline(page), name).toHaveText(word);
    await expect(page.locator('main .band').first(), name).toContainText(why);
    await goTo(page, '/check');
    await page.locator('main input[type=file]').setInputFiles(published(`${vcEd}${name}`));
    await expect(page).toHaveURL(/#\/check\/result$/);
    await expect(headline(page), name).toHaveText(word);
  }
});
