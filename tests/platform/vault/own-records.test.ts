import { describe, expect, it } from 'vitest';
import { sha256Hex } from '../../../src/core/encoding/sha256.ts';
import { toRecoveryGroups } from '../../../src/core/encoding/recovery-code.ts';
import { toInstant } from '../../../src/core/model/instant.ts';
import type { ItemId } from '../../../src/core/model/ids.ts';
import { noOwnRecords } from '../../../src/core/model/own-records.ts';
import type { Collection, OpenedEvidence, OwnNote, PriorLearning } from '../../../src/core/model/own-records.ts';
import { lockAge } from '../../../src/platform/vault/backup/age-file.ts';
import { packBackup } from '../../../src/platform/vault/backup/backup-archive.ts';
import type { BackupRecord } from '../../../src/platform/vault/backup/backup-archive.ts';
import { toBackupIdentity } from '../../../src/platform/vault/backup/backup-identity.ts';
import { carryAlong } from './carry-along.ts';
import { flipped, readRaw, writeRaw } from './raw-rows.ts';
import { codeOf, createOpenRig, createRig, itemOf, passphrase, valueOf } from './vault-rig.ts';

const at = toInstant(Date.UTC(2026, 10, 20));
const owned = { origin: 'owner', createdAt: at, updatedAt: at } as const;
const collectionOf = (items: readonly ItemId[], more: Partial<Collection> = {}): Collection => ({ kind: 'collection', id: 'c1', ...owned, name: 'For Kotihoiva', intro: 'Care work', items, priorLearning: ['p1'], ...more });
const noteOn = (item: ItemId, more: Partial<OwnNote> = {}): OwnNote => ({ kind: 'note', id: 'n1', ...owned, item, text: 'Taken in Espoo', ...more });
const priorOf = (evidence: readonly OpenedEvidence[], more: Partial<PriorLearning> = {}): PriorLearning => ({
  kind: 'prior-learning', id: 'p1', ...owned, title: 'Night shifts', what: 'Caring', when: '2019 to 2021', evidence: evidence.map(({ bytes: _bytes, ...file }) => file), ...more,
});

async function fileOf(id: string, text: string): Promise<OpenedEvidence> {
  const bytes = new TextEncoder().encode(text);
  return { id, name: `${id}.txt`, mediaType: 'text/plain', size: bytes.length, sha256: await sha256Hex(bytes), bytes };
}

/** A vault with a credential and one record of each kind. */
async function createWrittenRig() {
  const rig = await createRig();
  const sheet = valueOf(await rig.vault.create(passphrase));
  const [item] = valueOf(await rig.vault.add([await itemOf('one')]));
  if (item === undefined) throw new Error('nothing was kept');
  const file = await fileOf('f1', 'a letter of thanks');
  valueOf(await rig.vault.keepOwn(collectionOf([item]), []));
  valueOf(await rig.vault.keepOwn(noteOn(item), []));
  valueOf(await rig.vault.keepOwn(priorOf([file]), [file]));
  return { ...rig, item, file, code: { type: 'recovery', code: sheet.groups.join(' ') } as const };
}

