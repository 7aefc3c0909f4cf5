import { IDBFactory } from 'fake-indexeddb';
import { describe, expect, it, vi } from 'vitest';
import { refuse } from '../../../src/core/model/attempt.ts';
import type { VaultStorage } from '../../../src/platform/storage/vault-storage.ts';
import { createSingleWriter } from '../../../src/platform/vault/single-writer.ts';
import type { WriterTools } from '../../../src/platform/vault/single-writer.ts';
import { codeOf, createOpenRig, createRig, itemOf, passphrase, storageOver, valueOf } from './vault-rig.ts';
import type { Rig } from './vault-rig.ts';

interface Waiting {
  readonly options: LockOptions;
  readonly grant: () => void;
  readonly fail: (cause: unknown) => void;
}

/** One lock for all tabs, as Web Locks 2.2 describes it: in line, at once or not at all, or stolen. */
function createLocks(): WriterTools['locks'] {
  let holder: { readonly fail: (cause: unknown) => void } | undefined;
  const line: Waiting[] = [];
  const handOn = (): void => {
    if (holder === undefined) line.shift()?.grant();
  };
  const request = (_name: string, options: LockOptions, callback: (lock: Lock | null) => unknown): Promise<unknown> =>
    new Promise((resolve, reject) => {
      const fail = (cause: unknown): void => reject(cause);
      const grant = (): void => {
        const mine = (holder = { fail });
        void Promise.resolve(callback({ name: 'lock', mode: 'exclusive' })).then((value) => {
          if (holder === mine) holder = undefined;
          resolve(value);
          handOn();
        });
      };
      if (options.steal === true) {
        holder?.fail(new DOMException('stolen', 'AbortError'));
        holder = undefined;
        return grant();
      }
      if (options.ifAvailable === true && holder !== undefined) return resolve(callback(null));
      const waiting = { options, grant, fail };
      line.push(waiting);
      options.signal?.addEventListener('abort', () => {
        const at = line.indexOf(waiting);
        if (at < 0) return;
        line.splice(at, 1);
        fail(options.signal?.reason);
      });
      handOn();
    });
  return { request } as unknown as WriterTools['locks'];
}

/** Tabs hear each other, unless frozen. */
function createTabs() {
  const locks = createLocks();
  const factory = new IDBFactory();
  const tabs: { readonly hear: ((event: MessageEvent) => void)[]; frozen: boolean }[] = [];
  const open = async (wrap: (storage: VaultStorage) => VaultStorage = (storage) => storage): Promise<{ readonly rig: Rig; readonly tab: { frozen: boolean } }> => {
    const tab: (typeof tabs)[number] = { hear: [], frozen: false };
    tabs.push(tab);
    const channel = {
      postMessage: (data: unknown) => {
        for (const other of tabs) if (other !== tab && !other.frozen) for (const listener of other.hear) listener(new MessageEvent('message', { data }));
      },
      addEventListener: (_type: string, listener: (event: MessageEvent) => void) => void tab.hear.push(listener),
    } as unknown as WriterTools['channel'];
    const rig = await createRig({ writer: createSingleWriter({ locks, channel }), storage: wrap(storageOver(factory)) }, factory);
    return { rig, tab };
  };
  return { open };
}

/** A tab whose commits can be held back: `reached` resolves when one stands before the disk, `release` lets it go on. */
function createGate() {
  let release: () => void = () => undefined;
  let reach: () => void = () => undefined;
  const reached = new Promise<void>((resolve) => (reach = resolve));
  const released = new Promise<void>((resolve) => (release = resolve));
  const gate = {
    closed: false,
    reached,
    release: () => release(),
    wrap: (storage: VaultStorage): VaultStorage => ({
      ...storage,
      commit: async (change) => {
        if (gate.closed) {
          reach();
          await released;
        }
        return storage.commit(change);
      },
    }),
  };
  return gate;
}

/** Until another tab has noticed: how long that takes on a busy machine proves nothing. */
const patiently = { timeout: 50_000 };

function kindOf({ vault }: Rig): string {
  return vault.snapshot.get().status.kind;
}

