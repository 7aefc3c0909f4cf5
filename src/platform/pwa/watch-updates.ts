import { ownScriptUrl } from '../workers/start-worker.ts';

const script = '/service-worker.js';
const hourMs = 60 * 60 * 1000;

export interface Updates {
  /** Lets the waiting version take over and reloads this window; nothing happens when none waits. */
  readonly use: () => Promise<void>;
}

/** Asks the host for anything at all, past every cache. Any answer means online. */
export async function isOffline(): Promise<boolean> {
  try {
    await fetch(script, { method: 'HEAD', cache: 'no-store' });
    return false;
  } catch {
    return true;
  }
}

/**
 * Registers the service worker after the page has loaded and tells when a new version waits. It never takes over by
 * itself: it is used when the person says so, or at the next cold start.
 */
export function watchUpdates(tellWaiting: (waiting: boolean) => void): Updates {
  if (!('serviceWorker' in navigator) || !import.meta.env.PROD) return { use: () => Promise.resolve() };
  const container = navigator.serviceWorker;
  let registration: ServiceWorkerRegistration | undefined;
  let wanted = false;
  let lookedAt = 0;

  // The first worker of all is no update.
  const look = (): void => tellWaiting(registration?.waiting != null && container.controller !== null);
  const follow = (worker: ServiceWorker | null): void => worker?.addEventListener('statechange', look);
  const update = (): void => {
    if (registration === undefined || document.visibilityState !== 'visible' || performance.now() - lookedAt < hourMs) return;
    lookedAt = performance.now();
    registration.update().catch(() => undefined); // offline: the next look will do
  };
  const register = async (): Promise<void> => {
    registration = await container.register(ownScriptUrl(script), { scope: '/', updateViaCache: 'none' });
    lookedAt = performance.now();
    follow(registration.installing);
    registration.addEventListener('updatefound', () => follow(registration?.installing ?? null));
    look();
  };
  const begin = (): void => void register().catch(() => tellWaiting(false)); // refused: the app works without it
  if (document.readyState === 'complete') begin();
  else addEventListener('load', begin, { once: true });
  document.addEventListener('visibilitychange', update);
  container.addEventListener('controllerchange', () => {
    if (wanted) location.reload();
    else look();
  });

  return {
    use: async () => {
      const waiting = registration?.waiting;
      if (waiting == null) return;
      wanted = true;
      waiting.postMessage('skip-waiting');
    },
  };
}
