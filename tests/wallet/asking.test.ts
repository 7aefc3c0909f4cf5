import { describe, expect, it, vi } from 'vitest';
import type { Answer, Want } from '../../src/core/model/answers.ts';
import { refuse, succeed } from '../../src/core/model/attempt.ts';
import type { Examination, ExaminationOrder } from '../../src/core/model/examination.ts';
import { toInstant } from '../../src/core/model/instant.ts';
import type { TrustListFile } from '../../src/core/model/trust.ts';
import { createKeptShelf, createPassingShelf } from '../../src/wallet/answer-shelf.ts';
import { withAnswers } from '../../src/wallet/answering-examiner.ts';
import { ask } from '../../src/wallet/ask.ts';
import type { Examiner } from '../../src/wallet/examiner-port.ts';
import type { Ports } from '../../src/wallet/ports.ts';
import { exampleCredential } from '../support/example-credentials.ts';
import { createNodeWorld } from '../support/node-world.ts';
import { valueOf } from '../platform/vault/vault-rig.ts';

const keyWant: Want = { url: 'https://school.example/.well-known/did.json', purpose: 'did-document' };
const listWant: Want = { url: 'https://school.example/status/1', purpose: 'status-list' };
/** Shortly after the answers of these tests. */
const clock = { now: () => toInstant(10) };
const noLists = { own: async () => [], bundled: async () => [] };
const answerOf = (url: string, at = 1): Answer => ({ url, bytes: new Uint8Array([at]), at: toInstant(at), basis: 'live' });

/** An examiner that wants a key, then a list, then nothing. */
function wanting(): { readonly examiner: Examiner; readonly orders: ExaminationOrder[] } {
  const orders: ExaminationOrder[] = [];
  const examine = async (order: ExaminationOrder) => {
    orders.push(order);
    const has = (want: Want): boolean => order.context.answers?.some(({ url }) => url === want.url) === true;
    const wants = has(keyWant) ? (has(listWant) ? [] : [listWant]) : [keyWant];
    return succeed<Examination>({ ...exampleCredential({ id: 'a' }), wants });
  };
  const unasked = async () => refuse('present/key-missing');
  return { examiner: { examine, draft: unasked, finish: unasked, makeStatement: unasked, findStacking: unasked, matchesHolder: unasked, bake: unasked, describeLists: async () => succeed([]) }, orders };
}

const order = (): ExaminationOrder => ({
  received: { bytes: new Uint8Array([1]), transport: 'file', arrivedAt: toInstant(0) },
  context: { now: toInstant(5), notBefore: toInstant(0), ownList: [], expectation: 'none', origin: 'received' },
});

describe('examining with what is at hand', () => {
  it('looks once where nothing was answered', async () => {
    const { examiner, orders } = wanting();
    const seen = valueOf(await withAnswers(examiner, createPassingShelf(clock), noLists).examine(order()));
    expect(orders).toHaveLength(1);
    expect(seen).toMatchObject({ wants: [keyWant] });
  });

  it('goes on while one answer leads to the next question that was answered', async () => {
    const { examiner, orders } = wanting();
    const shelf = createPassingShelf(clock);
    await shelf.keep([answerOf(keyWant.url), answerOf(listWant.url)]);
    expect(valueOf(await withAnswers(examiner, shelf, noLists).examine(order()))).toMatchObject({ wants: [] });
    expect(orders.map(({ context }) => context.answers?.length)).toEqual([0, 1, 2]);
  });

  it('follows the longest way that there is: metadata, keys, a list, and metadata and keys of who signed the list', async () => {
    const way = ['metadata', 'keys', 'list', 'lists-metadata', 'lists-keys'].map((name): Want => ({ url: `https://school.example/${name}`, purpose: 'key' }));
    const examine = async ({ context }: ExaminationOrder) => succeed<Examination>({ ...exampleCredential({ id: 'a' }), wants: way.slice(context.answers?.length ?? 0).slice(0, 1) });
    const shelf = createPassingShelf(clock);
    await shelf.keep(way.map(({ url }) => answerOf(url)));
    const seen = valueOf(await withAnswers({ ...wanting().examiner, examine }, shelf, noLists).examine(order()));
    expect(seen).toMatchObject({ wants: [] });
  });

  it('brings the large lists only where a domain holds the key', async () => {
    const bundled = vi.fn<() => Promise<readonly TrustListFile[]>>(async () => [{ bytes: new Uint8Array([7]) }]);
    const { examiner } = wanting();
    await withAnswers(examiner, createPassingShelf(clock), { ...noLists, bundled }).examine(order());
    expect(bundled).not.toHaveBeenCalled();
    const signer = { verificationMethod: 'did:web:school.example#key-0', keyThumbprint: 'k' };
    const byDomain: Examiner = { ...examiner, examine: async () => succeed<Examination>({ ...exampleCredential({ id: 'a' }), signer }) };
    await withAnswers(byDomain, createPassingShelf(clock), { ...noLists, bundled }).examine(order());
    expect(bundled).toHaveBeenCalledTimes(1);
  });
});

