import type { Kdf } from '../vault/argon-ladder.ts';
import { startWorker } from './start-worker.ts';
import { connectWorker } from './worker-channel.ts';

/** Longer than this no device takes for a cost we accept; then the worker counts as dead. */
const derivationTimeoutMs = 60_000;
/** How long a derivation worker waits for the next call of the same unlock or set-up. */
const idleMs = 2_000;

/**
 * Key derivation in a worker of its own, the only script that may compile WebAssembly. Short-lived: it ends soon after its
 * work, and its memory with it. A dead worker answers `device/worker-failed`, and the next call starts a new one.
 */
export function createKdfClient(url: string): Kdf {
  let connection: ReturnType<typeof connectWorker> | undefined;
  let idle: ReturnType<typeof setTimeout> | undefined;
  const end = (): void => {
    connection?.end();
    connection = undefined;
  };
  return {
    derive: async (passphrase, salt, cost) => {
      clearTimeout(idle);
      connection ??= connectWorker(startWorker(url, 'kdf'));
      const answer = await connection.call<{ key: Uint8Array; elapsedMs: number }>('derive', [passphrase, salt, cost], derivationTimeoutMs);
      if (answer.ok) idle = setTimeout(end, idleMs);
      else end();
      return answer;
    },
  };
}
