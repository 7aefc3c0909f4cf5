import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type * as Bundled from '../../../src/platform/remote/bundled-labels.ts';

const json = { headers: { 'content-type': 'application/json' } };
const fromFolder = async (path: string): Promise<Response> => new Response(readFileSync(`public${path}`), json);
let module: typeof Bundled;

beforeEach(async () => {
  vi.resetModules();
  module = await import('../../../src/platform/remote/bundled-labels.ts');
});
afterEach(() => vi.unstubAllGlobals());

describe('the labels that come with the app', () => {
  it('are fetched one language at a time, once, from our own host', async () => {
    const fetched = vi.fn<(path: string) => Promise<Response>>(fromFolder);
    vi.stubGlobal('fetch', fetched);
    const [greek, again] = await Promise.all([module.bundledLabels('el'), module.bundledLabels('el')]);
    expect(greek?.lists['assessment']?.['6e6cb2cc78']).toBe('Γραπτή εξέταση');
    expect(again).toBe(greek);
    expect(fetched.mock.calls).toEqual([['/labels/el-2026-11-21.json']]);
  });

  it('ask nobody for a language that has none, whatever it is called', async () => {
    const fetched = vi.fn<(path: string) => Promise<Response>>(fromFolder);
    vi.stubGlobal('fetch', fetched);
    for (const language of ['zh', '', '../lists/platforms', 'EN']) expect(await module.bundledLabels(language)).toBeUndefined();
    expect(fetched).not.toHaveBeenCalled();
  });

  it.each([
    ['a page instead of them', () => new Response('<html>', { headers: { 'content-type': 'text/html' } })],
    ['a refusal', () => new Response('{}', { ...json, status: 404 })],
    ['half a file', () => new Response('{"kind":"mecum/1/lab', json)],
    ['another file', () => new Response('{"kind":"mecum/1/platforms","rows":[]}', json)],
    ['another language', () => new Response('{"kind":"mecum/1/labels","language":"de","lists":{}}', json)],
  ])('%s is none, and is asked for again', async (_what, answer) => {
    vi.stubGlobal('fetch', async () => answer());
    expect(await module.bundledLabels('bg')).toBeUndefined();
    vi.stubGlobal('fetch', fromFolder);
    expect((await module.bundledLabels('bg'))?.language).toBe('bg');
  });
});
