import type { InstallationState, Observable } from '../../wallet/ports.ts';

/** A frozen snapshot that can be changed in place; listeners hear only real changes. */
export interface InstallationStore extends Observable<InstallationState> {
  readonly change: (part: Partial<InstallationState>) => void;
}

export function createInstallationStore(first: InstallationState): InstallationStore {
  let current: InstallationState = Object.freeze({ ...first });
  const listeners = new Set<() => void>();
  return {
    get: () => current,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    change: (part) => {
      const same = Object.entries(part).every(([key, value]) => current[key as keyof InstallationState] === value);
      if (same) return;
      current = Object.freeze({ ...current, ...part });
      for (const listener of listeners) listener();
    },
  };
}
