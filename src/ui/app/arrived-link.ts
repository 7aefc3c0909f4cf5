/** What of the browser this needs: the address, the history and the event of a changed fragment. */
export interface Address {
  readonly location: { readonly href: string; readonly hash: string };
  readonly history: { readonly state: unknown; replaceState: (state: unknown, unused: string, url: string) => void };
  readonly addEventListener: (type: 'hashchange', listener: () => void) => void;
}

/** A fragment that carries data: `#/check/1/<base64url>` or `#/present/1/<base64url>`. */
const carriesData = /^#\/(?:check|present)\/\d+\//;

let arrived: string | undefined;
const listeners = new Set<() => void>();

/**
 * Takes a payload out of the address before anything else sees it, now and whenever the fragment changes. To be
 * called first of all, before the router listens: afterwards address and history say `#/check` and nothing more.
 */
export function catchArrivedLink(view: Address): void {
  const take = (): void => {
    if (!carriesData.test(view.location.hash)) return;
    arrived = view.location.href;
    view.history.replaceState(view.history.state, '', '#/check');
    for (const listener of listeners) listener();
  };
  take();
  view.addEventListener('hashchange', take);
}

/** The link that arrived, whole, once: the second call gives undefined. */
export function takeArrivedLink(): string | undefined {
  const link = arrived;
  arrived = undefined;
  return link;
}

/** Calls `listener` when a link arrives while the app is open; returns the way to stop. */
export function onArrivedLink(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
