import { describe, expect, it } from 'vitest';
import { headerTable, metaPolicy } from '../../src/tools/header-table.ts';
import { shellStyleHash } from '../../src/tools/shell-style.ts';
import { filesOf, textOf } from './build-files.ts';

const style = shellStyleHash(textOf('index.html'));
const rows = headerTable(style);

/** Reads a `_headers` file back: path, then indented `Name: value` lines. */
function readHeadersFile(text: string): Record<string, Record<string, string>> {
  const found: Record<string, Record<string, string>> = {};
  let current: Record<string, string> = {};
  for (const line of text.split('\n')) {
    if (line === '') continue;
    if (!line.startsWith(' ')) {
      current = {};
      found[line] = current;
    } else {
      const [name = '', ...value] = line.trim().split(': ');
      current[name] = value.join(': ');
    }
  }
  return found;
}

describe('the header table in the build', () => {
  it('is the same in the file for static hosts', () => {
    expect(readHeadersFile(textOf('_headers'))).toEqual(Object.fromEntries(rows.map(({ pattern, headers }) => [pattern, headers])));
  });

  it('is the same for hosts that read JSON', () => {
    const { headers } = JSON.parse(textOf('vercel.json')) as { headers: { source: string; headers: { key: string; value: string }[] }[] };
    expect(headers.map(({ headers: set }) => Object.fromEntries(set.map(({ key, value }) => [key, value])))).toEqual(rows.map((row) => row.headers));
  });

  it('stands whole in the snippets for Apache, nginx and Caddy', () => {
    for (const file of ['.htaccess', 'hosting/nginx.conf', 'hosting/Caddyfile']) {
      for (const { headers } of rows) expect(textOf(file), file).toContain(headers['Content-Security-Policy']);
    }
  });

  it('is the same policy in both pages, less what a page cannot say', () => {
    for (const page of ['index.html', 'shell.html']) {
      const said = /http-equiv="Content-Security-Policy" content="([^"]+)"/.exec(textOf(page))?.[1]?.replaceAll('&#39;', "'");
      expect(said, page).toBe(metaPolicy(style));
    }
  });

  it('has a row for every file, and no file that two rows claim', () => {
    const hosts = /^(_headers|\.htaccess|vercel\.json|hosting\/.*)$/;
    for (const file of filesOf().filter((name) => !hosts.test(name))) {
      const claims = rows.filter(({ pattern }) => (pattern.endsWith('*') ? `/${file}`.startsWith(pattern.slice(0, -1)) : pattern === `/${file}`));
      expect(claims.length, file).toBe(1);
    }
  });

  it('has one inline style block, no inline script and no handler in its pages', () => {
    for (const page of ['index.html', 'shell.html']) {
      const html = textOf(page);
      expect(shellStyleHash(html), page).toBe(style);
      expect(html.match(/<script(?![^>]*\ssrc=)/g), page).toBeNull();
      expect(html.match(/\son\w+=|\sstyle=|javascript:/gi), page).toBeNull();
    }
  });
});
