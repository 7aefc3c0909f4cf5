import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';
import { jsonldPatch } from './src/tools/plugins/jsonld-patch.ts';

export default defineConfig({
  plugins: [jsonldPatch(), react()],
  build: { target: 'es2022', modulePreload: { polyfill: false }, assetsInlineLimit: 0 },
  worker: { format: 'es', plugins: () => [jsonldPatch()] },
  test: {
    environment: 'node',
    include: ['tests/**/*.test.ts', 'tests/**/*.test.tsx'],
    exclude: ['tests/browser/**'],
    server: { deps: { inline: ['jsonld', 'rdf-canonize'] } },
  },
});
