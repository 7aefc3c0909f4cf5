import type { HeaderRow, SealedRow } from '../vault-storage.ts';
import type { MirrorFile, MirrorFolder } from './mirror-file.ts';
import { decodeFrame, encodeFrame, frameDigestBytes, frameHeaderBytes, payloadLength } from './mirror-frame.ts';
import type { MirrorFrame } from './mirror-frame.ts';

/** Everything the mirror holds at one counter. */
export interface MirrorState {
  readonly counter: number;
  readonly records: ReadonlyMap<string, SealedRow>;
  readonly chunks: ReadonlyMap<string, SealedRow>;
  readonly headers: readonly HeaderRow[];
}

/** A mirror that is open. Any call may throw where the file system refuses: then it is given up until the next start. */
export interface Mirror {
  /**
   * The counter of the newest complete state, by a look at the last frame; 0 where there is none. `holdsOld`: what the
   * last change took away is still in a file, for the session ended before that was written anew.
   */
  readonly look: () => Promise<{ readonly counter: number; readonly holdsOld: boolean }>;
  /** The newest complete state, every frame verified; undefined where there is none. */
  readonly read: () => Promise<MirrorState | undefined>;
  readonly append: (frame: MirrorFrame) => Promise<void>;
  /** Writes a new picture of everything into the other file, then empties the present one. */
  readonly renew: (frames: AsyncIterable<MirrorFrame>) => Promise<void>;
  /** True where changes have made the file much longer than what it holds. */
  readonly isLong: () => boolean;
  readonly close: () => void;
}

interface Place {
  readonly at: number;
  readonly length: number;
  /** Where the next frame would begin. */
  readonly next: number;
}

/** The frame that begins at `at`, by its header alone; undefined where none does, or where it is not all there. */
function placeAt(file: MirrorFile, at: number): Place | undefined {
  const length = payloadLength(file.read(at, frameHeaderBytes));
  if (length === undefined) return undefined;
  const next = at + frameHeaderBytes + length + frameDigestBytes;
  return next <= file.size() ? { at, length, next } : undefined;
}

function readPlace(file: MirrorFile, { at, length }: Place): Promise<MirrorFrame | undefined> {
  const from = at + frameHeaderBytes;
  return decodeFrame(file.read(from, length), file.read(from + length, frameDigestBytes));
}

interface Ending {
  readonly counter: number;
  readonly end: number;
  readonly takesAway: boolean;
}
const noEnding: Ending = { counter: 0, end: 0, takesAway: false };

/** The end of the file as a look at its frame headers and its last frame gives it; falls back to reading everything. */
async function lookAtEnd(file: MirrorFile): Promise<Ending> {
  let last: Place | undefined;
  for (let place = placeAt(file, 0); place !== undefined; place = placeAt(file, place.next)) last = place;
  if (last === undefined) return noEnding;
  const frame = await readPlace(file, last);
  if (frame !== undefined && frame.counter > 0) return { counter: frame.counter, end: last.next, takesAway: frame.takesAway };
  return (await readFile(file)).ending;
}

function apply(frame: MirrorFrame, records: Map<string, SealedRow>, chunks: Map<string, SealedRow>): void {
  if (frame.anew) {
    records.clear();
    chunks.clear();
  }
  for (const id of frame.dropRecords) records.delete(id);
  for (const id of frame.dropChunks) chunks.delete(id);
  for (const row of frame.putRecords) records.set(row.id, row);
  for (const row of frame.putChunks) chunks.set(row.id, row);
}

/** Reads frames from the start up to the first that does not fit; an unfinished picture at the end does not count. */
async function readFile(file: MirrorFile): Promise<{ readonly state: MirrorState | undefined; readonly ending: Ending }> {
  const records = new Map<string, SealedRow>();
  const chunks = new Map<string, SealedRow>();
  let unfinished: MirrorFrame[] = [];
  let headers: readonly HeaderRow[] = [];
  let ending = noEnding;
  for (let place = placeAt(file, 0); place !== undefined; place = placeAt(file, place.next)) {
    const frame = await readPlace(file, place);
    if (frame === undefined) break;
    unfinished.push(frame);
    if (frame.counter === 0) continue;
    for (const one of unfinished) apply(one, records, chunks);
    unfinished = [];
    headers = frame.headers;
    ending = { counter: frame.counter, end: place.next, takesAway: frame.takesAway };
  }
  const state = ending.counter === 0 ? undefined : { counter: ending.counter, records, chunks, headers };
  return { state, ending };
}

/** Growth beyond the last picture that is put up with. */
const spareBytes = 4 * 1024 * 1024;

/** Opens the mirror in a folder. Throws where the file system refuses. */
export async function openMirror(folder: MirrorFolder): Promise<Mirror> {
  const files = await folder.open();
  let present: 0 | 1 = 0;
  let end = 0;
  let pictureEnd = 0;

  /** Goes on with the file that is further; what follows its last complete state is cut off before anything is appended. */
  function goOnWith(endings: readonly [Ending, Ending]): void {
    present = endings[1].counter > endings[0].counter ? 1 : 0;
    end = pictureEnd = endings[present].end;
    if (files[present].size() > end) files[present].truncate(end);
  }

  async function look(): Promise<{ readonly counter: number; readonly holdsOld: boolean }> {
    const endings = [await lookAtEnd(files[0]), await lookAtEnd(files[1])] as const;
    goOnWith(endings);
    const { counter, takesAway } = endings[present];
    return { counter, holdsOld: takesAway || files[present === 0 ? 1 : 0].size() > 0 };
  }

  async function read(): Promise<MirrorState | undefined> {
    const both = [await readFile(files[0]), await readFile(files[1])] as const;
    goOnWith([both[0].ending, both[1].ending]);
    return both[present].state;
  }

  function put(file: MirrorFile, at: number, bytes: Uint8Array): number {
    file.write(at, bytes);
    return at + bytes.length;
  }

  return {
    look,
    read,
    append: async (frame) => {
      const bytes = await encodeFrame(frame);
      end = put(files[present], end, bytes);
      files[present].flush();
    },
    renew: async (frames) => {
      const other = present === 0 ? 1 : 0;
      files[other].truncate(0);
      let at = 0;
      try {
        for await (const frame of frames) at = put(files[other], at, await encodeFrame(frame));
        files[other].flush();
      } catch (cause) {
        // On a full disk half a picture would only take the room that is missing.
        files[other].truncate(0);
        throw cause;
      }
      files[present].truncate(0);
      files[present].flush();
      present = other;
      end = pictureEnd = at;
    },
    isLong: () => end > 2 * pictureEnd + spareBytes,
    close: () => files.forEach((file) => file.close()),
  };
}
