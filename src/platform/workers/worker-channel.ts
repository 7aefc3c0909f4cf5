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
/** The worker goes on with what it was asked: nobody need take it for dead. */
interface Alive {
  readonly alive: true;
}

/** The part of a worker, or of a worker's global scope, that messages need. */
export interface MessageEnd {
  postMessage: (message: unknown) => void;
  addEventListener: (type: 'message', listener: (event: MessageEvent) => void) => void;
}

/** A worker says no oftener than this that it goes on: a short call pays nothing for it, and time-outs are of seconds. */
const aliveEveryMs = 250;

/** Says that a worker goes on, now and then: not before a call has taken a while. */
function createAlive(end: MessageEnd) {
  let underWay = 0;
  let told = 0;
  return {
    begin: (): void => {
      if (underWay === 0) told = performance.now();
      underWay += 1;
    },
    done: (): void => {
      underWay -= 1;
    },
    goOn: (): void => {
      if (performance.now() - told < aliveEveryMs) return;
      told = performance.now();
      end.postMessage({ alive: true } satisfies Alive);
    },
  };
}

/** Serves calls inside a worker. A handler that throws answers `failed`; details never cross. */
export function serveCalls(end: MessageEnd, handlers: Handlers): { readonly tell: (event: unknown) => void; readonly goOn: () => void } {
  const gathered = createGathering();
  const alive = createAlive(end);
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
    alive.begin();
    Promise.resolve()
      .then(() => handler(...(args as never[])))
      .finally(alive.done)
      .then(
        (value) => answer(call, value),
        () => end.postMessage({ call, failed: true } satisfies Answer),
      );
  });
  return {
    tell: (event) => end.postMessage({ event } satisfies Told),
    goOn: alive.goOn,
  };
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
   * Calls a served function; a handler that failed, a dead worker and a time-out become an `Attempt`. The time-out begins
   * anew whenever the worker says that it goes on. What stands in `transfer` is moved to the worker instead of copied.
   */
  readonly call: <T>(method: string, args: readonly unknown[], timeoutMs?: number, transfer?: readonly Transferable[]) => Promise<Attempt<T>>;
  readonly onTold: (listener: (event: unknown) => void) => void;
  /** Ends the worker; calls under way answer `device/worker-failed`. */
  readonly end: () => void;
}

/** However often a worker says that it goes on, a call with a time-out is given up after this. */
export const longestCallMs = 5 * 60_000;

interface Waiting {
  readonly settle: (attempt: Attempt<never>) => void;
  readonly prolong: () => void;
}

/** Calls that are not answered yet, each with its time-out. */
function createWaitingCalls() {
  const waiting = new Map<number, Waiting>();
  let next = 1;
  const settle = (call: number, attempt: Attempt<never>): void => {
    const one = waiting.get(call);
    waiting.delete(call);
    one?.settle(attempt);
  };
  return {
    settle,
    has: (call: number): boolean => waiting.has(call),
    prolong: (): void => waiting.forEach((one) => one.prolong()),
    failAll: (): void => [...waiting.keys()].forEach((call) => settle(call, refuse('device/worker-failed'))),
    begin: (method: string, timeoutMs: number | undefined, resolve: (attempt: Attempt<never>) => void): number => {
      const call = next++;
      const stop = (): void => settle(call, refuse('device/timed-out', { method }));
      const [arm, longest] = timeoutMs === undefined ? [() => undefined, undefined] : [() => setTimeout(stop, timeoutMs), setTimeout(stop, Math.max(timeoutMs, longestCallMs))];
      let timer = arm();
      const disarm = (): void => clearTimeout(timer);
      waiting.set(call, {
        settle: (attempt) => {
          disarm();
          clearTimeout(longest);
          resolve(attempt);
        },
        prolong: () => {
          disarm();
          timer = arm();
        },
      });
      return call;
    },
  };
}

/** Connects to a worker that serves `Handlers` whose functions answer with an `Attempt`. */
export function connectWorker(worker: Worker): WorkerConnection {
  const calls = createWaitingCalls();
  const listeners: ((event: unknown) => void)[] = [];
  const gathered = createGathering();
  worker.addEventListener('message', (event: MessageEvent<Answer | Part | Told | Alive>) => {
    const message = event.data;
    if ('alive' in message) return calls.prolong();
    if ('event' in message) return listeners.forEach((listener) => listener(message.event));
    if ('part' in message) return gathered.add(message);
    const { call, failed, value } = message;
    const parts = gathered.take(call);
    calls.settle(call, failed ? refuse('device/worker-failed') : ((parts === undefined ? value : withParts(value, parts)) as Attempt<never>));
  });
  const { post } = createPosting(worker, calls.has);
  worker.addEventListener('error', calls.failAll);
  worker.addEventListener('messageerror', calls.failAll);
  return {
    call: <T,>(method: string, args: readonly unknown[], timeoutMs?: number, transfer: readonly Transferable[] = []) =>
      new Promise<Attempt<T>>((resolve) => {
        const call = calls.begin(method, timeoutMs, resolve as (attempt: Attempt<never>) => void);
        post({ call, method, args }, transfer);
      }),
    onTold: (listener) => listeners.push(listener),
    end: () => {
      worker.terminate();
      calls.failAll();
    },
  };
}

/**
 * Posts calls in the order in which they are made: what is called while a long list is on its way goes after it (a lock
 * must not overtake what it is to wait for).
 */
function createPosting(worker: Worker, isWaiting: (call: number) => boolean) {
  let before: Promise<void> | undefined;
  /** Between two parts the page answers whoever taps; a call that is over meanwhile is not posted. */
  const postInParts = async (request: Request, list: readonly unknown[]): Promise<void> => {
    const { call, args } = request;
    for (const part of inParts(list)) {
      if (!isWaiting(call)) return;
      worker.postMessage({ call, part } satisfies Part);
      await new Promise((done) => setTimeout(done, 0));
    }
    if (isWaiting(call)) worker.postMessage({ ...request, args: [[], ...args.slice(1)] } satisfies Request);
  };
  const postNow = (request: Request, transfer: readonly Transferable[]): Promise<void> | undefined => {
    const [list] = request.args;
    if (isLong(list) && transfer.length === 0) return postInParts(request, list);
    worker.postMessage(request, [...transfer]);
    return undefined;
  };
  const post = (request: Request, transfer: readonly Transferable[]): void => {
    const posting = before === undefined ? postNow(request, transfer) : before.then(() => (isWaiting(request.call) ? postNow(request, transfer) : undefined));
    if (posting === undefined) return;
    before = posting;
    void posting.finally(() => {
      if (before === posting) before = undefined;
    });
  };
  return { post };
}
