import { refuse, succeed } from '../../../core/model/attempt.ts';
import type { Attempt } from '../../../core/model/attempt.ts';
import type { Instant } from '../../../core/model/instant.ts';
import { maxFileBytes } from '../../../core/model/limits.ts';
import type { Received, TransportId } from '../../../core/model/received.ts';

/** The bytes of a file; its size is compared with the cap before one is read. */
export async function readBytes(file: File): Promise<Attempt<Uint8Array>> {
  if (file.size > maxFileBytes) return refuse('receive/too-large', { bytes: file.size, maxBytes: maxFileBytes });
  if (file.size === 0) return refuse('receive/empty');
  const bytes = await file.arrayBuffer().then(
    (buffer) => new Uint8Array(buffer),
    () => undefined,
  );
  if (bytes === undefined) return refuse('receive/unrecognized', { why: 'file-gone' });
  return bytes.length === 0 ? refuse('receive/empty') : succeed(bytes);
}

/** What is handed on of a file that is examined as it is. */
export function asFile(file: File, bytes: Uint8Array, transport: TransportId, arrivedAt: Instant): Received {
  return { bytes, transport, arrivedAt, ...(file.type === '' ? {} : { mediaType: file.type }), ...(file.name === '' ? {} : { fileName: file.name }) };
}