describe('what the owner wrote', () => {
  it('is kept, told as written by the owner, and there again after a lock', async () => {
    const { vault, item, file, again } = await createWrittenRig();
    const own = { collections: [collectionOf([item])], notes: [noteOn(item)], priorLearning: [priorOf([file])] };
    expect(vault.snapshot.get().own).toEqual(own);
    await vault.lock();
    expect(vault.snapshot.get().own).toEqual(noOwnRecords);
    const reopened = await again();
    valueOf(await reopened.unlock(passphrase));
    expect(reopened.snapshot.get().own).toEqual(own);
    expect(valueOf(await reopened.openEvidence('f1'))).toEqual(file);
    expect(reopened.snapshot.get().own.priorLearning[0]?.origin).toBe('owner');
  });

  it('is replaced by its id, and evidence that it names no more is dropped with it', async () => {
    const { vault, file } = await createWrittenRig();
    const other = await fileOf('f2', 'a rota');
    valueOf(await vault.keepOwn(priorOf([file, other], { title: 'Both' }), [other]));
    expect(valueOf(await vault.openEvidence('f2')).bytes).toEqual(other.bytes);
    valueOf(await vault.keepOwn(priorOf([other], { title: 'One' }), []));
    expect(vault.snapshot.get().own.priorLearning.map(({ title }) => title)).toEqual(['One']);
    expect(codeOf(await vault.openEvidence('f1'))).toBe('vault/not-found');
  });

  it('is refused where a file is neither given nor kept, is another than it is said to be, or the id is of another kind', async () => {
    const { vault, file } = await createWrittenRig();
    const before = vault.snapshot.get().own;
    const other = await fileOf('f2', 'a rota');
    expect(codeOf(await vault.keepOwn(priorOf([file, other]), []))).toBe('vault/not-found');
    expect(codeOf(await vault.keepOwn(priorOf([file, other]), [{ ...other, bytes: file.bytes }]))).toBe('store/corrupt');
    expect(codeOf(await vault.keepOwn(priorOf([file]), [other]))).toBe('store/corrupt');
    expect(codeOf(await vault.keepOwn(collectionOf([], { id: 'n1' }), []))).toBe('store/corrupt');
    expect(codeOf(await vault.removeOwn('nobody'))).toBe('vault/not-found');
    expect(vault.snapshot.get().own).toEqual(before);
  });

  it('is given back whole when it is removed, and keeping it again undoes that', async () => {
    const { vault } = await createWrittenRig();
    const before = vault.snapshot.get().own;
    const removed = valueOf(await vault.removeOwn('p1'));
    expect(vault.snapshot.get().own.priorLearning).toEqual([]);
    expect(codeOf(await vault.openEvidence('f1'))).toBe('vault/not-found');
    valueOf(await vault.keepOwn(removed.record, removed.files));
    expect(vault.snapshot.get().own).toEqual(before);
    expect(valueOf(await vault.openEvidence('f1'))).toEqual(removed.files[0]);
  });

  it('is given back without a file that an earlier restore left beside it: keeping it again is not refused', async () => {
    const { vault, file, again, factory } = await createWrittenRig();
    await vault.lock();
    const stray = await fileOf('f9', 'named by nobody');
    const { bytes: _bytes, ...about } = stray;
    const records: BackupRecord[] = [{ kind: 'evidence', id: 'id-stray', created: 1, updated: 1, body: { ...about, of: 'p1' } as BackupRecord['body'], bytes: stray.bytes }];
    await carryAlong(factory, records);
    const reopened = await again();
    valueOf(await reopened.unlock(passphrase));
    const removed = valueOf(await reopened.removeOwn('p1'));
    expect(removed.files).toEqual([file]);
    valueOf(await reopened.keepOwn(removed.record, removed.files));
    expect(reopened.snapshot.get().own.priorLearning).toEqual([priorOf([file])]);
  });

  it('goes with the credential it speaks of: the note is deleted, the place in the collection is empty', async () => {
    const { vault, item } = await createWrittenRig();
    const [other] = valueOf(await vault.add([await itemOf('two')]));
    if (other === undefined) throw new Error('nothing was kept');
    valueOf(await vault.keepOwn(collectionOf([item, other]), []));
    valueOf(await vault.keepOwn(noteOn(other, { id: 'n2' }), []));
    valueOf(await vault.remove([item]));
    const { collections, notes, priorLearning } = vault.snapshot.get().own;
    expect(collections.map(({ items }) => items)).toEqual([[other]]);
    expect(notes.map(({ id }) => id)).toEqual(['n2']);
    expect(priorLearning).toHaveLength(1);
  });

  it('names one whose stored bytes were changed, and keeps the rest', async () => {
    const { vault, factory, again } = await createWrittenRig();
    await vault.lock();
    const rows = await readRaw(factory);
    const before = rows.records.length;
    await writeRaw(factory, { ...rows, records: rows.records.map((row) => ({ ...row, ct: flipped(row.ct, 3) })) });
    const reopened = await again();
    valueOf(await reopened.unlock(passphrase));
    expect(codeOf(await reopened.openEvidence('f1'))).toBe('store/corrupt');
    expect(reopened.snapshot.get().damaged).toHaveLength(1);
    expect(reopened.snapshot.get().own.collections).toHaveLength(1);
    expect((await readRaw(factory)).records.length).toBe(before);
  });

  it('can be changed while a file of it cannot be opened: that stays named, and goes once it is taken away', async () => {
    const { vault, factory, again, file } = await createWrittenRig();
    await vault.lock();
    const rows = await readRaw(factory);
    await writeRaw(factory, { ...rows, records: rows.records.map((row) => ({ ...row, ct: flipped(row.ct, 3) })) });
    const reopened = await again();
    valueOf(await reopened.unlock(passphrase));
    expect(codeOf(await reopened.openEvidence('f1'))).toBe('store/corrupt');
    valueOf(await reopened.keepOwn(priorOf([file], { title: 'Day shifts' }), []));
    expect(reopened.snapshot.get().own.priorLearning).toEqual([priorOf([file], { title: 'Day shifts' })]);
    expect(reopened.snapshot.get().damaged).toHaveLength(1);
    valueOf(await reopened.keepOwn(priorOf([]), []));
    expect(reopened.snapshot.get().damaged).toEqual([]);
  });
});

