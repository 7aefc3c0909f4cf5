import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { glimpseOf } from '../../../src/core/formats/glimpse.ts';
import { formatFor } from '../../../src/core/formats/registry.ts';
import { bundledTools } from '../../../src/core/examine/examine-tools.ts';
import type { Answer } from '../../../src/core/model/answers.ts';
import { credentialsIn } from '../../../src/core/model/examination.ts';
import type { Examination, ExaminedCredential } from '../../../src/core/model/examination.ts';
import type { Expected } from '../../../src/tools/sampling/sample.ts';
import { cpuTimeOf } from '../../support/cpu-time.ts';
import { examineBytes, testNow } from '../../support/examining.ts';

const folder = join(import.meta.dirname, '../../fixtures/credentials');

interface Whole {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly answers: readonly Answer[];
}

/** Every sample with a signature that fits, but those whose members and characters are changed one by one elsewhere. */
const wholes: readonly Whole[] = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.expected.json'))
  .sort()
  .flatMap((name) => {
    const expected = JSON.parse(readFileSync(join(folder, name), 'utf8')) as Expected;
    const [path, stem] = [name.slice(0, name.lastIndexOf('/')), name.slice(name.lastIndexOf('/') + 1).replace('expected.json', '')];
    const file = readdirSync(join(folder, path)).find((each) => each.startsWith(stem) && !each.endsWith('.expected.json'));
    if (expected.kind !== 'valid' || ['json-credential', 'other-kinds'].includes(expected.format) || file === undefined) return [];
    const answers: readonly Answer[] = Object.entries(expected.answers ?? {}).map(([url, text]) => ({ url, bytes: new TextEncoder().encode(text), basis: 'live', at: testNow }));
    return [{ name: `${path}/${file}`, bytes: new Uint8Array(readFileSync(join(folder, path, file))), answers }];
  });

/** A credential whose signature was found to fit, as what it says and who signed. */
function said({ signer, text }: ExaminedCredential): string {
  return JSON.stringify([signer?.keyThumbprint, text]);
}

function holds({ axes }: ExaminedCredential): boolean {
  return axes.unchanged === 'yes';
}

/** What a share proves: who holds it, for whom, and when. */
function shown(seen: Examination): string | undefined {
  return seen.kind === 'share' && seen.axes.unchanged === 'yes' ? JSON.stringify([seen.holder, seen.label, seen.created, seen.expires, seen.purpose]) : undefined;
}

/** Places all over the bytes, each time others for another file; always the same for the same. */
function placesIn(length: number, count: number): readonly number[] {
  const step = Math.max(1, Math.floor(length / count));
  return Array.from({ length: Math.min(count, length) }, (_each, index) => (index * step + (index * 7) % step) % length);
}

const rounds = process.env['MECUM_DEEP'] === '1' ? 1_000 : 60;

describe('one flipped bit in any packing', () => {
  test('there are samples of every packing', () => {
    expect(new Set(wholes.map(({ name }) => name.split('/')[0])).size).toBeGreaterThanOrEqual(12);
  });

  test.each(wholes.map((whole) => [whole.name, whole] as const))(
    '%s: what passes says the very same, by the same key',
    async (_name, { bytes, answers }) => {
      const original = await examineBytes(bytes, { answers });
      const before = credentialsIn(original).filter(holds).map(said);
      const proven = shown(original);
      expect(before.length + (proven === undefined ? 0 : 1)).toBeGreaterThan(0);
      for (const [round, at] of placesIn(bytes.length, rounds).entries()) {
        const flipped = bytes.slice();
        flipped[at] = (flipped[at] ?? 0) ^ (1 << (round % 7));
        const seen = await examineBytes(flipped, { answers });
        for (const credential of credentialsIn(seen).filter(holds)) expect(before, `byte ${at}`).toContain(said(credential));
        if (shown(seen) !== undefined) expect(shown(seen), `byte ${at}`).toBe(proven);
      }
    },
    120_000,
  );

  test('open never hangs: each sample cut off anywhere, doubled or turned around is read in time', async () => {
    for (const { name, bytes } of wholes) {
      const turned = bytes.slice().reverse();
      const changed = [...placesIn(bytes.length, 4).map((at) => bytes.slice(0, at)), new Uint8Array([...bytes, ...bytes]), turned];
      for (const each of changed) {
        const { ms } = await cpuTimeOf(async () => {
          const glimpse = glimpseOf({ bytes: each, transport: 'file', arrivedAt: testNow });
          await (await formatFor(glimpse)?.load())?.(glimpse, bundledTools);
        });
        expect(ms, name).toBeLessThan(3_000);
      }
    }
  }, 120_000);
});
