/** What this browser lacks; each name is one thing that will not work. Features are asked for, never browser names. */
export function missingFeatures(): readonly string[] {
  const present: Readonly<Record<string, boolean>> = {
    offline: 'serviceWorker' in navigator,
    camera: navigator.mediaDevices?.getUserMedia !== undefined,
    passkey: 'PublicKeyCredential' in globalThis,
    storage: !isEphemeral(),
    checks: globalThis.crypto?.subtle !== undefined && 'Worker' in globalThis,
    tabs: 'locks' in navigator,
    compression: 'CompressionStream' in globalThis,
  };
  return Object.freeze(Object.keys(present).filter((name) => present[name] === false));
}

/**
 * True only where it is certain that nothing outlives this window: the browser refuses storage outright.
 * A private window that pretends to store is not certain, and gives false.
 */
export function isEphemeral(): boolean {
  try {
    return globalThis.indexedDB === undefined || globalThis.localStorage === undefined;
  } catch {
    return true;
  }
}

/** The app runs in a window of its own, without the browser's bars. */
export function isInstalled(): boolean {
  const standalone = (navigator as { readonly standalone?: boolean }).standalone === true;
  return standalone || matchMedia('(display-mode: standalone)').matches;
}