describe('what the owner wrote, in a backup', () => {
  it('comes back whole in an empty browser', async () => {
    const { vault, file, code } = await createWrittenRig();
    const { bytes } = valueOf(await vault.makeBackup('recovery-code'));
    const other = await createOpenRig();
    expect(valueOf(await other.vault.previewRestore(bytes, code))).toMatchObject({ own: 3, unknownKinds: 0 });
    expect(valueOf(await other.vault.restore(bytes, code, 'merge'))).toEqual({ added: 1, unreadable: [] });
    expect(other.vault.snapshot.get().own).toEqual(vault.snapshot.get().own);
    expect(valueOf(await other.vault.openEvidence('f1'))).toEqual(file);
    valueOf(await other.vault.restore(bytes, code, 'merge'));
    expect(other.vault.snapshot.get().own, 'twice is once').toEqual(vault.snapshot.get().own);
  });

  it('loses to later words that are here, and wins over earlier ones', async () => {
    const { vault, item, code } = await createWrittenRig();
    const { bytes } = valueOf(await vault.makeBackup('recovery-code'));
    const write = async (updatedAt: number, name: string): Promise<string[]> => {
      valueOf(await vault.keepOwn(collectionOf([item], { name, updatedAt: toInstant(updatedAt) }), []));
      valueOf(await vault.restore(bytes, code, 'merge'));
      return vault.snapshot.get().own.collections.map((one) => one.name);
    };
    expect(await write(at + 1, 'later')).toEqual(['later']);
    expect(await write(at - 1, 'earlier')).toEqual(['For Kotihoiva']);
  });

  it('comes with no file that the words that stay do not name, and loses none that they do: removing can be undone', async () => {
    const { vault, file, code } = await createWrittenRig();
    const other = await fileOf('f2', 'a rota');
    const opened = async (id: string) => (await vault.openEvidence(id)).ok;
    valueOf(await vault.keepOwn(priorOf([file, other], { updatedAt: toInstant(at + 1) }), [other]));
    const both = valueOf(await vault.makeBackup('recovery-code')).bytes;
    valueOf(await vault.keepOwn(priorOf([file], { updatedAt: toInstant(at + 2) }), []));
    const one = valueOf(await vault.makeBackup('recovery-code')).bytes;
    valueOf(await vault.restore(both, code, 'merge'));
    expect([await opened('f1'), await opened('f2')], 'later words here name one').toEqual([true, false]);
    valueOf(await vault.keepOwn(priorOf([file, other], { updatedAt: toInstant(at + 1) }), [other]));
    valueOf(await vault.restore(one, code, 'merge'));
    expect([await opened('f1'), await opened('f2')], 'later words of the backup name one').toEqual([true, false]);
    const removed = valueOf(await vault.removeOwn('p1'));
    valueOf(await vault.keepOwn(removed.record, removed.files));
    expect(vault.snapshot.get().own.priorLearning).toEqual([priorOf([file], { updatedAt: toInstant(at + 2) })]);
    expect(await opened('f1')).toBe(true);
  });

  it('C40 is carried along by a build that does not know it, and listed again by one that does', async () => {
    const file = await fileOf('f1', 'a letter of thanks');
    const { bytes: _bytes, ...about } = file;
    const record = (kind: string, body: object, bytes?: Uint8Array): BackupRecord => ({ kind, id: `id-${kind}`, created: 1, updated: 1, body: body as BackupRecord['body'], ...(bytes && { bytes }) });
    const rig = await createOpenRig();
    await rig.vault.lock();
    await carryAlong(rig.factory, [
      record('collection', collectionOf([])),
      record('note', { ...noteOn('00' as ItemId), text: 7 }),
      record('prior-learning', priorOf([file])),
      record('evidence', { ...about, of: 'p1' }, file.bytes),
    ]);
    const vault = await rig.again();
    valueOf(await vault.unlock(passphrase));
    expect(vault.snapshot.get()).toMatchObject({ damaged: [], own: { collections: [collectionOf([])], notes: [], priorLearning: [priorOf([file])] } });
    expect(valueOf(await vault.openEvidence('f1'))).toEqual(file);
    expect(codeOf(await vault.makeBackup('recovery-code'))).toBe('succeeded');
  });

  it('B100 does not come in without its mark, in another shape, beyond its limits, or with a file that is another', async () => {
    const file = await fileOf('f1', 'a letter of thanks');
    const { bytes: _bytes, ...about } = file;
    const good = { ...about, of: 'p1' };
    const records: readonly (readonly [string, object, Uint8Array?])[] = [
      ['collection', { ...collectionOf([]), origin: 'issuer' }],
      ['collection', { ...collectionOf([]), name: 'x'.repeat(401) }],
      ['collection', { ...collectionOf([]), items: ['../etc'] }],
      ['note', { ...noteOn('00' as ItemId), item: 'a'.repeat(64), updatedAt: 9e15 }],
      ['prior-learning', { ...priorOf([file]), evidence: [{ ...about, size: -1 }] }],
      ['evidence', good, new Uint8Array([1])],
      ['evidence', { ...good, sha256: '0'.repeat(64) }, file.bytes],
      ['evidence', good, file.bytes],
      ['collection', collectionOf([])],
    ];
    const sheetBytes = crypto.getRandomValues(new Uint8Array(16));
    const { recipient } = await toBackupIdentity(sheetBytes);
    const zip = await packBackup(records.map(([kind, body, bytes], index) => ({ kind, id: `r${String(index)}`, created: 1, updated: 1, body: body as BackupRecord['body'], ...(bytes && { bytes }) })), 1);
    const { vault } = await createOpenRig();
    const restored = valueOf(await vault.restore(await lockAge(zip, { recipient }), { type: 'recovery', code: toRecoveryGroups(sheetBytes).join('') }, 'merge'));
    expect(restored.unreadable).toEqual(['collection/r0', 'collection/r1', 'collection/r2', 'note/r3', 'prior-learning/r4', 'evidence/r5', 'evidence/r6']);
    expect(vault.snapshot.get().own).toEqual({ ...noOwnRecords, collections: [collectionOf([])] });
    expect(valueOf(await vault.openEvidence('f1'))).toEqual(file);
  });
});
