import { refuse, succeed } from '../../model/attempt.ts';
import type { Attempt } from '../../model/attempt.ts';
import { maxCodeBytes, maxCodeParts } from '../../model/limits.ts';
import { decodeCbor, encodeCbor } from '../cbor.ts';
import type { CborValue } from '../cbor.ts';
import { decodeBytewords, encodeBytewords } from './bytewords.ts';

/** One part of a set: `data` is one fragment, or several mixed by exclusive or. */
export interface MultiPart {
  readonly kind: 'multi';
  readonly type: string;
  /** From 1, grows without end. */
  readonly sequence: number;
  readonly count: number;
  readonly messageLength: number;
  /** CRC-32 of the whole message. */
  readonly checksum: number;
  readonly data: Uint8Array;
}

/** A whole UR in one part. */
interface SinglePart {
  readonly kind: 'single';
  readonly type: string;
  readonly message: Uint8Array;
}

export type UrPart = SinglePart | MultiPart;

const maxSequence = 0xffff_ffff;
/** Longest part we agree to look at: the largest code there is (version 40, alphanumeric, level L). */
const maxPartCharacters = 4_296;
const pattern = /^ur:([a-z0-9-]{1,64})(?:\/(\d{1,10})-(\d{1,5}))?\/([a-z]+)$/;

/** Writes a part as UR text, upper case, so that a code can hold it in alphanumeric mode. */
export function writePart(part: UrPart): string {
  const path = part.kind === 'multi' ? `/${part.sequence}-${part.count}` : '';
  const body =
    part.kind === 'multi'
      ? encodeCbor([part.sequence, part.count, part.messageLength, part.checksum, part.data])
      : part.message;
  return `ur:${part.type}${path}/${encodeBytewords(body)}`.toUpperCase();
}

/**
 * Reads one part (BCR-2020-005). Refuses with `receive/wrong-checksum` (damaged text), `receive/unrecognized` (not a
 * UR as specified) or `receive/too-large` (more parts or bytes than we take).
 */
export function parsePart(text: string): Attempt<UrPart> {
  if (text.length > maxPartCharacters) return refuse('receive/too-large', { maxCharacters: maxPartCharacters });
  const match = pattern.exec(text.toLowerCase());
  if (match === null) return refuse('receive/unrecognized', { what: 'ur' });
  const [, type = '', sequence, count, words = ''] = match;
  const body = decodeBytewords(words);
  if (body === undefined) return refuse('receive/wrong-checksum', { what: 'part' });
  if (sequence === undefined || count === undefined) return succeed({ kind: 'single', type, message: body });
  return readMultiPart(type, Number(sequence), Number(count), body);
}

function readMultiPart(type: string, sequence: number, count: number, body: Uint8Array): Attempt<MultiPart> {
  const fields = decodeFields(body);
  if (fields === undefined) return refuse('receive/unrecognized', { what: 'ur' });
  const [ownSequence, ownCount, messageLength, checksum, data] = fields;
  if (ownSequence !== sequence || ownCount !== count) return refuse('receive/unrecognized', { what: 'ur' });
  if (sequence < 1 || sequence > maxSequence || count < 1 || checksum > maxSequence) return refuse('receive/unrecognized', { what: 'ur' });
  if (count > maxCodeParts) return refuse('receive/too-large', { parts: count, maxParts: maxCodeParts });
  if (messageLength > maxCodeBytes) return refuse('receive/too-large', { bytes: messageLength, maxBytes: maxCodeBytes });
  const fits = messageLength > 0 && data.length * count >= messageLength && data.length * (count - 1) < messageLength;
  if (!fits) return refuse('receive/unrecognized', { what: 'ur' });
  return succeed({ kind: 'multi', type, sequence, count, messageLength, checksum, data });
}

type Fields = readonly [number, number, number, number, Uint8Array];

function decodeFields(body: Uint8Array): Fields | undefined {
  const read = decodeCbor(body);
  return read.ok && isFields(read.value) ? read.value : undefined;
}

function isFields(value: CborValue): value is Fields {
  if (!Array.isArray(value) || value.length !== 5) return false;
  return value.slice(0, 4).every((field) => typeof field === 'number') && value[4] instanceof Uint8Array;
}
