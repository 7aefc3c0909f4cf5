const cacheName = 'mecum-lists';

/** A list of ours: kept with its first use, so that it is there offline; its name changes with its edition. */
export async function answerWithKeptList(request: Request): Promise<Response> {
  const cache = await caches.open(cacheName);
  const kept = await cache.match(request);
  if (kept !== undefined) return kept;
  const response = await fetch(request);
  const isList = response.ok && (response.headers.get('content-type') ?? '').includes('json');
  if (isList) await cache.put(request, response.clone());
  return response;
}
