import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { refuse, succeed } from '../../src/core/model/attempt.ts';
import type { Attempt } from '../../src/core/model/attempt.ts';
import type { ItemId } from '../../src/core/model/ids.ts';
import type { ItemSummary } from '../../src/core/model/stored.ts';
import { emptySnapshot } from '../../src/platform/vault/empty-snapshot.ts';
import { createObservedValue } from '../../src/platform/vault/observed-value.ts';
import { createRemoval } from '../../src/wallet/remove-items.ts';
import type { Ports, VaultSnapshot } from '../../src/wallet/ports.ts';
import { createWalletStore } from '../../src/wallet/wallet-store.ts';
import { createNodeWorld } from '../support/node-world.ts';
import { itemOf, valueOf } from '../platform/vault/vault-rig.ts';

const undoMs = 10_000;

/** A removal over a vault that answers when it is told to. */
async function setUp() {
  const { summary } = await itemOf('one');
  const snapshot = createObservedValue<VaultSnapshot>({ ...emptySnapshot({ kind: 'open', slots: [] }), items: [summary] });
  const asked: { readonly ids: readonly ItemId[]; readonly answer: (attempt: Attempt<void>) => void }[] = [];
  const ports = {
    clock: { now: () => summary.savedAt },
    builtAt: summary.savedAt,
    installation: { state: { get: () => ({}), subscribe: () => () => undefined } },
    vault: { snapshot, remove: (ids: readonly ItemId[]) => new Promise<Attempt<void>>((answer) => asked.push({ ids, answer })) },
  } as unknown as Ports;
  const store = createWalletStore(ports);
  const removal = createRemoval(ports, store);
  const listed = (): readonly ItemId[] => store.state.get().list.map((item) => item.summary.id);
  const show = (kind: 'open' | 'locked' | 'elsewhere'): void => snapshot.set({ ...snapshot.get(), status: kind === 'elsewhere' ? { kind } : { kind, slots: [] } });
  const gone = (): void => snapshot.set({ ...snapshot.get(), items: [] as ItemSummary[] });
  return { id: summary.id, store, removal, listed, asked, gone, show };
}

describe('deleting', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('never offers to bring back what is being deleted already', async () => {
    const { id, store, removal, listed, asked, gone } = await setUp();
    await removal.remove([id]);
    expect(store.state.get().removed?.ids).toEqual([id]);
    vi.advanceTimersByTime(undoMs);
    expect(asked.map(({ ids }) => ids)).toEqual([[id]]);
    // The vault has not answered yet: hidden, and no offer that could not be kept.
    expect(store.state.get().removed).toBeUndefined();
    await removal.undo();
    expect(listed()).toEqual([]);
    gone();
    asked[0]?.answer(succeed(undefined));
    await removal.settle();
    expect(listed()).toEqual([]);
  });

  it('brings back what is undone in time, and never asks the vault', async () => {
    const { id, removal, listed, asked } = await setUp();
    await removal.remove([id]);
    expect(listed()).toEqual([]);
    vi.advanceTimersByTime(undoMs - 1);
    await removal.undo();
    vi.advanceTimersByTime(undoMs);
    expect(asked).toEqual([]);
    expect(listed()).toEqual([id]);
  });

  it('shows again what the vault could not delete', async () => {
    const { id, removal, listed, asked } = await setUp();
    await removal.remove([id]);
    const settled = removal.settle();
    asked[0]?.answer(refuse('store/quota'));
    await settled;
    expect(listed()).toEqual([id]);
  });
});

describe('deleting beside other work', () => {
  async function kept() {
    const world = await createNodeWorld();
    valueOf(await world.wallet.protectByPassphrase('correct horse battery staple'));
    const text = '{"@context":["https://www.w3.org/ns/credentials/v2"],"type":["VerifiableCredential"],"issuer":"did:key:z6Mk","credentialSubject":{"id":"urn:a"}}';
    const save = async (): Promise<readonly ItemId[]> => {
      const review = valueOf(await world.wallet.receive(world.received(text)));
      world.wallet.setPending(review);
      return valueOf(await world.wallet.save(review.items.map(({ examination }) => examination.id))).saved;
    };
    return { world, save, ids: await save() };
  }

  it('a credential saved again while its deletion waits is kept', async () => {
    const { world, save, ids } = await kept();
    valueOf(await world.wallet.remove(ids));
    expect(await save()).toEqual(ids);
    await world.wallet.lock();
    expect((await openAgain(world)).map(({ id }) => id)).toEqual(ids);
  });

  it('a credential restored while its deletion waits is kept', async () => {
    const { world, ids } = await kept();
    valueOf(await world.wallet.confirm({ type: 'passphrase', passphrase: 'correct horse battery staple' }));
    const sheet = valueOf(await world.wallet.recoverySheet());
    const { bytes } = valueOf(await world.wallet.makeBackup('recovery-code'));
    valueOf(await world.wallet.remove(ids));
    valueOf(await world.wallet.restore(bytes, { type: 'recovery', code: sheet.groups.join('') }, 'merge'));
    await world.wallet.lock();
    expect((await openAgain(world)).map(({ id }) => id)).toEqual(ids);
  });

  it('C38 a vault that closed while a deletion waited deletes it as soon as it is open again', async () => {
    const { world, ids } = await kept();
    valueOf(await world.wallet.remove(ids));
    // Not through the wallet, which would delete first: as where the worker died, or the page was put away.
    await world.rig.vault.lock();
    await world.wallet.lock();
    await openAgain(world);
    expect(world.wallet.state.get().list, 'never shown again').toEqual([]);
    await vi.waitFor(() => expect(world.wallet.state.get().vault.items).toEqual([]), { timeout: 50_000 });
    await world.wallet.lock();
    expect(await openAgain(world)).toEqual([]);
  });

  it('C08 a deletion that waited while another tab had the vault is given up', async () => {
    const { id, store, removal, listed, asked, show } = await setUp();
    await removal.remove([id]);
    const settled = removal.settle();
    show('locked');
    asked[0]?.answer(refuse('vault/locked'));
    await settled;
    show('elsewhere');
    show('open');
    await removal.settle();
    expect([asked.length, store.state.get().removed, listed()]).toEqual([1, undefined, [id]]);
  });

  it('C38 a vault that hangs on a deletion is locked all the same', async () => {
    const { world, ids } = await kept();
    let locked = 0;
    const { lock } = world.rig.vault;
    Object.assign(world.rig.vault, {
      remove: () => new Promise(() => undefined),
      lock: () => {
        locked += 1;
        return lock();
      },
    });
    valueOf(await world.wallet.remove(ids));
    void world.wallet.lock();
    await vi.waitFor(() => expect(world.wallet.state.get().vault.status.kind).toBe('locked'), { timeout: 50_000 });
    expect(locked).toBe(1);
  });

  it('C38 a lock deletes what waits to be deleted, in this order', async () => {
    const { world, ids } = await kept();
    valueOf(await world.wallet.remove(ids));
    await world.wallet.lock();
    expect(await openAgain(world)).toEqual([]);
  });

  async function openAgain(world: Awaited<ReturnType<typeof createNodeWorld>>): Promise<readonly ItemSummary[]> {
    valueOf(await world.wallet.unlock({ type: 'passphrase', passphrase: 'correct horse battery staple' }));
    return world.wallet.state.get().vault.items;
  }
});
