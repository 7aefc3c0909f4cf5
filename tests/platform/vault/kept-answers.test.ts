import { describe, expect, it } from 'vitest';
import type { Answer } from '../../../src/core/model/answers.ts';
import { sha256Hex } from '../../../src/core/encoding/sha256.ts';
import { toInstant } from '../../../src/core/model/instant.ts';
import { toRecoveryGroups } from '../../../src/core/encoding/recovery-code.ts';
import { lockAge } from '../../../src/platform/vault/backup/age-file.ts';
import { packBackup } from '../../../src/platform/vault/backup/backup-archive.ts';
import { toBackupIdentity } from '../../../src/platform/vault/backup/backup-identity.ts';
import type { BackupRecord } from '../../../src/platform/vault/backup/backup-archive.ts';
import { carryAlong } from './carry-along.ts';
import { codeOf, createOpenRig, createRig, itemOf, passphrase, valueOf } from './vault-rig.ts';
import { flipped, readRaw, writeRaw } from './raw-rows.ts';

const url = 'https://school.example/status/1';
const hourMs = 60 * 60 * 1_000;
const answerAt = (at: number, change: Partial<Answer> = {}): Answer => ({ url, bytes: new Uint8Array([1]), at: toInstant(at), basis: 'live', ...change });
const sheetBytes = crypto.getRandomValues(new Uint8Array(16));
const secret = { type: 'recovery', code: toRecoveryGroups(sheetBytes).join('') } as const;
const lockedBackup = async (records: readonly BackupRecord[]): Promise<Uint8Array> => lockAge(await packBackup(records, 1), { recipient: (await toBackupIdentity(sheetBytes)).recipient });
const recordOf = (kind: string, body: object, bytes: Uint8Array): BackupRecord => ({ kind, id: `id-${kind}`, created: 1, updated: 1, body: body as BackupRecord['body'], bytes });

