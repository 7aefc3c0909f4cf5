import { Zip, ZipDeflate } from 'fflate';
import { encodeBase64 } from '../../../core/encoding/base64.ts';
import { joinBytes } from '../../../core/encoding/join-bytes.ts';
import { sha256Hex } from '../../../core/encoding/sha256.ts';
import { encodeUtf8 } from '../../../core/encoding/utf8.ts';
import { refuse, succeed } from '../../../core/model/attempt.ts';
import type { Attempt } from '../../../core/model/attempt.ts';
import type { Instant } from '../../../core/model/instant.ts';
import type { Transports } from '../../../wallet/ports.ts';

type PackOrder = Parameters<Transports['packFiles']>[0];
type EmbedOrder = Parameters<Transports['embedFiles']>[0];

/** Bytes that are worked on in one go. Whole groups of three, so that pieces in base64 are one text. */
const pieceBytes = 3 * 32 * 1024;

/** Lets the page answer a tap, and goes on after it. */
function nextTask(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}

/**
 * The local time that a ZIP keeps, made from UTC: the same order gives the same bytes wherever it is packed. ZIP knows
 * the years 1980 to 2099 only (APPNOTE 4.4.6).
 */
function zipTime(at: Instant): Date {
  const utc = new Date(Math.min(Math.max(at, Date.UTC(1980, 0, 2)), Date.UTC(2099, 11, 30)));
  return new Date(utc.getUTCFullYear(), utc.getUTCMonth(), utc.getUTCDate(), utc.getUTCHours(), utc.getUTCMinutes(), utc.getUTCSeconds());
}

/** Packs piece by piece, so that the page goes on; `send/cancelled` once the signal says so. */
export async function packFiles({ files, at, readme }: PackOrder, signal: AbortSignal): Promise<Attempt<Uint8Array>> {
  const out: Uint8Array[] = [];
  const zip = new Zip((error, piece) => {
    if (error !== null) throw error;
    out.push(piece);
  });
  const packed: { path: string; sha256: string }[] = [];
  const add = async (path: string, bytes: Uint8Array): Promise<void> => {
    const entry = new ZipDeflate(path, { level: 6 });
    entry.mtime = zipTime(at);
    zip.add(entry);
    for (let from = 0; from === 0 || from < bytes.length; from += pieceBytes) {
      if (signal.aborted) return;
      entry.push(bytes.subarray(from, from + pieceBytes), from + pieceBytes >= bytes.length);
      await nextTask();
    }
    packed.push({ path, sha256: await sha256Hex(bytes) });
  };
  for (const { path, bytes } of files) await add(path, bytes);
  await add(readme.path, encodeUtf8(readme.write([...packed])));
  if (signal.aborted) return refuse('send/cancelled');
  zip.end();
  return succeed(joinBytes(out));
}

/**
 * Puts files into a page as `data:` addresses, piece by piece. They say that they are bytes and nothing else: whatever a
 * file is, a browser saves it and never opens it as a page.
 */
export async function embedFiles({ page, files }: EmbedOrder, signal: AbortSignal): Promise<Attempt<Uint8Array>> {
  const out: Uint8Array[] = [];
  let rest = page;
  for (const { mark, bytes } of files) {
    const at = rest.indexOf(mark);
    if (at < 0) continue;
    out.push(encodeUtf8(`${rest.slice(0, at)}data:application/octet-stream;base64,`));
    rest = rest.slice(at + mark.length);
    for (let from = 0; from < bytes.length; from += pieceBytes) {
      if (signal.aborted) return refuse('send/cancelled');
      out.push(encodeUtf8(encodeBase64(bytes.subarray(from, from + pieceBytes))));
      await nextTask();
    }
  }
  out.push(encodeUtf8(rest));
  return succeed(joinBytes(out));
}
