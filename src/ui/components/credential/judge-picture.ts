import { maxDrawnImageBytes, maxDrawnImagePixels } from '../../../core/model/limits.ts';
import { pictureFacts } from './picture-facts.ts';
import type { PictureKind } from './picture-facts.ts';

/**
 * What is to be done with a picture. `elsewhere`: only an address, which nobody loads. `moves`: more than three flashes a
 * second could be in it (WCAG 2.3.1). `unknown-kind`: anything but PNG, JPEG, WebP, or a drawing that does nothing.
 */
export type JudgedPicture =
  | { readonly drawn: true; readonly source: string }
  | { readonly drawn: false; readonly because: 'too-large' | 'too-many-pixels' | 'moves' | 'damaged' | 'unknown-kind' | 'elsewhere' };

const dataUrl = /^data:image\/[a-z+.-]{1,20}(?:;charset=[a-z0-9-]{1,20})?(;base64)?,/i;

function refused(because: Extract<JudgedPicture, { drawn: false }>['because']): JudgedPicture {
  return { drawn: false, because };
}

/**
 * Judges a picture that stands in claims: a `data:` address, or the bare Base64 of European credentials. It is drawn as what
 * its own bytes are, whatever is said of them, up to 1 MiB and 16 megapixels. No address is ever loaded.
 */
export function judgePicture(text: string): JudgedPicture {
  const [head, isBase64] = dataUrl.exec(text) ?? [];
  if (head === undefined && /^[a-z][a-z0-9+.-]*:/i.test(text)) return refused('elsewhere');
  const body = head === undefined ? text : text.slice(head.length);
  if (body.length > maxDrawnImageBytes * 3) return refused('too-large');
  if (head !== undefined && isBase64 === undefined) return judgeBytes(fromPercent(body));
  return judgeBytes(fromBase64(body.replace(/\s+/g, '')));
}

/** The same for the bytes of a file. */
export function judgeBytes(bytes: Uint8Array | undefined): JudgedPicture {
  if (bytes === undefined) return refused('damaged');
  if (bytes.length > maxDrawnImageBytes) return refused('too-large');
  const facts = pictureFacts(bytes);
  if (facts === undefined) return judgeDrawing(bytes);
  if (facts.width * facts.height > maxDrawnImagePixels) return refused('too-many-pixels');
  if (!facts.isWhole || facts.width < 1 || facts.height < 1) return refused('damaged');
  return facts.moves ? refused('moves') : { drawn: true, source: `data:image/${facts.kind satisfies PictureKind};base64,${toBase64(bytes)}` };
}

function fromBase64(text: string): Uint8Array | undefined {
  try {
    return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
  } catch {
    return undefined;
  }
}

function fromPercent(text: string): Uint8Array | undefined {
  try {
    return new TextEncoder().encode(decodeURIComponent(text));
  } catch {
    return undefined;
  }
}

function toBase64(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 0x8000) text += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  return btoa(text);
}

/** Copies of copies of a shape draw thousands from a line. */
const maxCopies = 20;

/** What a drawing could run, load, or hide from this look. */
const active = /<!ENTITY|<\?xml-|<(?:[^\s<>/:]+:)?(?:script|foreignObject|iframe|audio|video|handler)\b|\son[a-z]+\s*=|javascript:|@import/i;
const moving = /<(?:[^\s<>/:]+:)?(?:animate|animateTransform|animateMotion|set)\b|@(?:(?:-[a-z]+-)?keyframes|starting-style)|animation(?:-[a-z]+)?\s*:/i;

/** SVG only as a picture, and only where it is a drawing and nothing else (ASVS 1.3.4). */
function judgeDrawing(bytes: Uint8Array): JudgedPicture {
  const text = utf8(bytes);
  if (text === undefined || !/^\s*(?:<\?xml[^>]*\?>\s*)?(?:<!--[\s\S]*?-->\s*)*(?:<!DOCTYPE[^>[]*>\s*)?(?:<!--[\s\S]*?-->\s*)*<svg\b[^>]*xmlns\s*=/i.test(text.slice(0, 20_000))) return refused('unknown-kind');
  const told = withoutReferences(text);
  if (moving.test(told)) return refused('moves');
  if (active.test(told) || hidesStyle(told) || (text.match(/<(?:[^\s<>/:]+:)?use\b/gi)?.length ?? 0) > maxCopies) return refused('unknown-kind');
  const references = [...text.matchAll(/(?:href|src)\s*=\s*(?:"([^"]*)"|'([^']*)')/gi)].map((match) => (match[1] ?? match[2] ?? '').trim());
  const isOwn = references.every((reference) => reference.startsWith('#') || (/^data:image\/(?:png|jpeg|webp);/.test(reference) && judgePicture(reference).drawn));
  const isFilledByOwn = [...told.matchAll(/(?:url|src|image|image-set|cross-fade)\(([^)]{0,200})/gi)].every((match) => /^\s*["']?#/.test(match[1] ?? ''));
  if (!isOwn || !isFilledByOwn) return refused('unknown-kind');
  return { drawn: true, source: `data:image/svg+xml;charset=utf-8,${encodeURIComponent(text)}` };
}

/** A style in one piece, at most one section of its own, without escapes: what is cut or escaped hides its words (`@\\6b eyframes`). */
const plainStyle = /^[^<>"']*(?:(?:"[^<"]*"|'[^<']*')[^<>"']*)*(?:\/>|>(?:[^<\\]*|\s*<!\[CDATA\[[^<\\]*\]\]>\s*)<\/)/;

function hidesStyle(text: string): boolean {
  const [, ...sheets] = text.split(/<(?:[^\s<>/:]+:)?style\b/i);
  return sheets.some((sheet) => !plainStyle.test(sheet)) || text.split('<').some((piece) => piece.includes('\\') && /\bstyle\s*=/i.test(piece));
}

/** With each reference to a character as that character. */
function withoutReferences(text: string): string {
  return text.replace(/&#(?:x([0-9a-f]{1,6})|(\d{1,7}));/gi, (_, hex: string | undefined, decimal: string | undefined) => {
    const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
    return code <= 0x10ffff ? String.fromCodePoint(code) : '';
  });
}

function utf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
