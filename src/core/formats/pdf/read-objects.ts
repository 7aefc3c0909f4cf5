import { maxArchiveRatio, maxUnpackedBytes } from '../../model/limits.ts';
import { inflateCapped } from '../../encoding/inflate-capped.ts';
import { readPdfValue } from './pdf-values.ts';
import type { PdfDictionary, PdfValue } from './pdf-values.ts';

/** An object of a PDF that is a dictionary, with the bytes of its stream as they stand in the file. */
export interface PdfObject {
  readonly entries: PdfDictionary;
  readonly stream?: Uint8Array;
}

export interface PdfObjects {
  /** By number; of several with one number, which is how a PDF is changed, the last. */
  readonly objects: ReadonlyMap<number, PdfObject>;
  readonly isEncrypted: boolean;
}

const [maxObjects, maxTrailers] = [100_000, 1_000] as const;
const maxPackedObjects = 8 * 1024 * 1024;
/** Below this many bytes no ratio of packing is a bomb. */
const harmlessBytes = 1024 * 1024;

/** Every byte as one character, so that places in the text are places in the file; which one matters below 128 only. */
function toText(bytes: Uint8Array): string {
  return new TextDecoder('windows-1252').decode(bytes);
}

/**
 * The objects of a PDF, found one after the other in the file and in its object streams (ISO 32000-1, 7.5.7). The cross
 * reference is not followed: what is taken out is found by content and judged by its signature, so that an object more
 * does no harm, and a broken table loses none. Never throws; what is broken is passed over.
 */
export function readObjects(bytes: Uint8Array): PdfObjects {
  const text = toText(bytes);
  const objects = new Map<number, PdfObject>();
  const opening = /(\d{1,10})[ \t\r\n]{1,10}\d{1,5}[ \t\r\n]{1,10}obj(?![a-z])/g;
  let isEncrypted = false;
  for (let found = opening.exec(text), count = 0; found !== null && count < maxObjects; found = opening.exec(text), count += 1) {
    const { value, end } = readPdfValue(text, found.index + found[0].length);
    // Whatever was read is not read again: the work is as long as the file.
    opening.lastIndex = Math.max(end, opening.lastIndex);
    if (value.kind !== 'dictionary') continue;
    const stream = streamAfter(text, bytes, end, value.entries);
    if (value.entries.has('Encrypt')) isEncrypted = true;
    objects.set(Number(found[1]), { entries: value.entries, ...(stream === undefined ? {} : { stream: stream.bytes }) });
    opening.lastIndex = stream?.end ?? opening.lastIndex;
  }
  isEncrypted ||= trailersOf(text).some((trailer) => trailer.has('Encrypt'));
  if (!isEncrypted) addPackedObjects(objects);
  return { objects, isEncrypted };
}

function trailersOf(text: string): readonly PdfDictionary[] {
  const trailers: PdfDictionary[] = [];
  for (let at = text.indexOf('trailer'), count = 0; at >= 0 && count < maxTrailers; count += 1) {
    const { value, end } = readPdfValue(text, at + 7);
    if (value.kind === 'dictionary') trailers.push(value.entries);
    at = text.indexOf('trailer', Math.max(end, at + 7));
  }
  return trailers;
}

/** The bytes between `stream` and `endstream`: as many as stated if that fits, else up to the next `endstream`. */
function streamAfter(text: string, bytes: Uint8Array, from: number, entries: PdfDictionary): { readonly bytes: Uint8Array; readonly end: number } | undefined {
  const opening = /[\s\0]{0,20}stream(?:\r\n|\n|\r)/y;
  opening.lastIndex = from;
  const found = opening.exec(text);
  if (found === null) return undefined;
  const start = from + found[0].length;
  const length = entries.get('Length');
  if (length?.kind === 'number' && length.value >= 0 && /^[\r\n]{0,2}endstream/.test(text.slice(start + length.value, start + length.value + 12))) {
    return { bytes: bytes.subarray(start, start + length.value), end: start + length.value };
  }
  const end = text.indexOf('endstream', start);
  // The last stream of a file that was cut off: nothing behind it can be told from its content.
  if (end < 0) return { bytes: bytes.subarray(start), end: text.length };
  const gap = text.startsWith('\r\n', end - 2) ? 2 : /[\r\n]/.test(text[end - 1] ?? '') ? 1 : 0;
  return { bytes: bytes.subarray(start, Math.max(start, end - gap)), end };
}

function addPackedObjects(objects: Map<number, PdfObject>): void {
  let left = maxUnpackedBytes;
  for (const object of objects.values()) {
    if (!isName(object.entries.get('Type'), 'ObjStm') || left <= 0) continue;
    const { bytes, work } = unpackStream(object, Math.min(left, maxPackedObjects));
    left -= work;
    if (bytes === undefined) continue;
    for (const [number, entries] of packedIn(toText(bytes), object.entries)) if (!objects.has(number)) objects.set(number, { entries });
  }
}

function* packedIn(text: string, entries: PdfDictionary): Generator<readonly [number, PdfDictionary]> {
  const [count, first] = [entries.get('N'), entries.get('First')];
  if (count?.kind !== 'number' || first?.kind !== 'number') return;
  const places = text.slice(0, first.value).trim().split(/\s+/);
  // Places that overlap would have the same text read again and again.
  let work = 2 * text.length;
  for (let index = 0; index < Math.min(count.value, places.length / 2, maxObjects) && work > 0; index += 1) {
    const from = first.value + Number(places[2 * index + 1]);
    const { value, end } = readPdfValue(text, from);
    work -= Math.max(1, end - from);
    if (value.kind === 'dictionary') yield [Number(places[2 * index]), value.entries];
  }
}

export function isName(value: PdfValue | undefined, name: string): boolean {
  return value?.kind === 'name' && value.name === name;
}

/** What came out of a stream, and how many bytes of work that was; no bytes where it is broken or over the cap. */
export interface UnpackedStream {
  readonly bytes?: Uint8Array;
  readonly work: number;
}

/** The bytes of a stream that is plain or deflated without a predictor; none for any other and beyond the cap. */
export function unpackStream({ entries, stream }: PdfObject, maxBytes: number): UnpackedStream {
  if (stream === undefined || entries.has('F')) return { work: 0 };
  const filter = entries.get('Filter');
  const filters = filter === undefined ? [] : filter.kind === 'array' ? filter.items : [filter];
  if (filters.length === 0) return stream.length <= maxBytes ? { bytes: stream.slice(), work: stream.length } : { work: 0 };
  if (filters.length > 1 || !isName(filters[0], 'FlateDecode') || hasPredictor(entries)) return { work: 0 };
  const cap = Math.max(0, Math.min(maxBytes, Math.max(harmlessBytes, stream.length * maxArchiveRatio)));
  const inflated = inflateCapped(stream, cap, 'zlib');
  if (inflated.ok) return { bytes: inflated.value, work: inflated.value.length };
  return { work: Number(inflated.error.facts['bytes'] ?? cap) };
}

function hasPredictor(entries: PdfDictionary): boolean {
  const parameters = entries.get('DecodeParms');
  const first = parameters?.kind === 'array' ? parameters.items[0] : parameters;
  const predictor = first?.kind === 'dictionary' ? first.entries.get('Predictor') : undefined;
  return predictor?.kind === 'number' && predictor.value > 1;
}
