import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type * as Bundled from '../../../src/platform/remote/bundled-lists.ts';

const json = { headers: { 'content-type': 'application/json' } };
let module: typeof Bundled;

beforeEach(async () => {
  vi.resetModules();
  module = await import('../../../src/platform/remote/bundled-lists.ts');
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('the lists that come with the app', () => {
  it('are fetched once, from our own host', async () => {
    const fetched = vi.fn<(path: string) => Promise<Response>>(async (path) => new Response(`"${path}"`, json));
    vi.stubGlobal('fetch', fetched);
    expect(await module.bundledLists()).toHaveLength(2);
    expect(await module.bundledLists()).toHaveLength(2);
    expect(fetched.mock.calls.map(([path]) => path)).toEqual(module.bundledListPaths);
    expect(module.bundledListPaths.every((path) => /^\/lists\/[a-z0-9-]+\.json$/.test(path))).toBe(true);
  });

  it('keep no check waiting on a net that only seems to be one, and count as soon as they are there', async () => {
    vi.useFakeTimers();
    const waiting: ((response: Response) => void)[] = [];
    const [platforms] = module.bundledListPaths;
    vi.stubGlobal('fetch', (path: string) => (path === platforms ? Promise.resolve(new Response('1', json)) : new Promise<Response>((resolve) => waiting.push(resolve))));
    const first = module.bundledLists();
    await vi.advanceTimersByTimeAsync(module.listWaitMs);
    expect(await first).toHaveLength(1);
    for (const answer of waiting) answer(new Response('2', json));
    expect(await module.bundledLists()).toHaveLength(2);
    expect(waiting).toHaveLength(1);
  });

  it.each([
    ['the page instead of a list', () => new Response('<html>', { headers: { 'content-type': 'text/html' } })],
    ['a refusal', () => new Response('no', { ...json, status: 404 })],
  ])('%s is none, and is asked for again', async (_what, answer) => {
    vi.stubGlobal('fetch', async () => answer());
    expect(await module.bundledLists()).toEqual([]);
    vi.stubGlobal('fetch', async () => new Response('1', json));
    expect(await module.bundledLists()).toHaveLength(2);
  });
});
