import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { euElements } from '../../src/core/model/eu-element-table.ts';
import { formats } from '../../src/core/formats/registry.ts';
import { proofSuites } from '../../src/core/proofs/registry.ts';
import { vocabularies } from '../../src/core/vocabularies/registry.ts';

const root = join(import.meta.dirname, '../..');
const page = readFileSync(join(root, 'README.md'), 'utf8');
const written = /<!-- supported -->\n([\s\S]*?)<!-- \/supported -->/.exec(page)?.[1] ?? '';
const elements = /<!-- elements -->\n([\s\S]*?)<!-- \/elements -->/.exec(page)?.[1] ?? '';

describe('what README.md says is supported', () => {
  it('is what the code says (else: npm run supported)', () => {
    const said = execFileSync(process.execPath, [join(root, 'src/tools/run.mjs'), 'supported', '--print'], { cwd: root, encoding: 'utf8' });
    expect(`${written}${elements}`).toBe(said);
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

  it('has a row of the European elements for every vocabulary, and a column for each element', () => {
    const rows = elements.split('\n').filter((line) => line.startsWith('| ') && line.includes('`'));
    for (const { id } of vocabularies) expect(rows.filter((line) => line.includes(`| \`${id}\` |`)).length, id).toBeGreaterThan(0);
    expect(elements.split('\n')[0]).toBe(`| Shape | Vocabulary | ${euElements.map(({ id }) => id).join(' | ')} |`);
    for (const line of rows) expect(line.split('|')).toHaveLength(euElements.length + 4);
    // A table in which everything is told, or nothing, would tell nothing.
    for (const cell of [' yes ', ' words ', ' – ']) expect(rows.some((line) => line.includes(`|${cell}|`))).toBe(true);
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
