import type { TrustListFile } from '../core/model/trust.ts';
import type { ListShelf } from './answering-examiner.ts';
import type { Ports } from './ports.ts';

/** The learner's own lists out of the open vault, and those of the app. */
export function createListShelf(ports: Ports): ListShelf {
  const { vault } = ports;
  let [known, files]: [readonly unknown[], Promise<readonly TrustListFile[]>] = [[], Promise.resolve([])];
  return {
    own: () => {
      const { lists } = vault.snapshot.get();
      if (lists.length === 0) return Promise.resolve([]);
      if (known !== lists) [known, files] = [lists, vault.openLists().then((opened) => (opened.ok ? opened.value : []))];
      return files;
    },
    bundled: ports.bundledLists,
  };
}

/** For whoever checks: what comes with the app, and no list of the learner's (it counts for nobody else). */
export function createPublicListShelf(ports: Ports): ListShelf {
  return { own: () => Promise.resolve([]), bundled: ports.bundledLists };
}
