import type { Attempt } from '../../model/attempt.ts';
import { refuse, succeed } from '../../model/attempt.ts';
import { toFormatId } from '../../model/ids.ts';
import { maxArchiveRatio, maxFileBytes } from '../../model/limits.ts';
import type { OpenedCollection } from '../../model/opened.ts';
import type { Received } from '../../model/received.ts';
import { inflateCapped } from '../../encoding/inflate-capped.ts';
import { crc32 } from '../../encoding/ur/crc32.ts';
import type { Glimpse } from '../glimpse.ts';
import { innerReceived } from '../inner-items.ts';
import { readDirectory } from './read-directory.ts';
import type { ArchiveEntry } from './read-directory.ts';

const localMark = 0x04034b50;
const localBytes = 30;
/** Below this many bytes no ratio of packing is a bomb. */
const harmlessBytes = 1024 * 1024;

/**
 * A ZIP of files. Each is found by its content; its name is shown and means nothing. Sizes are counted while inflating and
 * never believed: more than one file may hold, in all or in one entry, is refused, and so is what unpacks to more than two
 * hundred times itself. An entry that cannot be unpacked is one that failed, never the whole.
 */
export function openZip(glimpse: Glimpse): Attempt<OpenedCollection> {
  const { received } = glimpse;
  const entries = readDirectory(received.bytes);
  if (!entries.ok) return entries;
  const inner: Attempt<Received>[] = [];
  let left = maxFileBytes;
  for (const entry of entries.value) {
    const fileName = baseNameOf(entry.name);
    if (fileName === '') continue;
    const unpacked = unpack(received.bytes, entry, left);
    if (!unpacked.ok && unpacked.error.code === 'receive/too-large') return unpacked;
    left -= workOf(unpacked);
    inner.push(unpacked.ok ? succeed(innerReceived(received, unpacked.value, undefined, fileName)) : unpacked);
  }
  return succeed({ kind: 'collection', format: toFormatId('zip'), inner, mixed: true });
}

/** The last part of the path; empty for a folder. */
function baseNameOf(name: Uint8Array): string {
  const text = new TextDecoder().decode(name);
  return text.slice(Math.max(text.lastIndexOf('/'), text.lastIndexOf('\\')) + 1).slice(0, 120);
}

function unpack(archive: Uint8Array, entry: ArchiveEntry, left: number): Attempt<Uint8Array> {
  const { start, method, isEncrypted, packedBytes, bytes, sum } = entry;
  const view = new DataView(archive.buffer, archive.byteOffset, archive.byteLength);
  if (start + localBytes > archive.length || view.getUint32(start, true) !== localMark) return malformed('entry', start);
  const from = start + localBytes + view.getUint16(start + 26, true) + view.getUint16(start + 28, true);
  if (from + packedBytes > archive.length) return malformed('entry', start);
  if (isEncrypted || (method !== 0 && method !== 8)) return refuse('open/unsupported-version', { what: 'zip', why: isEncrypted ? 'encrypted' : 'method' });
  const packed = archive.subarray(from, from + packedBytes);
  const cap = Math.min(left, Math.max(harmlessBytes, packedBytes * maxArchiveRatio));
  if (method === 0 && packed.length > cap) return refuse('receive/too-large', { limit: cap });
  const unpacked = method === 0 ? succeed(packed.slice()) : inflateCapped(packed, cap, 'raw');
  if (!unpacked.ok) return unpacked;
  const isWhole = unpacked.value.length === bytes && crc32(unpacked.value) === sum;
  return isWhole ? unpacked : malformed('checksum', start, unpacked.value.length);
}

/** Bytes that came out, of an entry that is broken as well: a thousand of them may be the same bytes of the file. */
function workOf(unpacked: Attempt<Uint8Array>): number {
  return unpacked.ok ? unpacked.value.length : Number(unpacked.error.facts['bytes'] ?? 0);
}

function malformed(why: string, at: number, bytes = 0): Attempt<never> {
  return refuse('open/malformed', { what: 'zip', why, at, bytes });
}
