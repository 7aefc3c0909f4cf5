import type { Installation, InstallationState } from '../../wallet/ports.ts';
import { isEphemeral, isInstalled, missingFeatures } from './detect-features.ts';
import { createInstallationStore } from './installation-state.ts';
import type { InstallationStore } from './installation-state.ts';
import { listenForFiles } from './listen-for-files.ts';
import { isOffline, watchUpdates } from './watch-updates.ts';

/** The event by which a browser offers to install; not in the DOM library. */
interface InstallOffer extends Event {
  readonly prompt: () => Promise<void>;
  readonly userChoice: Promise<{ readonly outcome: 'accepted' | 'dismissed' }>;
}

const askedKey = 'mecum/storage/asked';

function firstState(): InstallationState {
  return {
    ephemeral: isEphemeral(),
    canInstall: false,
    installed: isInstalled(),
    updateWaiting: false,
    missing: missingFeatures(),
    version: __VERSION__,
    offline: false,
  };
}

function remembered(key: string): boolean {
  try {
    return localStorage.getItem(key) !== null;
  } catch {
    return false;
  }
}

function remember(key: string): void {
  try {
    localStorage.setItem(key, '1');
  } catch {
    // Then we ask again at the next first save.
  }
}

async function measureStorage(store: InstallationStore): Promise<void> {
  const { storage } = navigator;
  if (storage === undefined) return;
  const [kept, estimate] = await Promise.all([storage.persisted(), storage.estimate()]);
  const usedBytes = estimate.usage;
  store.change({
    ...(kept || remembered(askedKey) ? { persisted: kept } : {}),
    ...(usedBytes === undefined ? {} : { usedBytes }),
  });
}

/** The browser's own offer to install, kept until the person asks for it. */
function keepInstallOffer(store: InstallationStore): () => Promise<boolean> {
  let offer: InstallOffer | undefined;
  addEventListener('beforeinstallprompt', (event) => {
    event.preventDefault();
    offer = event as InstallOffer;
    store.change({ canInstall: true });
  });
  addEventListener('appinstalled', () => store.change({ installed: true, canInstall: false }));
  return async () => {
    const made = offer;
    offer = undefined;
    store.change({ canInstall: false });
    if (made === undefined) return false;
    await made.prompt();
    return (await made.userChoice).outcome === 'accepted';
  };
}

/** Files that come from outside the page wait here until the screen for them takes them. */
function keepArrivals(): Pick<Installation, 'arrived' | 'takeArrived'> {
  let waiting: readonly File[] = [];
  const listeners = new Set<() => void>();
  const change = (files: readonly File[]): void => {
    waiting = files;
    for (const listener of listeners) listener();
  };
  listenForFiles((files) => change([...waiting, ...files]));
  return {
    arrived: {
      get: () => waiting,
      subscribe: (listener) => {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
    },
    takeArrived: () => {
      const taken = waiting;
      if (taken.length > 0) change([]);
      return taken;
    },
  };
}

/** Looks for the network when there is reason to: at the start, on return, and when the browser thinks it changed. */
function watchNetwork(store: InstallationStore): void {
  const look = (): void => void isOffline().then((offline) => store.change({ offline }));
  for (const type of ['online', 'offline']) addEventListener(type, look);
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState !== 'visible') return;
    look();
    void measureStorage(store).catch(() => undefined);
  });
  // A page that no service worker gave came from the host just now.
  if (navigator.serviceWorker?.controller != null) look();
}

/** The app as something installed: updates, storage, install offer, what the browser lacks. Starts listening at once. */
export function createInstallation(): Installation {
  const store = createInstallationStore(firstState());
  const running = new Set<symbol>();
  let waiting = false;
  const tell = (): void => store.change({ updateWaiting: waiting && running.size === 0 });
  const updates = watchUpdates((now) => {
    waiting = now;
    tell();
  });
  const install = keepInstallOffer(store);
  watchNetwork(store);
  void measureStorage(store).catch(() => undefined);

  return {
    state: store,
    ...keepArrivals(),
    install,
    useUpdate: updates.use,
    askToKeep: async () => {
      if (navigator.storage?.persist === undefined) return false;
      const kept = await navigator.storage.persist();
      remember(askedKey);
      store.change({ persisted: kept });
      return kept;
    },
    busy: (what) => {
      const token = Symbol(what);
      running.add(token);
      tell();
      return () => {
        running.delete(token);
        tell();
      };
    },
  };
}
