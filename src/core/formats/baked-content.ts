import type { Attempt } from '../model/attempt.ts';
import { refuse, succeed } from '../model/attempt.ts';
import type { OpenedCredential } from '../model/opened.ts';
import type { Received } from '../model/received.ts';
import { decodeUtf8 } from '../encoding/utf8.ts';
import { badgeByAddress } from './badge-2/badge-by-address.ts';
import { innerReceived } from './inner-items.ts';

/**
 * What was baked into an image: JSON or a token as bytes of its own, or the address of a badge that is kept elsewhere
 * (Open Badges before 3.0), which makes the image the badge. Errors: those of reading UTF-8, and `receive/empty`.
 */
export function bakedContent(bytes: Uint8Array, outer: Received, mediaType: string): Attempt<Received | OpenedCredential> {
  const text = decodeUtf8(bytes);
  if (!text.ok) return text;
  const trimmed = text.value.trim();
  if (trimmed === '') return refuse('receive/empty');
  if (/^https?:\/\//i.test(trimmed)) return badgeByAddress(trimmed, outer.bytes, mediaType);
  return succeed(innerReceived(outer, bytes.slice(), undefined));
}
