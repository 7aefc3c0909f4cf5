import { describe, expect, it, vi } from 'vitest';
import type { Answer } from '../../src/core/model/answers.ts';
import { refuse } from '../../src/core/model/attempt.ts';
import { toInstant } from '../../src/core/model/instant.ts';
import { createKeptShelf, createPassingShelf } from '../../src/wallet/answer-shelf.ts';
import { createListShelf } from '../../src/wallet/list-shelf.ts';
import type { Ports, Vault } from '../../src/wallet/ports.ts';
import { createOpenRig, passphrase, valueOf } from '../platform/vault/vault-rig.ts';

const url = 'https://school.example/status/1';
const hourMs = 60 * 60 * 1_000;
const answerAt = (at: number, basis: Answer['basis'] = 'live'): Answer => ({ url, bytes: new Uint8Array([1]), at: toInstant(at), basis });

async function shelfOverVault() {
  const rig = await createOpenRig();
  const clock = { now: () => toInstant(rig.time.now) };
  return { ...rig, clock, shelf: createKeptShelf(rig.vault, clock) };
}
const seen = (answers: readonly Answer[]) => answers.map(({ basis, at }) => [basis, Number(at)]);

describe('answers of this visit', () => {
  it('are of now for an hour; after that they are of their day, and the address may be asked again', async () => {
    let now = 10 * hourMs;
    const shelf = createPassingShelf({ now: () => toInstant(now) });
    await shelf.keep([answerAt(now), answerAt(now, 'file')]);
    now += hourMs;
    expect(seen(await shelf.find([url]))).toEqual([['live', 10 * hourMs], ['file', 10 * hourMs]]);
    now += 1;
    expect(seen(await shelf.find([url]))).toEqual([['cached', 10 * hourMs], ['file', 10 * hourMs]]);
    now = hourMs;
    expect(seen(await shelf.find([url]))[0], 'the clock was set back').toEqual(['cached', 10 * hourMs]);
  });

  it('give way to a later one that another tab has kept, and to no earlier one', async () => {
    const { vault, shelf, time } = await shelfOverVault();
    const from = time.now;
    await shelf.keep([answerAt(from)]);
    time.now += hourMs / 2;
    valueOf(await vault.keepAnswers([answerAt(from + 1_000)]));
    expect(seen(await shelf.find([url]))).toEqual([['cached', from + 1_000]]);
    await shelf.keep([answerAt(from + 2_000)]);
    expect(seen(await shelf.find([url]))).toEqual([['live', from + 2_000]]);
  });

  it('are forgotten with the lock, but for those that no vault keeps yet', async () => {
    const { vault, shelf, time } = await shelfOverVault();
    await shelf.keep([answerAt(time.now)]);
    await vault.lock();
    expect(await shelf.find([url])).toEqual([]);
    const waiting = { ...answerAt(time.now), url: `${url}0` };
    await shelf.keep([waiting]);
    expect(await shelf.find([waiting.url])).toEqual([waiting]);
    valueOf(await vault.unlock(passphrase));
    expect(seen(await shelf.find([url]))).toEqual([['cached', time.now]]);
    await vault.lock();
    expect(await shelf.find([url, waiting.url])).toEqual([waiting]);
  });

  it('are all kept in the end, also those that came while the others were written', async () => {
    const { vault, shelf, time } = await shelfOverVault();
    await vault.lock();
    await shelf.keep([answerAt(time.now)]);
    valueOf(await vault.unlock(passphrase));
    const settling = shelf.settle();
    const lost = vi.spyOn(vault, 'keepAnswers').mockResolvedValueOnce(refuse('store/quota'));
    await shelf.keep([{ ...answerAt(time.now), url: `${url}0` }]);
    await settling;
    lost.mockRestore();
    await shelf.settle();
    expect(valueOf(await vault.answers([url, `${url}0`]))).toHaveLength(2);
  });
});

describe('what a site said before', () => {
  const said = (at: number, byte: number): Answer => ({ ...answerAt(at), bytes: new Uint8Array([byte]) });

  it('B60 stays beside what it says now, in the vault and on the check page; the same answer again replaces itself', async () => {
    const { vault, clock, shelf, time } = await shelfOverVault();
    const [passing, from] = [createPassingShelf(clock), time.now];
    for (const [at, byte] of [[from, 1], [from + 1, 1], [from + 2, 2], [from + 3, 2]] as const) {
      await shelf.keep([said(at, byte)]);
      await passing.keep([said(at, byte)]);
    }
    const heard = (answers: readonly Answer[]) => answers.map(({ at, bytes }) => [at - from, bytes[0]]).sort();
    expect(heard(await passing.find([url]))).toEqual([[1, 1], [3, 2]]);
    expect(heard(await shelf.find([url]))).toEqual([[1, 1], [3, 2]]);
    await vault.lock();
    valueOf(await vault.unlock(passphrase));
    expect(heard(await shelf.find([url]))).toEqual([[1, 1], [3, 2]]);
  });
});

describe('the lists of the learner', () => {
  const shelfOf = (vault: Vault) => createListShelf({ vault, bundledLists: async () => [] } as unknown as Ports);

  it('are read again where they were not to be had, and once where they were', async () => {
    const { vault } = await createOpenRig();
    valueOf(await vault.addList({ bytes: new Uint8Array([7]) }));
    const shelf = shelfOf(vault);
    const openLists = vi.spyOn(vault, 'openLists').mockResolvedValueOnce(refuse('store/blocked'));
    expect(await shelf.own()).toEqual([]);
    expect(await shelf.own()).toHaveLength(1);
    expect(await shelf.own()).toHaveLength(1);
    expect(openLists).toHaveBeenCalledTimes(2);
    valueOf(await vault.keepAnswers([answerAt(1)]));
    expect(await shelf.own(), 'another write changes no list').toHaveLength(1);
    expect(openLists).toHaveBeenCalledTimes(2);
  });

  it('count for nobody once the vault is locked, and again when it is open', async () => {
    const { vault } = await createOpenRig();
    valueOf(await vault.addList({ bytes: new Uint8Array([7]) }));
    const shelf = shelfOf(vault);
    expect(await shelf.own()).toHaveLength(1);
    await vault.lock();
    expect(await shelf.own()).toEqual([]);
    valueOf(await vault.unlock(passphrase));
    expect(await shelf.own()).toHaveLength(1);
  });
});
