import type { Attempt } from '../../model/attempt.ts';
import { refuse, succeed } from '../../model/attempt.ts';
import { crc32, toCrcBytes } from '../../encoding/ur/crc32.ts';
import { joinBytes } from '../../encoding/join-bytes.ts';
import { encodeUtf8 } from '../../encoding/utf8.ts';
import { badgeKeywordOf } from './png-chunks.ts';
import { wholePng } from './whole-png.ts';

/** The keyword of the one text chunk: Open Badges 3.0 and 2.0, CLR 2.0. */
export type BadgeKeyword = 'openbadgecredential' | 'openbadges' | 'clrcredential';

const signatureBytes = 8;

/**
 * Writes a badge into a PNG (Open Badges 3.0, "PNGs"): one `iTXt` chunk behind `IHDR`, not compressed, language and
 * translated keyword empty. Badges that were there are taken out; every other chunk stays byte for byte. Error:
 * `open/malformed` where the picture is not whole or holds no pixels.
 */
export function bakePng(picture: Uint8Array, keyword: BadgeKeyword, text: Uint8Array): Attempt<Uint8Array<ArrayBuffer>> {
  const chunks = wholePng(picture);
  if (!chunks.ok) return chunks;
  const [header, ...rest] = chunks.value;
  if (header?.content.length !== 13 || !rest.some(({ type }) => type === 'IDAT')) return refuse('open/malformed', { what: 'png', why: 'no-picture' });
  const kept = rest.filter((chunk) => badgeKeywordOf(chunk) === undefined).map(({ start, content }) => picture.subarray(start, start + 12 + content.length));
  return succeed(joinBytes([picture.subarray(0, signatureBytes + 12 + header.content.length), ...textChunk(keyword, text), ...kept]));
}

/** PNG 3, 11.3.3.4: keyword, null, compression flag 0, method 0, empty language, empty translated keyword, the text. */
function textChunk(keyword: BadgeKeyword, text: Uint8Array): readonly Uint8Array[] {
  const covered = joinBytes([encodeUtf8(`iTXt${keyword}`), new Uint8Array(5), text]);
  const length = new DataView(new ArrayBuffer(4));
  length.setUint32(0, covered.length - 4);
  return [new Uint8Array(length.buffer), covered, toCrcBytes(crc32(covered))];
}
