import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { VitePWA } from 'vite-plugin-pwa';
import type { ManifestOptions } from 'vite-plugin-pwa';
import type { ManifestTransform } from 'workbox-build';
import type { Plugin, PluginOption } from 'vite';

const description = 'Keep your learning credentials on your own device. No account. Nothing is sent to us.';
const takes = ['.json', '.jsonld', '.jwt', '.txt', '.png', '.svg'];

const manifest: Partial<ManifestOptions> = {
  id: '/',
  name: 'Mecum',
  short_name: 'Mecum',
  description,
  lang: 'en',
  dir: 'ltr',
  start_url: '/',
  scope: '/',
  display: 'standalone',
  theme_color: '#ffffff',
  background_color: '#ffffff',
  categories: ['education', 'productivity'],
  icons: [
    { src: '/icon.svg', sizes: 'any', type: 'image/svg+xml' },
    { src: '/icons/icon-192.png', sizes: '192x192', type: 'image/png' },
    { src: '/icons/icon-512.png', sizes: '512x512', type: 'image/png' },
    { src: '/icons/maskable-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
  ],
  shortcuts: [
    { name: 'Add a credential', url: '/#/add' },
    { name: 'Check a credential', url: '/#/check' },
  ],
  share_target: {
    action: '/share-target',
    method: 'POST',
    enctype: 'multipart/form-data',
    params: {
      title: 'title',
      text: 'text',
      url: 'url',
      files: [{ name: 'file', accept: ['application/json', 'application/ld+json', 'application/jwt', 'text/plain', 'image/png', 'image/svg+xml', ...takes] }],
    },
  },
  file_handlers: [{ action: '/', accept: { 'application/json': ['.json'], 'application/ld+json': ['.jsonld'], 'application/jwt': ['.jwt'] } }],
  launch_handler: { client_mode: ['navigate-existing', 'auto'] },
};

/** The hash of each file stands in the service worker: a half upload or a page served in place of a script is not taken. */
function withIntegrity(folder: () => string): ManifestTransform {
  return (entries) => ({
    warnings: [],
    manifest: entries.map((entry) => ({
      ...entry,
      integrity: `sha384-${createHash('sha384').update(readFileSync(join(folder(), entry.url))).digest('base64')}`,
    })),
  });
}

/** The service worker and the manifest. Registration is our own code (`src/platform/pwa`), for Trusted Types. */
export function webApp(): PluginOption[] {
  let folder = 'dist';
  const seeFolder: Plugin = {
    name: 'mecum:web-app',
    configResolved: (config) => {
      folder = resolve(config.root, config.build.outDir);
    },
  };
  const pwa = VitePWA({
    strategies: 'injectManifest',
    srcDir: 'src/entries',
    filename: 'service-worker.ts',
    injectRegister: false,
    registerType: 'prompt',
    manifest: manifest as ManifestOptions,
    includeManifestIcons: false,
    injectManifest: {
      rollupFormat: 'es',
      globPatterns: ['shell.html', 'assets/**/*.{js,css,json,svg}', 'w/*.js', 'icon.svg', 'manifest.webmanifest', 'labels/en-*.json'],
      globIgnores: ['**/register-*.json', 'assets/{en-XA,ar-XB}-*.js'],
      manifestTransforms: [withIntegrity(() => folder)],
    },
  });
  return [seeFolder, pwa];
}
