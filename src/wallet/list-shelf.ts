import type { KeptList } from '../core/model/answers.ts';
import type { TrustListFile } from '../core/model/trust.ts';
import type { ListShelf } from './answering-examiner.ts';
import type { Ports } from './ports.ts';

/** Which lists are kept, whatever else changed in the vault. */
function nameOf(lists: readonly KeptList[]): string {
  return lists.map(({ id, pinned }) => `${id} ${pinned ?? ''}`).join();
}

/** The learner's own lists out of the open vault, and those of the app. */
export function createListShelf(ports: Ports): ListShelf {
  const { vault } = ports;
  let opened: { readonly name: string; readonly files: Promise<readonly TrustListFile[]> } | undefined;

  async function open(name: string): Promise<readonly TrustListFile[]> {
    const read = await vault.openLists();
    if (read.ok) return read.value;
    // Not to be had now: asked for again the next time.
    if (opened?.name === name) opened = undefined;
    return [];
  }

  // A closed vault has none: what was opened is forgotten with it.
  vault.snapshot.subscribe(() => {
    if (vault.snapshot.get().lists.length === 0) opened = undefined;
  });
  return {
    own: () => {
      const { lists } = vault.snapshot.get();
      if (lists.length === 0) return Promise.resolve([]);
      const name = nameOf(lists);
      if (opened?.name !== name) opened = { name, files: open(name) };
      return opened.files;
    },
    bundled: ports.bundledLists,
  };
}

/** For whoever checks: what comes with the app, and no list of the learner's (it counts for nobody else). */
export function createPublicListShelf(ports: Ports): ListShelf {
  return { own: () => Promise.resolve([]), bundled: ports.bundledLists };
}
