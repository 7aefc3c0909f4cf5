const cacheName = 'mecum/previous-version';

/**
 * Service worker, at install: keeps the parts of the version now running that the new one no longer has, so that an
 * open page can go on loading them after the new version took over. One version back, no more.
 */
export async function keepPrevious(newUrls: readonly string[]): Promise<void> {
  const wanted = new Set(newUrls.map((url) => new URL(url, self.location.origin).pathname));
  const names = (await caches.keys()).filter((name) => name.includes('precache'));
  await caches.delete(cacheName);
  const previous = await caches.open(cacheName);
  for (const name of names) {
    const cache = await caches.open(name);
    for (const request of await cache.keys()) {
      const { pathname } = new URL(request.url);
      const kept = pathname.startsWith('/assets/') && !wanted.has(pathname) ? await cache.match(request) : undefined;
      if (kept !== undefined) await previous.put(request, kept);
    }
  }
}

/** A part of this or the previous version; the network where neither is kept. */
export async function answerFromPrevious(request: Request): Promise<Response> {
  return (await caches.match(request)) ?? fetch(request);
}