describe('what came from an address that is wanted itself', () => {
  const fetched = (): ExaminationOrder => ({ ...order(), received: { ...order().received, transport: 'link', address: keyWant.url, arrivedAt: toInstant(4) } });

  it('is its answer: it is kept like one, and nobody is asked a second time', async () => {
    const { examiner, orders } = wanting();
    const shelf = createPassingShelf(clock);
    expect(valueOf(await withAnswers(examiner, shelf, noLists).examine(fetched()))).toMatchObject({ wants: [listWant] });
    expect(orders.at(-1)?.context.answers).toEqual([{ url: keyWant.url, bytes: new Uint8Array([1]), at: 4, basis: 'live' }]);
    expect(await shelf.find([keyWant.url])).toHaveLength(1);
  });

  it('takes the place of no later answer, and is nothing to keep where nothing wants it', async () => {
    const { examiner, orders } = wanting();
    const shelf = createPassingShelf(clock);
    await shelf.keep([answerOf(keyWant.url, 9)]);
    await withAnswers(examiner, shelf, noLists).examine(fetched());
    expect(orders.at(-1)?.context.answers).toEqual([answerOf(keyWant.url, 9)]);
    const elsewhere = { ...fetched(), received: { ...fetched().received, address: 'https://other.example/badge' } };
    const empty = createPassingShelf(clock);
    expect(valueOf(await withAnswers(wanting().examiner, empty, noLists).examine(elsewhere))).toMatchObject({ wants: [keyWant] });
    expect(await empty.find(['https://other.example/badge'])).toEqual([]);
  });
});

describe('asking on the say of the person', () => {
  it('takes an answer for exactly the address that was named, and for no other', async () => {
    const shelf = createPassingShelf(clock);
    const other = 'https://elsewhere.example/list';
    await ask({ asker: { ask: async () => succeed(answerOf(other)) } } as unknown as Ports, shelf, listWant);
    expect((await shelf.find([listWant.url, other])).map(({ url }) => url)).toEqual([listWant.url]);
  });
});

describe('answers and the vault', () => {
  const open = async () => {
    const world = await createNodeWorld();
    await world.wallet.start();
    return world;
  };

  it('keeps what was asked before there was a vault with the first save, dated, as an answer of an earlier day', async () => {
    const { rig, wallet } = await open();
    const shelf = createKeptShelf(rig.vault, clock);
    await shelf.keep([answerOf(keyWant.url, 3)]);
    expect(await rig.vault.answers([keyWant.url])).toMatchObject({ ok: false });
    valueOf(await wallet.protectByPassphrase('eleven quiet lemons on the roof'));
    await shelf.settle();
    expect(valueOf(await rig.vault.answers([keyWant.url]))).toEqual([{ ...answerOf(keyWant.url, 3), basis: 'cached' }]);
  });

  it('keeps the latest answer of an address, whatever order they come in', async () => {
    const { rig, wallet } = await open();
    valueOf(await wallet.protectByPassphrase('eleven quiet lemons on the roof'));
    valueOf(await rig.vault.keepAnswers([answerOf(keyWant.url, 5)]));
    valueOf(await rig.vault.keepAnswers([answerOf(keyWant.url, 4)]));
    expect(valueOf(await rig.vault.answers([keyWant.url]))[0]?.at).toBe(5);
    valueOf(await rig.vault.keepAnswers([answerOf(keyWant.url, 6)]));
    expect(valueOf(await rig.vault.answers([keyWant.url]))[0]?.at).toBe(6);
  });

  it('never lets a file take the place of what the address said', async () => {
    const { rig, wallet } = await open();
    valueOf(await wallet.protectByPassphrase('eleven quiet lemons on the roof'));
    const shelf = createKeptShelf(rig.vault, clock);
    await shelf.keep([answerOf(listWant.url, 5)]);
    await shelf.keep([{ ...answerOf(listWant.url, 9), basis: 'file' }]);
    expect((await shelf.find([listWant.url])).map(({ basis, at }) => [basis, at])).toEqual([['live', 5], ['file', 9]]);
    const later = createKeptShelf(rig.vault, clock);
    expect((await later.find([listWant.url])).map(({ basis, at }) => [basis, at]).sort()).toEqual([['cached', 5], ['file', 9]]);
  });

  it('brings answers back from a backup as files: nobody can tell from a backup that an address said so', async () => {
    const { rig, wallet } = await open();
    const sheet = valueOf(await wallet.protectByPassphrase('eleven quiet lemons on the roof'));
    valueOf(await rig.vault.keepAnswers([answerOf(keyWant.url, 5)]));
    const list = { bytes: new Uint8Array([9, 9]) };
    const { id } = valueOf(await rig.vault.addList(list));
    const backup = valueOf(await rig.vault.makeBackup('recovery-code'));
    const other = await open();
    valueOf(await other.wallet.protectByPassphrase('twelve quiet lemons on the roof'));
    valueOf(await other.rig.vault.restore(backup.bytes, { type: 'recovery', code: sheet.groups.join('') }, 'merge'));
    expect(valueOf(await other.rig.vault.answers([keyWant.url]))).toEqual([{ ...answerOf(keyWant.url, 5), basis: 'file' }]);
    expect(valueOf(await other.rig.vault.openLists())).toEqual([list]);
    expect(other.rig.vault.snapshot.get().lists.map((kept) => kept.id)).toEqual([id]);
    valueOf(await other.rig.vault.removeList(id));
    expect(other.rig.vault.snapshot.get().lists).toEqual([]);
  });
});
