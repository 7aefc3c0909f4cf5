import { encodeBase64url } from '../../../core/encoding/base64url.ts';
import { packEnvelope } from '../../../core/encoding/envelope.ts';
import { refuse, succeed } from '../../../core/model/attempt.ts';
import type { Attempt } from '../../../core/model/attempt.ts';
import { maxLinkCharacters } from '../../../core/model/limits.ts';
import type { Presentation } from '../../../core/model/presentation.ts';

/** Where this app lives: the address of the page without anything after `#`. */
export function pageAddress(): string {
  return location.href.replace(/#.*$/s, '');
}

/** A link that carries the presentation after `#`, where no server sees it. `present/too-large` beyond the cap. */
export function createLink(presentation: Presentation): Attempt<string> {
  const link = linkOf(presentation);
  return link.length > maxLinkCharacters ? refuse('present/too-large', { characters: link.length, maxCharacters: maxLinkCharacters }) : succeed(link);
}

/** The link, however long. */
export function linkOf(presentation: Presentation): string {
  return `${pageAddress()}#/check/1/${encodeBase64url(packEnvelope({ bytes: presentation.bytes, mediaType: presentation.mediaType }))}`;
}
