import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { build } from 'vite';
import { dist } from './harness.ts';

/**
 * Another build of the same sources: a later version that also holds the made-up languages. Made once for a build
 * under test and kept beside the other caches. Takes some seconds the first time.
 */
export async function buildVariant(): Promise<string> {
  const of = createHash('sha256').update(readFileSync(join(dist, 'service-worker.js'))).digest('hex').slice(0, 12);
  const folder = resolve('node_modules/.cache/mecum/variants', of);
  if (existsSync(join(folder, 'service-worker.js'))) return folder;
  process.env['MECUM_PSEUDO'] = '1';
  process.env['MECUM_VERSION'] = '999.0.0';
  try {
    await build({ logLevel: 'error', build: { outDir: folder, emptyOutDir: true } });
  } finally {
    delete process.env['MECUM_PSEUDO'];
    delete process.env['MECUM_VERSION'];
  }
  return folder;
}
