import { defineConfig } from 'vite';
import { jsonldPatch } from './plugins/jsonld-patch.ts';

/** Settings for building the command-line tools: everything bundled, so that the patched library runs here too. */
export default defineConfig({
  plugins: [jsonldPatch()],
  ssr: { noExternal: true },
  build: { target: 'node20', minify: false },
});
