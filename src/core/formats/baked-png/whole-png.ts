import type { Attempt } from '../../model/attempt.ts';
import { refuse, succeed } from '../../model/attempt.ts';
import { crc32 } from '../../encoding/ur/crc32.ts';
import { chunksOf, isPng } from './png-chunks.ts';
import type { PngChunk } from './png-chunks.ts';

/**
 * All chunks of a PNG that is whole: it begins with `IHDR` and ends with `IEND`, every checksum is right, nothing stands
 * behind the end (B94). Error: `open/malformed` with the place and the rule.
 */
export function wholePng(bytes: Uint8Array): Attempt<readonly PngChunk[]> {
  if (!isPng(bytes)) return malformed('signature', 0);
  const chunks: PngChunk[] = [];
  let end = 0;
  for (const chunk of chunksOf(bytes)) {
    if ((chunks.length === 0) !== (chunk.type === 'IHDR')) return malformed('first-chunk', chunk.start);
    if (!hasRightSum(bytes, chunk)) return malformed('checksum', chunk.start);
    chunks.push(chunk);
    end = chunk.type === 'IEND' ? chunk.start + 12 + chunk.content.length : 0;
  }
  if (end === 0) return malformed('no-end', bytes.length);
  return end === bytes.length ? succeed(chunks) : malformed('after-end', end);
}

function malformed(why: string, at: number): Attempt<never> {
  return refuse('open/malformed', { what: 'png', why, at });
}

function hasRightSum(bytes: Uint8Array, { start, content }: PngChunk): boolean {
  const covered = bytes.subarray(start + 4, start + 8 + content.length);
  const written = new DataView(bytes.buffer, bytes.byteOffset).getUint32(start + 8 + content.length);
  return crc32(covered) === written;
}