describe('one tab writes', () => {
  it('C08 the second tab waits, takes over when told to, and the first gives way and takes over again', async () => {
    const { open } = createTabs();
    const first = (await open()).rig;
    valueOf(await first.vault.create(passphrase));
    valueOf(await first.vault.add([await itemOf('one')]));
    const second = (await open()).rig;
    expect([kindOf(first), kindOf(second)]).toEqual(['open', 'elsewhere']);
    expect(codeOf(await second.vault.unlock(passphrase))).toBe('vault/elsewhere');
    valueOf(await second.vault.takeOver());
    expect([kindOf(first), kindOf(second)]).toEqual(['elsewhere', 'locked']);
    expect(first.vault.snapshot.get().items).toEqual([]);
    valueOf(await second.vault.unlock(passphrase));
    valueOf(await second.vault.add([await itemOf('two')]));
    expect(codeOf(await first.vault.add([await itemOf('three')]))).toBe('vault/elsewhere');
    valueOf(await first.vault.takeOver());
    valueOf(await first.vault.unlock(passphrase));
    expect(first.vault.snapshot.get().items).toHaveLength(2);
  });

  it('C14 where the browser denies locks as it denies storage, that is said, and not that another tab has the vault', async () => {
    const locks = { request: () => Promise.reject(new DOMException('denied', 'SecurityError')) } as unknown as WriterTools['locks'];
    const channel = { postMessage: () => undefined, addEventListener: () => undefined };
    const writer = createSingleWriter({ locks, channel });
    const denied = { ...storageOver(new IDBFactory()), open: () => Promise.resolve(refuse('store/unavailable')) };
    const { vault } = await createRig({ writer, storage: denied });
    expect(vault.snapshot.get().status).toEqual({ kind: 'unavailable', code: 'store/unavailable' });
    expect(await writer.takeOver(), 'nobody else has a lock either').toBe(true);
  });

  it('C08 a take-over during a write waits for it: the write is kept, and both tabs know', async () => {
    const { open } = createTabs();
    const gate = createGate();
    const first = (await open(gate.wrap)).rig;
    valueOf(await first.vault.create(passphrase));
    const second = (await open()).rig;
    gate.closed = true;
    const adding = first.vault.add([await itemOf('one')]);
    const taking = second.vault.takeOver();
    await gate.reached;
    expect(kindOf(second)).toBe('elsewhere');
    gate.release();
    valueOf(await adding);
    valueOf(await taking);
    valueOf(await second.vault.unlock(passphrase));
    expect(second.vault.snapshot.get().items).toHaveLength(1);
    expect(second.vault.snapshot.get().damaged).toEqual([]);
    expect(kindOf(first)).toBe('elsewhere');
  });

  it('C08 the place of a frozen tab is taken; a write it wakes up with is kept or refused, never half, and nothing is lost', async () => {
    for (const writesFirst of [true, false]) {
      const { open } = createTabs();
      const gate = createGate();
      const { rig: first, tab } = await open(gate.wrap);
      valueOf(await first.vault.create(passphrase));
      valueOf(await first.vault.add([await itemOf('before')]));
      const second = (await open()).rig;
      tab.frozen = true;
      gate.closed = true;
      const adding = first.vault.add([await itemOf('one')]);
      await gate.reached;
      valueOf(await second.vault.takeOver());
      if (writesFirst) gate.release();
      if (writesFirst) valueOf(await adding);
      valueOf(await second.vault.unlock(passphrase));
      valueOf(await second.vault.add([await itemOf('two')]));
      if (!writesFirst) gate.release();
      if (!writesFirst) expect(codeOf(await adding)).toBe('vault/elsewhere');
      await vi.waitFor(() => expect(kindOf(first)).toBe('elsewhere'), patiently);
      await second.vault.lock();
      valueOf(await second.vault.unlock(passphrase));
      const titles = second.vault.snapshot.get().items.map(({ title }) => title[0]?.text);
      expect(titles).toEqual(['Title of before', ...(writesFirst ? ['Title of one'] : []), 'Title of two']);
      expect(second.vault.snapshot.get().damaged).toEqual([]);
    }
  });

  it('C08 of two tabs that take over at the same moment one has the vault, and both know', async () => {
    const { open } = createTabs();
    const first = (await open()).rig;
    valueOf(await first.vault.create(passphrase));
    const [second, third] = [(await open()).rig, (await open()).rig];
    valueOf(await second.vault.takeOver());
    expect([kindOf(first), kindOf(second), kindOf(third)]).toEqual(['elsewhere', 'locked', 'elsewhere']);
    await Promise.all([first.vault.takeOver(), third.vault.takeOver()]);
    await vi.waitFor(() => expect([kindOf(first), kindOf(second), kindOf(third)].filter((kind) => kind !== 'elsewhere')).toHaveLength(1), patiently);
  });

  it('C04 C08 a restore of 1,000 credentials while another tab takes over is whole or did not happen, and both tabs know', async () => {
    const source = await createOpenRig();
    valueOf(await source.vault.add(await Promise.all(Array.from({ length: 1_000 }, (_, index) => itemOf(`number ${index}`)))));
    valueOf(await source.vault.holderKey('Ed25519'));
    valueOf(await source.vault.confirm(passphrase));
    const sheet = { type: 'recovery', code: valueOf(await source.vault.recoverySheet()).groups.join('') } as const;
    const { bytes } = valueOf(await source.vault.makeBackup('recovery-code'));
    for (const when of ['before', 'while'] as const) {
      const { open } = createTabs();
      const gate = createGate();
      const first = (await open(gate.wrap)).rig;
      valueOf(await first.vault.create(passphrase));
      valueOf(await first.vault.add([await itemOf('my own')]));
      const second = (await open()).rig;
      gate.closed = true;
      if (when === 'before') valueOf(await second.vault.takeOver());
      const restoring = first.vault.restore(bytes, sheet, 'merge');
      if (when === 'while') await gate.reached;
      const taking = second.vault.takeOver();
      gate.release();
      valueOf(await taking);
      const restored = await restoring;
      expect(codeOf(restored)).toBe(when === 'while' ? 'succeeded' : 'vault/elsewhere');
      valueOf(await second.vault.unlock(passphrase));
      const { items, damaged, holders } = second.vault.snapshot.get();
      expect([items.length, holders.length]).toEqual(restored.ok ? [1_001, 1] : [1, 0]);
      expect(damaged).toEqual([]);
      valueOf(await second.vault.open((await itemOf('my own')).summary.id));
      expect(kindOf(first)).toBe('elsewhere');
    }
  });
});
