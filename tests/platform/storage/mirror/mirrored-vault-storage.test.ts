import { IDBFactory } from 'fake-indexeddb';
import { describe, expect, it } from 'vitest';
import { createMirroredVaultStorage } from '../../../../src/platform/storage/mirror/mirrored-vault-storage.ts';
import type { Vault } from '../../../../src/wallet/ports.ts';
import { readRaw, writeRaw } from '../../vault/raw-rows.ts';
import { codeOf, createRig, itemOf, passphrase, shareOf, storageOver, valueOf } from '../../vault/vault-rig.ts';
import type { Rig } from '../../vault/vault-rig.ts';
import { withFailingRequest } from '../failing-requests.ts';
import { createMemoryFolder } from './memory-folder.ts';
import type { MemoryFolder } from './memory-folder.ts';

interface Mirrored extends Rig {
  readonly folder: MemoryFolder;
}

/** A vault with a mirror, over a database and a folder that may have been left by another. */
async function createMirrored(factory = new IDBFactory(), folder = createMemoryFolder()): Promise<Mirrored> {
  const storage = createMirroredVaultStorage(storageOver(factory), folder);
  return { ...(await createRig({ storage }, factory)), folder };
}

async function createFilled(): Promise<Mirrored> {
  const rig = await createMirrored();
  valueOf(await rig.vault.create(passphrase));
  valueOf(await rig.vault.add([await itemOf('one'), await itemOf('two')]));
  valueOf(await rig.vault.recordShare(shareOf('a')));
  valueOf(await rig.vault.remove([(await itemOf('two')).summary.id]));
  valueOf(await rig.vault.add([await itemOf('three')]));
  return rig;
}

/** What the mirror holds: one of its files is empty at any time that nothing is being written. */
function writtenIn({ contents: [first, second] }: MemoryFolder): Uint8Array {
  expect(Math.min(first.length, second.length)).toBe(0);
  return (first.length > 0 ? first : second).slice();
}

/** Whether these bytes stand anywhere in the mirror's files. */
function isIn({ contents }: MemoryFolder, bytes: Uint8Array): boolean {
  return contents.some((content) => Buffer.from(content).includes(Buffer.from(bytes)));
}

function titlesOf(vault: Vault): readonly (string | undefined)[] {
  return vault.snapshot.get().items.map(({ title }) => title[0]?.text);
}

/** The next start, on this database, after the worker has ended. */
async function restart(rig: Mirrored, factory: IDBFactory): Promise<Mirrored> {
  rig.storage.close();
  const next = await createMirrored(factory, rig.folder);
  valueOf(await next.vault.unlock(passphrase));
  return next;
}

