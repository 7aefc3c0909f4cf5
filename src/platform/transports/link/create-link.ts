import { encodeBase64url } from '../../../core/encoding/base64url.ts';
import { packEnvelope } from '../../../core/encoding/envelope.ts';
import { refuse, succeed } from '../../../core/model/attempt.ts';
import type { Attempt } from '../../../core/model/attempt.ts';
import { maxInflatedBytes, maxLinkCharacters } from '../../../core/model/limits.ts';
import type { Presentation } from '../../../core/model/presentation.ts';
import { pageAddress } from './page-address.ts';

/**
 * A link that carries the presentation after `#`, where no server sees it. `present/too-large` where the reader would
 * refuse it: more bytes than are inflated, or more characters than browsers open.
 */
export function createLink(presentation: Presentation): Attempt<string> {
  if (presentation.bytes.length > maxInflatedBytes) return refuse('present/too-large', { maxBytes: maxInflatedBytes });
  const envelope = packEnvelope({ bytes: presentation.bytes, mediaType: presentation.mediaType });
  const link = `${pageAddress()}#/check/1/${encodeBase64url(envelope)}`;
  return link.length > maxLinkCharacters ? refuse('present/too-large', { maxCharacters: maxLinkCharacters }) : succeed(link);
}
