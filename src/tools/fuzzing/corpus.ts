import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Answer } from '../../core/model/answers.ts';
import { parseInstant, toInstant } from '../../core/model/instant.ts';
import type { Instant } from '../../core/model/instant.ts';
import type { Expected } from '../sampling/sample.ts';

/** The present that the kept samples are told from. */
export const corpusNow: Instant = parseInstant('2026-11-21T12:00:00Z') ?? toInstant(0);

/** One of the project's own samples. */
export interface CorpusEntry {
  readonly name: string;
  readonly format: string;
  readonly bytes: Uint8Array;
  readonly expected: Expected;
  readonly answers: readonly Answer[];
}

/** The kept samples; `folder` is `tests/fixtures/credentials`. */
export function readCorpus(folder: string): readonly CorpusEntry[] {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => /^[^/]+\/.+\.(?:json|jwt|txt|png|svg|zip|pdf|xml|bin)$/.test(name) && !name.endsWith('.expected.json'));
  return names.sort().map((name) => {
    const expected = JSON.parse(readFileSync(join(folder, name.replace(/\.\w+$/, '.expected.json')), 'utf8')) as Expected;
    const answers = Object.entries(expected.answers ?? {}).map(([url, text]): Answer => ({ url, bytes: new TextEncoder().encode(text), basis: 'live', at: corpusNow }));
    return { name, format: name.slice(0, name.indexOf('/')), bytes: new Uint8Array(readFileSync(join(folder, name))), expected, answers };
  });
}

/** The formats that there are samples of. */
export function formatsOf(corpus: readonly CorpusEntry[]): readonly string[] {
  return [...new Set(corpus.map(({ format }) => format))];
}
