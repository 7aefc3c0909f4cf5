import { decodeBase64 } from '../../encoding/base64.ts';
import { decodeBase64url } from '../../encoding/base64url.ts';

/** How a text holds another: as a JSON string, in a `data:` address, in base64. */
export type TextWrapping = 'json-string' | 'data-address' | 'base64';

const leastBase64Characters = 24;
/** How the things that we open begin, as bytes: JSON, a token, markup, an image, a document, an archive. */
const beginnings = [/^\s*\{\s*["}]/, /^\s*\[\s*["{[]/, /^ey[\w-]/, /^<(?:\?xml|svg)/, /^\u0089PNG\r\n/, /^%PDF-/, /^PK[^\w\s]/];

/** Tells a text that holds another, by its own form; undefined for every other text. Looks at the beginning only. */
export function wrappingOf(text: string | undefined): TextWrapping | undefined {
  if (text === undefined) return undefined;
  if (text.startsWith('"') && text.endsWith('"') && text.length > 2) return 'json-string';
  if (/^data:/i.test(text) && text.slice(0, 200).includes(',')) return 'data-address';
  return looksLikeBase64(text) ? 'base64' : undefined;
}

function looksLikeBase64(text: string): boolean {
  if (text.length < leastBase64Characters || !/^[\w+/-]{24}$/.test(text.slice(0, leastBase64Characters))) return false;
  if (!/^[\w+/\-\r\n]+={0,2}$/.test(text)) return false;
  const first = decodeBase64Text(text.slice(0, leastBase64Characters));
  return first !== undefined && beginnings.some((beginning) => beginning.test(String.fromCharCode(...first)));
}

/** Bytes of base64 in either alphabet, with or without padding, line ends anywhere; undefined for anything else. */
export function decodeBase64Text(text: string): Uint8Array | undefined {
  const plain = text.replace(/[\r\n]/g, '');
  const isStandard = /[+/=]/.test(plain);
  const bytes = isStandard ? decodeBase64(plain.padEnd(Math.ceil(plain.length / 4) * 4, '=')) : decodeBase64url(plain);
  return bytes.ok ? bytes.value : undefined;
}
