import { refuse, succeed } from '../../../core/model/attempt.ts';
import type { Attempt } from '../../../core/model/attempt.ts';
import type { HeaderRow, VaultStorage } from '../vault-storage.ts';
import type { MirrorFolder } from './mirror-file.ts';
import type { MirrorFrame } from './mirror-frame.ts';
import { openMirror } from './mirror.ts';
import type { Mirror, MirrorState } from './mirror.ts';

const rowsAtOnce = 200;
const nothing = { anew: false, putRecords: [], dropRecords: [], putChunks: [], dropChunks: [], headers: [], takesAway: false } as const;

function counterOf(headers: readonly HeaderRow[]): number {
  return headers.reduce((highest, { counter }) => Math.max(highest, counter), 0);
}

/** A picture of everything in the database, frame by frame; throws where it cannot be read. */
async function* pictureOf(inner: VaultStorage): AsyncIterable<MirrorFrame> {
  const [headers, chunks, listed] = [await inner.readHeaders(), await inner.readChunks(), await inner.listRecords()];
  if (!headers.ok || !chunks.ok || !listed.ok) throw new Error('the database cannot be read');
  yield { ...nothing, anew: true, counter: 0, putChunks: chunks.value };
  for (let from = 0; from < listed.value.length; from += rowsAtOnce) {
    const rows = await inner.readRecords(listed.value.slice(from, from + rowsAtOnce).map(({ id }) => id));
    if (!rows.ok) throw new Error('the database cannot be read');
    yield { ...nothing, counter: 0, putRecords: rows.value.filter((row) => row !== undefined) };
  }
  yield { ...nothing, counter: counterOf(headers.value), headers: headers.value };
}

/** Writes a mirrored state over what the database holds, in one strict transaction. */
async function writeBack(inner: VaultStorage, state: MirrorState, fromCounter: number): Promise<Attempt<void>> {
  const [records, chunks] = [await inner.listRecords(), await inner.readChunks()];
  if (!records.ok) return records;
  if (!chunks.ok) return chunks;
  return inner.commit({
    putRecords: [...state.records.values()],
    dropRecords: records.value.map(({ id }) => id).filter((id) => !state.records.has(id)),
    putChunks: [...state.chunks.values()],
    dropChunks: chunks.value.map(({ id }) => id).filter((id) => !state.chunks.has(id)),
    headers: state.headers,
    takesAway: false,
    fromCounter,
  });
}

/** The mirror that is newer wins; a database that is newer is pictured anew, and so is one that was cut short while it forgot. Answers the mirror to go on with, if any. */
async function reconcile(inner: VaultStorage, folder: MirrorFolder): Promise<Attempt<Mirror | undefined>> {
  const headers = await inner.readHeaders();
  if (!headers.ok) return headers;
  const counter = counterOf(headers.value);
  let mirror: Mirror | undefined;
  try {
    mirror = await openMirror(folder);
    const looked = await mirror.look();
    const state = looked.counter > counter ? await mirror.read() : undefined;
    const isFurther = state !== undefined && state.counter > counter;
    if (isFurther) {
      const written = await writeBack(inner, state, counter);
      if (!written.ok) {
        mirror.close();
        return written;
      }
    }
    if (looked.holdsOld || (!isFurther && looked.counter !== counter)) await mirror.renew(pictureOf(inner));
    return succeed(mirror);
  } catch {
    mirror?.close();
    return succeed(undefined);
  }
}

/**
 * A vault storage whose changes also lie in a file, so that a database that the browser threw away comes back. See the
 * README of this folder. The mirror's own failures are never the person's: without it the storage is what it was.
 */
export function createMirroredVaultStorage(inner: VaultStorage, folder: MirrorFolder): VaultStorage {
  let mirror: Mirror | undefined;
  let opened: Promise<Attempt<void>> | undefined;

  function giveUp(): void {
    try {
      mirror?.close();
    } catch {
      // A file that cannot be closed is gone with the worker.
    }
    mirror = undefined;
  }

  async function openBoth(): Promise<Attempt<void>> {
    const database = await inner.open();
    if (!database.ok) return database;
    const reconciled = await reconcile(inner, folder);
    if (!reconciled.ok) return reconciled;
    mirror = reconciled.value;
    return succeed(undefined);
  }

  async function open(): Promise<Attempt<void>> {
    opened ??= openBoth();
    const answer = await opened;
    if (!answer.ok) opened = undefined;
    return answer;
  }

  async function follow(frame: MirrorFrame): Promise<void> {
    try {
      await mirror?.append(frame);
      if (frame.takesAway || mirror?.isLong() === true) await mirror?.renew(pictureOf(inner));
    } catch {
      giveUp();
    }
  }

  return {
    ...inner,
    open,
    commit: async (change) => {
      const ready = await open();
      if (!ready.ok) return ready;
      const written = await inner.commit(change);
      if (written.ok) await follow({ ...change, anew: false, counter: counterOf(change.headers) });
      return written;
    },
    destroy: async () => {
      giveUp();
      try {
        await folder.remove();
      } catch (cause) {
        if (!isWithoutFiles(cause)) return refuse('store/unavailable', { what: 'mirror' });
      }
      const destroyed = await inner.destroy();
      opened = undefined;
      return destroyed;
    },
    close: () => {
      giveUp();
      opened = undefined;
      inner.close();
    },
  };
}

/** True where this browser has no such file system at all: then there is no mirror to remove. */
function isWithoutFiles(cause: unknown): boolean {
  return cause instanceof TypeError || (cause instanceof DOMException && cause.name === 'SecurityError');
}
