import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { formats } from '../../src/core/formats/registry.ts';
import { proofSuites } from '../../src/core/proofs/registry.ts';
import { vocabularies } from '../../src/core/vocabularies/registry.ts';

const root = join(import.meta.dirname, '../..');
const page = readFileSync(join(root, 'README.md'), 'utf8');
const written = /<!-- supported -->\n([\s\S]*?)<!-- \/supported -->/.exec(page)?.[1] ?? '';

describe('what README.md says is supported', () => {
  it('is what the code says (else: npm run supported)', () => {
    const said = execFileSync(process.execPath, [join(root, 'src/tools/run.mjs'), 'supported', '--print'], { cwd: root, encoding: 'utf8' });
    expect(written).toBe(said);
  }, 60_000);

  it('has a row for every format, and names every suite and vocabulary', () => {
    for (const { id } of formats) expect(written, id).toContain(`| \`${id}\` |`);
    // Suites of tokens are told by what their headers name.
    const ofTokens = new Set<string>(['jws', 'sd-jwt', 'kb-jwt', 'jades']);
    for (const { id } of proofSuites.filter((suite) => !ofTokens.has(suite.id))) expect(written, id).toContain(`| \`${id}\` |`);
    for (const name of ['| `sd-jwt` | `ES256` |', '| `sd-jwt` | `key binding ES256` |', '| `jws-json` | `JAdES RS256` |']) expect(written).toContain(name);
    for (const alg of ['EdDSA', 'ES256', 'ES384', 'ES512', 'RS256', 'PS256']) expect(written, alg).toContain(`| \`jwt-credential\` | \`${alg}\` |`);
    for (const { id } of vocabularies) expect(written.split('\n').at(-2), id).toContain(`\`${id}\``);
  });

  it('claims no more than one kind of key for a signature, and no RSA key in a did:key', () => {
    const rows = written.split('\n').filter((line) => line.startsWith('| `'));
    expect(rows.length).toBeGreaterThan(formats.length);
    for (const row of rows) {
      const [didKey, didJwk] = row.split(' | ').slice(2);
      expect(didKey).not.toBe('RSA');
      expect(new Set([didKey, didJwk].filter((cell) => cell !== '–')).size, row).toBeLessThanOrEqual(1);
    }
  });
});
