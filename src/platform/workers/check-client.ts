import { refuse } from '../../core/model/attempt.ts';
import type { Attempt } from '../../core/model/attempt.ts';
import type { Examination, ExaminationOrder } from '../../core/model/examination.ts';
import { maxCredentialBytes, proofTimeoutMs, readTimeoutMs } from '../../core/model/limits.ts';
import type { Examiner } from '../../wallet/examiner-port.ts';
import { startWorker } from './start-worker.ts';
import { connectWorker } from './worker-channel.ts';
import type { WorkerConnection } from './worker-channel.ts';

/**
 * How long the worker may say nothing. A large file takes longer to read; the time begins anew with each proof, for a small
 * one may hold a thousand credentials.
 */
function watchdogMs(bytes: number): number {
  return (readTimeoutMs + proofTimeoutMs) * Math.max(1, Math.ceil(bytes / maxCredentialBytes));
}

/** The answer, or `receive/stopped`: then the worker is ended, for nothing else stops what it is at. */
async function untilStopped<T>(answer: Promise<Attempt<T>>, end: () => void, signal: AbortSignal | undefined): Promise<Attempt<T>> {
  signal?.addEventListener('abort', end, { once: true });
  const got = await answer;
  signal?.removeEventListener('abort', end);
  return signal?.aborted ? refuse('receive/stopped') : got;
}

/**
 * The check worker as the wallet sees it. It is started on first use; one that hangs or dies is ended and started anew,
 * and what it was asked answers `not-checked` (proof left out) or an error, never a pass.
 *
 * [Note: What died with the worker is asked once more] A question that was under way when the worker died may have died of
 * another's. It is asked again, one such question at a time, in a second worker of its own: no other can take it along, and
 * it can take no other along.
 */
export function createCheckClient(workerUrl: string): Examiner {
  let connection: WorkerConnection | undefined;
  let lastAgain: Promise<unknown> = Promise.resolve();
  const connect = (): WorkerConnection => connectWorker(startWorker(workerUrl, 'check'));

  async function askAlone<T>(method: string, argument: unknown, timeoutMs: number, signal?: AbortSignal): Promise<Attempt<T>> {
    if (signal?.aborted) return refuse('receive/stopped');
    const own = connect();
    const answer = await untilStopped(own.call<T>(method, [argument], timeoutMs), own.end, signal);
    own.end();
    return answer;
  }

  async function ask<T>(method: string, argument: unknown, timeoutMs: number, signal?: AbortSignal): Promise<Attempt<T>> {
    if (signal?.aborted) return refuse('receive/stopped');
    const asked = (connection ??= connect());
    const end = (): void => {
      asked.end();
      // Another call may have started a new worker since; that one is none of this answer's business.
      if (connection === asked) connection = undefined;
    };
    const answer = await untilStopped(asked.call<T>(method, [argument], timeoutMs), end, signal);
    if (answer.ok || (answer.error.code !== 'device/timed-out' && answer.error.code !== 'device/worker-failed')) return answer;
    end();
    if (answer.error.code === 'device/timed-out') return answer;
    const again = lastAgain.then(() => askAlone<T>(method, argument, timeoutMs, signal));
    lastAgain = again.catch(() => undefined);
    return again;
  }

  async function examine(order: ExaminationOrder, signal?: AbortSignal): Promise<Attempt<Examination>> {
    const timeoutMs = watchdogMs(order.received.bytes.byteLength);
    const first = await ask<Examination>('examine', order, timeoutMs, signal);
    if (first.ok || first.error.code !== 'device/timed-out') return first;
    const context = { ...order.context, proofs: 'timed-out' } as const;
    return ask<Examination>('examine', { ...order, context }, timeoutMs, signal);
  }

  return {
    examine,
    draft: (order) => ask('draft', order, proofTimeoutMs),
    finish: (draft, signature) => ask('finish', [draft, signature], proofTimeoutMs),
    describeLists: (files) => ask('describeLists', files, proofTimeoutMs),
    makeStatement: (credentials, order) => ask('makeStatement', [credentials, order], proofTimeoutMs),
    matchesHolder: (identifiers, typed) => ask('matchesHolder', [identifiers, typed], proofTimeoutMs),
    findStacking: (credentials) => ask('findStacking', credentials, proofTimeoutMs),
    bake: (order) => ask('bake', order, proofTimeoutMs),
  };
}
