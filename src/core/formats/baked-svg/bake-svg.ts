import type { Attempt } from '../../model/attempt.ts';
import { refuse, succeed } from '../../model/attempt.ts';
import { isInertDrawing } from './inert-drawing.ts';
import { badgeElements } from './is-baked-svg.ts';
import { readMarkup } from './read-markup.ts';
import type { MarkupElement } from './read-markup.ts';

/** What is written: JSON into a section, a token or an address into `verify`; Open Badges 2.0 may have both. */
export interface SvgBadge {
  readonly namespace: 'https://purl.imsglobal.org/ob/v3p0' | 'http://openbadges.org' | 'https://purl.imsglobal.org/clr/v2p0';
  readonly json?: string;
  readonly verify?: string;
}

/** A document that says it is in other letters: what we add would be read in them. */
const otherEncoding = /^(?:<\?xml[^>]*encoding\s*=\s*["'](?!utf-8["'])|\ufeff)/i;
const badgePrefix = /^<(?:openbadges|clr):/i;
const svgNamespace = 'http://www.w3.org/2000/svg';
/** XML 1.0, 2.2: what no document can hold, in no spelling. */
const notXml = /[^\P{Cc}\t\n\r\u007f-\u009f]|[\ufffe\uffff]/u;

/**
 * Writes a badge into an SVG (Open Badges 3.0, "SVGs"): the namespace on `svg`, and one element directly behind its tag.
 * Badges that were there are taken out; every other character stays. Errors, both `open/malformed`: `why: unsafe` where the
 * drawing could act or load something; otherwise it is no whole SVG in UTF-8, or it or the badge has characters that XML has not.
 */
export function bakeSvg(drawing: string, badge: SvgBadge): Attempt<string> {
  if ([drawing, badge.json, badge.verify].some((text) => text !== undefined && notXml.test(text))) return malformed('character');
  if (otherEncoding.test(drawing)) return malformed('encoding');
  const found = readMarkup(drawing, () => true);
  if (!found.ok) return found;
  const [root] = found.value;
  if (root?.localName !== 'svg' || root.namespace !== svgNamespace) return malformed('no-picture');
  // Under the new namespace an element of theirs would be another one, and there are readers that look for the bare prefix.
  if (found.value.some((element) => !isBadge(element) && badgePrefix.test(drawing.slice(element.start, element.inside)))) return malformed('prefix');
  const isInert = !/<\?xml-stylesheet/i.test(drawing) && isInertDrawing(drawing, found.value.filter((element) => !isBadge(element)));
  return isInert ? succeed(written(drawing, root, found.value.filter(isBadge), badge)) : malformed('unsafe');
}

function malformed(why: string): Attempt<never> {
  return refuse('open/malformed', { what: 'svg', why });
}

function isBadge({ namespace, localName }: MarkupElement): boolean {
  return badgeElements.get(namespace) === localName;
}

function written(drawing: string, root: MarkupElement, badges: readonly MarkupElement[], badge: SvgBadge): string {
  const tag = drawing.slice(root.start, root.inside);
  const name = /^<([^\s/>]+)/.exec(tag)?.[1] ?? 'svg';
  const isEmpty = tag.endsWith('/>');
  const opening = withNamespace(isEmpty ? `${tag.slice(0, -2)}>` : tag, name, badge);
  const rest = withoutBadges(drawing, badges, root.inside);
  return `${drawing.slice(0, root.start)}${opening}${badgeText(badge)}${isEmpty ? `</${name}>` : ''}${rest}`;
}

/** What stands behind `from`, less the badges; one may stand within another. */
function withoutBadges(drawing: string, badges: readonly MarkupElement[], from: number): string {
  const parts: string[] = [];
  let at = from;
  for (const { start, end } of badges) {
    if (start < at) continue;
    parts.push(drawing.slice(at, start));
    at = end;
  }
  return parts.join('') + drawing.slice(at);
}

function prefixOf({ namespace }: SvgBadge): 'openbadges' | 'clr' {
  return namespace === 'https://purl.imsglobal.org/clr/v2p0' ? 'clr' : 'openbadges';
}

/** The namespace on the tag of the root, in place of another that the prefix had. */
function withNamespace(tag: string, name: string, badge: SvgBadge): string {
  const declared = new RegExp(`\\sxmlns:${prefixOf(badge)}\\s*=\\s*(?:"[^"]*"|'[^']*')`);
  return `<${name} xmlns:${prefixOf(badge)}="${badge.namespace}"${tag.slice(name.length + 1).replace(declared, '')}`;
}

function badgeText(badge: SvgBadge): string {
  const element = `${prefixOf(badge)}:${badgeElements.get(badge.namespace) ?? 'credential'}`;
  const verify = badge.verify === undefined ? '' : ` verify="${badge.verify.replace(/[&<"]/g, (mark) => (mark === '&' ? '&amp;' : mark === '<' ? '&lt;' : '&quot;'))}"`;
  const section = badge.json === undefined ? '' : `<![CDATA[${badge.json.replaceAll(']]>', ']]]]><![CDATA[>')}]]>`;
  return `<${element}${verify}>${section}</${element}>`;
}
