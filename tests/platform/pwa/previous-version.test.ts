import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { answerFromPrevious, keepPrevious } from '../../../src/platform/pwa/previous-version.ts';

const origin = 'https://wallet.example';

/** As much of Cache Storage as the service worker uses. */
function createCaches() {
  const all = new Map<string, Map<string, Response>>();
  const open = (name: string) => {
    const kept = all.get(name) ?? new Map<string, Response>();
    all.set(name, kept);
    return {
      keys: async () => [...kept.keys()].map((url) => new Request(url)),
      match: async (request: Request) => kept.get(request.url)?.clone(),
      put: async (request: Request, response: Response) => void kept.set(request.url, response),
    };
  };
  return {
    all,
    keys: async () => [...all.keys()],
    open: async (name: string) => open(name),
    delete: async (name: string) => all.delete(name),
    match: async (request: Request) => [...all.values()].find((kept) => kept.has(request.url))?.get(request.url)?.clone(),
  };
}

let stored: ReturnType<typeof createCaches>;
const fetched: string[] = [];

async function precache(...paths: readonly string[]): Promise<void> {
  const cache = await stored.open('workbox-precache-v2-https://wallet.example/');
  for (const path of paths) await cache.put(new Request(origin + path), new Response(path));
}

beforeEach(() => {
  stored = createCaches();
  fetched.length = 0;
  vi.stubGlobal('caches', stored);
  vi.stubGlobal('self', { location: { origin } });
  vi.stubGlobal('fetch', async (request: Request) => {
    fetched.push(request.url);
    return new Response('from the network');
  });
});
afterEach(() => vi.unstubAllGlobals());

describe('C34 the version before', () => {
  it('keeps the parts that the new version no longer has, and only those', async () => {
    await precache('/assets/old-1.js', '/assets/both-1.js', '/shell.html');
    await keepPrevious(['assets/both-1.js', 'assets/new-2.js', 'shell.html']);
    expect([...(stored.all.get('mecum/previous-version')?.keys() ?? [])]).toEqual([`${origin}/assets/old-1.js`]);
  });

  it('answers an old page from what was kept, and asks the network for anything else', async () => {
    await precache('/assets/old-1.js');
    await keepPrevious([]);
    await stored.delete('workbox-precache-v2-https://wallet.example/');
    expect(await (await answerFromPrevious(new Request(`${origin}/assets/old-1.js`))).text()).toBe('/assets/old-1.js');
    expect(fetched).toEqual([]);
    expect(await (await answerFromPrevious(new Request(`${origin}/assets/other.js`))).text()).toBe('from the network');
  });

  it('goes one version back, no further', async () => {
    await precache('/assets/first.js');
    await keepPrevious([]);
    await stored.delete('workbox-precache-v2-https://wallet.example/');
    await precache('/assets/second.js');
    await keepPrevious([]);
    expect([...(stored.all.get('mecum/previous-version')?.keys() ?? [])]).toEqual([`${origin}/assets/second.js`]);
  });
});
