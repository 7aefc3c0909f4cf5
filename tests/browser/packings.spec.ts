import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, test } from './harness.ts';

/** Every packing that people hold, dropped on the real page: what it says is what the same core said of it in Node. */
const root = join(import.meta.dirname, '../fixtures/credentials');

interface Sample {
  readonly packing: string;
  readonly file: string;
  readonly headline: string;
}

interface Expected {
  readonly headline: string;
  readonly parts?: readonly string[];
  readonly answers?: object;
}

function expectedOf(packing: string, file: string): Expected {
  return JSON.parse(readFileSync(join(root, packing, file.replace(/\.[^.]+$/, '.expected.json')), 'utf8')) as Expected;
}

/** The first verdict that the page shows of it: of a collection, the one of its first part. */
function headlineOf({ headline, parts = [] }: Expected): string {
  return headline === 'collection' ? (parts[0] ?? '') : headline;
}

/** Of each packing the first sample that is as it was made, and the first that was altered; nobody is asked for anything. */
const samples = readdirSync(root, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .flatMap(({ name: packing }): readonly Sample[] => {
    const files = readdirSync(join(root, packing)).filter((name) => !name.endsWith('.expected.json')).sort();
    const alone = files.filter((file) => expectedOf(packing, file).answers === undefined);
    const withHeadlines = alone.map((file) => ({ packing, file, headline: headlineOf(expectedOf(packing, file)) }));
    const whole = withHeadlines.find(({ headline }) => !/altered|refused|unreadable/.test(headline));
    const altered = withHeadlines.find(({ headline }) => /altered/.test(headline));
    return [whole, altered].filter((sample) => sample !== undefined);
  });

const words: Readonly<Record<string, string>> = {
  altered: 'The signature does not fit',
  unsigned: 'Not signed',
  'not-checked': 'Not checked yet',
  'unknown-issuer': 'We cannot tell who signed this',
  expired: 'Its date has passed',
  'share-altered': 'The share does not fit',
  proven: 'Sender holds the key',
  'owner-unproven': 'Owner not proven',
  'no-owner-key': 'Names no key',
  'other-owner': 'Made out to someone else’s key',
};

/** Drops a file on the page, as from a folder beside the window. */
async function drop(page: Page, path: string): Promise<void> {
  const bytes = readFileSync(path).toString('base64');
  const type = path.endsWith('.png') ? 'image/png' : path.endsWith('.svg') ? 'image/svg+xml' : '';
  const data = await page.evaluateHandle(
    ([content, kind, name]) => {
      const transfer = new DataTransfer();
      const array = Uint8Array.from(atob(content), (letter) => letter.charCodeAt(0));
      transfer.items.add(new File([array], name, { type: kind }));
      return transfer;
    },
    [bytes, type, path.split('/').at(-1) ?? ''] as const,
  );
  const zone = page.locator('main .drop');
  await zone.dispatchEvent('dragover', { dataTransfer: data });
  await zone.dispatchEvent('drop', { dataTransfer: data });
}

test('one file of each packing, and one altered, dropped on the check page', async ({ page }) => {
  expect(new Set(samples.map(({ packing }) => packing)).size).toBeGreaterThanOrEqual(15);
  await page.goto('/#/check');
  const seen: Record<string, boolean | readonly string[]> = {};
  for (const { packing, file, headline } of samples) {
    await page.evaluate(() => (location.hash = '#/check'));
    await page.getByRole('heading', { level: 1, name: 'Check a credential' }).waitFor();
    await drop(page, join(root, packing, file));
    await page.waitForURL(/#\/check\/result/);
    await page.locator('main .band-word, main summary .chip').first().waitFor();
    const said = await page.locator('main .band-word, main summary .chip').allInnerTexts();
    const expected = words[headline] ?? headline;
    seen[`${packing}/${file}: ${expected}`] = said.includes(expected) ? true : said;
  }
  expect(seen).toEqual(Object.fromEntries(Object.keys(seen).map((name) => [name, true])));
});
