import { refuse } from './attempt.ts';

const failed = () => refuse('device/worker-failed');

/**
 * A part of the app that is loaded when it is needed, of which nothing is used but functions that promise an `Attempt`:
 * each of them answers. Where the part cannot be loaded, or a function of it throws, it refuses with
 * `device/worker-failed`, so that nobody waits for ever or presses in vain; asked for anew, the part is loaded anew.
 */
export async function orRefuse<T extends object>(loading: Promise<T>): Promise<T> {
  const part = await loading.catch(() => undefined);
  const answer = async (name: string | symbol, given: readonly unknown[]): Promise<unknown> => {
    try {
      return part === undefined ? failed() : await (Reflect.get(part, name) as (...given: readonly unknown[]) => unknown)(...given);
    } catch {
      return failed();
    }
  };
  // Not a proxy of the part itself: what a bundler makes of a module is frozen, and its functions could not be replaced.
  return new Proxy({} as T, { get: (_none, name) => (name === 'then' ? undefined : (...given: readonly unknown[]) => answer(name, given)) });
}
