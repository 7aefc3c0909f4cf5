// Builds the bench as the tools are built, with our libraries patched and the peer's as published, and runs it.
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'vite';

const root = fileURLToPath(new URL('../..', import.meta.url));
const outDir = join(root, 'node_modules/.cache/mecum/bench');

await build({
  root,
  configFile: join(root, 'tests/bench/vite.bench.ts'),
  logLevel: 'error',
  build: {
    ssr: join(root, 'tests/bench/verify-badge.ts'),
    outDir,
    emptyOutDir: true,
    rollupOptions: { output: { entryFileNames: 'verify-badge.mjs' } },
  },
});
await import(pathToFileURL(join(outDir, 'verify-badge.mjs')).href);
