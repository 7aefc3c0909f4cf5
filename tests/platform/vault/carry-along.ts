import { toInstant } from '../../../src/core/model/instant.ts';
import type { BackupRecord } from '../../../src/platform/vault/backup/backup-archive.ts';
import { createVaultSession } from '../../../src/platform/vault/vault-session.ts';
import { unguardedWriter } from '../../../src/platform/vault/single-writer.ts';
import { entriesOf } from '../../../src/platform/vault/book.ts';
import { unlock } from '../../../src/platform/vault/vault-door.ts';
import { findVault } from '../../../src/platform/vault/vault-status.ts';
import { currentSchema } from '../../../src/platform/storage/migrations/migrations.ts';
import { passphrase, quickKdf, storageOver, valueOf } from './vault-rig.ts';

/** Puts records into the vault as a build does that does not know their kinds: whole, and without a summary. */
export async function carryAlong(factory: IDBFactory, records: readonly BackupRecord[]): Promise<void> {
  const storage = storageOver(factory);
  const session = createVaultSession({
    storage,
    schema: currentSchema,
    kdf: quickKdf,
    randomness: { bytes: (length) => crypto.getRandomValues(new Uint8Array(length)) },
    clock: { now: () => toInstant(Date.UTC(2026, 10, 22, 12)) },
    writer: unguardedWriter,
    openKeyRoom: () => Promise.reject(new Error('no keys here')),
  });
  session.close(await findVault(session));
  valueOf(await unlock(session, passphrase));
  valueOf(await session.commit({ put: records.map(({ id, ...record }) => ({ id, record })) }));
  const ids = entriesOf(session.vault()?.book ?? []).flatMap(({ id }) => (records.some((record) => record.id === id) ? [id] : []));
  valueOf(await session.commit({ summaries: new Map(ids.map((id) => [id, null])) }));
  storage.close();
}
