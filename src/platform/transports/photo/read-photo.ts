import { refuse, succeed } from '../../../core/model/attempt.ts';
import type { Attempt } from '../../../core/model/attempt.ts';
import type { Instant } from '../../../core/model/instant.ts';
import type { Received, TransportId } from '../../../core/model/received.ts';
import { asFile, readBytes } from '../file/file-bytes.ts';
import { findCodes } from '../qr-camera/decode-client.ts';
import { readText } from '../text/read-text.ts';

/** Keywords under which pictures carry credentials inside (baked badges): such a picture is never taken for a photo. */
const bakedKeywords = /openbadge|clrcredential/;

/**
 * Reads a photo or screenshot of a code. Where several codes are in it, the first that carries a share or credential
 * counts. A picture that carries a credential inside comes through byte for byte, and so does what is no picture at all.
 * `receive/empty`, `receive/too-large`, `receive/unrecognized` where the file is no longer there to be read,
 * `receive/no-code-in-image` (also where a picture cannot be drawn), and everything `readText` refuses with.
 */
export async function readPhoto(file: File, arrivedAt: Instant, transport: TransportId = 'photo'): Promise<Attempt<Received>> {
  const bytes = await readBytes(file);
  if (!bytes.ok) return bytes;
  if (carriesCredential(bytes.value)) return succeed(asFile(file, bytes.value, transport, arrivedAt));
  const picture = await createImageBitmap(file).catch(() => undefined);
  if (picture !== undefined) return readCodes(picture, arrivedAt);
  return file.type.startsWith('image/') ? refuse('receive/no-code-in-image', { picture: false }) : succeed(asFile(file, bytes.value, transport, arrivedAt));
}

function carriesCredential(bytes: Uint8Array): boolean {
  return bakedKeywords.test(new TextDecoder('latin1').decode(bytes));
}

async function readCodes(picture: ImageBitmap, arrivedAt: Instant): Promise<Attempt<Received>> {
  const found = await findCodes(picture, 'photo');
  if (!found.ok) return found;
  const read = found.value.map((text) => ({ text, received: readText(text, 'photo', arrivedAt) }));
  const best = read.find(({ received }) => received.ok && received.value.mediaType !== undefined) ?? read.find(({ received }) => received.ok) ?? read[0];
  return best?.received ?? refuse('receive/no-code-in-image', { picture: true });
}
