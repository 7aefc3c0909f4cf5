import { cleanupOutdatedCaches, createHandlerBoundToURL, precacheAndRoute } from 'workbox-precaching';
import { NavigationRoute, registerRoute } from 'workbox-routing';
import { sharedInto } from '../platform/pwa/shared-files.ts';

/** The parts of a service worker's global scope that we use (the DOM library does not name them). */
interface ServiceWorkerScope {
  readonly __WB_MANIFEST: Parameters<typeof precacheAndRoute>[0];
  readonly skipWaiting: () => Promise<void>;
  readonly addEventListener: (type: 'message', listener: (event: MessageEvent) => void) => void;
}
const scope = self as unknown as ServiceWorkerScope;

precacheAndRoute((self as unknown as ServiceWorkerScope).__WB_MANIFEST);
cleanupOutdatedCaches();
registerRoute(new NavigationRoute(createHandlerBoundToURL('/shell.html'), { denylist: [/^\/share-target$/] }));
registerRoute('/share-target', ({ request }) => sharedInto(request), 'POST');

// A new version waits until the person says so (`src/platform/pwa/create-installation.ts`).
scope.addEventListener('message', (event) => {
  if (event.data === 'skip-waiting') void scope.skipWaiting();
});
