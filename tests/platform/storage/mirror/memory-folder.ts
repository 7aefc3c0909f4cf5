import type { MirrorFile, MirrorFolder } from '../../../../src/platform/storage/mirror/mirror-file.ts';

/** Two files in memory; what is in them outlives a restart, and can be spoilt by hand. */
export interface MemoryFolder extends MirrorFolder {
  readonly contents: [Uint8Array, Uint8Array];
  /** Fails every write from now on, as a full or lost file system does. */
  broken: boolean;
  /** How many more writes, cuts and flushes there are before the worker is killed: the one after them is done half, then all fail. */
  left: number;
  /** Bytes that both files may have together: a write that does not fit is done as far as it fits, then fails. */
  room: number;
  opened: number;
}

export function createMemoryFolder(): MemoryFolder {
  const folder: MemoryFolder = {
    contents: [new Uint8Array(0), new Uint8Array(0)],
    broken: false,
    left: Number.POSITIVE_INFINITY,
    room: Number.POSITIVE_INFINITY,
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
  /** Whether this step is still done, done half, or comes after the end. */
  function step(): 'whole' | 'half' {
    folder.left -= 1;
    if (folder.left < -1) throw new DOMException('killed', 'InvalidStateError');
    return folder.left === -1 ? 'half' : 'whole';
  }
  function fileOf(index: 0 | 1): MirrorFile {
    return {
      size: () => folder.contents[index].length,
      read: (at, length) => folder.contents[index].slice(at, at + length),
      write: (at, all) => {
        const kept = step() === 'whole' ? all : all.subarray(0, all.length / 2);
        const bytes = kept.subarray(0, Math.max(0, folder.room - folder.contents[index === 0 ? 1 : 0].length - at));
        if (folder.broken) throw new DOMException('as told', 'QuotaExceededError');
        const before = folder.contents[index];
        const after = new Uint8Array(Math.max(before.length, at + bytes.length));
        after.set(before);
        after.set(bytes, at);
        folder.contents[index] = after;
        if (bytes.length < kept.length) throw new DOMException('short write', 'QuotaExceededError');
      },
      truncate: (size) => {
        if (step() === 'half') return;
        folder.contents[index] = folder.contents[index].slice(0, size);
      },
      flush: () => void step(),
      close: () => {
        folder.opened -= 1;
      },
    };
  }
  return folder;
}
