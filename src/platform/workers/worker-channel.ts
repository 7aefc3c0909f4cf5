import { refuse } from '../../core/model/attempt.ts';
import type { Attempt } from '../../core/model/attempt.ts';
import { hasManyParts, inParts, isLong, withParts } from './long-lists.ts';

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
/** Comes before a request, whose first argument it is a part of, or before an answer; see `[Note: Long lists go in parts]`. */
interface Part {
  readonly call: number;
  readonly part: readonly unknown[];
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
  const gathered = createGathering();
  const answer = (call: number, value: unknown): void => {
    if (!hasManyParts(value)) return end.postMessage({ call, value } satisfies Answer);
    for (const part of inParts(value.value.parts)) end.postMessage({ call, part } satisfies Part);
    end.postMessage({ call, value: withParts(value, []) } satisfies Answer);
  };
  end.addEventListener('message', (event) => {
    const message = event.data as Request | Part;
    if ('part' in message) return gathered.add(message);
    const { call, method } = message;
    const list = gathered.take(call);
    const args = list === undefined ? message.args : [list, ...message.args.slice(1)];
    const handler = Object.hasOwn(handlers, method) ? handlers[method] : undefined;
    if (handler === undefined) return end.postMessage({ call, failed: true } satisfies Answer);
    Promise.resolve()
      .then(() => handler(...(args as never[])))
      .then(
        (value) => answer(call, value),
        () => end.postMessage({ call, failed: true } satisfies Answer),
      );
  });
  return { tell: (event) => end.postMessage({ event } satisfies Told) };
}

/** Parts that came before what they belong to, by their call. */
function createGathering(): { readonly add: (part: Part) => void; readonly take: (call: number) => readonly unknown[] | undefined } {
  const lists = new Map<number, unknown[]>();
  return {
    add: ({ call, part }) => {
      const list = lists.get(call) ?? [];
      lists.set(call, list);
      for (const item of part) list.push(item);
    },
    take: (call) => {
      const list = lists.get(call);
      lists.delete(call);
      return list;
    },
  };
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
  const gathered = createGathering();
  let next = 1;
  const failAll = (): void => {
    for (const settle of waiting.values()) settle(refuse('device/worker-failed'));
    waiting.clear();
  };
  worker.addEventListener('message', (event: MessageEvent<Answer | Part | Told>) => {
    const message = event.data;
    if ('event' in message) return listeners.forEach((listener) => listener(message.event));
    if ('part' in message) return gathered.add(message);
    const { call, failed, value } = message;
    const parts = gathered.take(call);
    const settle = waiting.get(call);
    waiting.delete(call);
    settle?.(failed ? refuse('device/worker-failed') : ((parts === undefined ? value : withParts(value, parts)) as Attempt<never>));
  });
  /** Between two parts the page answers whoever taps; a call that is over meanwhile is not posted. */
  const postInParts = async (request: Request, list: readonly unknown[]): Promise<void> => {
    const { call, args } = request;
    for (const part of inParts(list)) {
      worker.postMessage({ call, part } satisfies Part);
      await new Promise((done) => setTimeout(done, 0));
      if (!waiting.has(call)) return;
    }
    worker.postMessage({ ...request, args: [[], ...args.slice(1)] } satisfies Request);
  };
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
        const request: Request = { call, method, args };
        const [list] = args;
        if (isLong(list) && transfer.length === 0) void postInParts(request, list);
        else worker.postMessage(request, [...transfer]);
      }),
    onTold: (listener) => listeners.push(listener),
    end: () => {
      worker.terminate();
      failAll();
    },
  };
}
