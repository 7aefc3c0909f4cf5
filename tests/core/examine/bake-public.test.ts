import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { bakeBadge } from '../../../src/core/examine/bake.ts';
import { examineBytes } from '../../support/examining.ts';

const folder = join(import.meta.dirname, '../../../../shared/fixtures/public');
const isHere = existsSync(folder);
const files = isHere ? readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => /\.(?:json|jsonld|jwt|jws|txt)$/.test(name)) : [];

describe.skipIf(!isHere)('badges of others within images (only where the shared fixtures are beside the project)', () => {
  test('each is the same credential with the same verdict in a PNG and in an SVG', async () => {
    const different: string[] = [];
    let baked = 0;
    for (const name of files) {
      const before = await examineBytes(readFileSync(join(folder, name)));
      if (before.kind !== 'credential') continue;
      for (const kind of ['png', 'svg'] as const) {
        const made = await bakeBadge({ credential: before, kind });
        if (!made.ok) {
          if (made.error.facts['why'] !== 'no-badge') different.push(`${name}: ${String(made.error.facts['why'])}`);
          continue;
        }
        baked += 1;
        const after = await examineBytes(made.value.bytes);
        const isSame = after.kind === 'credential' && after.sameness === before.sameness && after.claimsDigest === before.claimsDigest;
        if (!isSame || after.headline !== before.headline || JSON.stringify(after.axes) !== JSON.stringify(before.axes)) different.push(`${name}: another in ${kind}`);
      }
    }
    expect(different).toEqual([]);
    expect(baked).toBeGreaterThan(150);
  });
});
