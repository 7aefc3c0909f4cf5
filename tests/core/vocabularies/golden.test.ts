import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { JsonValue } from '../../../src/core/model/json.ts';
import type { Examination } from '../../../src/core/model/examination.ts';
import { examineBytes, instantOf } from '../../support/examining.ts';
import { everyCredential, goldenOf, hashOf, placesIn } from '../../support/golden.ts';
import type { Golden } from '../../support/golden.ts';
import { atPointer } from '../../support/pointing.ts';

/**
 * One golden file for each public fixture with a learning vocabulary: `golden/<fixture>.json`, with states, kinds, paths
 * and hashes of texts. To write them anew after a change of reading, and look at each difference with eyes:
 *
 *     GOLDEN=open-badges-3 npx vitest run --project unit tests/core/vocabularies/golden.test.ts
 *
 * with the vocabulary whose files are meant, or `all`. A run that writes is no test of what it writes.
 */
const folder = join(import.meta.dirname, 'golden');
const publicFolder = join(import.meta.dirname, '../../../../shared/fixtures/public');
const isHere = existsSync(join(publicFolder, 'MANIFEST.json'));
const written = process.env['GOLDEN'];

interface Manifest {
  readonly now: string;
  readonly files: readonly { readonly file: string; readonly expected: { readonly verdict: string } }[];
}
const manifest = isHere ? (JSON.parse(readFileSync(join(publicFolder, 'MANIFEST.json'), 'utf8')) as Manifest) : undefined;
const files = (manifest?.files ?? []).filter(({ expected }) => expected.verdict !== 'vector').map(({ file }) => file);

async function examinePublic(file: string): Promise<Examination> {
  return examineBytes(new Uint8Array(readFileSync(join(publicFolder, file))), { now: instantOf('2026-11-21T12:00:00Z') });
}

function vocabulariesOf(goldens: readonly Golden[]): readonly string[] {
  return goldens.flatMap(({ vocabulary, parts = [] }) => [vocabulary, ...vocabulariesOf(parts)]);
}

function isLearning(goldens: readonly Golden[]): boolean {
  return vocabulariesOf(goldens).some((vocabulary) => vocabulary !== 'plain');
}

function writeGolden(place: string, goldens: readonly Golden[]): void {
  mkdirSync(dirname(place), { recursive: true });
  writeFileSync(place, `${JSON.stringify(goldens, null, 1)}\n`);
}

const hash = /^[0-9a-f]{16}$/;
const languageAndHash = /^(?:[A-Za-z0-9-]{1,40} )?[0-9a-f]{16}$/;
const kept = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.golden.json'));

test('there are golden files, and none holds a text of somebody else', () => {
  expect(kept.length).toBeGreaterThan(100);
  const goldens = kept.map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as readonly Golden[]);
  const values = goldens.flatMap(placesIn).flat();
  expect(values.length).toBeGreaterThan(1_000);
  expect(values.filter(({ raw, text = [] }) => !hash.test(raw) || !text.every((each) => languageAndHash.test(each)))).toEqual([]);
});

describe.skipIf(!isHere)('golden files (only where the shared fixtures are beside the project)', () => {
  test.each(files)('%s', async (file) => {
    const seen = await examinePublic(file);
    const goldens = goldenOf(seen);
    const place = join(folder, `${file}.golden.json`);
    if (!isLearning(goldens)) {
      expect(existsSync(place)).toBe(false);
      return;
    }
    if (written !== undefined && (written === 'all' || vocabulariesOf(goldens).includes(written))) writeGolden(place, goldens);
    const golden = JSON.parse(readFileSync(place, 'utf8')) as readonly Golden[];
    expect(goldens).toEqual(golden);

    // No invented value: what the golden file holds stands in the original at that place.
    const credentials = everyCredential(seen);
    for (const [index, places] of placesIn(golden).entries()) {
      const claims = JSON.parse(credentials[index]?.text ?? 'null') as JsonValue;
      for (const { path, raw } of places) {
        const found = atPointer(claims, path);
        expect({ path, raw: hashOf(typeof found === 'string' ? found : JSON.stringify(found)) }).toEqual({ path, raw });
      }
    }
  });

  test('each golden file is that of a public fixture', () => {
    expect(kept.filter((name) => !files.includes(name.replace(/\.golden\.json$/, '')))).toEqual([]);
  });
});
