import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
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

/** A worker that hangs on every proof, as a poisoned document would make it; on empty bytes it dies. Small ones it answers, but not before it is free. */
class HangingWorker {
  private listeners: Record<string, (event: { data: unknown }) => void> = {};
  private busy = false;
  private isEnded = false;
  constructor() {
    started += 1;
  }
  addEventListener(type: string, listener: (event: { data: unknown }) => void): void {
    this.listeners[type] = listener;
  }
  postMessage({ call, method, args }: { call: number; method: string; args: readonly [ExaminationOrder] }): void {
    const { received, context } = args[0];
    asked.push({ method, proofs: context.proofs });
    const answer = (value: string): void => queueMicrotask(() => this.listeners['message']?.({ data: { call, value: succeed(value) } }));
    if (received.bytes.length === 0) return queueMicrotask(() => this.listeners['error']?.({ data: undefined }));
    if (context.proofs === 'timed-out') return answer('examined without proofs');
    if (received.bytes.length === harmlessBytes && !this.busy) return answer('examined');
    this.busy = true;
  }
  terminate(): void {
    if (!this.isEnded) ended += 1;
    this.isEnded = true;
  }
}

const harmlessBytes = 3;
const order: ExaminationOrder = {
  received: { bytes: new Uint8Array(10), transport: 'file', arrivedAt: toInstant(0) },
  context: { now: toInstant(0), notBefore: toInstant(0), ownList: [], expectation: 'none', origin: 'received' },
};

const [harmless, deadly] = [harmlessBytes, 0].map((length) => ({ ...order, received: { ...order.received, bytes: new Uint8Array(length) } })) as [
  ExaminationOrder,
  ExaminationOrder,
];

describe('the check worker, watched', () => {
  beforeEach(() => {
    vi.useFakeTimers();
    vi.stubGlobal('Worker', HangingWorker);
    vi.stubGlobal('self', { location: { href: 'http://localhost/', origin: 'http://localhost' } });
    [started, ended] = [0, 0];
    asked.length = 0;
  });
  afterEach(() => {
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });

  it('C21 ends a worker that hangs, starts another, and says not-checked instead of waiting for a proof', async () => {
    const answer = createCheckClient('/w/check.js').examine(order);
    await vi.advanceTimersByTimeAsync(13_000);
    expect(await answer).toEqual(succeed('examined without proofs'));
    expect([started, ended]).toEqual([2, 1]);
    expect(asked.map(({ proofs }) => proofs)).toEqual([undefined, 'timed-out']);
  });

  it('C21 a question that died with the worker of another is asked again, and answered', async () => {
    const client = createCheckClient('/w/check.js');
    const first = client.examine(order);
    await vi.advanceTimersByTimeAsync(1_000);
    const others = [client.examine(harmless), client.examine(harmless)];
    await vi.advanceTimersByTimeAsync(12_000);
    expect(await first).toEqual(succeed('examined without proofs'));
    expect(await Promise.all(others)).toEqual([succeed('examined'), succeed('examined')]);
    expect(await client.examine(harmless)).toEqual(succeed('examined'));
    // The one that hung, the one after it, and one of its own for each of the others: no more than two at a time.
    expect([started, ended]).toEqual([4, 3]);
  });

  it('ends the worker that is stopped: that question answers so at once and is not asked again, others are', async () => {
    const client = createCheckClient('/w/check.js');
    const stop = new AbortController();
    const [stopped, other] = [client.examine(order, stop.signal), client.examine(harmless)];
    await vi.advanceTimersByTimeAsync(1_000);
    stop.abort();
    expect(await stopped).toMatchObject({ ok: false, error: { code: 'receive/stopped' } });
    expect(await other).toEqual(succeed('examined'));
    expect(asked, 'one for each, and the other one once more').toHaveLength(3);
    expect(await client.examine(harmless, stop.signal)).toMatchObject({ ok: false, error: { code: 'receive/stopped' } });
    expect(await client.examine(harmless, new AbortController().signal)).toEqual(succeed('examined'));
  });

  it('C21 a question that kills its worker each time is asked twice, never more, and takes no other along', async () => {
    const client = createCheckClient('/w/check.js');
    const [killed, other] = [client.examine(deadly), client.examine(harmless)];
    await vi.advanceTimersByTimeAsync(0);
    expect(await killed).toMatchObject({ ok: false, error: { code: 'device/worker-failed' } });
    expect(await other).toEqual(succeed('examined'));
    expect(asked).toHaveLength(4);
    expect(await client.examine(harmless)).toEqual(succeed('examined'));
  });
});
