import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { veramoSlim } from '../../../src/tools/plugins/veramo-slim.ts';

/** Builds the vault worker as the product does, around a page that shows nothing; answers the folder. */
export async function buildKillPage(): Promise<string> {
  const outDir = mkdtempSync(join(tmpdir(), 'mecum-kill-page-'));
  await build({
    configFile: false,
    root: fileURLToPath(new URL('.', import.meta.url)),
    logLevel: 'error',
    build: { target: 'es2022', assetsInlineLimit: 0, modulePreload: { polyfill: false }, outDir, reportCompressedSize: false },
    worker: {
      format: 'es',
      plugins: () => [veramoSlim()],
      rolldownOptions: {
        output: { entryFileNames: ({ name }) => (name === 'kdf-worker' ? 'w/kdf.js' : 'assets/[name]-[hash].js') },
      },
    },
  });
  return outDir;
}
