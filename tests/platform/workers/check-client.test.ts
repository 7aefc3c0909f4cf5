import { afterEach, describe, expect, it, vi } from 'vitest';
import { succeed } from '../../../src/core/model/attempt.ts';
import type { ExaminationOrder } from '../../../src/core/model/examination.ts';
import { toInstant } from '../../../src/core/model/instant.ts';
import { createCheckClient } from '../../../src/platform/workers/check-client.ts';

interface Asked {
  readonly method: string;
  readonly proofs: unknown;
}

let started = 0;
let ended = 0;
const asked: Asked[] = [];

/** A worker that hangs on every proof, as a poisoned document would make it. */
class HangingWorker {
  private listener: (event: { data: unknown }) => void = () => undefined;
  constructor() {
    started += 1;
  }
  addEventListener(type: string, listener: (event: { data: unknown }) => void): void {
    if (type === 'message') this.listener = listener;
  }
  postMessage({ call, method, args }: { call: number; method: string; args: readonly [ExaminationOrder] }): void {
    const { proofs } = args[0].context;
    asked.push({ method, proofs });
    if (proofs === 'timed-out') queueMicrotask(() => this.listener({ data: { call, value: succeed('examined without proofs') } }));
  }
  terminate(): void {
    ended += 1;
  }
}

const order: ExaminationOrder = {
  received: { bytes: new Uint8Array(10), transport: 'file', arrivedAt: toInstant(0) },
  context: { now: toInstant(0), notBefore: toInstant(0), ownList: [], expectation: 'none', origin: 'received' },
};

describe('the check worker, watched', () => {
  afterEach(() => {
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });

  it('C21 ends a worker that hangs, starts another, and says not-checked instead of waiting for a proof', async () => {
    vi.useFakeTimers();
    vi.stubGlobal('Worker', HangingWorker);
    vi.stubGlobal('self', { location: { href: 'http://localhost/', origin: 'http://localhost' } });
    const answer = createCheckClient('/w/check.js').examine(order);
    await vi.advanceTimersByTimeAsync(13_000);
    expect(await answer).toEqual(succeed('examined without proofs'));
    expect([started, ended]).toEqual([2, 1]);
    expect(asked.map(({ proofs }) => proofs)).toEqual([undefined, 'timed-out']);
  });

  it('C21 a second question that died with the hanging worker does not end the new one', async () => {
    vi.useFakeTimers();
    vi.stubGlobal('Worker', HangingWorker);
    vi.stubGlobal('self', { location: { href: 'http://localhost/', origin: 'http://localhost' } });
    [started, ended] = [0, 0];
    const client = createCheckClient('/w/check.js');
    const first = client.examine(order);
    await vi.advanceTimersByTimeAsync(1_000);
    const second = client.examine(order);
    await vi.advanceTimersByTimeAsync(12_000);
    expect(await first).toEqual(succeed('examined without proofs'));
    expect(await second).toMatchObject({ ok: false, error: { code: 'device/worker-failed' } });
    expect([started, ended]).toEqual([2, 2]);
  });
});
