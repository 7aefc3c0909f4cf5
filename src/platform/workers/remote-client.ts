import type { Asker } from '../../core/model/answers.ts';
import { refuse, succeed } from '../../core/model/attempt.ts';
import type { Clock } from '../../wallet/ports.ts';
import { askTimeoutMs } from '../remote/ask-address.ts';
import type { AnsweredBytes } from '../remote/ask-address.ts';
import { startWorker } from './start-worker.ts';
import { connectWorker } from './worker-channel.ts';
import type { WorkerConnection } from './worker-channel.ts';

/** A worker that says nothing for this much longer than a question may take is dead. */
const graceMs = 2_000;

/**
 * The remote worker as the wallet sees it: started with the first question, ended with a question that got no word at all.
 * It asks only what it is given; whoever calls has named the address to the person before.
 */
export function createRemoteClient(workerUrl: string, clock: Clock): Asker {
  let connection: WorkerConnection | undefined;
  return {
    ask: async (url) => {
      const asked = (connection ??= connectWorker(startWorker(workerUrl, 'remote')));
      const answer = await asked.call<AnsweredBytes>('ask', [url], askTimeoutMs + graceMs);
      if (answer.ok) return succeed({ at: clock.now(), basis: 'live', ...answer.value });
      if (!answer.error.code.startsWith('device/')) return answer;
      asked.end();
      if (connection === asked) connection = undefined;
      return refuse('remote/no-answer');
    },
  };
}
