import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { describe, expect, it } from 'vitest';

/** Who may import whom: a room, and the rooms it may reach. The longest matching room counts. */
const workshop = ['src/core/model', 'src/core/encoding'];
const floors: Readonly<Record<string, readonly string[]>> = {
  'src/core/model': [],
  'src/core/encoding': ['src/core/model'],
  'src/core/formats': workshop,
  'src/core/vocabularies': workshop,
  'src/core/proofs': workshop,
  'src/core/dids': workshop,
  'src/core/checks': workshop,
  'src/core/status-lists': workshop,
  'src/core/trust': workshop,
  'src/core/recognition': workshop,
  'src/core/examine': ['src/core'],
  'src/wallet': ['src/core/model'],
  'src/platform': ['src/core/model', 'src/core/encoding', 'src/wallet/ports.ts', 'src/wallet/examiner-port.ts'],
  'src/entries': ['src/core', 'src/platform'],
  'src/tools': ['src/core'],
  'src/types': [],
  'src/ui': ['src/core/model', 'src/wallet'],
  'src/main.tsx': ['src'],
};

/** Packages that only some rooms may import. */
const packages: readonly (readonly [RegExp, readonly string[]])[] = [
  [/^(react|react-dom|wouter|@lingui\/react|lucide-react)(\/|$)/, ['src/ui', 'src/main.tsx']],
  [/^(dexie|@veramo\/.*|did-resolver|qrcode|html5-qrcode|age-encryption|hash-wasm)(\/|$)/, ['src/platform', 'src/entries/kdf-worker.ts']],
  [/^(jsonld|rdf-canonize)(\/|$)/, ['src/core/encoding']],
  [/^(@peculiar\/x509|reflect-metadata)(\/|$)/, ['src/core/encoding/x509', 'src/tools']],
];
/** Tools build and sign with peer libraries; they ship nothing. */
const nodeOnly = /^(node:|vite|vite-plugin-pwa|@vitejs\/|workbox-build|@digitalbazaar\/(vc|data-integrity|eddsa-rdfc-2022-cryptosuite|ed25519-[a-z0-9-]+)$|jsonld-signatures)/;

const sources = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .map((name) => posix.join('src', name.replaceAll('\\', '/')))
  .filter((name) => /\.tsx?$/.test(name));

interface Import {
  readonly from: string;
  readonly to: string;
}

function importsOf(file: string): readonly Import[] {
  const text = readFileSync(file, 'utf8').replaceAll(/\/\*[\s\S]*?\*\//g, '');
  const specifiers = [...text.matchAll(/(?:\bfrom|\bimport)\s*\(?\s*'([^']+)'/g)].map((match) => match[1] ?? '');
  return specifiers.map((specifier) => ({
    from: file,
    to: specifier.startsWith('.') ? posix.join(dirname(file), specifier.replace(/\?.*$/, '')) : specifier,
  }));
}

const all = sources.flatMap(importsOf);
const isWithin = (path: string, room: string): boolean => path === room || path.startsWith(`${room}/`);

function roomOf(file: string): string {
  const room = Object.keys(floors).filter((name) => isWithin(file, name)).sort((a, b) => b.length - a.length)[0];
  if (room === undefined) throw new Error(`${file} stands in no room of the house`);
  return room;
}

describe('the house', () => {
  it('has imports to look at', () => {
    expect(all.length).toBeGreaterThan(300);
  });

  it('keeps its floors: every import goes where the table allows', () => {
    const forbidden = all.filter(({ from, to }) => {
      if (!to.startsWith('src/')) return false;
      const room = roomOf(from);
      return !isWithin(to, room) && !(floors[room] ?? []).some((allowed) => isWithin(to, allowed));
    });
    expect(forbidden).toEqual([]);
  });

  it('lets each package only into its rooms', () => {
    const misplaced = all.filter(({ from, to }) => {
      if (nodeOnly.test(to)) return !isWithin(from, 'src/tools');
      return packages.some(([name, rooms]) => name.test(to) && !rooms.some((room) => isWithin(from, room)));
    });
    expect(misplaced).toEqual([]);
  });

  it('imports only files that exist, and never a folder', () => {
    const missing = all.filter(({ to }) => to.startsWith('src/') && !existsSync(to));
    expect(missing).toEqual([]);
  });

  it('gives every workshop a README and a registry', () => {
    for (const name of ['formats', 'vocabularies', 'proofs', 'dids', 'checks', 'status-lists', 'trust']) {
      expect(existsSync(join('src/core', name, 'README.md')), name).toBe(true);
      expect(existsSync(join('src/core', name, 'registry.ts')), name).toBe(true);
    }
    expect(existsSync('src/platform/transports/README.md')).toBe(true);
    expect(existsSync('src/core/examine/README.md')).toBe(true);
    expect(existsSync('src/core/recognition/README.md')).toBe(true);
  });

  it('keeps files at 300 lines and screens at 150', () => {
    const long = sources
      .map((file) => ({ file, lines: readFileSync(file, 'utf8').split('\n').length - 1 }))
      .filter(({ file, lines }) => lines > (file.endsWith('-screen.tsx') ? 150 : 300));
    expect(long).toEqual([]);
  });

  it('never says any', () => {
    const withoutProse = (file: string): string => readFileSync(file, 'utf8').replaceAll(/\/\*[\s\S]*?\*\/|\/\/.*|`[^`]*`|'[^'\n]*'/g, '');
    const loose = sources.filter((file) => /(:\s*any\b|\bas any\b|<any>|\bany\[\])/.test(withoutProse(file)));
    expect(loose).toEqual([]);
  });

  it('keeps the top level as it was fixed', () => {
    const fixed = ['LICENSE', 'CHANGELOG.md', 'README.md', 'SECURITY.md', 'index.html', 'package-lock.json', 'package.json', 'public', 'src', 'tests', 'tsconfig.json', 'vite.config.ts'];
    const made = ['node_modules', 'dist', 'test-results', 'playwright-report', 'screenshots', 'coverage'];
    const found = readdirSync('.').filter((name) => !name.startsWith('.') && !made.includes(name));
    expect(found.sort()).toEqual(fixed.sort());
  });
});
