import { unzipSync, Zip, ZipDeflate, ZipPassThrough } from 'fflate';
import { joinBytes } from '../../../core/encoding/join-bytes.ts';
import { refuse, succeed } from '../../../core/model/attempt.ts';
import type { Attempt } from '../../../core/model/attempt.ts';
import { utf8 } from '../join-parts.ts';
import { padmeLength } from '../padme.ts';

export interface ZipEntry {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** Zeros at the end of a padded archive. */
export const paddingPath = 'padding';
const maxEntries = 50_000;
/** As much as the reader of `records.json` takes: tens of thousands of credentials. */
const maxEntryBytes = 64 * 1024 * 1024;
const maxAllBytes = 256 * 1024 * 1024;
/** What a stored entry of a streamed ZIP takes besides its bytes: local header, descriptor, directory entry (APPNOTE 4.3). */
const localHeaderBytes = 30;
const descriptorBytes = 16;
const directoryBytes = 46;
const directoryEndBytes = 22;

/** ZIP knows the years 1980-2099 only. */
function zipTime(instant: number): number {
  return Math.min(Math.max(instant, Date.UTC(1980, 0, 2)), Date.UTC(2099, 11, 30));
}

/** Packs entries into a ZIP; `padded` brings it to a Padmé length with zeros in an entry of its own. */
export function packZip(entries: readonly ZipEntry[], at: number, padded: boolean): Uint8Array {
  const pieces: Uint8Array[] = [];
  let size = 0;
  const zip = new Zip((error, piece) => {
    if (error !== null) throw error;
    pieces.push(piece);
    size += piece.length;
  });
  const mtime = zipTime(at);
  for (const { path, bytes } of entries) {
    const file = new ZipDeflate(path, { level: 6 });
    file.mtime = mtime;
    zip.add(file);
    file.push(bytes, true);
  }
  if (padded) {
    const names = [...entries.map(({ path }) => path), paddingPath].map((path) => utf8(path).length);
    const directory = names.reduce((sum, length) => sum + directoryBytes + length, directoryEndBytes);
    const bare = size + localHeaderBytes + utf8(paddingPath).length + descriptorBytes + directory;
    const file = new ZipPassThrough(paddingPath);
    file.mtime = mtime;
    zip.add(file);
    file.push(new Uint8Array(padmeLength(bare) - bare), true);
  }
  zip.end();
  return joinBytes(pieces);
}

/** Unpacks a ZIP within the caps on entries and bytes; `backup/damaged` for anything that does not fit. */
export function unpackZip(bytes: Uint8Array): Attempt<ReadonlyMap<string, Uint8Array>> {
  let entries = 0;
  let total = 0;
  let withinCaps = true;
  const filter = ({ originalSize }: { readonly originalSize: number }): boolean => {
    entries++;
    total += originalSize;
    withinCaps &&= entries <= maxEntries && originalSize <= maxEntryBytes && total <= maxAllBytes;
    return withinCaps;
  };
  try {
    const files = unzipSync(bytes, { filter });
    return withinCaps ? succeed(new Map(Object.entries(files))) : refuse('receive/too-large', { limit: maxAllBytes });
  } catch {
    return refuse('backup/damaged', { part: 'archive' });
  }
}
