import { succeed } from '../../../core/model/attempt.ts';
import type { Attempt } from '../../../core/model/attempt.ts';
import type { Instant } from '../../../core/model/instant.ts';
import type { Received } from '../../../core/model/received.ts';
import { readPhoto } from '../photo/read-photo.ts';
import { asFile, readBytes } from './file-bytes.ts';

/**
 * Reads a picked, dropped or shared file. Its size is compared with the cap before a byte is read. A picture is read as
 * `readPhoto` reads it, with its refusals: as the code in it, or as the credential that it carries inside. Any other
 * file comes through byte for byte. `receive/empty`, `receive/too-large`, `receive/unrecognized` where the file is no
 * longer there to be read.
 */
export async function readFile(file: File, transport: 'file' | 'drop', arrivedAt: Instant): Promise<Attempt<Received>> {
  if (/^image\/(?:png|jpeg|webp|gif|heic|avif)$/.test(file.type)) return readPhoto(file, arrivedAt, transport);
  const bytes = await readBytes(file);
  return bytes.ok ? succeed(asFile(file, bytes.value, transport, arrivedAt)) : bytes;
}