describe('mirror', () => {
  it('C14 brings back everything acknowledged when the browser has thrown the database away', async () => {
    const rig = await createFilled();
    const next = await restart(rig, new IDBFactory());
    expect(titlesOf(next.vault)).toEqual(['Title of one', 'Title of three']);
    expect(next.vault.snapshot.get()).toMatchObject({ damaged: [], shares: [{ id: 'a' }] });
    valueOf(await next.vault.open((await itemOf('three')).summary.id));
    valueOf(await next.vault.add([await itemOf('four')]));
    const again = await restart(next, new IDBFactory());
    expect(titlesOf(again.vault)).toEqual(['Title of one', 'Title of three', 'Title of four']);
  });

  it('brings back what a database that fell behind has lost', async () => {
    const rig = await createFilled();
    const old = await readRaw(rig.factory);
    valueOf(await rig.vault.add([await itemOf('late')]));
    valueOf(await rig.vault.remove([(await itemOf('one')).summary.id]));
    await writeRaw(rig.factory, old);
    const next = await restart(rig, rig.factory);
    expect(titlesOf(next.vault)).toEqual(['Title of three', 'Title of late']);
    expect(next.vault.snapshot.get().damaged).toEqual([]);
  });

  it('a tail torn at any byte costs at most what was not acknowledged', async () => {
    const rig = await createFilled();
    const whole = writtenIn(rig.folder);
    valueOf(await rig.vault.add([await itemOf('last')]));
    const longer = writtenIn(rig.folder);
    expect(longer.length).toBeGreaterThan(whole.length);
    rig.storage.close();
    for (let cut = whole.length; cut <= longer.length; cut += cut === longer.length - 1 ? 1 : 97) {
      const folder = createMemoryFolder();
      folder.contents[0] = longer.slice(0, Math.min(cut, longer.length));
      const next = await createMirrored(new IDBFactory(), folder);
      valueOf(await next.vault.unlock(passphrase));
      const expected = cut >= longer.length ? 3 : 2;
      expect(titlesOf(next.vault), `cut at ${cut}`).toHaveLength(expected);
      valueOf(await next.vault.add([await itemOf('after the tear')]));
      next.storage.close();
      const again = await createMirrored(new IDBFactory(), folder);
      valueOf(await again.vault.unlock(passphrase));
      expect(titlesOf(again.vault), `after a cut at ${cut}`).toContain('Title of after the tear');
    }
  });

  it('a turned bit anywhere in it never brings back anything false', async () => {
    const rig = await createFilled();
    const whole = writtenIn(rig.folder);
    rig.storage.close();
    for (let at = 0; at < whole.length; at += 211) {
      const folder = createMemoryFolder();
      folder.contents[0] = whole.slice();
      folder.contents[0][at] = (whole[at] ?? 0) ^ 4;
      const next = await createMirrored(new IDBFactory(), folder);
      const { status } = next.vault.snapshot.get();
      expect(['absent', 'locked']).toContain(status.kind);
      if (status.kind === 'locked') {
        valueOf(await next.vault.unlock(passphrase));
        expect(next.vault.snapshot.get().damaged).toEqual([]);
        for (const { id } of next.vault.snapshot.get().items) valueOf(await next.vault.open(id));
      }
    }
  });

  it('is written anew from a database that is further, and takes turns between its files', async () => {
    const rig = await createFilled();
    expect(rig.folder.contents.map(({ length }) => length > 0)).toEqual([false, true]);
    rig.folder.broken = true;
    valueOf(await rig.vault.add([await itemOf('while broken')]));
    valueOf(await rig.vault.add([await itemOf('still broken')]));
    rig.folder.broken = false;
    const next = await restart(rig, rig.factory);
    expect(next.folder.contents.map(({ length }) => length > 0)).toEqual([true, false]);
    const restored = await restart(next, new IDBFactory());
    expect(titlesOf(restored.vault)).toEqual(['Title of one', 'Title of three', 'Title of while broken', 'Title of still broken']);
  });

  it('stays short: a long one is written anew', async () => {
    const rig = await createFilled();
    let written = 0;
    for (let round = 0; round < 24; round++) {
      const share = { ...shareOf('long'), purpose: 'x'.repeat(300_000) + round };
      valueOf(await rig.vault.recordShare(share));
      written += 2 * share.purpose.length;
      expect(rig.folder.contents[0].length + rig.folder.contents[1].length).toBeLessThan(7_000_000);
    }
    expect(written).toBeGreaterThan(12_000_000);
    const restored = await restart(rig, new IDBFactory());
    expect(titlesOf(restored.vault)).toEqual(['Title of one', 'Title of three']);
  }, 60_000);

  it('a write that the database refused is not in the mirror either', async () => {
    const rig = await createFilled();
    await withFailingRequest(2, 'QuotaExceededError', async () => {
      expect(codeOf(await rig.vault.add([await itemOf('refused')]))).toBe('store/quota');
    });
    const restored = await restart(rig, new IDBFactory());
    expect(titlesOf(restored.vault)).toEqual(['Title of one', 'Title of three']);
  });

  it('is a help, never a condition: without a file system the vault works', async () => {
    const folder = createMemoryFolder();
    const without = { ...folder, open: () => Promise.reject(new TypeError('no such thing')), remove: () => Promise.reject(new TypeError('no such thing')) };
    const factory = new IDBFactory();
    const storage = createMirroredVaultStorage(storageOver(factory), without);
    const { vault } = await createRig({ storage }, factory);
    valueOf(await vault.create(passphrase));
    valueOf(await vault.add([await itemOf('one')]));
    valueOf(await vault.destroy());
    expect(vault.snapshot.get().status.kind).toBe('absent');
  });

  it('forgets a deleted credential and a removed way to open at once', async () => {
    const rig = await createFilled();
    const rowsBefore = new Set((await readRaw(rig.factory)).records.map(({ id }) => id));
    valueOf(await rig.vault.add([await itemOf('to be deleted')]));
    const added = (await readRaw(rig.factory)).records.find(({ id }) => !rowsBefore.has(id));
    if (added === undefined) throw new Error('one was added');
    expect(isIn(rig.folder, added.ct)).toBe(true);
    valueOf(await rig.vault.remove([(await itemOf('to be deleted')).summary.id]));
    expect(isIn(rig.folder, added.ct)).toBe(false);

    valueOf(await rig.vault.confirm(passphrase));
    valueOf(await rig.vault.addSlot({ type: 'passphrase', passphrase: 'soon to be removed' }));
    const { status } = rig.vault.snapshot.get();
    const slot = status.kind === 'open' ? status.slots.at(-1) : undefined;
    if (slot === undefined) throw new Error('one was added');
    const name = new TextEncoder().encode(slot.id);
    expect(isIn(rig.folder, name)).toBe(true);
    valueOf(await rig.vault.removeSlot(slot.id));
    expect(isIn(rig.folder, name)).toBe(false);
    const next = await restart(rig, new IDBFactory());
    expect(titlesOf(next.vault)).toEqual(['Title of one', 'Title of three']);
  });

  it('a kill at any step of forgetting costs nothing that is kept, and what was deleted is gone after the next start', async () => {
    let survived = false;
    for (let steps = 0; !survived; steps++) {
      const rig = await createFilled();
      const before = (await readRaw(rig.factory)).records;
      rig.folder.left = steps;
      valueOf(await rig.vault.remove([(await itemOf('one')).summary.id]));
      const after = new Set((await readRaw(rig.factory)).records.map(({ id }) => id));
      const gone = before.filter(({ id }) => !after.has(id));
      expect(gone).toHaveLength(1);
      survived = rig.folder.left >= 0;
      expect(steps).toBeLessThan(50);
      rig.folder.left = Number.POSITIVE_INFINITY;
      // With its database, and where the browser threw that away too: then what was not mirrored yet may come back, never less.
      const copy = createMemoryFolder();
      copy.contents[0] = rig.folder.contents[0].slice();
      copy.contents[1] = rig.folder.contents[1].slice();
      const next = await restart(rig, rig.factory);
      expect(titlesOf(next.vault), `after ${steps} steps`).toEqual(['Title of three']);
      for (const { ct } of gone) expect(isIn(next.folder, ct), `after ${steps} steps`).toBe(false);
      const lost = await createMirrored(new IDBFactory(), copy);
      valueOf(await lost.vault.unlock(passphrase));
      expect(titlesOf(lost.vault), `after ${steps} steps, without the database`).toContain('Title of three');
      expect(lost.vault.snapshot.get().damaged).toEqual([]);
    }
  });

  it('C07 gives back the room of half a picture on a full disk, keeps what it has, and forgets at the next start', async () => {
    const rig = await createFilled();
    const before = writtenIn(rig.folder);
    rig.folder.room = before.length + 6_000;
    valueOf(await rig.vault.remove([(await itemOf('one')).summary.id]));
    expect(writtenIn(rig.folder).subarray(0, before.length)).toEqual(before);
    rig.folder.room = Number.POSITIVE_INFINITY;
    const next = await restart(rig, rig.factory);
    expect(titlesOf(next.vault)).toEqual(['Title of three']);
    expect(isIn(next.folder, before.subarray(0, 2_000))).toBe(false);
    const again = await restart(next, new IDBFactory());
    expect(titlesOf(again.vault)).toEqual(['Title of three']);
  });

  it('deleting everything empties the mirror first, and brings nothing back', async () => {
    const rig = await createFilled();
    rig.folder.broken = true;
    expect(codeOf(await rig.vault.destroy())).toBe('store/unavailable');
    rig.folder.broken = false;
    valueOf(await rig.vault.destroy());
    expect(rig.vault.snapshot.get().status.kind).toBe('absent');
    rig.storage.close();
    const next = await createMirrored(rig.factory, rig.folder);
    expect(next.vault.snapshot.get().status.kind).toBe('absent');
    valueOf(await next.vault.create(passphrase));
  });
});
