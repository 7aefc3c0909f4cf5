import { describe, expect, it } from 'vitest';
import { createInstallationStore } from '../../../src/platform/pwa/installation-state.ts';

const first = { ephemeral: false, canInstall: false, installed: false, updateWaiting: false, missing: [], version: '1.0.0', offline: false };

describe('the state of the installation', () => {
  it('gives a new frozen snapshot for a real change, and tells of it once', () => {
    const store = createInstallationStore(first);
    const before = store.get();
    let told = 0;
    const stop = store.subscribe(() => (told += 1));
    store.change({ offline: true, usedBytes: 7 });
    expect(store.get()).toEqual({ ...first, offline: true, usedBytes: 7 });
    expect(store.get()).not.toBe(before);
    expect(Object.isFrozen(store.get())).toBe(true);
    expect(told).toBe(1);
    stop();
    store.change({ offline: false });
    expect(told).toBe(1);
  });

  it('keeps its snapshot and says nothing when nothing changed', () => {
    const store = createInstallationStore(first);
    const before = store.get();
    let told = 0;
    store.subscribe(() => (told += 1));
    store.change({ offline: false, version: '1.0.0' });
    expect(store.get()).toBe(before);
    expect(told).toBe(0);
  });
});
