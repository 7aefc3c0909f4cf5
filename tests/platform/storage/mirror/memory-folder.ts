import type { MirrorFile, MirrorFolder } from '../../../../src/platform/storage/mirror/mirror-file.ts';

/** Two files in memory; what is in them outlives a restart, and can be spoilt by hand. */
export interface MemoryFolder extends MirrorFolder {
  readonly contents: [Uint8Array, Uint8Array];
  /** Fails every write from now on, as a full or lost file system does. */
  broken: boolean;
  opened: number;
}

export function createMemoryFolder(): MemoryFolder {
  const folder: MemoryFolder = {
    contents: [new Uint8Array(0), new Uint8Array(0)],
    broken: false,
    opened: 0,
    open: async () => {
      if (folder.opened > 0) throw new DOMException('taken', 'NoModificationAllowedError');
      folder.opened = 2;
      return [fileOf(0), fileOf(1)];
    },
    remove: async () => {
      if (folder.broken) throw new DOMException('as told', 'InvalidStateError');
      folder.contents[0] = new Uint8Array(0);
      folder.contents[1] = new Uint8Array(0);
    },
  };
  function fileOf(index: 0 | 1): MirrorFile {
    return {
      size: () => folder.contents[index].length,
      read: (at, length) => folder.contents[index].slice(at, at + length),
      write: (at, bytes) => {
        if (folder.broken) throw new DOMException('as told', 'QuotaExceededError');
        const before = folder.contents[index];
        const after = new Uint8Array(Math.max(before.length, at + bytes.length));
        after.set(before);
        after.set(bytes, at);
        folder.contents[index] = after;
      },
      truncate: (size) => {
        folder.contents[index] = folder.contents[index].slice(0, size);
      },
      flush: () => undefined,
      close: () => {
        folder.opened -= 1;
      },
    };
  }
  return folder;
}
