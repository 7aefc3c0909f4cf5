import { refuse } from '../../../core/model/attempt.ts';
import type { Attempt } from '../../../core/model/attempt.ts';
import type { Instant } from '../../../core/model/instant.ts';
import { maxFileBytes } from '../../../core/model/limits.ts';
import type { Received } from '../../../core/model/received.ts';
import { findCodes } from '../qr-camera/decode-client.ts';
import { readText } from '../text/read-text.ts';

/**
 * Reads a photo or screenshot of a code. Where several codes are in it, the first that carries a share or credential
 * counts. `receive/empty`, `receive/too-large`, `receive/no-code-in-image` (also where the file is no picture), and
 * everything `readText` refuses with.
 */
export async function readPhoto(file: File, arrivedAt: Instant): Promise<Attempt<Received>> {
  if (file.size > maxFileBytes) return refuse('receive/too-large', { bytes: file.size, maxBytes: maxFileBytes });
  if (file.size === 0) return refuse('receive/empty');
  const picture = await createImageBitmap(file).catch(() => undefined);
  if (picture === undefined) return refuse('receive/no-code-in-image', { picture: false });
  const found = await findCodes(picture, 'photo');
  if (!found.ok) return found;
  const read = found.value.map((text) => ({ text, received: readText(text, 'photo', arrivedAt) }));
  const best = read.find(({ received }) => received.ok && received.value.mediaType !== undefined) ?? read.find(({ received }) => received.ok) ?? read[0];
  return best?.received ?? refuse('receive/no-code-in-image', { picture: true });
}
