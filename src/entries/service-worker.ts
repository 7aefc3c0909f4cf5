import { cleanupOutdatedCaches, createHandlerBoundToURL, precacheAndRoute } from 'workbox-precaching';
import { NavigationRoute, registerRoute } from 'workbox-routing';
import { answerWithKeptList } from '../platform/pwa/kept-lists.ts';
import { answerFromPrevious, keepPrevious } from '../platform/pwa/previous-version.ts';
import { sharedInto } from '../platform/pwa/shared-files.ts';

/** The parts of a service worker's global scope that we use (the DOM library does not name them). */
interface ServiceWorkerScope {
  readonly __WB_MANIFEST: readonly { readonly url: string; readonly revision: string | null }[];
  readonly skipWaiting: () => Promise<void>;
  addEventListener(type: 'message', listener: (event: MessageEvent) => void): void;
  addEventListener(type: 'install', listener: (event: { waitUntil: (work: Promise<unknown>) => void }) => void): void;
}
const scope = self as unknown as ServiceWorkerScope;
const manifest = (self as unknown as ServiceWorkerScope).__WB_MANIFEST;

precacheAndRoute([...manifest]);
cleanupOutdatedCaches();
registerRoute(new NavigationRoute(createHandlerBoundToURL('/shell.html')));
registerRoute('/share-target', ({ request }) => sharedInto(request), 'POST');
// A page of the version before may still ask for its own parts.
registerRoute(({ url, sameOrigin }) => sameOrigin && url.pathname.startsWith('/assets/'), ({ request }) => answerFromPrevious(request));
// Lists, and labels in other languages than English: kept with their first use.
registerRoute(({ url, sameOrigin }) => sameOrigin && /^\/(lists|labels)\//.test(url.pathname), ({ request }) => answerWithKeptList(request));
scope.addEventListener('install', (event) => event.waitUntil(keepPrevious(manifest.map(({ url }) => url))));

// A new version waits until the person says so (`src/platform/pwa/watch-updates.ts`).
scope.addEventListener('message', (event) => {
  if (event.data === 'skip-waiting') void scope.skipWaiting();
});
