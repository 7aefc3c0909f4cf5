import { useSyncExternalStore } from 'react';
import type { Observable } from '../../wallet/ports.ts';

/** The state of one screen as one value: read it, be told of changes, set it. */
export interface Flow<T> extends Observable<T> {
  readonly set: (next: T) => void;
}

/**
 * Holds the flow of a screen outside React, so that it runs in a test without a browser. `begin` is called once, when
 * the first listener comes: a screen that is built and thrown away starts nothing.
 */
export function createFlow<T>(first: T, begin?: () => void): Flow<T> {
  let current = first;
  let begun = false;
  const listeners = new Set<() => void>();
  return {
    get: () => current,
    set: (next) => {
      current = next;
      for (const listener of listeners) listener();
    },
    subscribe: (listener) => {
      listeners.add(listener);
      if (!begun) {
        begun = true;
        begin?.();
      }
      return () => listeners.delete(listener);
    },
  };
}

/** The flow's value of now; the screen is drawn again when it changes. */
export function useFlow<T>(flow: Observable<T>): T {
  return useSyncExternalStore(flow.subscribe, flow.get);
}
