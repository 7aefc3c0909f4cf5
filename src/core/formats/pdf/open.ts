import type { Attempt } from '../../model/attempt.ts';
import { succeed } from '../../model/attempt.ts';
import { toFormatId } from '../../model/ids.ts';
import { maxCredentialsPerFile, maxFileBytes, maxUnpackedBytes } from '../../model/limits.ts';
import type { OpenedCollection, OpenedCredential, Secured } from '../../model/opened.ts';
import type { Glimpse } from '../glimpse.ts';
import { innerReceived } from '../inner-items.ts';
import type { PdfValue } from './pdf-values.ts';
import { isName, readObjects, unpackStream } from './read-objects.ts';
import type { PdfObject, PdfObjects } from './read-objects.ts';

const format = toFormatId('pdf');

/**
 * A PDF is a document to keep, with no claims that we read, and may carry credentials as attached files (ISO 32000-1,
 * 7.11.4): those are taken out and examined. Its own signature is named and not checked. A broken PDF is a document too.
 */
export function openPdf(glimpse: Glimpse): Attempt<OpenedCollection> {
  const { received } = glimpse;
  const read = readObjects(received.bytes);
  const inner = attachmentsOf(read).map((bytes) => succeed(innerReceived(received, bytes, undefined)));
  return succeed({ kind: 'collection', format, inner, mixed: true, itself: documentOf(received.bytes, read) });
}

function documentOf(raw: Uint8Array, read: PdfObjects): OpenedCredential {
  const document = Object.create(null) as Record<string, never>;
  const name = [...read.objects.values()].some(isSignature) ? 'Signed PDF' : undefined;
  const secured: Secured = name === undefined ? { form: 'unsigned', document } : { form: 'other', document, name };
  return {
    kind: 'credential',
    format,
    raw,
    mediaType: 'application/pdf',
    claims: document,
    secured,
    defects: [],
    proofs: name === undefined ? [] : [{ name }],
  };
}

/** ISO 32000-1, 12.8.1: a signature dictionary says which bytes it covers. */
function isSignature({ entries }: PdfObject): boolean {
  return entries.has('ByteRange') && (entries.has('Contents') || isName(entries.get('Type'), 'Sig'));
}

/** Streams that a file specification names (`EF`), and those that say themselves that they are attached files. */
function attachmentsOf({ objects, isEncrypted }: PdfObjects): readonly Uint8Array[] {
  if (isEncrypted) return [];
  const numbers = new Set<number>();
  for (const [number, { entries }] of objects) {
    if (isName(entries.get('Type'), 'EmbeddedFile')) numbers.add(number);
    collectFiles({ kind: 'dictionary', entries }, numbers);
  }
  const attachments: Uint8Array[] = [];
  let left = maxFileBytes;
  // A broken attachment costs as much as a whole one, and takes nothing from the others until it is too much.
  let allowance = maxUnpackedBytes;
  for (const number of [...numbers].slice(0, maxCredentialsPerFile)) {
    const object = objects.get(number);
    const { bytes, work } = object === undefined ? { work: 0 } : unpackStream(object, Math.min(left, allowance));
    allowance -= work;
    if (bytes === undefined) continue;
    left -= bytes.length;
    attachments.push(bytes);
  }
  return attachments;
}

function collectFiles(value: PdfValue, numbers: Set<number>): void {
  if (value.kind === 'array') for (const item of value.items) collectFiles(item, numbers);
  if (value.kind !== 'dictionary') return;
  const files = value.entries.get('EF');
  if (files?.kind === 'dictionary') for (const file of files.entries.values()) if (file.kind === 'reference') numbers.add(file.object);
  for (const inner of value.entries.values()) collectFiles(inner, numbers);
}
