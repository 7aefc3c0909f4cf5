import type { MarkupElement } from './read-markup.ts';

const svg = 'http://www.w3.org/2000/svg';

/** Elements of SVG that only draw, describe or group (SVG 2 and Filter Effects; no script, no animation, no foreign content). */
const drawing: ReadonlySet<string> = new Set([
  'svg', 'g', 'defs', 'symbol', 'use', 'title', 'desc', 'metadata', 'switch', 'view', 'style', 'path', 'rect', 'circle', 'ellipse', 'line', 'polyline', 'polygon', 'text',
  'tspan', 'textPath', 'image', 'linearGradient', 'radialGradient', 'stop', 'pattern', 'clipPath', 'mask', 'marker', 'filter', 'color-profile',
]);
const filter = /^fe[A-Z][A-Za-z]{1,24}$/;
/** Its children are data of drawing programs; of these, no reader makes a page. */
const pages: ReadonlySet<string> = new Set(['http://www.w3.org/1999/xhtml', 'http://www.w3.org/1998/Math/MathML', 'http://www.w3.org/2001/XInclude', 'http://www.w3.org/2001/xml-events', 'http://www.w3.org/1999/XSL/Transform']);
const picture = /^data:image\/(?:png|jpeg|webp|gif);base64,[A-Za-z0-9+/=\s]*$/;

/**
 * True where a drawing does nothing but stand there: no script, no handler, no animation, no other page in it, and nothing
 * that is loaded from anywhere. What is handed on under the learner's name must not act.
 */
export function isInertDrawing(text: string, elements: readonly MarkupElement[]): boolean {
  return elements.every((element) => isInert(element) && (element.localName !== 'style' || isInertSheet(text.slice(element.inside, element.end))));
}

function isInert({ namespace, localName, attributes }: MarkupElement): boolean {
  if (namespace === svg) {
    if (!drawing.has(localName) && !filter.test(localName)) return false;
  } else if (namespace === '' || pages.has(namespace)) return false;
  return [...attributes].every(([name, value]) => isInertAttribute(name, value));
}

function isInertAttribute(name: string, value: string): boolean {
  if (name === 'xmlns' || name.startsWith('xmlns:')) return true;
  const local = name.slice(name.indexOf(':') + 1).toLowerCase();
  if (local.startsWith('on') || local === 'base') return false;
  // What has a prefix is no style: drawing programs keep their notes there.
  if (local !== 'href' && local !== 'src') return name.includes(':') || isInertStyle(value);
  const address = value.trim();
  return address === '' || address.startsWith('#') || picture.test(address);
}

/** Text in one piece, at most one section of its own: comments, sections and elements within a word would be left out by who draws it. */
const onePiece = /^(?:\s*<!\[CDATA\[[^<]*\]\]>\s*|[^<]*)<\/[^<]*$/;

/** Rules of a sheet stand there as written: what could hide a word of theirs is not read, but refused. */
function isInertSheet(text: string): boolean {
  return text === '' || (onePiece.test(text) && !/&#/.test(text) && isInertStyle(text));
}

/** No escaped letters (CSS Syntax 3, 4.3.7: any letter can be), nothing that loads or moves, and `url(…)` only of what stands in the drawing itself. */
function isInertStyle(text: string): boolean {
  if (/\\|@import|keyframes|expression\s*\(|image-set|(?:image|src)\(|javascript:/i.test(text)) return false;
  return [...text.matchAll(/url\s*\(\s*["']?([^)]{0,40})/gi)].every(([, target = '']) => /^\s*(?:#|data:image\/(?:png|jpeg|webp|gif);base64,)/.test(target));
}
