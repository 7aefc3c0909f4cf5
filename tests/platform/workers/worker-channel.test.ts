import { MessageChannel } from 'node:worker_threads';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { refuse, succeed } from '../../../src/core/model/attempt.ts';
import { connectWorker, longestCallMs, serveCalls } from '../../../src/platform/workers/worker-channel.ts';
import type { Handlers, MessageEnd } from '../../../src/platform/workers/worker-channel.ts';

const open: MessageChannel[] = [];
afterEach(() => open.splice(0).forEach(({ port1 }) => port1.close()));

function pair(handlers: Handlers) {
  const channel = new MessageChannel();
  open.push(channel);
  const served = serveCalls(channel.port1 as unknown as MessageEnd, handlers);
  channel.port1.start();
  channel.port2.start();
  const worker = Object.assign(channel.port2, { terminate: () => channel.port2.close() });
  return { served, connection: connectWorker(worker as unknown as Worker) };
}

describe('worker channel', () => {
  it('carries an attempt there and back, also a refusal', async () => {
    const { connection } = pair({
      double: async (value: number) => succeed(value * 2),
      refuse: async () => refuse('vault/locked'),
    });
    expect(await connection.call('double', [21])).toEqual({ ok: true, value: 42 });
    expect(await connection.call('refuse', [])).toEqual({ ok: false, error: { code: 'vault/locked', facts: {} } });
  });

  it('a handler that throws and an unknown method answer worker-failed without details', async () => {
    const { connection } = pair({
      boom: async () => {
        throw new Error('secret detail');
      },
    });
    const failed = { ok: false, error: { code: 'device/worker-failed', facts: {} } };
    expect(await connection.call('boom', [])).toEqual(failed);
    expect(await connection.call('toString', [])).toEqual(failed);
  });

  it('a call without an answer in time is a time-out, and an ended worker answers what is under way', async () => {
    const { connection } = pair({ never: () => new Promise(() => undefined) });
    expect(await connection.call('never', [], 20)).toMatchObject({ ok: false, error: { code: 'device/timed-out' } });
    const waiting = connection.call('never', []);
    connection.end();
    expect(await waiting).toMatchObject({ ok: false, error: { code: 'device/worker-failed' } });
  });

  it('carries a list of many, there and back, a few at a time and in its order', async () => {
    const { connection } = pair({
      examine: async (list: readonly number[], more: string) => succeed({ kind: 'collection', more, parts: list.map((number) => ({ number })) }),
    });
    const messages: unknown[] = [];
    open[0]?.port2.on('message', (message) => messages.push(message));
    const numbers = Array.from({ length: 1_000 }, (_, number) => number);
    const [one, few] = await Promise.all([connection.call('examine', [numbers, 'many']), connection.call('examine', [[7], 'few'])]);
    expect(one).toEqual({ ok: true, value: { kind: 'collection', more: 'many', parts: numbers.map((number) => ({ number })) } });
    expect(few).toEqual({ ok: true, value: { kind: 'collection', more: 'few', parts: [{ number: 7 }] } });
    expect(messages.length).toBeGreaterThan(40);
    for (const message of messages) expect(JSON.stringify(message).length).toBeLessThan(1_000);
  });

  it('posts no more of a call that is over', async () => {
    const { connection } = pair({ keep: async () => succeed('kept') });
    const call = connection.call('keep', [Array.from({ length: 1_000 }, () => 'x')]);
    connection.end();
    expect(await call).toMatchObject({ ok: false, error: { code: 'device/worker-failed' } });
  });

  it('keeps the order of calls: a lock never overtakes a long list that is to be kept', async () => {
    const order: string[] = [];
    const { connection } = pair({
      add: async (list: readonly object[]) => succeed(order.push(`add ${String(list.length)}`)),
      lock: async () => succeed(order.push('lock')),
    });
    const things = Array.from({ length: 100 }, (_, number) => ({ number }));
    const calls = ['add', 'lock', 'add', 'lock'].map((method) => connection.call(method, method === 'add' ? [things] : []));
    await Promise.all(calls);
    expect(order).toEqual(['add 100', 'lock', 'add 100', 'lock']);
    await connection.call('lock', []);
    expect(order).toHaveLength(5);
  });

  it('posts a long list of names at once: a page that is put away loses none', async () => {
    const { connection } = pair({ remove: async (ids: readonly string[]) => succeed(ids.length) });
    const posted: unknown[] = [];
    open[0]?.port1.on('message', (message) => posted.push(message));
    await connection.call('remove', [Array.from({ length: 1_000 }, (_, number) => `id-${String(number)}`)]);
    expect(posted).toHaveLength(1);
  });

  it('C21 waits for a worker that goes on, not for one that is silent, and for none without end', async () => {
    vi.useFakeTimers();
    const said: ((event: { data: unknown }) => void)[] = [];
    const worker = { addEventListener: (type: string, listener: (event: { data: unknown }) => void) => void (type === 'message' && said.push(listener)), postMessage: () => undefined, terminate: () => undefined };
    const connection = connectWorker(worker as unknown as Worker);
    const goOn = (): void => said.forEach((listener) => listener({ data: { alive: true } }));
    const outcomes: string[] = [];
    const ask = (name: string): void => void connection.call(name, [], 1_000).then((answer) => outcomes.push(answer.ok ? 'ok' : `${name} ${answer.error.code}`));
    ask('silent');
    await vi.advanceTimersByTimeAsync(1_000);
    expect(outcomes).toEqual(['silent device/timed-out']);
    ask('busy');
    for (let second = 0; second < 10; second += 1) {
      await vi.advanceTimersByTimeAsync(900);
      goOn();
    }
    expect(outcomes).toHaveLength(1);
    for (let ms = 0; ms < longestCallMs; ms += 900) {
      await vi.advanceTimersByTimeAsync(900);
      goOn();
    }
    expect(outcomes).toEqual(['silent device/timed-out', 'busy device/timed-out']);
    expect(vi.getTimerCount(), 'nothing is left running').toBe(0);
    vi.useRealTimers();
  });

  it('a worker says that it goes on when a call takes long, and not for a short one', async () => {
    vi.useFakeTimers();
    const posted: unknown[] = [];
    const heard: ((event: MessageEvent) => void)[] = [];
    const rest = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));
    const proofs = async (count: number, ms: number): Promise<string> => {
      for (let proof = 0; proof < count; proof += 1) {
        served.goOn();
        await rest(ms);
      }
      return 'done';
    };
    const served = serveCalls({ postMessage: (message) => void posted.push(message), addEventListener: (_, listener) => void heard.push(listener) }, { proofs });
    const ask = (call: number, ...args: readonly number[]): void => heard.forEach((listener) => listener({ data: { call, method: 'proofs', args } } as MessageEvent));
    await vi.advanceTimersByTimeAsync(10_000);
    ask(1, 2, 20);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(posted).toEqual([{ call: 1, value: 'done' }]);
    ask(2, 100, 100);
    await vi.advanceTimersByTimeAsync(9_950);
    const times = posted.filter((message) => JSON.stringify(message) === '{"alive":true}').length;
    expect(times).toBeGreaterThan(25);
    expect(times).toBeLessThan(41);
    vi.useRealTimers();
  });

  it('tells events', async () => {
    const { connection, served } = pair({});
    const told = new Promise((resolve) => connection.onTold(resolve));
    served.tell({ changed: true });
    expect(await told).toEqual({ changed: true });
  });
});
