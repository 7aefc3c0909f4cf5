import { defineConfig } from 'vite';
import { jsonldPatch } from '../../src/tools/plugins/jsonld-patch.ts';

/** Our code is bundled with the patched library; the peer's packages stay outside and load what is published. */
export default defineConfig({
  plugins: [jsonldPatch()],
  build: { target: 'node20', minify: false },
});
