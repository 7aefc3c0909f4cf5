import { describe, expect, it } from 'vitest';
import type { ItemId } from '../../src/core/model/ids.ts';
import { maxEvidenceBytes, maxEvidenceFiles, maxOwnTextCharacters, maxOwnTitleCharacters } from '../../src/core/model/limits.ts';
import { noteOn } from '../../src/core/model/own-records.ts';
import { collectedItems, doubtful } from '../../src/wallet/collected.ts';
import type { OwnDoors } from '../../src/wallet/own-doors.ts';
import type { ListedItem } from '../../src/wallet/wallet.ts';
import { createNodeWorld } from '../support/node-world.ts';
import { codeOf, itemOf, valueOf } from '../platform/vault/vault-rig.ts';

const passphrase = 'eleven quiet lemons on the roof';

/** A real wallet over a real vault in memory, with three credentials. */
async function setUp() {
  const world = await createNodeWorld();
  await world.wallet.start();
  const sheet = valueOf(await world.wallet.protectByPassphrase(passphrase));
  const code = { type: 'recovery', code: sheet.groups.join(' ') } as const;
  const items = valueOf(await world.rig.vault.add(await Promise.all(['one', 'two', 'three'].map((text) => itemOf(text)))));
  const own = () => world.wallet.state.get().vault.own;
  return { ...world, doors: await world.wallet.own(), items: items as readonly [ItemId, ItemId, ItemId], own, code };
}

const textFile = (name: string, size = 4) => ({ name, mediaType: 'text/plain', bytes: new Uint8Array(size).fill(65) });
const words = { title: 'Night shifts', what: 'Caring for people', when: '2019 to 2021', evidence: [], files: [] } as const;
const namesOf = async (doors: OwnDoors, name: string): Promise<string> => valueOf(await doors.createCollection(name, '')).name;

describe('collections', () => {
  it('are made, named, filled, ordered and removed, and removing can be undone', async () => {
    const { doors, items, own, rig } = await setUp();
    const [one, two, three] = items;
    const { id } = valueOf(await doors.createCollection('  For Kotihoiva ', 'Care work\r\nin Espoo'));
    expect(own().collections).toMatchObject([{ name: 'For Kotihoiva', intro: 'Care work\nin Espoo', items: [], origin: 'owner' }]);
    rig.time.now += 1_000;
    valueOf(await doors.renameCollection(id, 'For the city', ''));
    valueOf(await doors.fillCollection(id, [one, two, two, three], []));
    valueOf(await doors.moveInCollection(id, three, -1));
    expect(own().collections).toMatchObject([{ name: 'For the city', intro: '', items: [one, three, two] }]);
    expect(own().collections[0]?.updatedAt).toBe((own().collections[0]?.createdAt ?? 0) + 1_000);
    valueOf(await doors.moveInCollection(id, one, -1));
    valueOf(await doors.moveInCollection(id, two, 1));
    expect(own().collections[0]?.items).toEqual([one, three, two]);
    const removed = valueOf(await doors.remove(id));
    expect(own().collections).toEqual([]);
    valueOf(await doors.bringBack(removed));
    expect(own().collections).toEqual([removed.record]);
  });

  it('lose no change where two are made at once', async () => {
    const { doors, items, own } = await setUp();
    const { id } = valueOf(await doors.createCollection('Both', ''));
    await Promise.all([doors.fillCollection(id, items, []), doors.renameCollection(id, 'Named', 'Intro'), doors.moveInCollection(id, items[2], -1), doors.moveInCollection(id, items[2], -1)]);
    expect(own().collections).toMatchObject([{ name: 'Named', intro: 'Intro', items: [items[2], items[0], items[1]] }]);
  });

  it('are refused without a name, with too long a text, and while the vault is locked', async () => {
    const { doors, wallet } = await setUp();
    expect(codeOf(await doors.createCollection(' \n ', ''))).toBe('own/missing');
    expect(codeOf(await doors.createCollection('x'.repeat(maxOwnTitleCharacters + 1), ''))).toBe('own/too-long');
    expect(codeOf(await doors.createCollection('x', 'x'.repeat(maxOwnTextCharacters + 1)))).toBe('own/too-long');
    expect(await namesOf(doors, '\u{1F393}'.repeat(maxOwnTitleCharacters))).toHaveLength(2 * maxOwnTitleCharacters);
    expect(await namesOf(doors, 'a\u0000b\nc\ud800')).toBe('a b c\ufffd');
    expect(codeOf(await doors.renameCollection('nobody', 'x', ''))).toBe('vault/not-found');
    await wallet.lock();
    expect(codeOf(await doors.createCollection('x', ''))).toBe('vault/locked');
  });

  it('show the newest copy of each credential once, and name what is not plainly good', () => {
    const listed = (id: string, headline: ListedItem['headline'], older: readonly string[] = []): ListedItem =>
      ({ summary: { id }, headline, older: older.map((other) => ({ id: other })) }) as unknown as ListedItem;
    const list = [listed('new', 'valid', ['old']), listed('late', 'expired'), listed('gone', 'revoked'), listed('stranger', 'unknown-issuer'), listed('asked', 'valid-earlier')];
    const items = collectedItems({ items: ['gone', 'old', 'new', 'deleted', 'late', 'asked', 'stranger'] as unknown as ItemId[] }, list);
    expect(items.map(({ summary }) => summary.id)).toEqual(['gone', 'new', 'late', 'asked', 'stranger']);
    expect(doubtful(items).map(({ summary }) => summary.id)).toEqual(['gone', 'late', 'stranger']);
  });
});

