import type { Attempt } from '../../model/attempt.ts';
import { refuse, succeed } from '../../model/attempt.ts';
import { toFormatId } from '../../model/ids.ts';
import { maxFileBytes } from '../../model/limits.ts';
import type { OpenedPacking } from '../../model/opened.ts';
import { encodeUtf8 } from '../../encoding/utf8.ts';
import { bakedContent } from '../baked-content.ts';
import type { Glimpse } from '../glimpse.ts';
import { badgeElements } from './is-baked-svg.ts';
import { readMarkup } from './read-markup.ts';
import type { MarkupElement } from './read-markup.ts';

/**
 * A badge baked into an SVG: one element of a badge namespace right below `svg`, with a token or an address in `verify`, or
 * JSON in one CDATA section. Two readers must find one badge (B95): document types, entities, several sections and several
 * badges are refused. The picture is never drawn from here.
 */
export function openBakedSvg(glimpse: Glimpse): Attempt<OpenedPacking> {
  const { received, text = '' } = glimpse;
  if (text.length > maxFileBytes) return refuse('receive/too-large', { limit: maxFileBytes, bytes: text.length });
  const found = readMarkup(text, (namespace, localName) => badgeElements.get(namespace) === localName);
  if (!found.ok) return found;
  const [badge] = found.value;
  if (badge === undefined) return refuse('receive/unrecognized');
  if (found.value.length > 1) return malformed('two-badges');
  if (badge.depth !== 1) return malformed('place');
  const content = contentOf(badge);
  if (!content.ok) return content;
  const holds = bakedContent(encodeUtf8(content.value), received, 'image/svg+xml');
  return holds.ok ? succeed({ kind: 'packing', format: toFormatId('baked-svg'), raw: received.bytes, mediaType: 'image/svg+xml', holds: holds.value }) : holds;
}

function malformed(why: string): Attempt<never> {
  return refuse('open/malformed', { what: 'svg', why });
}

/**
 * Open Badges 3.0: either the attribute or the section. An older badge has its address or its signed form in the attribute
 * and may carry the JSON beside it: the token is what is signed, else the JSON is the badge.
 */
function contentOf({ namespace, attributes, pieces, sections, hasOther }: MarkupElement): Attempt<string> {
  if (sections > 1) return malformed('several-sections');
  if (hasOther) return malformed('content');
  const verify = attributes.get('verify')?.trim() ?? '';
  const section = pieces.join('').trim();
  if (verify === '' && section === '') return malformed('empty');
  if (verify === '' || section === '') return succeed(verify + section);
  if (namespace !== 'http://openbadges.org') return malformed('two-badges');
  return succeed(verify.startsWith('ey') ? verify : section);
}
