import { refuse, succeed } from '../../core/model/attempt.ts';
import type { Attempt } from '../../core/model/attempt.ts';
import type { Clock, Observable, Randomness, VaultSnapshot, VaultStatus } from '../../wallet/ports.ts';
import { newestCounter } from '../storage/vault-storage.ts';
import type { HeaderRow, VaultStorage } from '../storage/vault-storage.ts';
import type { Kdf } from './argon-ladder.ts';
import { emptySnapshot } from './empty-snapshot.ts';
import { createFreshRoot } from './fresh-root.ts';
import type { KeyRoom, OpenKeyRoom } from './key-room.ts';
import { createObservedValue } from './observed-value.ts';
import type { OpenVault } from './open-vault.ts';
import type { SingleWriter } from './single-writer.ts';
import { createSigningLimit } from './signing-limit.ts';
import type { SigningLimit } from './signing-limit.ts';
import { planWrite } from './vault-edit.ts';
import type { VaultEdit } from './vault-edit.ts';
import { openSnapshot } from './vault-snapshot.ts';

/** Everything the vault needs from where it runs: the worker, or Node in the tests. */
export interface VaultTools {
  readonly storage: VaultStorage;
  /** The schema that is written. */
  readonly schema: number;
  readonly kdf: Kdf;
  readonly randomness: Randomness;
  readonly clock: Clock;
  readonly writer: SingleWriter;
  readonly openKeyRoom: OpenKeyRoom;
}

/** The one live resource of the vault: what is open now, and the queue before it. */
export interface VaultSession {
  readonly tools: VaultTools;
  readonly snapshot: Observable<VaultSnapshot>;
  /** Runs tasks one after another; a task that throws leaves the queue working. */
  readonly exclusive: <T>(task: () => Promise<T>) => Promise<T>;
  readonly vault: () => OpenVault | undefined;
  /** Shows a status of a vault that is not open; drops what was open. */
  readonly close: (status: VaultStatus) => void;
  readonly show: (vault: OpenVault) => void;
  /** Seals and writes an edit of the open vault (or of a `base` not shown yet); on success it is on disk and shown. */
  readonly commit: (edit: VaultEdit, base?: OpenVault) => Promise<Attempt<void>>;
  readonly setHeaders: (rows: readonly HeaderRow[]) => void;
  readonly headers: () => readonly HeaderRow[];
  /** A secret was proven: keeps a copy of the root key for a few minutes, and the signing door opens anew. */
  readonly proveFresh: (root: Uint8Array) => void;
  readonly freshRoot: () => Uint8Array | undefined;
  readonly signingLimit: SigningLimit;
  readonly keyRoom: { get: () => KeyRoom | undefined; set: (room: KeyRoom | undefined) => void };
}

function createQueue(): VaultSession['exclusive'] {
  let last: Promise<unknown> = Promise.resolve();
  return (task) => {
    const run = last.then(task, task);
    last = run.catch(() => undefined);
    return run;
  };
}

export function createVaultSession(tools: VaultTools): VaultSession {
  const snapshot = createObservedValue<VaultSnapshot>(emptySnapshot({ kind: 'unknown' }));
  let vault: OpenVault | undefined;
  let headers: readonly HeaderRow[] = [];
  const fresh = createFreshRoot(tools.clock);
  const signingLimit = createSigningLimit(tools.clock);
  let room: KeyRoom | undefined;

  function close(status: VaultStatus): void {
    fresh.drop();
    room?.forget();
    room = undefined;
    vault = undefined;
    if (status.kind === 'absent') headers = [];
    snapshot.set(emptySnapshot(status));
  }

  function show(opened: OpenVault): void {
    vault = opened;
    snapshot.set(openSnapshot(opened));
  }

  async function commit(edit: VaultEdit, base: OpenVault | undefined = vault): Promise<Attempt<void>> {
    if (base === undefined) return refuse('vault/locked');
    const { change, after } = await planWrite(base, edit, tools.schema, tools.randomness);
    // What lay on the disk when it was read: a damaged copy of the header may count otherwise than the one in force.
    const fromCounter = newestCounter(headers);
    const written = await tools.storage.commit({ ...change, fromCounter });
    if (!written.ok) {
      if (written.error.code === 'vault/elsewhere') close({ kind: 'elsewhere' });
      return written;
    }
    headers = change.headers;
    show(after);
    return succeed(undefined);
  }

  return {
    tools,
    snapshot: { get: snapshot.get, subscribe: snapshot.subscribe },
    exclusive: createQueue(),
    vault: () => vault,
    close,
    show,
    commit,
    setHeaders: (rows) => {
      headers = rows;
    },
    headers: () => headers,
    proveFresh: (root) => {
      fresh.keep(root);
      signingLimit.renew();
    },
    freshRoot: fresh.get,
    signingLimit,
    keyRoom: {
      get: () => room,
      set: (opened) => {
        room = opened;
      },
    },
  };
}
