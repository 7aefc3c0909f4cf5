import { Dexie } from 'dexie';
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { describe, expect, it, vi } from 'vitest';
import { createDexieVaultStorage } from '../../../src/platform/storage/dexie-vault-storage.ts';
import { currentSchema, migrations } from '../../../src/platform/storage/migrations/migrations.ts';
import type { VaultChange, VaultStorage } from '../../../src/platform/storage/vault-storage.ts';
import { codeOf, createOpenRig, itemOf, passphrase, valueOf } from '../vault/vault-rig.ts';

function storageOver(factory: IDBFactory): VaultStorage {
  return createDexieVaultStorage({ name: 'mecum', indexedDB: factory, IDBKeyRange, delaysMs: [1, 1] });
}

/** A database of this name as another build of the app would leave it open. */
async function openAs(factory: IDBFactory, version: number): Promise<Dexie> {
  const db = new Dexie('mecum', { indexedDB: factory, IDBKeyRange });
  db.version(version).stores({ headers: 'copy', records: 'id, [id+r]', chunks: 'id', attempts: 'id', more: 'id' });
  await db.open();
  return db;
}

function changeOf(counter: number, more: Partial<VaultChange> = {}): VaultChange {
  const mac = new Uint8Array(32);
  const headers = (['A', 'B'] as const).map((copy) => ({ copy, counter, schema: currentSchema, text: `header ${counter}`, mac }));
  return { putRecords: [], dropRecords: [], putChunks: [], dropChunks: [], headers, takesAway: false, fromCounter: counter - 1, ...more };
}

describe('storage', () => {
  it('numbers its migrations in order, from 1, each once', () => {
    expect(migrations.map(({ number }) => number)).toEqual(migrations.map((_, index) => index + 1));
    expect(currentSchema).toBe(migrations.length);
  });

  it('C10 refuses a newer database before any write, although Dexie would open it', async () => {
    const factory = new IDBFactory();
    const newer = await openAs(factory, currentSchema + 1);
    await newer.table('headers').put({ copy: 'A', counter: 1, schema: currentSchema + 1, text: '{}', mac: new Uint8Array() });
    newer.close();
    const storage = storageOver(factory);
    expect(codeOf(await storage.open())).toBe('vault/newer-schema');
    expect(codeOf(await storage.commit(changeOf(2)))).toBe('vault/newer-schema');
    expect(codeOf(await storage.writeAttempts({ failed: 1, waitUntil: 0 }))).toBe('vault/newer-schema');
    storage.close();
    const again = await openAs(factory, currentSchema + 1);
    expect(await again.table('headers').toArray()).toHaveLength(1);
    again.close();
  });

  it('C10 refuses a header of a newer schema in a database of this one, and the vault says so', async () => {
    const rig = await createOpenRig();
    valueOf(await rig.vault.add([await itemOf('one')]));
    const { readRaw, writeRaw } = await import('../vault/raw-rows.ts');
    const rows = await readRaw(rig.factory);
    await writeRaw(rig.factory, { ...rows, headers: rows.headers.map((row) => ({ ...row, schema: currentSchema + 1 })) });
    const vault = await rig.again();
    expect(vault.snapshot.get().status).toEqual({ kind: 'newer-schema' });
    expect(codeOf(await vault.unlock(passphrase))).toBe('vault/newer-schema');
    expect(codeOf(await vault.create(passphrase))).toBe('vault/newer-schema');
    await writeRaw(rig.factory, rows);
    const back = await rig.again();
    valueOf(await back.unlock(passphrase));
    expect(back.snapshot.get().items).toHaveLength(1);
  });

  it('C09 closes when another version wants the database, tells, and does not open again', async () => {
    const factory = new IDBFactory();
    const storage = storageOver(factory);
    valueOf(await storage.commit(changeOf(1)));
    const told: string[] = [];
    storage.onClosed((why) => told.push(why));
    const newer = await openAs(factory, currentSchema + 1);
    expect(told).toEqual(['newer-version']);
    expect(codeOf(await storage.commit(changeOf(2)))).toBe('vault/newer-schema');
    newer.close();
  });

  it('C09 does not wait longer than five seconds for a tab that will not close', async () => {
    const factory = new IDBFactory();
    const request = factory.open('mecum', 5);
    await new Promise((resolve) => request.addEventListener('success', resolve));
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    try {
      let answer: string | undefined;
      const opening = storageOver(factory).open().then((opened) => (answer = codeOf(opened)));
      await vi.advanceTimersByTimeAsync(4_999);
      expect(answer).toBeUndefined();
      await vi.advanceTimersByTimeAsync(1);
      expect(await opening).toBe('store/blocked');
    } finally {
      vi.useRealTimers();
    }
    (request.result as IDBDatabase).close();
  });

  it('refuses a writer whose counter is stale, and takes the same change twice', async () => {
    const factory = new IDBFactory();
    const [one, other] = [storageOver(factory), storageOver(factory)];
    valueOf(await one.commit(changeOf(1)));
    valueOf(await other.commit(changeOf(2)));
    const row = { id: 'x', s: 1, e: 1, r: 2, iv: new Uint8Array(12), ct: new Uint8Array(256) };
    expect(codeOf(await one.commit(changeOf(2, { putRecords: [row], headers: changeOf(9).headers })))).toBe('vault/elsewhere');
    expect(valueOf(await one.listRecords())).toEqual([]);
    valueOf(await one.commit(changeOf(2)));
    valueOf(await one.commit(changeOf(3, { putRecords: [row] })));
    expect(valueOf(await other.listRecords())).toEqual([{ id: 'x', r: 2 }]);
  });

  it('deletes everything, and can be used anew', async () => {
    const factory = new IDBFactory();
    const storage = storageOver(factory);
    valueOf(await storage.commit(changeOf(1)));
    valueOf(await storage.destroy());
    expect(await factory.databases()).toEqual([]);
    expect(valueOf(await storage.readHeaders())).toEqual([]);
    valueOf(await storage.commit(changeOf(1)));
  });
});