describe('notes', () => {
  it('stand one on a credential, change, go with an empty text, and go with the credential', async () => {
    const { doors, items, own, rig } = await setUp();
    valueOf(await doors.writeNote(items[0], 'Taken in Espoo'));
    valueOf(await doors.writeNote(items[0], ' Taken in Vantaa '));
    expect(own().notes).toMatchObject([{ item: items[0], text: 'Taken in Vantaa', origin: 'owner' }]);
    expect(valueOf(await doors.writeNote(items[0], ' '))).toBeUndefined();
    expect(own().notes).toEqual([]);
    expect(codeOf(await doors.writeNote('f'.repeat(64) as ItemId, 'on nothing'))).toBe('vault/not-found');
    valueOf(await doors.writeNote(items[1], 'Stays until it goes'));
    valueOf(await rig.vault.remove([items[1]]));
    expect(own().notes).toEqual([]);
  });

  it('show the words of both where a restore brought a second one, and are one again once they are changed', async () => {
    const { doors, items, own, rig, wallet, code } = await setUp();
    valueOf(await doors.writeNote(items[0], 'Of last year'));
    const { bytes } = valueOf(await wallet.makeBackup('recovery-code'));
    valueOf(await doors.writeNote(items[0], ''));
    rig.time.now += 1_000;
    valueOf(await doors.writeNote(items[0], 'Of today'));
    expect(noteOn(own().notes, items[0])).toBe('Of today');
    valueOf(await wallet.restore(bytes, code, 'merge'));
    expect(noteOn(own().notes, items[0])).toBe('Of last year\n\nOf today');
    expect(noteOn(own().notes, items[1])).toBeUndefined();
    valueOf(await doors.writeNote(items[0], 'Of both'));
    expect(own().notes).toMatchObject([{ item: items[0], text: 'Of both' }]);
    valueOf(await wallet.restore(bytes, code, 'merge'));
    valueOf(await doors.writeNote(items[0], ''));
    expect(own().notes, 'deleted is deleted').toEqual([]);
  });

  it('C26 keep words that were written after the clock was ahead: no older ones of a backup take their place', async () => {
    const { doors, items, own, rig, wallet, code } = await setUp();
    const year = 365 * 86_400_000;
    rig.time.now += year;
    valueOf(await doors.writeNote(items[0], 'With the clock ahead'));
    const { bytes } = valueOf(await wallet.makeBackup('recovery-code'));
    rig.time.now -= year;
    await wallet.lock();
    valueOf(await wallet.unlock({ type: 'passphrase', passphrase }));
    valueOf(await doors.writeNote(items[0], 'Afterwards'));
    valueOf(await wallet.restore(bytes, code, 'merge'));
    expect(own().notes).toMatchObject([{ text: 'Afterwards' }]);
    // Nor do the older ones keep the newer of a backup out, on a device that has only those.
    const newer = valueOf(await wallet.makeBackup('recovery-code')).bytes;
    valueOf(await wallet.restore(bytes, code, 'replace'));
    expect(own().notes).toMatchObject([{ text: 'With the clock ahead' }]);
    valueOf(await wallet.restore(newer, code, 'merge'));
    expect(own().notes).toMatchObject([{ text: 'Afterwards' }]);
  });
});

describe('prior learning', () => {
  it('is kept with its files, changed, opened and removed, and removing can be undone', async () => {
    const { doors, own } = await setUp();
    const first = valueOf(await doors.keepPriorLearning({ ...words, files: [textFile('C:\\letters\\thanks.txt'), textFile('')] }));
    expect(first).toMatchObject({ origin: 'owner', title: 'Night shifts', evidence: [{ name: 'thanks.txt', size: 4, mediaType: 'text/plain' }, { name: 'file' }] });
    const [kept, dropped] = first.evidence;
    if (kept === undefined || dropped === undefined) throw new Error('no evidence');
    expect(valueOf(await doors.openEvidence(kept.id)).bytes).toEqual(textFile('x').bytes);
    const second = valueOf(await doors.keepPriorLearning({ ...words, title: 'Shifts', evidence: [kept.id], files: [textFile('rota.pdf')] }, first.id));
    expect(second.evidence.map(({ name }) => name)).toEqual(['thanks.txt', 'rota.pdf']);
    expect(codeOf(await doors.openEvidence(dropped.id))).toBe('vault/not-found');
    const removed = valueOf(await doors.remove(first.id));
    expect(own().priorLearning).toEqual([]);
    valueOf(await doors.bringBack(removed));
    expect(own().priorLearning).toEqual([second]);
    expect(valueOf(await doors.openEvidence(kept.id)).name).toBe('thanks.txt');
  });

  it('takes no file beyond its caps, no empty one, and nothing without a title', async () => {
    const { doors, own } = await setUp();
    const keep = async (change: object): Promise<string> => codeOf(await doors.keepPriorLearning({ ...words, ...change }));
    expect(await keep({ title: '' })).toBe('own/missing');
    expect(await keep({ what: 'x'.repeat(maxOwnTextCharacters + 1) })).toBe('own/too-long');
    expect(await keep({ when: 'x'.repeat(maxOwnTitleCharacters + 1) })).toBe('own/too-long');
    expect(await keep({ files: [textFile('empty', 0)] })).toBe('own/file-empty');
    expect(await keep({ files: [textFile('large', maxEvidenceBytes + 1)] })).toBe('own/file-too-large');
    expect(await keep({ files: Array.from({ length: maxEvidenceFiles + 1 }, () => textFile('many')) })).toBe('own/too-many');
    expect(await keep({ evidence: ['nobody'] })).toBe('vault/not-found');
    expect(own().priorLearning).toEqual([]);
    const full = Array.from({ length: maxEvidenceFiles }, () => textFile('full', maxEvidenceBytes));
    expect(await keep({ files: full })).toBe('succeeded');
    expect(await keep({ files: [textFile('one more', 1)] }), 'no room is left').toBe('own/file-too-large');
  });
});
