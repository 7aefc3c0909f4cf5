import type { Kdf } from '../vault/argon-ladder.ts';
import { startWorker } from './start-worker.ts';
import { connectWorker } from './worker-channel.ts';
import type { WorkerConnection } from './worker-channel.ts';

/** Longer than this no device takes for a cost we accept; then the worker counts as dead. */
const derivationTimeoutMs = 60_000;
/** How long a derivation worker waits for the next call of the same unlock or set-up. */
const idleMs = 2_000;

/**
 * Key derivation in a worker of its own, the only script that may compile WebAssembly. Short-lived: it ends soon after its
 * work, and its memory with it; never while one of several derivations goes on. A dead worker answers
 * `device/worker-failed`, and the next call starts a new one.
 */
export function createKdfClient(url: string): Kdf {
  let present: { readonly connection: WorkerConnection; underWay: number } | undefined;
  let idle: ReturnType<typeof setTimeout> | undefined;
  return {
    derive: async (passphrase, salt, cost) => {
      clearTimeout(idle);
      const asked = (present ??= { connection: connectWorker(startWorker(url, 'kdf')), underWay: 0 });
      asked.underWay += 1;
      const answer = await asked.connection.call<{ key: Uint8Array; elapsedMs: number }>('derive', [passphrase, salt, cost], derivationTimeoutMs);
      asked.underWay -= 1;
      if (!answer.ok && present === asked) present = undefined;
      const isDone = asked.underWay === 0 || (!answer.ok && answer.error.code === 'device/timed-out');
      if (isDone && present !== asked) asked.connection.end();
      if (isDone && present === asked) {
        idle = setTimeout(() => {
          present = undefined;
          asked.connection.end();
        }, idleMs);
      }
      return answer;
    },
  };
}
