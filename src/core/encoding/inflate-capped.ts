import { Gunzip, Inflate, Unzlib } from 'fflate';
import type { Attempt } from '../model/attempt.ts';
import { refuse, succeed } from '../model/attempt.ts';
import { joinBytes } from './join-bytes.ts';

/** Input is inflated in pieces this small, so that a bomb is stopped within half a megabyte over the cap. */
const stepBytes = 512;

/**
 * Inflates deflate data, bare (RFC 1951) or with the frame of zlib (RFC 1950) or gzip (RFC 1952), and stops at `maxBytes` before more memory is
 * taken. Errors: `receive/too-large` with the limit; `open/malformed` for anything that is no whole deflate stream, with the
 * bytes that came out before: whoever counts the work counts these.
 */
export function inflateCapped(packed: Uint8Array, maxBytes: number, frame: 'raw' | 'zlib' | 'gzip'): Attempt<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let total = 0;
  let isWhole = false;
  const take = (chunk: Uint8Array, final: boolean): void => {
    chunks.push(chunk);
    total += chunk.length;
    isWhole ||= final;
  };
  const inflater = frame === 'raw' ? new Inflate(take) : frame === 'gzip' ? new Gunzip(take) : new Unzlib(take);
  try {
    for (let at = 0; at < packed.length && total <= maxBytes; at += stepBytes) {
      inflater.push(packed.subarray(at, at + stepBytes), at + stepBytes >= packed.length);
    }
  } catch {
    return refuse('open/malformed', { what: 'deflate', bytes: total });
  }
  if (total > maxBytes) return refuse('receive/too-large', { limit: maxBytes });
  if (!isWhole) return refuse('open/malformed', { what: 'deflate', bytes: total });
  return succeed(joinBytes(chunks));
}
