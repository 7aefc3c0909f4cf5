import { refuse, succeed } from '../../../core/model/attempt.ts';
import type { Attempt } from '../../../core/model/attempt.ts';
import { safeFileName } from './safe-file-name.ts';

/** Bytes on their way out, with a name and a kind. */
export interface FileOut {
  readonly bytes: Uint8Array;
  readonly name: string;
  readonly mediaType: string;
}

interface Saved {
  /** The saved file was read again and is the same, byte for byte. */
  readonly readBack: boolean;
}

interface FileHandle {
  readonly createWritable: () => Promise<{ write: (blob: Blob) => Promise<void>; close: () => Promise<void> }>;
  readonly getFile: () => Promise<File>;
}
type SavePicker = (options: { readonly suggestedName: string }) => Promise<FileHandle>;

/** How long a download may need its bytes after it was started, in milliseconds. */
const downloadGraceMs = 60_000;

/**
 * Saves through the system's own dialog where there is one and reads the file back; else as a download, which nobody
 * can read back. `send/cancelled` (the person closed the dialog), `store/quota` (no space: nothing was written).
 */
export async function saveFile(file: FileOut): Promise<Attempt<Saved>> {
  const blob = new Blob([file.bytes as BlobPart], { type: file.mediaType });
  const picker = (globalThis as { showSaveFilePicker?: SavePicker }).showSaveFilePicker;
  if (picker === undefined) return download(blob, file.name);
  try {
    const handle = await picker.call(globalThis, { suggestedName: safeFileName(file.name) });
    return await write(handle, blob, file.bytes);
  } catch (error) {
    const name = error instanceof DOMException ? error.name : '';
    if (name === 'AbortError') return refuse('send/cancelled');
    if (name === 'QuotaExceededError') return refuse('store/quota');
    // The dialog is there and may not be used here (frames, policies): the download still works.
    return download(blob, file.name);
  }
}

async function write(handle: FileHandle, blob: Blob, bytes: Uint8Array): Promise<Attempt<Saved>> {
  const stream = await handle.createWritable();
  await stream.write(blob);
  await stream.close();
  const saved = new Uint8Array(await (await handle.getFile()).arrayBuffer());
  return succeed({ readBack: await isSame(saved, bytes) });
}

/** Bytes compared in one go: of a large file in many, so that the page answers a tap in between. */
const pieceBytes = 1024 * 1024;

async function isSame(saved: Uint8Array, bytes: Uint8Array): Promise<boolean> {
  if (saved.length !== bytes.length) return false;
  for (let from = 0; from < bytes.length; from += pieceBytes) {
    const to = Math.min(from + pieceBytes, bytes.length);
    for (let at = from; at < to; at += 1) if (saved[at] !== bytes[at]) return false;
    await new Promise((resolve) => setTimeout(resolve));
  }
  return true;
}

function download(blob: Blob, name: string): Attempt<Saved> {
  const address = URL.createObjectURL(blob);
  const anchor = document.createElement('a');
  anchor.href = address;
  anchor.download = safeFileName(name);
  anchor.hidden = true;
  document.body.append(anchor);
  anchor.click();
  anchor.remove();
  setTimeout(() => URL.revokeObjectURL(address), downloadGraceMs);
  return succeed({ readBack: false });
}
