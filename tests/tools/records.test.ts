import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { describe, expect, it } from 'vitest';
import { classOf } from '../../src/core/model/verdict.ts';
import type { CredentialHeadline, ShareHeadline } from '../../src/core/model/verdict.ts';
import { usage } from '../../src/tools/checking/read-arguments.ts';
import { hostFiles } from '../../src/tools/host-files.ts';

const root = join(import.meta.dirname, '../..');
const read = (path: string): string => readFileSync(join(root, path), 'utf8');
const readme = read('README.md');
const pages = ['README.md', 'SECURITY.md', 'CHANGELOG.md'];
const packages = JSON.parse(read('package.json')) as { readonly version: string; readonly scripts: Record<string, string>; readonly dependencies: Record<string, string> };

/** The rows of the table below a heading of README.md, cell by cell. */
function tableBelow(heading: string): readonly (readonly string[])[] {
  const section = readme.split(`\n## ${heading}\n`)[1]?.split('\n## ')[0] ?? '';
  const rows = section.split('\n').filter((line) => line.startsWith('| '));
  return rows.slice(2).map((row) => row.slice(2, -2).split(' | '));
}

const namesIn = (text: string): readonly string[] => [...text.matchAll(/`([^`]+)`/g)].map((match) => match[1] ?? '');

/** Every import of a package in what ships: name of the package and file. */
function importsOfPackages(): readonly (readonly [string, string])[] {
  const files = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' }).map((name) => posix.join('src', name.replaceAll('\\', '/')));
  const shipped = files.filter((file) => /\.tsx?$/.test(file) && !/^src\/(?:tools|types)\//.test(file));
  return shipped.flatMap((file) => {
    const text = read(file).replaceAll(/\/\*[\s\S]*?\*\//g, '');
    const found = [...text.matchAll(/(?:\bfrom|\bimport)\s*\(?\s*'(@[\w.-]+\/[\w.-]+|[a-z][\w.:-]*)(?:\/[^']*)?'/g)].map((match) => match[1] ?? '');
    return found.filter((name) => !name.includes(':')).map((name) => [name, file] as const);
  });
}

describe('README.md', () => {
  const table = tableBelow('Dependencies');
  const imports = importsOfPackages();

  it('names every package that ships, and no other', () => {
    expect(table.map(([name = '']) => namesIn(name)[0]).sort()).toEqual(Object.keys(packages.dependencies).sort());
  });

  it('gives each a reason and the rooms that import it, neither more nor fewer', () => {
    expect(imports.length).toBeGreaterThan(100);
    for (const [name = '', why = '', rooms = ''] of table) {
      expect(why.length, name).toBeGreaterThan(4);
      const users = imports.filter(([imported]) => imported === namesIn(name)[0]).map(([, file]) => file);
      const isIn = (room: string) => (file: string) => file.startsWith(`${room}/`);
      expect(users.filter((file) => !namesIn(rooms).some((room) => isIn(room)(file))), name).toEqual([]);
      for (const room of namesIn(rooms)) expect(users.some(isIn(room)), `${name} in ${room}`).toBe(true);
    }
  });

  it('knows of every package that is imported', () => {
    const strangers = imports.filter(([name]) => !(name in packages.dependencies) && !name.startsWith('virtual'));
    expect(strangers).toEqual([]);
  });

  it('names only commands that exist', () => {
    const named = [...readme.matchAll(/npm run (?:-s )?([a-z:-]+)/g)].map((match) => match[1] ?? '');
    expect(named.length).toBeGreaterThan(8);
    expect(named.filter((name) => !(name in packages.scripts))).toEqual([]);
  });

  it('gives the options of check in the words of the command', () => {
    const options = usage.split('\n').filter((line) => line.startsWith('--')).map((line) => line.split(/ {2,}/));
    expect(options.length).toBeGreaterThan(4);
    const rows = tableBelow('On the command line').map(([option = '', meaning]) => [namesIn(option)[0], meaning]);
    expect(rows).toEqual(expect.arrayContaining(options));
  });

  it('puts every headline into the class that the code gives it', () => {
    const every: Record<CredentialHeadline | ShareHeadline, true> = {
      unreadable: true, altered: true, unsigned: true, 'not-checked': true, revoked: true, 'on-hold': true, expired: true, 'not-yet': true,
      'unknown-issuer': true, 'valid-earlier': true, 'no-status': true, valid: true, sample: true, 'self-made': true, 'share-altered': true,
      'wrong-receiver': true, 'share-ended': true, 'other-owner': true, 'owner-unproven': true, 'no-owner-key': true, proven: true,
    };
    const said = tableBelow('What the verdicts mean').flatMap(([kind = '', , headlines = '']) => namesIn(headlines).map((headline) => [headline, kind]));
    expect(said.sort()).toEqual((Object.keys(every) as (keyof typeof every)[]).map((headline) => [headline, classOf(headline)]).sort());
  });

  it('names the header files that a build writes', () => {
    expect(tableBelow('Host it').map(([file = '']) => namesIn(file)[0]).sort()).toEqual(Object.keys(hostFiles('sha256-x')).sort());
  });
});

describe('the records', () => {
  it('link and name only what is there', () => {
    for (const page of pages) {
      const text = read(page);
      const links = [...text.matchAll(/(?<!!)\[[^\]]*\]\(([^)#]+)(?:#[\w-]*)?\)/g)].map((match) => match[1] ?? '').filter((to) => !to.startsWith('https://'));
      const paths = namesIn(text).filter((name) => /^(?:src|tests|\.ci|\.github)\/[^<>*]+$/.test(name));
      if (page !== 'CHANGELOG.md') expect(links.length + paths.length, page).toBeGreaterThan(0);
      for (const path of [...links, ...paths]) expect(existsSync(join(root, path)), `${path} in ${page}`).toBe(true);
    }
  });

  it('have an entry for this version', () => {
    expect(read('CHANGELOG.md')).toContain(`## [${packages.version}]`);
  });

  it('list all that is kept outside the vault: a new place goes into SECURITY.md, and then in here', () => {
    const places = /\b(?:localStorage|sessionStorage|indexedDB|caches\.(?:open|match)|document\.cookie|cookieStore|getDirectory)\b/;
    const files = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' }).map((name) => name.replaceAll('\\', '/')).filter((name) => /\.tsx?$/.test(name));
    expect(files.filter((file) => places.test(read(`src/${file}`))).sort()).toEqual([
      'platform/create-platform.ts',
      'platform/pwa/create-installation.ts',
      'platform/pwa/detect-features.ts',
      'platform/pwa/kept-lists.ts',
      'platform/pwa/previous-version.ts',
      'platform/pwa/shared-files.ts',
      'platform/storage/dexie-vault-storage.ts',
      'platform/storage/mirror/mirror-file.ts',
      'ui/app/look.ts',
    ]);
  });
});

describe('the hosted run', () => {
  const workflow = read('.github/workflows/ci.yml');

  it('pins every action by its whole commit', () => {
    const uses = [...workflow.matchAll(/uses: (\S+)/g)].map((match) => match[1] ?? '');
    expect(uses.length).toBeGreaterThan(0);
    for (const action of uses) expect(action).toMatch(/^[\w-]+\/[\w-]+@[0-9a-f]{40}$/);
  });

  it('has no rights but to read, installs without scripts, and runs the same as everybody, every week too', () => {
    expect(workflow).toMatch(/^permissions: \{\}$/m);
    expect([...workflow.matchAll(/^ +(\w+): (?:read|write)$/gm)].map((match) => match[0].trim())).toEqual(['contents: read']);
    for (const part of ['npm ci --ignore-scripts', 'run: .ci/run', 'cron:']) expect(workflow).toContain(part);
  });
});
