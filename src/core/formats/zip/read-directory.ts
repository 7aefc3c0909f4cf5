import type { Attempt } from '../../model/attempt.ts';
import { refuse, succeed } from '../../model/attempt.ts';
import { maxCredentialsPerFile } from '../../model/limits.ts';

/** One file of an archive, as the directory at its end lists it. */
export interface ArchiveEntry {
  readonly name: Uint8Array;
  readonly method: number;
  readonly isEncrypted: boolean;
  readonly sum: number;
  readonly packedBytes: number;
  readonly bytes: number;
  /** Where its local header begins. */
  readonly start: number;
}

const marks = { end: 0x06054b50, entry: 0x02014b50 } as const;
const [endBytes, entryBytes, maxCommentBytes] = [22, 46, 0xffff] as const;

/**
 * The directory of a ZIP (APPNOTE 4.3.12 and 4.3.16): the one whose comment ends with the file, so that there is one only.
 * Errors: `open/malformed`, `open/truncated` where there is none, `open/too-many-nodes` for more entries than are read.
 */
export function readDirectory(bytes: Uint8Array): Attempt<readonly ArchiveEntry[]> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEnd(view);
  if (end === undefined) return refuse('open/truncated', { what: 'zip' });
  const count = view.getUint16(end + 10, true);
  if (count > maxCredentialsPerFile) return refuse('open/too-many-nodes', { limit: maxCredentialsPerFile, credentials: count });
  const entries: ArchiveEntry[] = [];
  let at = view.getUint32(end + 16, true);
  for (let index = 0; index < count; index += 1) {
    if (at + entryBytes > end || view.getUint32(at, true) !== marks.entry) return malformed('directory', at);
    const [nameBytes, extraBytes, commentBytes] = [view.getUint16(at + 28, true), view.getUint16(at + 30, true), view.getUint16(at + 32, true)];
    const next = at + entryBytes + nameBytes + extraBytes + commentBytes;
    if (next > end) return malformed('directory', at);
    entries.push(entryAt(view, bytes, at, nameBytes));
    at = next;
  }
  return at === end ? succeed(entries) : malformed('directory', at);
}

function malformed(why: string, at: number): Attempt<never> {
  return refuse('open/malformed', { what: 'zip', why, at });
}

function findEnd(view: DataView): number | undefined {
  const last = view.byteLength - endBytes;
  for (let at = last; at >= 0 && at >= last - maxCommentBytes; at -= 1) {
    if (view.getUint32(at, true) === marks.end && view.getUint16(at + 20, true) === last - at) return at;
  }
  return undefined;
}

function entryAt(view: DataView, bytes: Uint8Array, at: number, nameBytes: number): ArchiveEntry {
  return {
    isEncrypted: (view.getUint16(at + 8, true) & 1) === 1,
    method: view.getUint16(at + 10, true),
    sum: view.getUint32(at + 16, true),
    packedBytes: view.getUint32(at + 20, true),
    bytes: view.getUint32(at + 24, true),
    start: view.getUint32(at + 42, true),
    name: bytes.subarray(at + entryBytes, at + entryBytes + nameBytes),
  };
}
