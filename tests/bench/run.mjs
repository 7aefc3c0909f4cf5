// Builds the benches as the tools are built, with our libraries patched and the peer's as published, and runs them in
// turn: the verifier in Node, then the production build in a browser. `-- NAME` runs one of them. Plain Node.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'vite';
import { ensureBrowser } from '../../src/tools/find-browser.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const cache = join(root, 'node_modules/.cache/mecum/bench');
const benches = ['verify-badge', 'in-browser'];
const named = process.argv.slice(2);
if (named.some((name) => !benches.includes(name))) {
  process.stderr.write(`The benches are: ${benches.join(', ')}\n`);
  process.exit(2);
}

/** One script for a browser, beside the app. */
async function buildWorker(name, outDir, configFile) {
  await build({
    root,
    configFile,
    publicDir: false,
    logLevel: 'error',
    build: {
      target: 'es2022',
      minify: true,
      outDir,
      emptyOutDir: false,
      rolldownOptions: { input: join(root, `tests/bench/${name}.ts`), output: { entryFileNames: `assets/${name}.js`, codeSplitting: false } },
    },
  });
}

/** The app as it is shipped; and beside it our verifier alone, and the second implementation as it is published. */
async function buildSite() {
  const outDir = join(cache, 'site');
  await build({ root, configFile: join(root, 'vite.config.ts'), logLevel: 'error', build: { outDir, emptyOutDir: true } });
  await buildWorker('peer-worker', outDir, false);
  await buildWorker('our-worker', outDir, join(root, 'tests/bench/vite.bench.ts'));
  const worker = readdirSync(join(outDir, 'assets')).find((name) => /^check-worker-.*\.js$/.test(name));
  if (worker === undefined) throw new Error('the build has no check worker');
  process.env.MECUM_BENCH_SITE = outDir;
  process.env.MECUM_BENCH_WORKER = `/assets/${worker}`;
}

for (const name of named.length === 0 ? benches : named) {
  const outDir = join(cache, name);
  await build({
    root,
    configFile: join(root, 'tests/bench/vite.bench.ts'),
    logLevel: 'error',
    build: { ssr: join(root, `tests/bench/${name}.ts`), outDir, emptyOutDir: true, rollupOptions: { output: { entryFileNames: `${name}.mjs` } } },
  });
  if (name === 'in-browser') {
    const browser = await ensureBrowser();
    if (browser === undefined) throw new Error('no browser to be had');
    process.env.MECUM_CHROMIUM = browser;
    await buildSite();
  }
  await import(pathToFileURL(join(outDir, `${name}.mjs`)).href);
}
