import { refuse, succeed } from '../../../core/model/attempt.ts';
import type { Attempt } from '../../../core/model/attempt.ts';
import { safeFileName } from '../save/safe-file-name.ts';
import type { FileOut } from '../save/save-file.ts';

function toFile(bytes: Uint8Array, name: string, mediaType: string): File {
  return new File([bytes as BlobPart], safeFileName(name), { type: mediaType });
}

/** True only where the system's share sheet says that it takes this very kind of file. */
export function canSend(file: { readonly name: string; readonly mediaType: string }): boolean {
  if (typeof navigator.canShare !== 'function' || typeof navigator.share !== 'function') return false;
  return navigator.canShare({ files: [toFile(new Uint8Array(1), file.name, file.mediaType)] });
}

/** Opens the share sheet. `send/cancelled` where the person closed it, `send/not-supported` where it refuses. */
export async function sendFile(file: FileOut): Promise<Attempt<void>> {
  if (!canSend(file)) return refuse('send/not-supported');
  try {
    await navigator.share({ files: [toFile(file.bytes, file.name, file.mediaType)] });
    return succeed(undefined);
  } catch (error) {
    return refuse(error instanceof DOMException && error.name === 'AbortError' ? 'send/cancelled' : 'send/not-supported');
  }
}
