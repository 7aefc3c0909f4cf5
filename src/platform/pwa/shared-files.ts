/** Where what was shared into the app waits until the page takes it. One entry; the next one replaces it. */
const cacheName = 'mecum/shared-in';
const countKey = '/shared-in/count';
const keyOf = (index: number): string => `/shared-in/${index}`;
const maxBytes = 50 * 1024 * 1024;

/** Service worker: keeps what another app shared (files, or text and address) and leads to Add. */
export async function sharedInto(request: Request): Promise<Response> {
  const form = await request.formData();
  const files = form.getAll('file').filter((entry): entry is File => entry instanceof File && entry.size > 0);
  const text = ['title', 'text', 'url']
    .map((name) => form.get(name))
    .filter((entry): entry is string => typeof entry === 'string' && entry !== '')
    .join('\n');
  const kept = files.filter((file) => file.size <= maxBytes);
  if (kept.length === 0 && text !== '') kept.push(new File([text], '', { type: 'text/plain' }));
  const cache = await freshCache();
  for (const [index, file] of kept.entries()) {
    const headers = { 'Content-Type': file.type, 'X-Name': encodeURIComponent(file.name) };
    await cache.put(keyOf(index), new Response(file, { headers }));
  }
  await cache.put(countKey, new Response(String(kept.length)));
  return Response.redirect('/#/add?shared=1', 303);
}

async function freshCache(): Promise<Cache> {
  await caches.delete(cacheName);
  return caches.open(cacheName);
}

/** Page: takes what was shared in, once; it is gone from the cache afterwards. */
export async function takeShared(): Promise<readonly File[]> {
  if (!('caches' in globalThis) || !(await caches.has(cacheName))) return [];
  const cache = await caches.open(cacheName);
  const count = Number((await (await cache.match(countKey))?.text()) ?? 0);
  const files: File[] = [];
  for (let index = 0; index < count; index += 1) {
    const kept = await cache.match(keyOf(index));
    if (kept === undefined) continue;
    const name = decodeURIComponent(kept.headers.get('X-Name') ?? '');
    files.push(new File([await kept.blob()], name, { type: kept.headers.get('Content-Type') ?? '' }));
  }
  await caches.delete(cacheName);
  return files;
}
