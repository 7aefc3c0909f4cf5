/** A file that is read and written in place. Calls throw where the file system refuses. */
export interface MirrorFile {
  readonly size: () => number;
  /** Up to `length` bytes from `at`; fewer at the end. */
  readonly read: (at: number, length: number) => Uint8Array;
  readonly write: (at: number, bytes: Uint8Array) => void;
  readonly truncate: (size: number) => void;
  readonly flush: () => void;
  readonly close: () => void;
}

/** Where the two files of a mirror are. */
export interface MirrorFolder {
  /** Opens both files, made where they are absent. Throws where there is no such file system or another tab has them. */
  readonly open: () => Promise<readonly [MirrorFile, MirrorFile]>;
  /** Removes both files. */
  readonly remove: () => Promise<void>;
}

/** The part of `FileSystemSyncAccessHandle` that is used; workers only (File System Standard, 2.6). */
interface SyncAccess {
  getSize: () => number;
  read: (into: Uint8Array<ArrayBuffer>, options: { at: number }) => number;
  write: (bytes: Uint8Array, options: { at: number }) => number;
  truncate: (size: number) => void;
  flush: () => void;
  close: () => void;
}

function toMirrorFile(access: SyncAccess): MirrorFile {
  return {
    size: () => access.getSize(),
    read: (at, length) => {
      const bytes = new Uint8Array(length);
      return bytes.subarray(0, access.read(bytes, { at }));
    },
    write: (at, bytes) => {
      if (access.write(bytes, { at }) !== bytes.length) throw new DOMException('short write', 'QuotaExceededError');
    },
    truncate: (size) => access.truncate(size),
    flush: () => access.flush(),
    close: () => access.close(),
  };
}

/** The mirror's files in the origin private file system, `<name>-a` and `<name>-b`. */
export function createPrivateFolder(name: string): MirrorFolder {
  const names = [`${name}-a`, `${name}-b`] as const;
  return {
    open: async () => {
      const root = await navigator.storage.getDirectory();
      const openOne = async (file: string): Promise<MirrorFile> => {
        const handle = (await root.getFileHandle(file, { create: true })) as FileSystemFileHandle & {
          createSyncAccessHandle: () => Promise<SyncAccess>;
        };
        return toMirrorFile(await handle.createSyncAccessHandle());
      };
      const first = await openOne(names[0]);
      try {
        return [first, await openOne(names[1])];
      } catch (cause) {
        first.close();
        throw cause;
      }
    },
    remove: async () => {
      const root = await navigator.storage.getDirectory();
      for (const file of names) {
        try {
          await root.removeEntry(file);
        } catch (cause) {
          if (!(cause instanceof DOMException && cause.name === 'NotFoundError')) throw cause;
        }
      }
    },
  };
}
