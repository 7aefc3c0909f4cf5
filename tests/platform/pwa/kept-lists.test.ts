import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { answerWithKeptList } from '../../../src/platform/pwa/kept-lists.ts';

const origin = 'https://wallet.example';
const kept = new Map<string, Response>();
let isFull = false;
const requested = (path: string): Request => new Request(origin + path);

beforeEach(() => {
  kept.clear();
  isFull = false;
  vi.stubGlobal('caches', {
    open: async () => ({
      keys: async () => [...kept.keys()].map((url) => new Request(url)),
      match: async ({ url }: Request) => kept.get(url)?.clone(),
      put: async ({ url }: Request, response: Response) => (isFull ? Promise.reject(new DOMException('full', 'QuotaExceededError')) : void kept.set(url, response)),
      delete: async ({ url }: Request) => kept.delete(url),
    }),
  });
  vi.stubGlobal('fetch', async ({ url }: Request) => new Response(url, { headers: { 'content-type': url.endsWith('page') ? 'text/html' : 'application/json' } }));
});
afterEach(() => vi.unstubAllGlobals());

describe('lists kept for use without a net', () => {
  it('keep the labels of each language, and of each its newest edition only', async () => {
    for (const path of ['/labels/el-2026-01-01.json', '/labels/bg-2026-01-01.json', '/labels/el-2026-02-02.json']) await answerWithKeptList(requested(path));
    expect([...kept.keys()].sort()).toEqual([`${origin}/labels/bg-2026-01-01.json`, `${origin}/labels/el-2026-02-02.json`]);
  });

  it('are there again when the net is gone; an earlier edition goes, another list stays', async () => {
    for (const path of ['/lists/a-2026-01-01.json', '/lists/b-2026-01-01.json', '/lists/a-2026-02-02.json']) await answerWithKeptList(requested(path));
    expect([...kept.keys()].sort()).toEqual([`${origin}/lists/a-2026-02-02.json`, `${origin}/lists/b-2026-01-01.json`]);
    vi.stubGlobal('fetch', () => Promise.reject(new TypeError('no net')));
    expect(await (await answerWithKeptList(requested('/lists/a-2026-02-02.json'))).text()).toBe(`${origin}/lists/a-2026-02-02.json`);
  });

  it('keep nothing that is no list, and are read also where nothing can be kept', async () => {
    await answerWithKeptList(requested('/lists/page'));
    expect(kept.size).toBe(0);
    isFull = true;
    expect((await answerWithKeptList(requested('/lists/a-2026-01-01.json'))).ok).toBe(true);
  });
});
