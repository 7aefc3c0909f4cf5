import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { formats } from '../../../src/core/formats/registry.ts';
import type { Answer } from '../../../src/core/model/answers.ts';
import { credentialsIn } from '../../../src/core/model/examination.ts';
import type { Examination } from '../../../src/core/model/examination.ts';
import { proofSuites } from '../../../src/core/proofs/registry.ts';
import type { Expected } from '../../../src/tools/sampling/sample.ts';
import { examineBytes, testNow } from '../../support/examining.ts';

const folder = join(import.meta.dirname, '../../fixtures/credentials');

interface Fixture {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly expected: Expected;
}

const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => /\.(?:json|jwt|txt|png|svg|zip|pdf|xml|bin)$/.test(name) && !name.endsWith('.expected.json'));
const fixtures: readonly Fixture[] = names.sort().map((name) => ({
  name,
  bytes: new Uint8Array(readFileSync(join(folder, name))),
  expected: JSON.parse(readFileSync(join(folder, name.replace(/\.\w+$/, '.expected.json')), 'utf8')) as Expected,
}));

function answersOf({ answers = {} }: Expected): readonly Answer[] {
  return Object.entries(answers).map(([url, text]) => ({ url, bytes: new TextEncoder().encode(text), basis: 'live', at: testNow }));
}

function headlineOfSeen(seen: Examination): string {
  return seen.kind === 'credential' || seen.kind === 'share' ? seen.headline : seen.kind;
}

describe('every fixture, opened, read and checked at one instant', () => {
  test.each(fixtures.map((fixture) => [fixture.name, fixture] as const))('%s', async (_name, { bytes, expected }) => {
    const seen = await examineBytes(bytes, { answers: answersOf(expected) });
    expect({ class: seen.class, headline: headlineOfSeen(seen) }).toEqual({ class: expected.class, headline: expected.headline });
    const credentials = credentialsIn(seen);
    if (expected.parts !== undefined) expect(credentials.map((credential) => credential.headline)).toEqual(expected.parts);
    const [first] = credentials;
    if (expected.enclosed !== undefined) expect(first?.parts?.map(headlineOfSeen)).toEqual(expected.enclosed);
    if (seen.kind === 'credential') expect([first?.packing?.[0] ?? first?.format, first?.vocabulary]).toEqual([expected.format, expected.vocabulary]);
    if (expected.title !== undefined) expect(first?.credential.title?.value[0]?.text).toBe(expected.title);
    if (expected.stated !== undefined) {
      const stated = first?.elements.filter(({ mandatory, state }) => mandatory && ['stated', 'stated-as-text', 'conflict'].includes(state));
      expect(stated?.length).toBe(expected.stated);
    }
  });
});

describe('what the fixtures cover', () => {
  const kinds = ['valid', 'altered', 'foreign'] as const;
  test.each(formats.flatMap(({ id }) => kinds.map((kind) => [id, kind] as const)))('format %s has a sample: %s', (id, kind) => {
    expect(fixtures.filter(({ expected }) => expected.format === id && expected.kind === kind).length).toBeGreaterThan(0);
  });
  test.each(proofSuites.flatMap(({ id }) => kinds.map((kind) => [id, kind] as const)))('suite %s has a sample: %s', (id, kind) => {
    expect(fixtures.filter(({ expected }) => expected.suite === id && expected.kind === kind).length).toBeGreaterThan(0);
  });
});
