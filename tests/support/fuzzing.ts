import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { formatsOf, readCorpus } from '../../src/tools/fuzzing/corpus.ts';
import { fuzzFormat } from '../../src/tools/fuzzing/fuzz-format.ts';
import { readOriginals } from '../../src/tools/fuzzing/originals.ts';

export const corpus = readCorpus(join(import.meta.dirname, '../fixtures/credentials'));
export const originals = await readOriginals(corpus);
/** The same cases each time, so that nobody's change fails by chance for another's mistake; `npm run fuzz` and the long runs try new ones. */
const seed = process.env['MECUM_FUZZ_SEED'] ?? '1795342028396';
const cases = 2_000;

/** Fuzzes every second format, beginning with this one: two files, so that two processors share the work. */
export function fuzzEverySecond(first: 0 | 1): void {
  const formats = formatsOf(corpus).filter((_format, index) => index % 2 === first);
  describe(`changed samples, seed ${seed}: never a crash, never a claim that nobody signed`, () => {
    test.each(formats)(`${cases} of %s`, { timeout: 120_000 }, async (format) => {
      const { findings } = await fuzzFormat({ corpus, originals, format, seed, from: 0, to: cases, maxCaseMs: 3_000 });
      // Made again by: npm run fuzz -- --seed SEED --from CASE --keep FOLDER FORMAT 1
      expect(findings.map(({ case: number, sample, why }) => `case ${number} from ${sample}: ${why}`)).toEqual([]);
    });
  });
}
