import { refuse } from '../../core/model/attempt.ts';
import type { Attempt } from '../../core/model/attempt.ts';

/** Named functions that one side serves and the other calls. Arguments and answers are cloneable data. */
export type Handlers = Readonly<Record<string, (...args: never[]) => Promise<unknown>>>;

interface Request {
  readonly call: number;
  readonly method: string;
  readonly args: readonly unknown[];
}
interface Answer {
  readonly call: number;
  readonly value?: unknown;
  readonly failed?: true;
}
interface Told {
  readonly event: unknown;
}

/** The part of a worker, or of a worker's global scope, that messages need. */
export interface MessageEnd {
  postMessage: (message: unknown) => void;
  addEventListener: (type: 'message', listener: (event: MessageEvent) => void) => void;
}

/** Serves calls inside a worker. A handler that throws answers `failed`; details never cross. */
export function serveCalls(end: MessageEnd, handlers: Handlers): { readonly tell: (event: unknown) => void } {
  end.addEventListener('message', (event) => {
    const { call, method, args } = event.data as Request;
    const handler = Object.hasOwn(handlers, method) ? handlers[method] : undefined;
    if (handler === undefined) return end.postMessage({ call, failed: true } satisfies Answer);
    Promise.resolve()
      .then(() => handler(...(args as never[])))
      .then(
        (value) => end.postMessage({ call, value } satisfies Answer),
        () => end.postMessage({ call, failed: true } satisfies Answer),
      );
  });
  return { tell: (event) => end.postMessage({ event } satisfies Told) };
}

/** The page's side of a worker. */
export interface WorkerConnection {
  /**
   * Calls a served function; a handler that failed, a dead worker and a time-out become an `Attempt`. What stands in
   * `transfer` is moved to the worker instead of copied.
   */
  readonly call: <T>(method: string, args: readonly unknown[], timeoutMs?: number, transfer?: readonly Transferable[]) => Promise<Attempt<T>>;
  readonly onTold: (listener: (event: unknown) => void) => void;
  /** Ends the worker; calls under way answer `device/worker-failed`. */
  readonly end: () => void;
}

/** Connects to a worker that serves `Handlers` whose functions answer with an `Attempt`. */
export function connectWorker(worker: Worker): WorkerConnection {
  const waiting = new Map<number, (attempt: Attempt<never>) => void>();
  const listeners: ((event: unknown) => void)[] = [];
  let next = 1;
  const failAll = (): void => {
    for (const settle of waiting.values()) settle(refuse('device/worker-failed'));
    waiting.clear();
  };
  worker.addEventListener('message', (event: MessageEvent<Answer | Told>) => {
    const message = event.data;
    if ('event' in message) return listeners.forEach((listener) => listener(message.event));
    const settle = waiting.get(message.call);
    waiting.delete(message.call);
    settle?.(message.failed ? refuse('device/worker-failed') : (message.value as Attempt<never>));
  });
  worker.addEventListener('error', failAll);
  worker.addEventListener('messageerror', failAll);
  return {
    call: <T,>(method: string, args: readonly unknown[], timeoutMs?: number, transfer: readonly Transferable[] = []) =>
      new Promise<Attempt<T>>((resolve) => {
        const call = next++;
        const timer =
          timeoutMs === undefined
            ? undefined
            : setTimeout(() => {
                waiting.delete(call);
                resolve(refuse('device/timed-out', { method }));
              }, timeoutMs);
        waiting.set(call, (attempt) => {
          clearTimeout(timer);
          resolve(attempt as Attempt<T>);
        });
        worker.postMessage({ call, method, args } satisfies Request, [...transfer]);
      }),
    onTold: (listener) => listeners.push(listener),
    end: () => {
      worker.terminate();
      failAll();
    },
  };
}
