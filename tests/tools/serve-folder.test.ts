import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { headerTable, permissionsPolicy } from '../../src/tools/header-table.ts';
import { fileFor, serveFolder } from '../../src/tools/serve-folder.ts';
import type { FolderServer } from '../../src/tools/serve-folder.ts';
import { shellStyleHash } from '../../src/tools/shell-style.ts';

const page = '<!doctype html><style>a{color:red}</style><title>x</title>';
let outer = '';
let folder = '';
let server: FolderServer;

interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: Buffer;
}

/** Asks with the path exactly as given; `fetch` would tidy it up. */
function ask(path: string, method = 'GET', headers: Record<string, string> = {}): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const asked = request({ host: '127.0.0.1', port: server.port, path, method, headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(chunks) }));
    });
    asked.on('error', reject).end();
  });
}

beforeAll(async () => {
  outer = mkdtempSync(join(tmpdir(), 'mecum-serve-'));
  folder = join(outer, 'dist');
  mkdirSync(join(folder, 'assets'), { recursive: true });
  mkdirSync(join(folder, 'w'));
  mkdirSync(join(outer, 'dist-secret'));
  writeFileSync(join(outer, 'secret.txt'), 'secret');
  writeFileSync(join(outer, 'dist-secret/secret.txt'), 'secret');
  writeFileSync(join(folder, 'index.html'), page);
  writeFileSync(join(folder, 'assets/a-12345678.js'), 'export const a = 1;'.repeat(50));
  writeFileSync(join(folder, 'w/kdf.js'), '1;');
  server = await serveFolder(folder, 0);
});
afterAll(async () => {
  await server.close();
  rmSync(outer, { recursive: true, force: true });
});

describe('the server of the production build', () => {
  it('answers GET and HEAD only', async () => {
    expect((await ask('/')).body.toString()).toBe(page);
    const head = await ask('/', 'HEAD');
    expect([head.status, head.body.length]).toEqual([200, 0]);
    for (const method of ['POST', 'PUT', 'DELETE', 'OPTIONS', 'TRACE']) expect((await ask('/', method)).status, method).toBe(405);
  });

  it('T7 never leaves its folder', async () => {
    const attempts = ['/../secret.txt', '/%2e%2e/secret.txt', '/..%2fsecret.txt', '/assets/../../secret.txt', '/../dist-secret/secret.txt', '/%5c..%5csecret.txt', '/a%00b', '/%', '//secret.txt', '/assets'];
    for (const path of attempts) {
      const { status, body } = await ask(path);
      expect([status, body.includes('secret')], path).toEqual([404, false]);
    }
    expect(fileFor(folder, '/assets/a-12345678.js')).toBe(join(folder, 'assets/a-12345678.js'));
  });

  it('packs text, and answers an unchanged file without a body', async () => {
    const packed = await ask('/assets/a-12345678.js', 'GET', { 'accept-encoding': 'gzip' });
    expect(packed.headers['content-encoding']).toBe('gzip');
    expect(gunzipSync(packed.body).toString()).toContain('export const a');
    const again = await ask('/assets/a-12345678.js', 'GET', { 'if-none-match': String(packed.headers['etag']) });
    expect([again.status, again.body.length]).toEqual([304, 0]);
  });

  it('sends each file the headers of its row, and a missing file those of none', async () => {
    const rows = headerTable(shellStyleHash(page), true);
    for (const [path, pattern] of [['/', '/'], ['/assets/a-12345678.js', '/assets/*'], ['/w/kdf.js', '/w/kdf.js']] as const) {
      const { headers } = await ask(path);
      const row = rows.find((one) => one.pattern === pattern)?.headers ?? {};
      for (const [name, value] of Object.entries(row)) expect(headers[name.toLowerCase()], `${path} ${name}`).toBe(value);
    }
    expect((await ask('/nothing')).headers['content-security-policy']).toContain("default-src 'none'");
  });
});

describe('the header table', () => {
  const rows = headerTable('sha256-x');
  const policyOf = (pattern: string): string => rows.find((row) => row.pattern === pattern)?.headers['Content-Security-Policy'] ?? '';

  it('T8 lets nothing unsafe into any policy, and WebAssembly only into key derivation', () => {
    for (const { pattern } of rows) {
      expect(policyOf(pattern), pattern).toContain("default-src 'none'");
      expect(policyOf(pattern), pattern).toContain("require-trusted-types-for 'script'");
      expect(policyOf(pattern), pattern).toContain("frame-ancestors 'none'");
      expect(/unsafe-(inline|hashes)|'unsafe-eval'|\*|http:/.test(policyOf(pattern)), pattern).toBe(false);
      expect(policyOf(pattern).includes('wasm-unsafe-eval'), pattern).toBe(pattern === '/w/kdf.js');
    }
  });

  it('T7 keeps the page to its own origin, and lets only the remote worker ask others', () => {
    expect(policyOf('/')).toContain("connect-src 'self';");
    for (const { pattern } of rows) expect(policyOf(pattern).includes('https:'), pattern).toBe(pattern === '/w/remote.js');
    expect(policyOf('/w/kdf.js')).not.toContain('connect-src');
  });

  it('holds what a scanner of headers asks for, on every row', () => {
    for (const { pattern, headers } of rows) {
      expect(headers, pattern).toMatchObject({
        'X-Content-Type-Options': 'nosniff',
        'Referrer-Policy': 'no-referrer',
        'Cross-Origin-Opener-Policy': 'same-origin',
        'Cross-Origin-Resource-Policy': 'same-origin',
        'X-Frame-Options': 'DENY',
      });
      expect(headers['Strict-Transport-Security'], pattern).toMatch(/^max-age=63072000/);
      expect(headers['Cross-Origin-Embedder-Policy'], pattern).toBeUndefined();
    }
    expect(headerTable('sha256-x', true).every(({ headers }) => headers['Strict-Transport-Security'] === undefined)).toBe(true);
  });

  it('keeps files whose name changes with what is in them for ever, and asks for all others each time', () => {
    for (const { pattern, headers } of rows) {
      expect(headers['Cache-Control'], pattern).toBe(['/assets/*', '/lists/*', '/labels/*'].includes(pattern) ? 'public, max-age=31536000, immutable' : 'no-cache');
    }
  });

  it('allows the page what it needs of the device, and nobody anything else', () => {
    const granted = permissionsPolicy.split(', ').filter((entry) => !entry.endsWith('=()'));
    expect(granted.sort()).toEqual(
      ['camera', 'clipboard-write', 'fullscreen', 'publickey-credentials-create', 'publickey-credentials-get', 'screen-wake-lock', 'web-share'].map((name) => `${name}=(self)`),
    );
  });
});
