import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';
import { catalogs } from './src/tools/plugins/catalogs.ts';
import { pageChunks, workerChunks } from './src/tools/plugins/chunk-groups.ts';
import { jsonldPatch } from './src/tools/plugins/jsonld-patch.ts';
import { scannerDecoder } from './src/tools/plugins/scanner-decoder.ts';
import { shell } from './src/tools/plugins/shell.ts';
import { slimLibraries } from './src/tools/plugins/slim-libraries.ts';
import { veramoSlim } from './src/tools/plugins/veramo-slim.ts';
import { webApp } from './src/tools/plugins/web-app.ts';

/** The instant of the last change, so that the same sources give the same build; now, where there is no history. */
function builtAt(): number {
  const given = process.env['SOURCE_DATE_EPOCH'];
  if (given !== undefined) return Number(given) * 1000;
  try {
    return Number(execFileSync('git', ['log', '-1', '--format=%ct'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] })) * 1000;
  } catch {
    return Date.now();
  }
}

const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };

/** Scripts with policies of their own stand outside the page's rule, under fixed names. */
const fixedWorkerNames: Readonly<Record<string, string>> = { 'kdf-worker': 'w/kdf.js', 'remote-worker': 'w/remote.js' };

export default defineConfig(({ command, isPreview }) => ({
  plugins: [jsonldPatch(), veramoSlim(), scannerDecoder(), catalogs(), react(), shell(), webApp()],
  define: {
    __BUILT_AT__: JSON.stringify(builtAt()),
    __VERSION__: JSON.stringify(process.env['MECUM_VERSION'] ?? version),
    __PSEUDO__: JSON.stringify(process.env['MECUM_PSEUDO'] === '1' || (command === 'serve' && isPreview !== true)),
  },
  // The library's own build for today's browsers; by itself it is taken in the form of old ones.
  resolve: { alias: [{ find: /^dexie$/, replacement: 'dexie/dist/modern/dexie.mjs' }] },
  build: {
    target: 'es2022',
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    cssCodeSplit: false,
    reportCompressedSize: false,
    rolldownOptions: { checks: { pluginTimings: false }, output: { codeSplitting: pageChunks } },
  },
  worker: {
    format: 'es',
    plugins: () => [jsonldPatch(), veramoSlim(), slimLibraries()],
    rolldownOptions: {
      checks: { pluginTimings: false },
      output: {
        entryFileNames: ({ name }) => fixedWorkerNames[name] ?? 'assets/[name]-[hash].js',
        codeSplitting: workerChunks,
      },
    },
  },
  test: {
    environment: 'node',
    // Against tests that hang; a machine that has other work to do must not fail one.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // By itself one processor is left idle; on a machine with two that is half of it.
    maxWorkers: '100%',
    setupFiles: ['tests/support/fuzz-runs.ts'],
    server: { deps: { inline: ['jsonld', 'rdf-canonize'] } },
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['tests/**/*.test.ts', 'tests/**/*.test.tsx'],
          exclude: ['tests/browser/**', 'tests/built/**', 'tests/bench/**'],
        },
      },
      { extends: true, test: { name: 'built', include: ['tests/built/**/*.test.ts'] } },
    ],
  },
}));
