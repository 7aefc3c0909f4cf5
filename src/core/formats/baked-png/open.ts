import type { Attempt } from '../../model/attempt.ts';
import { refuse, succeed } from '../../model/attempt.ts';
import { toFormatId } from '../../model/ids.ts';
import { maxCredentialBytes } from '../../model/limits.ts';
import type { OpenedPacking } from '../../model/opened.ts';
import { inflateCapped } from '../../encoding/inflate-capped.ts';
import { bakedContent } from '../baked-content.ts';
import type { Glimpse } from '../glimpse.ts';
import { badgeKeywordOf } from './png-chunks.ts';
import type { PngChunk } from './png-chunks.ts';
import { wholePng } from './whole-png.ts';

/**
 * A badge baked into a PNG: Open Badges 3.0 and 2.0 and CLR 2.0 in one `iTXt` chunk, older badges in `tEXt`. Two readers of
 * one file must find one badge (B94): a second badge chunk, a wrong checksum anywhere, a chunk without end and anything
 * after the end of the image are refused. Compressed text, which the standard forbids, is read up to the cap.
 */
export function openBakedPng(glimpse: Glimpse): Attempt<OpenedPacking> {
  const { bytes } = glimpse.received;
  const chunks = wholePng(bytes);
  if (!chunks.ok) return chunks;
  const badges = chunks.value.filter((chunk) => badgeKeywordOf(chunk) !== undefined);
  const [badge] = badges;
  if (badge === undefined) return refuse('receive/unrecognized');
  if (badges.length > 1) return malformed('two-badges', badges[1]?.start ?? 0);
  const text = textOf(badge);
  if (!text.ok) return text;
  const holds = bakedContent(text.value, glimpse.received, 'image/png');
  return holds.ok ? succeed({ kind: 'packing', format: toFormatId('baked-png'), raw: bytes, mediaType: 'image/png', holds: holds.value }) : holds;
}

function malformed(why: string, at: number): Attempt<never> {
  return refuse('open/malformed', { what: 'png', why, at });
}

/** The text of the chunk: `tEXt` after its keyword; `iTXt` after compression flag and method, language, translated keyword. */
function textOf({ type, content, start }: PngChunk): Attempt<Uint8Array> {
  const keywordEnd = content.indexOf(0);
  if (type === 'tEXt') return capped(content.subarray(keywordEnd + 1));
  if (type !== 'iTXt') return malformed('compressed-text', start);
  const [flag, method] = [content[keywordEnd + 1], content[keywordEnd + 2]];
  const languageEnd = content.indexOf(0, keywordEnd + 3);
  const translatedEnd = languageEnd < 0 ? -1 : content.indexOf(0, languageEnd + 1);
  if (translatedEnd < 0 || method !== 0 || (flag !== 0 && flag !== 1)) return malformed('text-chunk', start);
  const text = content.subarray(translatedEnd + 1);
  return flag === 0 ? capped(text) : inflateCapped(text, maxCredentialBytes, 'zlib');
}

function capped(text: Uint8Array): Attempt<Uint8Array> {
  return text.length > maxCredentialBytes ? refuse('receive/too-large', { limit: maxCredentialBytes, bytes: text.length }) : succeed(text);
}
