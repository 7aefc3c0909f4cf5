import { afterEach, describe, expect, it, vi } from 'vitest';
import { refuse, succeed } from '../../../src/core/model/attempt.ts';
import { emptySnapshot } from '../../../src/platform/vault/empty-snapshot.ts';
import { createVaultClient } from '../../../src/platform/workers/vault-client.ts';
import { serveCalls } from '../../../src/platform/workers/worker-channel.ts';
import type { Handlers } from '../../../src/platform/workers/worker-channel.ts';

interface Inside {
  readonly tell: (event: unknown) => void;
}

/** Workers that live in this thread: `serve` says what the n-th one does. */
function stubWorkers(serve: (nth: number, inside: () => Inside) => Handlers): { readonly started: () => number; readonly ended: () => number } {
  let [started, ended] = [0, 0];
  class OwnWorker extends EventTarget {
    readonly #inner = new EventTarget();
    #alive = true;
    constructor() {
      super();
      started += 1;
      const inside: Inside = serveCalls(
        {
          addEventListener: (type, listener) => this.#inner.addEventListener(type, listener as EventListener),
          postMessage: (data) => {
            queueMicrotask(() => void (this.#alive && this.dispatchEvent(new MessageEvent('message', { data: structuredClone(data) }))));
          },
        },
        serve(started, () => inside),
      );
    }
    postMessage(data: unknown): void {
      queueMicrotask(() => void (this.#alive && this.#inner.dispatchEvent(new MessageEvent('message', { data: structuredClone(data) }))));
    }
    terminate(): void {
      this.#alive = false;
      ended += 1;
    }
  }
  vi.stubGlobal('Worker', OwnWorker);
  vi.stubGlobal('self', { location: new URL('http://localhost/') });
  return { started: () => started, ended: () => ended };
}

const never = (): Promise<never> => new Promise(() => undefined);

afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

describe('the vault worker as the page sees it', () => {
  it('C14 looks again when asked to, where storage refused the first time', async () => {
    let looks = 0;
    const workers = stubWorkers((_, inside) => ({
      start: async () => {
        looks += 1;
        inside().tell(emptySnapshot(looks === 1 ? { kind: 'unavailable', code: 'store/unavailable' } : { kind: 'locked', slots: [] }));
        return succeed(undefined);
      },
    }));
    const vault = createVaultClient('/w/vault.js', new EventTarget());
    await vault.start();
    expect(vault.snapshot.get().status.kind).toBe('unavailable');
    await vault.start();
    expect(vault.snapshot.get().status.kind).toBe('locked');
    await vault.start();
    expect([looks, workers.started()]).toEqual([2, 1]);
  });

  it('C08 a page that is put away for Back lets go of the vault, even with a lock under way, and looks again when it comes back', async () => {
    const workers = stubWorkers((_, inside) => ({
      start: async () => {
        inside().tell(emptySnapshot({ kind: 'locked', slots: [] }));
        return succeed(undefined);
      },
      lock: never,
    }));
    const page = new EventTarget();
    const show = (type: string, persisted: boolean): boolean => page.dispatchEvent(Object.assign(new Event(type), { persisted }));
    const vault = createVaultClient('/w/vault.js', page);
    await vault.start();
    show('pagehide', false);
    expect([workers.started(), workers.ended()], 'a page that ends is left alone').toEqual([1, 0]);
    const locking = vault.lock();
    show('pagehide', true);
    await locking;
    expect([workers.started(), workers.ended()]).toEqual([1, 1]);
    expect(vault.snapshot.get().status.kind).toBe('unknown');
    show('pageshow', true);
    await vi.waitFor(() => expect(vault.snapshot.get().status.kind).toBe('locked'));
    expect([workers.started(), workers.ended()]).toEqual([2, 1]);
  });

  it('C21 starts another worker when asked to, where the first one failed', async () => {
    const workers = stubWorkers((nth, inside) => ({
      start: async () => {
        if (nth === 1) throw new Error('no memory');
        inside().tell(emptySnapshot({ kind: 'absent' }));
        return succeed(undefined);
      },
    }));
    const vault = createVaultClient('/w/vault.js', new EventTarget());
    await vault.start();
    expect(vault.snapshot.get().status).toEqual({ kind: 'unavailable', code: 'device/worker-failed' });
    await vault.start();
    expect(vault.snapshot.get().status.kind).toBe('absent');
    expect([workers.started(), workers.ended()]).toEqual([2, 1]);
  });

  it('C38 a lock ends a worker that hangs: what it was asked fails, nothing stays open', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const workers = stubWorkers((nth, inside) => ({
      start: async () => {
        inside().tell(emptySnapshot(nth === 1 ? { kind: 'open', slots: [] } : { kind: 'locked', slots: [] }));
        return succeed(undefined);
      },
      add: never,
      lock: never,
    }));
    const vault = createVaultClient('/w/vault.js', new EventTarget());
    await vault.start();
    expect(vault.snapshot.get().status.kind).toBe('open');
    const adding = vault.add([]);
    const locking = vault.lock();
    await vi.advanceTimersByTimeAsync(3_000);
    await locking;
    expect(await adding).toEqual(refuse('device/worker-failed'));
    expect(vault.snapshot.get().status.kind).toBe('locked');
    expect([workers.started(), workers.ended()]).toEqual([2, 1]);
  });
});
