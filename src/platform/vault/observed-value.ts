import type { Observable } from '../../wallet/ports.ts';

/** An observable and the way to change it. */
export interface ObservedValue<T> extends Observable<T> {
  readonly set: (value: T) => void;
}

export function createObservedValue<T>(first: T): ObservedValue<T> {
  let current = first;
  const listeners = new Set<() => void>();
  return {
    get: () => current,
    set: (value) => {
      current = value;
      for (const listener of listeners) listener();
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
