import { refuse, succeed } from '../../../core/model/attempt.ts';
import type { Attempt } from '../../../core/model/attempt.ts';
import type { Instant } from '../../../core/model/instant.ts';
import { maxFileBytes } from '../../../core/model/limits.ts';
import type { Received } from '../../../core/model/received.ts';
import { readPhoto } from '../photo/read-photo.ts';

/** Keywords under which pictures carry credentials inside (baked badges): such a picture is never taken for a photo. */
const bakedKeywords = /openbadge|clrcredential/;

/**
 * Reads a picked, dropped or shared file. Its size is compared with the cap before a byte is read. A picture of a code
 * is read as the code, with the refusals of `readPhoto`; any other file comes through byte for byte, a picture that
 * carries a credential inside too. `receive/empty`, `receive/too-large`, `receive/unrecognized` where the file is no
 * longer there to be read.
 */
export async function readFile(file: File, transport: 'file' | 'drop', arrivedAt: Instant): Promise<Attempt<Received>> {
  if (file.size > maxFileBytes) return refuse('receive/too-large', { bytes: file.size, maxBytes: maxFileBytes });
  if (file.size === 0) return refuse('receive/empty');
  const bytes = await file.arrayBuffer().then(
    (buffer) => new Uint8Array(buffer),
    () => undefined,
  );
  if (bytes === undefined) return refuse('receive/unrecognized', { why: 'file-gone' });
  if (bytes.length === 0) return refuse('receive/empty');
  if (isPlainPicture(file.type, bytes)) return readPhoto(file, arrivedAt);
  return succeed({
    bytes,
    transport,
    arrivedAt,
    ...(file.type === '' ? {} : { mediaType: file.type }),
    ...(file.name === '' ? {} : { fileName: file.name }),
  });
}

function isPlainPicture(mediaType: string, bytes: Uint8Array): boolean {
  return /^image\/(?:png|jpeg|webp|gif|heic|avif)$/.test(mediaType) && !bakedKeywords.test(new TextDecoder('latin1').decode(bytes));
}
