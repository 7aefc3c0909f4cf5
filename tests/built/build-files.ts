import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';

/** The build under test. */
const dist = resolve(process.env['MECUM_DIST'] ?? 'dist');

/** Paths of all files, as the host serves them (`assets/x.js`). */
export function filesOf(folder = dist): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => name.replaceAll('\\', '/'))
    .filter((name) => statSync(join(folder, name)).isFile())
    .sort();
}

export function textOf(file: string): string {
  return readFileSync(join(dist, file), 'utf8');
}

/** Size as it goes over the wire, gzip at its best, in bytes. */
export function gzipBytes(file: string): number {
  return gzipSync(readFileSync(join(dist, file)), { level: 9 }).length;
}

/** The one file `assets/<name>-<hash>.<extension>`. */
export function asset(name: string, extension = 'js'): string {
  const found = filesOf().filter((file) => new RegExp(`^assets/${name}-[\\w-]{8}\\.${extension}$`).test(file));
  if (found.length !== 1 || found[0] === undefined) throw new Error(`${found.length} files are called ${name}`);
  return found[0];
}

/** A script and everything it imports statically, as Rolldown writes imports. */
export function withStaticImports(file: string): ReadonlySet<string> {
  const seen = new Set([file]);
  for (const at of seen) {
    for (const [, path] of textOf(at).matchAll(/(?:\bfrom|^import|;import)\s*["'`](\.[^"'`]+)["'`]/g)) {
      seen.add(new URL(path ?? '', `http://build/${at}`).pathname.slice(1));
    }
  }
  return seen;
}

/** What the service worker keeps for offline use. */
export function precached(): readonly string[] {
  const manifest = [...textOf('service-worker.js').matchAll(/\burl:\s*["'`]([^"'`]+)["'`]/g), ...textOf('service-worker.js').matchAll(/"url":"([^"]+)"/g)];
  return manifest.map(([, url]) => url ?? '').filter((url) => url !== '');
}
