interface Sentinel {
  readonly release: () => Promise<void>;
}
interface WakeLock {
  readonly request: (type: 'screen') => Promise<Sentinel>;
}

/**
 * Keeps the screen lit while the page is seen. The system takes the lock away when the page is hidden, so it is asked
 * for again when the page is back. Without the feature, or refused (low battery), nothing happens.
 */
export function keepScreenOn(): () => void {
  const lock = (navigator as { wakeLock?: WakeLock }).wakeLock;
  if (lock === undefined) return () => undefined;
  let held: Promise<Sentinel | undefined> | undefined;
  let ended = false;
  const ask = (): void => {
    if (!ended && !document.hidden) held = lock.request('screen').catch(() => undefined);
  };
  document.addEventListener('visibilitychange', ask);
  ask();
  return () => {
    ended = true;
    document.removeEventListener('visibilitychange', ask);
    void held?.then((sentinel) => sentinel?.release());
  };
}
