import { IDBFactory, IDBObjectStore } from 'fake-indexeddb';

type Request = 'put' | 'add' | 'delete' | 'clear';
const requests: readonly Request[] = ['put', 'add', 'delete', 'clear'];

/**
 * Makes the n-th write request of the engine itself throw, as a full disk does in the middle of a transaction. Runs
 * `work` under it; answers how many write requests there were.
 */
export async function withFailingRequest(n: number, name: string, work: () => Promise<void>): Promise<number> {
  const prototype = IDBObjectStore.prototype as unknown as Record<Request, (...args: unknown[]) => unknown>;
  const before = requests.map((request) => [request, prototype[request]] as const);
  let count = 0;
  for (const [request, original] of before) {
    prototype[request] = function failing(this: unknown, ...args: unknown[]) {
      if (count++ === n) throw new DOMException('as told', name);
      return original.apply(this, args);
    };
  }
  try {
    await work();
  } finally {
    for (const [request, original] of before) prototype[request] = original;
  }
  return count;
}

/** A factory whose next opens fail with an exception of this name. */
export function createFailingFactory(failures: string[]): IDBFactory {
  const factory = new IDBFactory();
  const open = factory.open.bind(factory);
  factory.open = (name: string, version?: number) => {
    const failure = failures.shift();
    if (failure !== undefined) throw new DOMException('as told', failure);
    return open(name, version);
  };
  return factory;
}
