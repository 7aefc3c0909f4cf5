import { maxDrawnImageBytes, maxDrawnImagePixels } from '../../../core/model/limits.ts';

const dataUrl = /^data:image\/(png|jpeg|webp);base64,([A-Za-z0-9+/]+={0,2})$/;

/**
 * The `data:` address of a picture that may be drawn: PNG, JPEG or WebP by its own bytes, at most 1 MiB and
 * 16 megapixels by its own header. Everything else is kept and not drawn; no other address is ever loaded.
 */
export function drawablePicture(address: string): string | undefined {
  const [, kind = '', encoded = ''] = dataUrl.exec(address) ?? [];
  if (encoded === '' || encoded.length > Math.ceil(maxDrawnImageBytes / 3) * 4) return undefined;
  const bytes = decode(encoded);
  const size = bytes === undefined ? undefined : sizeOf(kind, bytes);
  if (size === undefined || size.width < 1 || size.height < 1) return undefined;
  return size.width * size.height <= maxDrawnImagePixels ? address : undefined;
}

function decode(encoded: string): DataView | undefined {
  try {
    return new DataView(Uint8Array.from(atob(encoded), (character) => character.charCodeAt(0)).buffer);
  } catch {
    return undefined;
  }
}

interface Size {
  readonly width: number;
  readonly height: number;
}

function sizeOf(kind: string, view: DataView): Size | undefined {
  try {
    if (kind === 'png') return pngSize(view);
    return kind === 'jpeg' ? jpegSize(view) : webpSize(view);
  } catch {
    return undefined;
  }
}

/** PNG 5.2 and 11.2.2: signature, then IHDR with width and height. */
function pngSize(view: DataView): Size | undefined {
  if (view.getUint32(0) !== 0x89504e47 || view.getUint32(12) !== 0x49484452) return undefined;
  return { width: view.getUint32(16), height: view.getUint32(20) };
}

/** ITU T.81 B.2.2: the first start-of-frame segment holds height and width. */
function jpegSize(view: DataView): Size | undefined {
  if (view.getUint16(0) !== 0xffd8) return undefined;
  let at = 2;
  while (at < view.byteLength) {
    if (view.getUint8(at) !== 0xff) return undefined;
    const marker = view.getUint8(at + 1);
    const isFrame = marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
    if (isFrame) return { width: view.getUint16(at + 7), height: view.getUint16(at + 5) };
    at += marker === 0xff ? 1 : 2 + view.getUint16(at + 2);
  }
  return undefined;
}

/** RFC 9649: lossy (VP8), lossless (VP8L) and extended (VP8X) headers. */
function webpSize(view: DataView): Size | undefined {
  if (view.getUint32(0) !== 0x52494646 || view.getUint32(8) !== 0x57454250) return undefined;
  const chunk = view.getUint32(12);
  if (chunk === 0x56503820) return { width: view.getUint16(26, true) & 0x3fff, height: view.getUint16(28, true) & 0x3fff };
  if (chunk === 0x5650384c) {
    const bits = view.getUint32(21, true);
    return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 };
  }
  if (chunk !== 0x56503858) return undefined;
  const three = (at: number): number => view.getUint16(at, true) | (view.getUint8(at + 2) << 16);
  return { width: three(24) + 1, height: three(27) + 1 };
}
