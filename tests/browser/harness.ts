import { resolve } from 'node:path';
import { test as base } from '@playwright/test';
import type { BrowserContext, Page } from '@playwright/test';
import { serveFolder } from '../../src/tools/serve-folder.ts';
import type { FolderServer } from '../../src/tools/serve-folder.ts';

/** The build under test. */
export const dist = resolve(process.env['MECUM_DIST'] ?? 'dist');

/** Watches a context: a policy violation, an error on the console or a request to another host fails the test. */
export interface Guard {
  /** What was seen that must not be. */
  readonly seen: readonly string[];
  /** From now on, console errors that match are expected, such as those of a network that is switched off. */
  readonly allow: (pattern: RegExp) => void;
  readonly watch: (context: BrowserContext) => void;
}

/** Chromium writes each failed request to the console; offline that is what should happen. */
export const networkIsOff = /net::ERR_(INTERNET_DISCONNECTED|CONNECTION_REFUSED|FAILED)/;

function createGuard(origin: () => string): Guard {
  const seen: string[] = [];
  const allowed: RegExp[] = [];
  const note = (text: string): void => {
    if (!allowed.some((pattern) => pattern.test(text))) seen.push(text);
  };
  return {
    seen,
    allow: (pattern) => allowed.push(pattern),
    watch: (context) => {
      context.on('console', (message) => {
        if (message.type() === 'error' || /Content Security Policy|Trusted ?Types/i.test(message.text())) note(`console: ${message.text()}`);
      });
      context.on('weberror', (error) => note(`uncaught: ${String(error.error())}`));
      context.on('request', (request) => {
        const url = new URL(request.url());
        if (!['data:', 'blob:'].includes(url.protocol) && url.origin !== origin()) note(`request to ${url.origin}`);
      });
    },
  };
}

interface Together {
  /** The production build on loopback with its production headers. One server for each worker. */
  readonly site: FolderServer & { readonly home: string };
}
interface Each {
  readonly guard: Guard;
}

export const test = base.extend<Each, Together>({
  site: [
    // Playwright wants the pattern even where nothing is taken from it.
    // oxlint-disable-next-line no-empty-pattern
    async ({}, use) => {
      const server = await serveFolder(dist, 0);
      await use({ ...server, home: `http://localhost:${server.port}` });
      await server.close();
    },
    { scope: 'worker' },
  ],
  guard: async ({ site }, use) => {
    const guard = createGuard(() => site.home);
    await use(guard);
    if (guard.seen.length > 0) throw new Error(`the browser complained:\n${guard.seen.join('\n')}`);
  },
  context: async ({ context, guard }, use) => {
    guard.watch(context);
    await use(context);
  },
  baseURL: async ({ site }, use) => use(site.home),
});
export { expect } from '@playwright/test';

/** The service worker runs and controls this page from the next load on. */
export async function untilInstalled(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
  });
}

/** A virtual authenticator of this phone; with or without the PRF extension. */
export async function addPasskeyDevice(page: Page, hasPrf = true): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send('WebAuthn.enable');
  await session.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
      hasPrf,
    },
  });
}
