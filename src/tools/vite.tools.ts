import { defineConfig } from 'vite';
import { jsonldPatch } from './plugins/jsonld-patch.ts';

/** Settings for building the command-line tools: everything bundled, so that the patched library runs here too. */
export default defineConfig({
  plugins: [jsonldPatch()],
  // The signing libraries of the samples stay outside: they are a second opinion, with their own copy of jsonld. So does
  // what makes certificates: it must be loaded after reflection, and files of a build have no order of their own.
  ssr: {
    noExternal: true,
    external: [
      '@digitalbazaar/data-integrity',
      '@digitalbazaar/ed25519-multikey',
      '@digitalbazaar/ed25519-signature-2020',
      '@digitalbazaar/ed25519-verification-key-2020',
      '@digitalbazaar/eddsa-rdfc-2022-cryptosuite',
      '@digitalbazaar/vc',
      '@peculiar/x509',
      'reflect-metadata',
    ],
  },
  build: { target: 'node20', minify: false },
});
