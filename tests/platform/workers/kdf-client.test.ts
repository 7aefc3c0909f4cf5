import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { succeed } from '../../../src/core/model/attempt.ts';
import { createKdfClient } from '../../../src/platform/workers/kdf-client.ts';

let workers: SlowWorker[] = [];

/** Derives one after the other, each as many milliseconds as its salt says; a salt of 0 fails, a salt of 255 hangs. */
class SlowWorker extends EventTarget {
  isEnded = false;
  #free = Promise.resolve();
  constructor() {
    super();
    workers.push(this);
  }
  postMessage({ call, args }: { call: number; args: readonly [Uint8Array, Uint8Array] }): void {
    const [hundreds = 0] = args[1];
    const answer = hundreds === 0 ? { call, failed: true } : { call, value: succeed({ key: args[1], elapsedMs: hundreds }) };
    this.#free = this.#free.then(() => new Promise((resolve) => hundreds < 255 && setTimeout(resolve, hundreds * 100)));
    void this.#free.then(() => void (this.isEnded || this.dispatchEvent(new MessageEvent('message', { data: answer }))));
  }
  terminate(): void {
    this.isEnded = true;
  }
}

const cost = { m: 19_456, t: 2, p: 1 };
const derive = (kdf: ReturnType<typeof createKdfClient>, hundreds: number) => kdf.derive(new Uint8Array(1), Uint8Array.of(hundreds), cost);
const okOf = async (answers: readonly ReturnType<typeof derive>[]): Promise<readonly boolean[]> => (await Promise.all(answers)).map(({ ok }) => ok);
const left = (): number => workers.filter(({ isEnded }) => !isEnded).length;

describe('the derivation worker as the vault sees it', () => {
  beforeEach(() => {
    vi.useFakeTimers();
    vi.stubGlobal('Worker', SlowWorker);
    vi.stubGlobal('self', { location: new URL('http://localhost/') });
    workers = [];
  });
  afterEach(() => {
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });

  it('C21 is not ended under a derivation that began while another went on, however long it takes; and ends soon after the last', async () => {
    const kdf = createKdfClient('/w/kdf.js');
    const answers = [derive(kdf, 10), derive(kdf, 50)];
    await vi.advanceTimersByTimeAsync(6_000);
    expect(await okOf(answers)).toEqual([true, true]);
    expect([workers.length, left()]).toEqual([1, 1]);
    await vi.advanceTimersByTimeAsync(2_000);
    expect(left()).toBe(0);
    const later = derive(kdf, 1);
    await vi.advanceTimersByTimeAsync(100);
    expect([(await later).ok, workers.length]).toEqual([true, 2]);
  });

  it('C21 one derivation that runs out of memory takes no other along, and its worker is not used again', async () => {
    const kdf = createKdfClient('/w/kdf.js');
    const answers = [derive(kdf, 0), derive(kdf, 30)];
    await vi.advanceTimersByTimeAsync(100);
    expect((await answers[0])?.ok).toBe(false);
    answers.push(derive(kdf, 1));
    await vi.advanceTimersByTimeAsync(3_000);
    expect(await okOf(answers)).toEqual([false, true, true]);
    expect(workers).toHaveLength(2);
    await vi.advanceTimersByTimeAsync(2_000);
    expect(left()).toBe(0);
  });

  it('C21 a worker that hangs is ended with all that it was asked, and the next one answers', async () => {
    const kdf = createKdfClient('/w/kdf.js');
    const answers = [derive(kdf, 255), derive(kdf, 1)];
    await vi.advanceTimersByTimeAsync(60_000);
    expect(await okOf(answers)).toEqual([false, false]);
    expect(left()).toBe(0);
    const next = derive(kdf, 1);
    await vi.advanceTimersByTimeAsync(100);
    expect((await next).ok).toBe(true);
  });
});
