import type { Presence, PresenceEvent } from '../wallet/ports.ts';

const activityEvents = ['pointerdown', 'keydown', 'input', 'scroll'] as const;
const quietMs = 5_000;

/** Tells when somebody uses the page, hides it, or leaves it. */
export function createPresence(): Presence {
  const listeners = new Set<(event: PresenceEvent) => void>();
  const tell = (event: PresenceEvent): void => listeners.forEach((listener) => listener(event));
  let lastActiveAt = 0;
  const onActivity = (): void => {
    const now = performance.now();
    if (now - lastActiveAt < quietMs && lastActiveAt > 0) return;
    lastActiveAt = now;
    tell('active');
  };
  for (const type of activityEvents) addEventListener(type, onActivity, { capture: true, passive: true });
  document.addEventListener('visibilitychange', () => tell(document.hidden ? 'hidden' : 'visible'));
  document.addEventListener('freeze', () => tell('leaving'));
  addEventListener('pagehide', () => tell('leaving'));
  return {
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
