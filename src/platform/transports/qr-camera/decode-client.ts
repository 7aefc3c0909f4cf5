import type { Attempt } from '../../../core/model/attempt.ts';
import { startWorker } from '../../workers/start-worker.ts';
import { connectWorker } from '../../workers/worker-channel.ts';
import type { WorkerConnection } from '../../workers/worker-channel.ts';
import decodeWorkerUrl from './decode-worker.ts?worker&url';

/** A frame that takes longer is given up, and with it the worker: a fresh one looks at the next frame. */
const frameTimeoutMs = 3_000;
const photoTimeoutMs = 15_000;
/** The worker ends when nobody asked for this long, in milliseconds. */
const idleMs = 30_000;

let connection: WorkerConnection | undefined;
let idle: ReturnType<typeof setTimeout> | undefined;

function end(): void {
  connection?.end();
  connection = undefined;
}

/** The texts of all codes in a picture, found in a worker. The picture is handed over and must not be used again. */
export async function findCodes(picture: ImageBitmap, from: 'frame' | 'photo'): Promise<Attempt<readonly string[]>> {
  clearTimeout(idle);
  connection ??= connectWorker(startWorker(decodeWorkerUrl, 'decode'));
  const timeoutMs = from === 'frame' ? frameTimeoutMs : photoTimeoutMs;
  const found = await connection.call<readonly string[]>('decode', [picture, from], timeoutMs, [picture]);
  if (!found.ok) end();
  clearTimeout(idle);
  idle = setTimeout(end, idleMs);
  return found;
}
