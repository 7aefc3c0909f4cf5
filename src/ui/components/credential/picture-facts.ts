export type PictureKind = 'png' | 'jpeg' | 'webp';

/** What the bytes of a picture say of themselves, without being decoded. */
export interface PictureFacts {
  readonly kind: PictureKind;
  /** The largest that any part of it declares: what a decoder may come to need. */
  readonly width: number;
  readonly height: number;
  /** It has an end. */
  readonly isWhole: boolean;
  readonly moves: boolean;
}

type Found = Omit<PictureFacts, 'kind'>;

/** The kind and size of a picture by its own bytes; undefined where it is none of the three kinds. */
export function pictureFacts(bytes: Uint8Array): PictureFacts | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const kind = kindOf(view);
  if (kind === undefined) return undefined;
  return { kind, ...readers[kind](view) };
}

function kindOf(view: DataView): PictureKind | undefined {
  if (view.byteLength < 12) return undefined;
  if (view.getUint32(0) === 0x89504e47 && view.getUint32(4) === 0x0d0a1a0a) return 'png';
  if (view.getUint16(0) === 0xffd8) return 'jpeg';
  return view.getUint32(0) === 0x52494646 && view.getUint32(8) === 0x57454250 ? 'webp' : undefined;
}

const readers: Readonly<Record<PictureKind, (view: DataView) => Found>> = { png: readPng, jpeg: readJpeg, webp: readWebp };

/** PNG 5.2, 11.2.1: the first chunk holds the size; `acTL` makes it move; `IEND` ends it. */
function readPng(view: DataView): Found {
  let [width, height, moves, isWhole] = [0, 0, false, false];
  for (let at = 8; at + 12 <= view.byteLength && !isWhole; at += 12 + view.getUint32(at)) {
    const name = view.getUint32(at + 4);
    if (at + 12 + view.getUint32(at) > view.byteLength) break;
    if (name === 0x49484452 && at === 8 && view.getUint32(at) === 13) [width, height] = [view.getUint32(at + 8), view.getUint32(at + 12)];
    moves ||= name === 0x6163544c;
    isWhole = name === 0x49454e44;
  }
  return { width, height, isWhole, moves };
}

/** ITU T.81 B.2.2: every start of a frame holds height and width; the largest counts. An end marker follows the first scan. */
function readJpeg(view: DataView): Found {
  let [width, height, at] = [0, 0, 2];
  while (at + 4 <= view.byteLength && view.getUint8(at) === 0xff) {
    const marker = view.getUint8(at + 1);
    if (marker === 0xda) break;
    const isFrame = marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
    if (isFrame && at + 9 <= view.byteLength) {
      width = Math.max(width, view.getUint16(at + 7));
      height = Math.max(height, view.getUint16(at + 5));
    }
    at += marker === 0xff ? 1 : 2 + Math.max(2, view.getUint16(at + 2));
  }
  return { width, height, isWhole: hasEndMarker(view, at), moves: false };
}

/** The end marker after `from`; a second picture (a thumbnail) stands in a segment before it and does not count. */
function hasEndMarker(view: DataView, from: number): boolean {
  for (let at = view.byteLength - 2; at > from; at -= 1) if (view.getUint16(at) === 0xffd9) return true;
  return false;
}

/** RFC 9649: what the extended header says, and what the picture inside it says of itself. */
function readWebp(view: DataView): Found {
  const isWhole = view.getUint32(4, true) + 8 <= view.byteLength && view.getUint32(4, true) > 4;
  let [width, height, moves] = [0, 0, false];
  for (let at = 12; at + 8 <= view.byteLength; at += 8 + view.getUint32(at + 4, true) + (view.getUint32(at + 4, true) % 2)) {
    moves ||= view.getUint32(at) === 0x414e494d;
    const [w, h] = webpSize(view, at) ?? [0, 0];
    [width, height] = [Math.max(width, w), Math.max(height, h)];
  }
  return { width, height, isWhole, moves };
}

/** Of a lossy (VP8), lossless (VP8L) or extended (VP8X) chunk. */
function webpSize(view: DataView, at: number): readonly [number, number] | undefined {
  if (at + 18 > view.byteLength) return undefined;
  const name = view.getUint32(at);
  if (name === 0x56503820) return [view.getUint16(at + 14, true) & 0x3fff, view.getUint16(at + 16, true) & 0x3fff];
  if (name === 0x5650384c) {
    const bits = view.getUint32(at + 9, true);
    return [(bits & 0x3fff) + 1, ((bits >>> 14) & 0x3fff) + 1];
  }
  const three = (from: number): number => view.getUint16(from, true) | (view.getUint8(from + 2) << 16);
  return name === 0x56503858 ? [three(at + 12) + 1, three(at + 15) + 1] : undefined;
}
