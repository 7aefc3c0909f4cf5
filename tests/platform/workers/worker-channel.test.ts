import { MessageChannel } from 'node:worker_threads';
import { afterEach, describe, expect, it } from 'vitest';
import { refuse, succeed } from '../../../src/core/model/attempt.ts';
import { connectWorker, serveCalls } from '../../../src/platform/workers/worker-channel.ts';
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

  it('tells events', async () => {
    const { connection, served } = pair({});
    const told = new Promise((resolve) => connection.onTold(resolve));
    served.tell({ changed: true });
    expect(await told).toEqual({ changed: true });
  });
});
