import { createHash } from 'node:crypto';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { extname, join, normalize, sep } from 'node:path';
import { gzipSync } from 'node:zlib';
import { fallbackHeaders, headersFor, headerTable } from './header-table.ts';
import type { HeaderRow } from './header-table.ts';
import { shellStyleHash } from './shell-style.ts';

const mediaTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.json': 'application/json',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json',
};
const packed = new Set(['.html', '.js', '.css', '.svg', '.json', '.txt', '.webmanifest']);

interface Kept {
  readonly modified: number;
  readonly etag: string;
  readonly plain: Buffer;
  readonly gzip?: Buffer;
}

/** Serves a folder to this machine only. The folder may change between requests. */
export interface FolderServer {
  readonly port: number;
  readonly origin: string;
  /** Serves another folder from now on, at the same address: a new version of the app. */
  readonly change: (folder: string) => void;
  readonly close: () => Promise<void>;
}

/** The file of a request path inside the folder, or undefined for anything outside or absent. */
export function fileFor(folder: string, path: string): string | undefined {
  let decoded: string;
  try {
    decoded = decodeURIComponent(path);
  } catch {
    return undefined;
  }
  if (decoded.includes('\0') || decoded.includes('\\')) return undefined;
  const base = normalize(folder).replace(/[\\/]+$/, '');
  const file = normalize(join(base, decoded.endsWith('/') ? `${decoded}index.html` : decoded));
  if (!file.startsWith(base + sep)) return undefined;
  return existsSync(file) && statSync(file).isFile() ? file : undefined;
}

function openFolder(folder: string): { rows: readonly HeaderRow[]; kept: Map<string, Kept> } {
  const html = readFileSync(join(folder, 'index.html'), 'utf8');
  return { rows: headerTable(shellStyleHash(html), true), kept: new Map() };
}

function load(kept: Map<string, Kept>, file: string): Kept {
  const modified = statSync(file).mtimeMs;
  const known = kept.get(file);
  if (known?.modified === modified) return known;
  const plain = readFileSync(file);
  const etag = `"${createHash('sha256').update(plain).digest('base64url').slice(0, 22)}"`;
  const fresh = { modified, etag, plain, ...(packed.has(extname(file)) ? { gzip: gzipSync(plain, { level: 9 }) } : {}) };
  kept.set(file, fresh);
  return fresh;
}

function answer(request: IncomingMessage, response: ServerResponse, folder: string, state: ReturnType<typeof openFolder>): void {
  const path = (request.url ?? '/').split('?')[0] ?? '/';
  const headers = headersFor(state.rows, path, fallbackHeaders(true));
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
  const end = (status: number, text: string): void => {
    response.writeHead(status, { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-store' }).end(text);
  };
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.setHeader('Allow', 'GET, HEAD');
    return end(405, 'Only GET and HEAD are answered.\n');
  }
  const file = fileFor(folder, path);
  if (file === undefined) return end(404, 'Not found.\n');
  const { etag, plain, gzip } = load(state.kept, file);
  const small = gzip !== undefined && /\bgzip\b/.test(request.headers['accept-encoding'] ?? '');
  const body = small ? gzip : plain;
  response.setHeader('ETag', etag);
  response.setHeader('Vary', 'Accept-Encoding');
  if (request.headers['if-none-match'] === etag) return void response.writeHead(304).end();
  response.setHeader('Content-Type', headers['Content-Type'] ?? mediaTypes[extname(file)] ?? 'application/octet-stream');
  if (small) response.setHeader('Content-Encoding', 'gzip');
  response.setHeader('Content-Length', body.length);
  response.writeHead(200).end(request.method === 'HEAD' ? undefined : body);
}

function listen(server: Server, port: number, tries: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EADDRINUSE' || tries <= 1) return reject(error);
      resolve(listen(server, port + 1, tries - 1));
    });
    server.listen(port, '127.0.0.1', () => {
      const address = server.address();
      resolve(typeof address === 'object' && address !== null ? address.port : port);
    });
  });
}

/**
 * Serves a built app with its production headers on 127.0.0.1; GET and HEAD only.
 * `port`: 0 for any free one; a taken port makes it try the next ones, 20 at most.
 */
export async function serveFolder(folder: string, port: number): Promise<FolderServer> {
  let current = folder;
  let state = openFolder(folder);
  const server = createServer((request, response) => answer(request, response, current, state));
  const bound = await listen(server, port, 20);
  return {
    port: bound,
    origin: `http://127.0.0.1:${bound}`,
    change: (next) => {
      state = openFolder(next);
      current = next;
    },
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
