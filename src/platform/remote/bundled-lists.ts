import type { TrustListFile } from '../../core/model/trust.ts';

/** Lists that come with the app, beside it: large, so that they are fetched with their first use and kept from then on. */
export const bundledListPaths: readonly string[] = ['/lists/platforms-2026-11-22.json', '/lists/charter-universities-2026-04-08.json'];

/** How long a check waits for a list: on a net that only seems to be one it goes on without, and the list may still come. */
export const listWaitMs = 5_000;

const loaded = new Map<string, Promise<TrustListFile>>();

async function load(path: string): Promise<TrustListFile> {
  const response = await fetch(path);
  // A host may answer with its page where it has no such file.
  if (!response.ok || !(response.headers.get('content-type') ?? '').includes('json')) throw new Error(`no list at ${path}`);
  return { bytes: new Uint8Array(await response.arrayBuffer()) };
}

function loadOnce(path: string): Promise<TrustListFile> {
  const known = loaded.get(path);
  if (known !== undefined) return known;
  const loading = load(path);
  loaded.set(path, loading);
  loading.catch(() => loaded.delete(path));
  return loading;
}

/** Those of the lists that can be had now; one that cannot is asked for again the next time. */
export async function bundledLists(): Promise<readonly TrustListFile[]> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), listWaitMs);
  });
  const lists = await Promise.all(bundledListPaths.map((path) => Promise.race([loadOnce(path).catch(() => undefined), late])));
  clearTimeout(timer);
  return lists.filter((list) => list !== undefined);
}