describe('kept answers and lists', () => {
  it('come with a backup however large they are, and never stand in its way', async () => {
    const { vault, time } = await createRig();
    const sheet = valueOf(await vault.create(passphrase));
    const bytes = new Uint8Array(7 * 1024 * 1024);
    valueOf(await vault.keepAnswers([answerAt(time.now, { bytes }), answerAt(time.now, { url: `${url}0`, bytes: new Uint8Array(0) })]));
    valueOf(await vault.addList({ bytes }));
    const backup = await vault.makeBackup('recovery-code');
    const other = await createOpenRig();
    valueOf(await other.vault.restore(valueOf(backup).bytes, { type: 'recovery', code: sheet.groups.join('') }, 'merge'));
    expect(valueOf(await other.vault.answers([url, `${url}0`])).map((answer) => answer.bytes.length)).toEqual([bytes.length, 0]);
    expect(valueOf(await other.vault.openLists())[0]?.bytes.length).toBe(bytes.length);
  });

  it('one from a day that has not come silences no later one', async () => {
    const { vault, time } = await createOpenRig();
    valueOf(await vault.keepAnswers([answerAt(time.now + 24 * hourMs)]));
    valueOf(await vault.keepAnswers([answerAt(time.now)]));
    expect(valueOf(await vault.answers([url]))[0]?.at).toBe(time.now);
    valueOf(await vault.keepAnswers([answerAt(time.now - hourMs)]));
    expect(valueOf(await vault.answers([url]))[0]?.at, 'an earlier one is passed over').toBe(time.now);
  });

  it('a damaged answer worries nobody and goes with the next one; a damaged list is named', async () => {
    const { vault, factory, time, again } = await createOpenRig();
    valueOf(await vault.keepAnswers([answerAt(time.now)]));
    valueOf(await vault.addList({ bytes: new Uint8Array([7]) }));
    await vault.lock();
    const raw = await readRaw(factory);
    await writeRaw(factory, { ...raw, records: raw.records.map((row) => ({ ...row, ct: flipped(row.ct, 0) })) });
    const next = await again();
    valueOf(await next.unlock(passphrase));
    expect(valueOf(await next.answers([url]))).toEqual([]);
    expect(next.snapshot.get().damaged).toEqual([]);
    const before = raw.records.length;
    valueOf(await next.keepAnswers([answerAt(time.now)]));
    expect((await readRaw(factory)).records, 'the damaged one is gone').toHaveLength(before);
    expect(valueOf(await next.answers([url]))).toHaveLength(1);
    expect(valueOf(await next.openLists())).toEqual([]);
    expect(next.snapshot.get().damaged).toHaveLength(1);
  });

  it('a damaged list is still shown as kept, says nothing, and its owner can take it away or add it again', async () => {
    const { vault, factory, again } = await createOpenRig();
    const files = [{ bytes: new Uint8Array([7]) }, { bytes: new Uint8Array([8]) }, { bytes: new Uint8Array([9]) }];
    const lists = [];
    for (const file of files) lists.push(valueOf(await vault.addList(file)));
    await vault.lock();
    const raw = await readRaw(factory);
    await writeRaw(factory, { ...raw, records: raw.records.map((row) => ({ ...row, ct: flipped(row.ct, 0) })) });
    const next = await again();
    valueOf(await next.unlock(passphrase));
    expect(valueOf(await next.openLists())).toEqual([]);
    expect(next.snapshot.get()).toMatchObject({ lists, damaged: [{}, {}, {}] });
    const [first, second, third] = lists.map(({ id }) => id);
    expect(valueOf(await next.removeList(first ?? ''))).toBeUndefined();
    expect(next.snapshot.get()).toMatchObject({ lists: [{ id: second }, { id: third }], damaged: [{}, {}] });
    valueOf(await next.addList(files[1] ?? { bytes: new Uint8Array() }));
    expect(next.snapshot.get().lists.map(({ id }) => id).toSorted()).toEqual([second, third].toSorted());
    expect(valueOf(await next.openLists())).toEqual([files[1]]);
    const after = await again();
    valueOf(await after.unlock(passphrase));
    expect(after.snapshot.get().lists).toHaveLength(2);
    expect((await readRaw(factory)).records).toHaveLength(raw.records.length - 1);
  });

  it('C15 a backup says of an answer neither how long it is nor that the site itself gave it', async () => {
    const { vault } = await createOpenRig();
    const bytes = await lockedBackup([recordOf('answer', { url, place: 'site', basis: 'cached', at: 5, bytes: -1e12 }, new Uint8Array([1, 2, 3]))]);
    expect(valueOf(await vault.restore(bytes, secret, 'merge')).unreadable).toEqual([]);
    expect(valueOf(await vault.answers([url]))).toEqual([{ url, at: 5, basis: 'file', bytes: new Uint8Array([1, 2, 3]) }]);
    const many = Array.from({ length: 3 }, (_, at) => answerAt(10 + at, { url: `${url}/${at}`, bytes: new Uint8Array(30 * 1024 * 1024) }));
    valueOf(await vault.keepAnswers(many));
    expect(valueOf(await vault.answers([url])), 'the oldest makes room: its length is what it is').toEqual([]);
  });

  it('B60 a mark is pushed out by no flood of answers, lowered by no earlier one, and kept also where a clock was wrong', async () => {
    const { vault, time } = await createOpenRig();
    const mark = (at: number, change: Partial<Answer> = {}) => answerAt(at, { markOf: 'a'.repeat(64), bytes: new Uint8Array(0), basis: 'cached', ...change });
    const marks = async () => valueOf(await vault.answers([url])).flatMap(({ markOf, at }) => (markOf === undefined ? [] : [[markOf[0], at]]));
    valueOf(await vault.keepAnswers([mark(7), mark(5), mark(9, { markOf: 'b'.repeat(64) })]));
    valueOf(await vault.keepAnswers([mark(6)]));
    const flood = Array.from({ length: 9 }, (_, at) => answerAt(time.now + at, { url: `${url}/${at}`, bytes: new Uint8Array(8 * 1024 * 1024) }));
    valueOf(await vault.keepAnswers(flood));
    valueOf(await vault.keepAnswers([answerAt(time.now + 20)]));
    expect((await marks()).toSorted()).toEqual([['a', 7], ['b', 9]]);
    valueOf(await vault.keepAnswers([mark(time.now + 24 * hourMs)]));
    valueOf(await vault.keepAnswers([mark(time.now)]));
    expect(await marks()).toContainEqual(['a', time.now + 24 * hourMs]);
  });

  it('C15 a mark of a backup is one of an issuer, or none', async () => {
    const { vault } = await createOpenRig();
    const asMark = (place: string) => lockedBackup([recordOf('answer', { url, place, basis: 'cached', at: 5, bytes: 0 }, new Uint8Array(0))]);
    for (const place of ['mark ', 'mark did:example:1', `mark ${'A'.repeat(64)}`, 'marks']) {
      expect(valueOf(await vault.restore(await asMark(place), secret, 'merge')).unreadable, place).toHaveLength(1);
    }
    expect(valueOf(await vault.restore(await asMark(`mark ${'a'.repeat(64)}`), secret, 'merge')).unreadable).toEqual([]);
    expect(valueOf(await vault.answers([url]))).toMatchObject([{ markOf: 'a'.repeat(64), at: 5 }]);
  });

  it('count as something to be backed up where they are lists, which nobody can ask for again', async () => {
    const { vault, time } = await createOpenRig();
    const changes = (): number => vault.snapshot.get().backup.changesSince;
    const from = changes();
    valueOf(await vault.keepAnswers([answerAt(time.now)]));
    expect(changes()).toBe(from);
    const { id } = valueOf(await vault.addList({ bytes: new Uint8Array([7]) }));
    expect(changes()).toBe(from + 1);
    valueOf(await vault.removeList(id));
    expect(changes()).toBe(from + 2);
  });
});

describe('answers and lists that an older build restored, not knowing what they are', () => {
  it('C40 say nothing, break nothing, and come in whole when the backup is restored once more', async () => {
    const list = new Uint8Array([7]);
    const records = [
      recordOf('answer', { url, place: 'site', basis: 'cached', at: 5, bytes: 1 }, new Uint8Array([1])),
      recordOf('list', { id: await sha256Hex(list), addedAt: 5 }, list),
    ];
    const rig = await createOpenRig();
    valueOf(await rig.vault.add([await itemOf('one')]));
    await rig.vault.lock();
    await carryAlong(rig.factory, records);
    const vault = await rig.again();
    valueOf(await vault.unlock(passphrase));
    expect(vault.snapshot.get()).toMatchObject({ lists: [], damaged: [], items: [{}] });
    expect([valueOf(await vault.answers([url])), valueOf(await vault.openLists())]).toEqual([[], []]);
    valueOf(await vault.keepAnswers([answerAt(9)]));
    expect(codeOf(await vault.makeBackup('recovery-code'))).toBe('succeeded');
    const bytes = await lockedBackup(records);
    expect(valueOf(await vault.previewRestore(bytes, secret)), 'said before it counts').toMatchObject({ lists: 1, issuers: 0, unknownKinds: 0 });
    valueOf(await vault.restore(bytes, secret, 'merge'));
    expect(valueOf(await vault.openLists())).toEqual([{ bytes: list }]);
    expect(codeOf(await vault.makeBackup('recovery-code'))).toBe('succeeded');
  });
});
