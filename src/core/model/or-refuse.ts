import { refuse } from './attempt.ts';
import type { Attempt } from './attempt.ts';

type Refusing<Answer> = (...given: never[]) => Answer;

/** The functions of a part that answer with an `Attempt`, each as one that promises it; the others cannot refuse. */
export type Answering<Part> = {
  readonly [Name in keyof Part as Part[Name] extends Refusing<Attempt<unknown> | Promise<Attempt<unknown>>> ? Name : never]: Part[Name] extends Refusing<Promise<unknown>>
    ? Part[Name]
    : Part[Name] extends (...given: infer Given) => infer Answer
      ? (...given: Given) => Promise<Answer>
      : never;
};

/** Our own mistake: the person is answered all the same, and whoever looks for mistakes finds it uncaught, with its place. */
function failed(cause: unknown): Attempt<never> {
  queueMicrotask(() => {
    throw cause;
  });
  return refuse('device/worker-failed');
}

/**
 * A part of the app that is loaded when it is needed: each of its functions answers, so that nobody waits for ever or
 * presses in vain. `device/not-loaded`: the part could not be loaded; asked for anew, it is tried anew.
 * `device/worker-failed`: a function of it threw.
 */
export async function orRefuse<Part extends object>(loading: Promise<Part>): Promise<Answering<Part>> {
  const part = await loading.catch(() => undefined);
  const answer = async (name: string | symbol, given: readonly unknown[]): Promise<unknown> => {
    if (part === undefined) return refuse('device/not-loaded');
    try {
      return await (Reflect.get(part, name) as (...given: readonly unknown[]) => unknown)(...given);
    } catch (cause) {
      return failed(cause);
    }
  };
  // Not a proxy of the part itself: what a bundler makes of a module is frozen, and its functions could not be replaced.
  return new Proxy({} as Answering<Part>, { get: (_none, name) => (name === 'then' ? undefined : (...given: readonly unknown[]) => answer(name, given)) });
}
