import { existsSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { join, resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { build } from 'vite';
import { catalogs } from '../../src/tools/plugins/catalogs.ts';

/** Changes when anything that the gallery shows changes. */
function stamp(): string {
  const hash = createHash('sha256').update(readFileSync('package-lock.json'));
  for (const folder of ['src', 'tests/support']) {
    for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort()) {
      const file = join(folder, name);
      if (statSync(file).isFile()) hash.update(`${file}:${String(statSync(file).mtimeMs)};`);
    }
  }
  return hash.digest('hex').slice(0, 12);
}

/**
 * Builds `tests/support/gallery.html`: every screen in every state, with a wallet that lives in memory, and with the
 * made-up languages. Gives the folder; its page is `/index.html`.
 */
export async function buildGallery(): Promise<string> {
  const folder = resolve('node_modules/.cache/mecum/gallery', stamp());
  if (existsSync(join(folder, 'index.html'))) return folder;
  // Two test processes may build at once: each into a folder of its own, and the first one there is taken.
  const own = `${folder}-${String(process.pid)}`;
  await build({
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    plugins: [catalogs(), react()],
    define: { __PSEUDO__: 'true', __VERSION__: '"0.0.0"', __BUILT_AT__: '0' },
    build: { target: 'es2022', outDir: own, assetsInlineLimit: 0, modulePreload: { polyfill: false }, rolldownOptions: { input: resolve('tests/support/gallery.html') } },
  });
  renameSync(join(own, 'tests/support/gallery.html'), join(own, 'index.html'));
  if (existsSync(folder)) rmSync(own, { recursive: true });
  else renameSync(own, folder);
  return folder;
}
