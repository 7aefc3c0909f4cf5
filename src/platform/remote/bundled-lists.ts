import type { TrustListFile } from '../../core/model/trust.ts';

/** Lists that come with the app, beside it: large, so that they are fetched with their first use and kept from then on. */
export const bundledListPaths: readonly string[] = ['/lists/platforms-2026-11-22.json', '/lists/charter-universities-2026-04-08.json'];

const loaded = new Map<string, Promise<TrustListFile>>();

async function load(path: string): Promise<TrustListFile> {
  const response = await fetch(path);
  if (!response.ok) throw new Error(`no list at ${path}`);
  return { bytes: new Uint8Array(await response.arrayBuffer()) };
}

/** Those of the lists that can be had now; one that cannot is asked for again the next time. */
export async function bundledLists(): Promise<readonly TrustListFile[]> {
  const lists = await Promise.allSettled(
    bundledListPaths.map((path) => {
      const known = loaded.get(path) ?? load(path);
      loaded.set(path, known);
      known.catch(() => loaded.delete(path));
      return known;
    }),
  );
  return lists.flatMap((list) => (list.status === 'fulfilled' ? [list.value] : []));
}
