import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Answer } from '../../../src/core/model/answers.ts';
import { examineBytes, instantOf } from '../../support/examining.ts';
import disagreements from './disagreements.json' with { type: 'json' };

const folder = join(import.meta.dirname, '../../../../shared/fixtures/public');
const isHere = existsSync(join(folder, 'MANIFEST.json'));

interface Fixture {
  readonly id: string;
  readonly file: string;
  readonly suite: string;
  readonly format: string;
  readonly expected: { readonly verdict: string; readonly reasons?: readonly string[] };
}
interface Manifest {
  readonly now: string;
  readonly files: readonly Fixture[];
  readonly classes: Readonly<Record<string, readonly string[]>>;
  /** What addresses answered on the day of the manifest. */
  readonly served: Readonly<Record<string, string>>;
}

const manifest = isHere ? (JSON.parse(readFileSync(join(folder, 'MANIFEST.json'), 'utf8')) as Manifest) : undefined;
const judged = (manifest?.files ?? []).filter((fixture) => fixture.expected.verdict !== 'vector');
const explained = new Map(disagreements.map((entry) => [entry.file, entry]));

function read(file: string): Uint8Array {
  return new Uint8Array(readFileSync(join(folder, file)));
}

describe.skipIf(!isHere)('public fixtures (only where the shared fixtures are beside the project)', () => {
  const now = instantOf('2026-11-21T12:00:00Z');

  const answers: readonly Answer[] = Object.entries(manifest?.served ?? {}).map(([url, file]) => ({ url, bytes: read(file), basis: 'live', at: now }));

  test('the manifest is the one these tests were written for', () => {
    expect(instantOf(manifest?.now ?? '')).toBe(now);
    expect(judged.length).toBeGreaterThan(300);
  });

  test.each(judged.map((fixture) => [fixture.file, fixture] as const))('%s', async (file, fixture) => {
    const seen = await examineBytes(read(file), { now, answers });
    const agreeing = manifest?.classes[fixture.expected.verdict] ?? [];
    const entry = explained.get(file);
    if (entry === undefined) expect(agreeing, `${fixture.expected.verdict}, ${fixture.suite}`).toContain(seen.class);
    else expect({ file, class: seen.class }).toEqual({ file, class: entry.class });
    if (fixture.expected.verdict !== 'valid' && entry === undefined) expect(seen.class).not.toBe('valid');
  });
});
