const cacheName = 'mecum-lists';

/** A list without its edition: `/lists/platforms-2026-11-22.json` and its successors. */
function titleOf(url: string): string {
  return new URL(url).pathname.replace(/-\d{4}-\d{2}-\d{2}\.json$/, '');
}

/** A list of ours: kept with its first use, so that it is there offline. Its name changes with its edition: an older one goes. */
export async function answerWithKeptList(request: Request): Promise<Response> {
  const cache = await caches.open(cacheName);
  const kept = await cache.match(request);
  if (kept !== undefined) return kept;
  const response = await fetch(request);
  const isList = response.ok && (response.headers.get('content-type') ?? '').includes('json');
  if (!isList) return response;
  const earlier = (await cache.keys()).filter(({ url }) => titleOf(url) === titleOf(request.url));
  // That it cannot be kept is no reason not to read it.
  await cache.put(request, response.clone()).then(
    () => Promise.all(earlier.map((other) => cache.delete(other))),
    () => undefined,
  );
  return response;
}
