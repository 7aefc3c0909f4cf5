import { createServer } from 'node:http';
import type { Server } from 'node:http';
import { readFileSync } from 'node:fs';
import { extname } from 'node:path';
import type { AddressInfo } from 'node:net';
import type { Page } from '@playwright/test';
import { fileFor } from '../../src/tools/serve-folder.ts';
import { galleryViews } from '../support/gallery-states.ts';
import { buildGallery } from './build-gallery.ts';

const types: Readonly<Record<string, string>> = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css', '.svg': 'image/svg+xml' };

/** The gallery on loopback. */
export interface GalleryServer {
  readonly origin: string;
  readonly close: () => void;
}

export async function serveGallery(): Promise<GalleryServer> {
  const folder = await buildGallery();
  const server: Server = createServer((request, response) => {
    const file = fileFor(folder, (request.url ?? '/').split('?')[0] ?? '/');
    if (file === undefined) return void response.writeHead(404).end();
    response.writeHead(200, { 'Content-Type': types[extname(file)] ?? 'application/octet-stream' }).end(readFileSync(file));
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return { origin: `http://localhost:${String((server.address() as AddressInfo).port)}`, close: () => server.close() };
}

export interface View {
  readonly state: string;
  readonly path: string;
  /** For file names and test names. */
  readonly name: string;
}

/** Every screen with each state that belongs to it. */
export const views: readonly View[] = galleryViews.map(([state, path]) => ({
  state,
  path,
  name: `${state} ${path.replace(/[0-9a-f]{64}/, (id) => id.slice(0, 4))}`,
}));

export interface Dress {
  readonly lang: 'en' | 'en-XA' | 'ar-XB';
  readonly theme: 'light' | 'dark';
  readonly width: number;
}

/** Opens one view in one dress and waits until it is drawn. */
export async function openView(page: Page, origin: string, view: View, dress: Dress): Promise<void> {
  await page.setViewportSize({ width: dress.width, height: 740 });
  await page.goto('about:blank');
  await page.goto(`${origin}/?state=${view.state}&lang=${dress.lang}&theme=${dress.theme}#${view.path}`);
  await page.locator('h1, .wait').first().waitFor({ timeout: 30_000 });
  // Lazily loaded parts of a screen come after its heading.
  await page.waitForFunction(() => document.querySelector('.wait') === null && performance.getEntriesByType('resource').every((entry) => (entry as PerformanceResourceTiming).responseEnd > 0), undefined, { timeout: 1500 }).catch(() => undefined);
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
}
